"""A copy of the project, JupyterLab on it, and a headless Chromium: what the browser tests share."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.request import urlopen

import nbformat
import pytest

from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
)
TOKEN = "local"


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder, and skip them where there is no Chromium."""
    for item in items:
        if item.path.is_relative_to(ROOT / "tests" / "browser"):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """Return a copy of the project, as a clone has it but for the notebooks' outputs, that a session may change."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("data", "figures", "notebooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("local", ".*", "*.txt"))
    for path in (folder / "notebooks").glob("*.ipynb"):
        empty(path)
    return folder


def empty(path) -> None:
    """Take the outputs out of a notebook, so that what is there later was made in the browser."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(notebook, path)


@pytest.fixture(scope="session")
def lab(project):
    """Serve JupyterLab on the copy and return its address."""
    port = free_port()
    options = [
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        f"--IdentityProvider.token={TOKEN}",
        "--LabApp.news_url=None",
        "--LabApp.expose_app_in_browser=True",
        f"--ServerApp.root_dir={project}",
    ]
    address = f"http://127.0.0.1:{port}"
    with serving([sys.executable, "-m", "jupyterlab", *options], project):
        wait_until(lambda: urlopen(f"{address}/api/status?token={TOKEN}").status == 200)
        yield address


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(command, project):
    """Run a server on the copy of the project for as long as the block, and give what it prints."""
    environment = os.environ | {
        "LUNDIAN_HOME": str(project),
        "JUPYTER_PLATFORM_DIRS": "1",
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
    )
    try:
        yield server.stdout
    finally:
        server.terminate()
        server.communicate(timeout=60)


@pytest.fixture(scope="module")
def chromium():
    """Return a headless Chromium; it ends with its module, because its event loop would run in the tests of others."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """Return a new page."""
    page = new_page(chromium)
    yield page
    page.close()


def new_page(chromium, **options):
    """Open a page, with patience for a busy machine."""
    page = chromium.new_page(viewport={"width": 1200, "height": 1000}, **options)
    page.set_default_timeout(120_000)
    return page


@pytest.fixture
def notebook(page, lab):
    """Return a function that opens a notebook in JupyterLab; their kernels are shut down afterwards."""
    from tests.browser.driver import Notebook

    opened = []
    yield lambda name: opened.append(Notebook(page, lab, name)) or opened[-1]
    for one in opened:
        one.close()


def upload(page, name: str, content: bytes) -> None:
    """Choose a file in the dialog that the upload button opens."""
    with page.expect_file_chooser() as chooser:
        page.locator("button.jupyter-widgets.widget-upload, button.widget-button:has-text('(0)')").first.click()
    chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})


@pytest.fixture(scope="session")
def shot():
    """Return a function that keeps a picture of a page in test-artifacts/, to be looked at."""
    folder = ROOT / "test-artifacts"
    folder.mkdir(exist_ok=True)
    return lambda page, name: page.screenshot(path=folder / f"{name}.png")


def wait_until(ready, seconds: float = 60, what: str = "the server did not answer") -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if ready():
                return
        except (OSError, ValueError):  # no answer yet, or a file half written
            pass
        time.sleep(0.5)
    pytest.fail(f"{what} within {seconds:.0f} s")
