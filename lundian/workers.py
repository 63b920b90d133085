"""Who maps a function over a stream: this process, several on this machine, or a Dask cluster; the results come in order."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread

from lundian.errors import LundianError

CONNECT = 10  # seconds in which a scheduler must answer
AHEAD = 2  # items that are handed out for each worker, so that none waits for the reading

Map = Callable[[Callable, Iterable], Iterator]


@contextmanager
def mapping(workers: int, scheduler: str | None) -> Iterator[Map]:
    """Yield what `map` is, done by these workers.

    Parameters
    ----------
    workers
        Processes on this machine; 1 is this one.
    scheduler
        The address of a Dask cluster to use instead.

    Raises
    ------
    LundianError
        There is no such cluster, fewer than one worker is asked for, or workers died.
    """
    if workers < 1:
        raise LundianError(f"--workers {workers}: give 1 or more.")
    if scheduler is not None:
        with _cluster(scheduler) as run:
            yield run
    elif workers == 1:
        yield map
    else:
        with _processes(workers) as run:
            yield run


@contextmanager
def _processes(workers: int) -> Iterator[Map]:
    """Start processes anew: a copy of this one could inherit a lock that another thread holds."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_stay_with_parent)
    try:
        yield partial(_ahead, pool.submit, AHEAD * workers)
    except BrokenProcessPool:
        raise _died("A worker") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _stay_with_parent() -> None:
    """Leave it to the parent to stop at Ctrl-C, and do not outlive it when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent_process().join()
    os._exit(1)


@contextmanager
def _cluster(scheduler: str) -> Iterator[Map]:
    from distributed import Client, KilledWorker

    try:
        client = Client(scheduler, timeout=CONNECT)
    except (OSError, ValueError) as error:
        raise LundianError(f"{scheduler}: no Dask scheduler answers there ({type(error).__name__}).") from None
    with client:
        workers = max(len(client.scheduler_info(n_workers=-1)["workers"]), 1)
        try:
            yield partial(_ahead, partial(client.submit, pure=False), AHEAD * workers)
        except KilledWorker:
            raise _died("Workers of the cluster died at the same part again and again; one") from None


def _died(who: str) -> LundianError:
    return LundianError(
        f"{who} died, most likely for want of memory; what is done is kept: run again with fewer workers."
    )


def _ahead(submit: Callable, most: int, make: Callable, items: Iterable) -> Iterator:
    """Map over items in their order, a few of them ahead so that memory stays bounded."""
    waiting = deque()
    for item in items:
        waiting.append(submit(make, item))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
