"""Work is mapped over a stream by workers: in order, a little ahead, and none outlives the run."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import lundian as ld
from lundian import workers
from lundian.workers import mapping
from tests.conftest import ROOT


def process_of(number: int) -> tuple[int, int]:
    """Return the number and the process that got it; the later ones are done sooner."""
    time.sleep(0.02 * (5 - number % 5))
    return number, os.getpid()


def die(_number: int) -> None:
    """End the process as a system without memory would."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_one_worker_is_this_process():
    """Nothing is started for it."""
    with mapping(1, None) as run:
        assert list(run(process_of, [0])) == [(0, os.getpid())]


def test_workers_give_results_in_order_and_read_little_ahead():
    """Results come as the items went in, from two other processes, and the items are taken as they are needed."""
    taken = []
    items = (taken.append(number) or number for number in range(20))
    with mapping(2, None) as run:
        made = run(process_of, items)
        first = next(made)
        assert len(taken) == 2 * workers.AHEAD
        found = [first, *made]
    assert [number for number, _ in found] == list(range(20))
    assert len({process for _, process in found} - {os.getpid()}) == 2


def test_a_worker_that_dies_is_one_sentence():
    """The error says what to do."""
    with pytest.raises(ld.LundianError, match=r"A worker died.*fewer workers"), mapping(2, None) as run:
        list(run(die, range(3)))


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs /proc to find processes")
def test_no_worker_outlives_a_killed_run():
    """After a kill -9 of the run its workers end by themselves."""
    code = (
        "from lundian.workers import mapping\nfrom tests.test_workers import process_of\n"
        "with mapping(2, None) as run:\n    for _, pid in run(process_of, range(10**6)): print(pid, flush=True)"
    )
    command = [sys.executable, "-c", code]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as run:
        pids = {run.stdout.readline().strip() for _ in range(10)}
        run.kill()
    end = time.monotonic() + 30
    while any(Path("/proc", pid).exists() for pid in pids) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [pid for pid in pids if Path("/proc", pid).exists()]
