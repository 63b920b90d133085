"""JupyterLab driven as a reader drives it: by its menus, and waiting for what they do."""

import json
from urllib.request import Request, urlopen

from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.conftest import TOKEN, wait_until

DIALOG = ".jp-Dialog"
RESTART = "runmenu:restart-and-run-all"
RUN_BELOW = "notebook:run-all-below"
CELLS = """() => {
  const cells = window.jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells;
  return cells.filter(cell => cell.cell_type === 'code');
}"""


class Notebook:
    """A notebook that is open in JupyterLab."""

    def __init__(self, page, lab: str, name: str):
        self.page, self.lab, self.name = page, lab, name
        page.goto(f"{lab}/lab/tree/notebooks/{name}.ipynb?token={TOKEN}&reset")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=120_000)
        wait_until(lambda: self.state() == "idle", 120, f"the kernel of {name} did not start")

    def run_all(self) -> None:
        """Choose Restart Kernel and Run All Cells, and wait until the last cell has run."""
        before = self.last_count()
        wait_until(self._ask_to_restart, 120, "JupyterLab did not ask whether to restart")
        if self.page.locator(DIALOG).count():  # a reader may have told it not to ask
            self.page.click(f"{DIALOG} button.jp-mod-warn, {DIALOG} button.jp-mod-accept:has-text('Restart')")
        wait_until(lambda: self.last_count() != before or before is None, 60, "no cell was cleared")
        self.wait_for_last_cell()

    def wait_for_last_cell(self, seconds: float = 300) -> None:
        """Wait until the last code cell has its number, or one has failed, and the kernel has nothing to do."""
        wait_until(
            lambda: self._ended() and self.state() == "idle", seconds, f"the last cell of {self.name} did not run"
        )

    def _ended(self) -> bool:
        cells = self.cells()
        failed = [out for cell in cells for out in cell["outputs"] if out["output_type"] == "error"]
        return bool(failed) or cells[-1]["execution_count"] is not None

    def _ask_to_restart(self) -> bool:
        """Choose the menu item; whether the dialog is there then."""
        try:
            self._choose(RESTART)
            self.page.wait_for_selector(DIALOG, timeout=10_000)
        except PlaywrightTimeout:
            return self.page.locator(DIALOG).count() > 0
        return True

    def run_below(self) -> None:
        """Choose Run Selected Cell and All Below, and wait until the last cell has run again."""
        before = self.last_count()
        self._choose(RUN_BELOW)
        wait_until(lambda: self.last_count() != before, 120, "the last cell did not run again")
        self.wait_for_last_cell()

    def _choose(self, command: str) -> None:
        """Choose an item of the menu Run."""
        self.page.keyboard.press("Escape")
        self.page.locator(".lm-MenuBar-item").get_by_text("Run", exact=True).click(timeout=5000)
        self.page.locator(f".lm-Menu-item[data-command='{command}']:not(.lm-mod-disabled)").click(timeout=5000)

    def cells(self) -> list[dict]:
        """Return the code cells as the notebook's model has them; cells out of view are not all drawn."""
        return self.page.evaluate(CELLS)

    def outputs(self) -> list[dict]:
        """Return the outputs of all code cells."""
        return [output for cell in self.cells() for output in cell["outputs"]]

    def pictures(self) -> list[str]:
        """Return the figures."""
        return [out["data"]["image/png"].strip() for out in self.outputs() if "image/png" in out.get("data", {})]

    def last_count(self):
        """Return the number that the last code cell ran as; None where it has not run."""
        return self.cells()[-1]["execution_count"]

    def state(self) -> str:
        """Return what the notebook's kernel says that it is doing."""
        return next((session["kernel"]["execution_state"] for session in self._sessions()), "")

    def close(self) -> None:
        """Shut the notebook's kernel down."""
        for session in self._sessions():
            self._ask(f"/{session['id']}", "DELETE")

    def _sessions(self) -> list[dict]:
        return [one for one in json.loads(self._ask("")) if one["path"].endswith(f"{self.name}.ipynb")]

    def _ask(self, place: str, method: str = "GET") -> bytes:
        address = f"{self.lab}/api/sessions{place}"
        return urlopen(Request(address, headers={"Authorization": f"token {TOKEN}"}, method=method)).read()
