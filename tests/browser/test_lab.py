"""JupyterLab as a reader uses it: open a notebook, Restart and Run All, look at what is there."""

import nbformat
import pytest

from tests.browser.conftest import wait_until
from tests.conftest import ROOT

NOTEBOOKS = sorted(path.stem for path in ROOT.glob("notebooks/[0-9]*.ipynb"))


def pictures(outputs) -> list[str]:
    """Return the figures of a notebook."""
    return [output["data"]["image/png"].strip() for output in outputs if "image/png" in output.get("data", {})]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_restart_and_run_all(notebook, project, shot, name):
    """Every cell runs in order without an error, and the saved notebook has the committed one's figures."""
    opened = notebook(name)
    opened.run_all()
    cells = opened.cells()
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    wrong = [out for out in opened.outputs() if out["output_type"] == "error" or out.get("name") == "stderr"]
    assert not wrong
    opened.page.keyboard.press("Control+s")
    path = f"notebooks/{name}.ipynb"
    committed = pictures(out for cell in nbformat.read(ROOT / path, 4).cells for out in cell.get("outputs", ()))
    wait_until(
        lambda: (
            pictures(out for cell in nbformat.read(project / path, 4).cells for out in cell.get("outputs", ()))
            == committed
        ),
        what=f"{name} as saved did not get the committed figures",
    )
    shot(opened.page, name)
