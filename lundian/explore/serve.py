"""The explore page, served with Voilà to this machine alone: nothing that it shows is fetched from anywhere else."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError
from lundian.plot import font

HOST = "127.0.0.1"
TEMPLATE = "lundian"
LARGEST = 200_000_000  # bytes of an upload
PATIENCE = 60  # seconds until the server must have answered


@contextmanager
def serving(port: int = 0) -> Iterator[tuple[str, subprocess.Popen]]:
    """Serve notebooks/explore.ipynb for as long as the block, and give its address and the server's process.

    Parameters
    ----------
    port
        The port; 0 for one that is free.

    Raises
    ------
    LundianError
        The notebook is not there, the port is taken, or the server did not start.
    """
    notebook = paths.notebooks("explore.ipynb")
    if not notebook.is_file():
        raise LundianError(f"{notebook} is not there; get the notebook from the project, then try again.")
    port, token = _free_port(port), secrets.token_urlsafe(16)
    with tempfile.TemporaryDirectory(prefix="lundian-", ignore_cleanup_errors=True) as folder:
        _lay_out_template(Path(folder))
        log = Path(folder, "log")
        server = _start(command(notebook, port, token), folder, log)
        try:
            _wait(server, port, log)
            yield f"http://{HOST}:{port}/?token={token}", server
        finally:
            server.terminate()
            server.wait(30)


def command(notebook: Path, port: int, token: str) -> list[str]:
    """Return the command that starts Voilà."""
    return [
        *(sys.executable, "-m", "voila", str(notebook), "--no-browser"),
        *(f"--Voila.ip={HOST}", f"--port={port}", f"--template={TEMPLATE}", f"--token={token}"),
        f"--Voila.tornado_settings={{'websocket_max_message_size': {LARGEST}}}",
    ]


def _start(line: list[str], folder: str, log: Path) -> subprocess.Popen:
    """Start the server; what it says goes to a file."""
    with log.open("wb") as said:
        return subprocess.Popen(  # noqa: S603 (this Python, with arguments of our own)
            line, env=_environment(folder), stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )


def _environment(folder: str) -> dict[str, str]:
    """Return the environment of the server: where its template is, and where the project is."""
    jupyter = os.pathsep.join(filter(None, [folder, os.environ.get("JUPYTER_PATH", "")]))
    return os.environ | {"JUPYTER_PATH": jupyter, "LUNDIAN_HOME": str(paths.home()), "JUPYTER_PLATFORM_DIRS": "1"}


def _lay_out_template(folder: Path) -> None:
    """Put the template where Voilà looks for it, with the font of the package beside it."""
    place = folder / "voila" / "templates" / TEMPLATE
    shutil.copytree(Path(__file__).with_name("template"), place)
    (place / "static").mkdir()
    shutil.copyfile(font.path(), place / "static" / "lundian-sans.otf")


def _free_port(port: int) -> int:
    """Return the port if nothing listens on it; one that is free where it is 0."""
    with socket.socket() as probe:
        try:
            probe.bind((HOST, port))
        except OSError:
            raise LundianError(f"Port {port} is taken; leave --port out, or name another.") from None
        return probe.getsockname()[1]


def _wait(server: subprocess.Popen, port: int, log: Path) -> None:
    """Wait until the server listens."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    last = (log.read_text(encoding="utf-8", errors="replace").strip().splitlines() or ["it said nothing"])[-1]
    raise LundianError(f"The explore page did not start ({last}); try `lundian doctor`.")
