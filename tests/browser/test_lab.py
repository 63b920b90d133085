"""JupyterLab as a reader uses it: open a notebook, Restart and Run All, look at what is there."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]
TOKEN = "local"

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")]


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """Return a copy of the project, as a clone has it, that a browser session may change."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("data", "figures", "notebooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("local", ".*", "*.txt"))
    return folder


@pytest.fixture(scope="session")
def lab(project):
    """Serve JupyterLab on the copy and return its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = [
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        f"--IdentityProvider.token={TOKEN}",
        "--LabApp.news_url=None",
    ]
    environment = os.environ | {"LUNDIAN_HOME": str(project), "JUPYTER_PLATFORM_DIRS": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options, "--ServerApp.root_dir", str(project)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    wait_until(lambda: urlopen(f"{address}/api/status?token={TOKEN}").status == 200)
    yield address
    server.terminate()
    server.wait(30)


@pytest.fixture
def page(lab):
    """Return a page of headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        yield page
        browser.close()


def wait_until(ready, seconds: float = 60) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if ready():
                return
        except OSError:
            pass
        time.sleep(0.5)
    pytest.fail("the server did not answer in time")


def run_all(page, lab: str, name: str) -> None:
    """Open a notebook, choose Restart Kernel and Run All Cells, and wait until its last cell has run."""
    page.goto(f"{lab}/lab/tree/notebooks/{name}?token={TOKEN}&reset")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
    page.click("text=Kernel")
    page.click("text=Restart Kernel and Run All Cells…")
    page.click(".jp-Dialog button:has-text('Restart')")
    wait_until(lambda: state(lab) == "busy")
    wait_until(lambda: all(state(lab) == "idle" for _ in wait_a_little(6)), seconds=300)


def state(lab: str) -> str:
    """Return what the kernel says that it is doing; cells out of view say nothing of themselves."""
    kernels = json.loads(urlopen(f"{lab}/api/kernels?token={TOKEN}").read())
    return kernels[-1]["execution_state"] if kernels else ""


def wait_a_little(times: int):
    """Yield so many times, half a second apart."""
    for number in range(times):
        time.sleep(0.5)
        yield number


@pytest.mark.parametrize("path", sorted(ROOT.glob("notebooks/01*.ipynb")), ids=lambda path: path.stem)
def test_restart_and_run_all(page, lab, project, path):
    """Every cell runs without an error, and the saved notebook is the committed one."""
    run_all(page, lab, path.name)
    assert page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert page.locator(".jp-OutputArea-output img").count() > 0
    page.keyboard.press("Control+s")
    committed = re.findall(r'"image/png": "([^"]+)"', path.read_text(encoding="utf-8"))
    wait_until(
        lambda: (
            re.findall(r'"image/png": "([^"]+)"', (project / "notebooks" / path.name).read_text("utf-8")) == committed
        )
    )
