"""What the machine and the environment give: Python, packages, kernel, console, the programs behind reports and tests."""

import os
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lundian import paths
from lundian.doctor.check import check
from lundian.errors import few

OLDEST = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge")


@check("Python")
def python() -> tuple[str, str]:
    """Look whether Python is recent enough."""
    found = f"{sys.version.split()[0]} in {sys.prefix}"
    wanted = ".".join(map(str, OLDEST))
    return found, "" if sys.version_info >= OLDEST else f"Install Python {wanted} or later and make .venv with it."


@check("packages")
def packages() -> tuple[str, str]:
    """Compare the packages installed with requirements.txt."""
    lock = paths.home() / "requirements.txt"
    if not lock.is_file():
        return "there is no requirements.txt here to compare with", ""
    pinned = dict(_pinned(lock.read_text(encoding="utf-8")))
    other = [
        f"{name} {_installed(name) or 'missing'} (not {want})"
        for name, want in pinned.items()
        if _installed(name) != want
    ]
    mend = "Install what is pinned: python -m pip install -r requirements.txt"
    return (few(other), mend) if other else (f"{len(pinned)} as pinned", "")


def _pinned(text: str) -> list[tuple[str, str]]:
    """Return the packages with their versions that this Python and this system take.

    >>> _pinned("# all\\ntea==1.0\\ncup==2 ; python_version < '3'\\n-e .")
    [('tea', '1.0')]
    """
    from packaging.requirements import Requirement

    rows = [Requirement(line) for line in text.splitlines() if "==" in line and not line.startswith(("#", "-"))]
    mine = [row for row in rows if row.marker is None or row.marker.evaluate()]
    return [(row.name, str(row.specifier).removeprefix("==")) for row in mine]


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@check("notebook kernel")
def kernel() -> tuple[str, str]:
    """Look whether the kernel that notebooks ask for runs in this environment."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    mend = "Make the kernel of this environment: python -m ipykernel install --sys-prefix"
    try:
        command = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except NoSuchKernel:
        return "there is no kernel python3", mend
    here = os.path.normcase(Path(sys.executable).parent)
    same = command in ("python", "python3") or os.path.normcase(Path(command).parent) == here
    return f"python3 runs {command}", "" if same else mend


@check("console")
def console() -> tuple[str, str]:
    """Look whether the terminal can show Chinese."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        "论点，→".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        how = "set PYTHONUTF8=1" if os.name == "nt" else "export PYTHONUTF8=1"
        return f"{encoding} has no Chinese, so it shows as question marks", f"Before the next command, type: {how}"
    return encoding, ""


@check("reports")
def reports() -> tuple[str, str]:
    """Look whether pandoc and typst, which write reports, are there."""
    import pypandoc
    import typst

    return f"pandoc {pypandoc.get_pandoc_version()}, typst {version(typst.__name__)}", ""


@check("browser")
def browser() -> tuple[str, str]:
    """Look for the browser of the browser tests; nothing else needs one."""
    found = next(filter(None, map(shutil.which, BROWSERS)), "")
    return found or "none that the browser tests could use; nothing else needs one", ""
