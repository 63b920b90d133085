"""Times taken side by side, whole processes with the memory they needed, and the lines that tell of them."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Return how long a call takes, by the processor's clock unless another is given."""
    start = clock()
    work()
    return clock() - start


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Time works one after the other, round by round, so that what else the machine does falls on all of them."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            taken[name].append(seconds(work))
    return taken


class Used(NamedTuple):
    """What a process used: seconds by the wall clock and by the processor's, and its peak memory in MB."""

    wall: float
    processor: float
    memory: float


def process(code: str, *arguments: object) -> Used:
    """Run Python code as a process of its own; of its children only the processor's time is counted, not the memory."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    before = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], env=env, stdout=subprocess.DEVNULL
    ) as run:
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise SystemExit(f"A measured process ended with status {run.returncode}.")
    memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    return Used(time.perf_counter() - before, used.ru_utime + used.ru_stime, memory)


def spread(values: Sequence[float], form: str = ".1f") -> str:
    """Return the median of values with their lowest and highest.

    >>> spread([1, 2, 4])
    '2.0 (1.0 to 4.0)'
    """
    low, middle, high = (format(of(values), form) for of in (min, median, max))
    return f"{middle} ({low} to {high})"


def ratios(above: Sequence[float], below: Sequence[float]) -> list[float]:
    """Return the ratio of two works' times in each round."""
    return [a / b for a, b in zip(above, below, strict=True)]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    for row in (head, ["---"] * len(head), *rows):
        print("| " + " | ".join(row) + " |", flush=True)
    print(flush=True)
