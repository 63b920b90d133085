"""Cost and peak memory against size, and one worker beside two; draws benchmarks/RESULTS.png.

    python benchmarks/growth.py [largest size in MB] [rounds]

Articles of about 6,000 characters in one .jsonl file are made into features by `lundian extract`, each size in a process of its
own. The seconds are the process's own by the processor's clock, its start (an extraction of one article) taken off, so that the
slope of log seconds on log size (ordinary least squares, with its 95 % interval) is that of the work.
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
from clock import Used, process, ratios, spread, table
from material import articles
from scipy import stats

SIZES = (1, 3, 10, 30, 100)  # MB
WORKERS_ON = 40  # MB
EXTRACT = """
import sys
from lundian.cli import main
sys.argv[0] = "lundian"
main()
"""


def main() -> None:
    """Print both tables and draw the figure."""
    largest, rounds = (int(given) for given in (*sys.argv[1:], *("100", "3")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        sizes = [size for size in SIZES if size <= largest]
        measured = np.array([growth(Path(folder), size) for size in sizes])
        start = growth(Path(folder), 0)
        work = measured[:, 0] - start[0]
        rows = [
            [f"{size} MB", f"{seconds:.1f}", f"{size / seconds:.2f}", f"{memory:,.0f}"]
            for size, seconds, memory in zip(sizes, work, measured[:, 1], strict=True)
        ]
        table(["text", "seconds", "MB a second", "peak memory (MB)"], rows)
        print(f"Slope of log seconds on log size: {slope(sizes, work)}.\n", flush=True)
        draw(sizes, work, measured[:, 1])
        workers(Path(folder), rounds)


def written(folder: Path, megabytes: float) -> Path:
    """Write articles as one .jsonl file, one article a line."""
    file = folder / f"{megabytes}.jsonl"
    if not file.exists():
        with file.open("w", encoding="utf-8") as out:
            for number, text in enumerate(articles(int(megabytes * 1e6) or 1)):
                out.write(json.dumps({"article": f"a{number:06}", "text": text}, ensure_ascii=False) + "\n")
    return file


def growth(folder: Path, megabytes: float) -> tuple[float, float]:
    """Return the seconds of the processor and the peak memory in MB of one extraction."""
    used = process(EXTRACT, "extract", written(folder, megabytes), "--to", folder / f"features-{megabytes}")
    return used.processor, used.memory


def slope(sizes: list[int], seconds: np.ndarray) -> str:
    """Return the slope on logarithmic axes with its interval."""
    if len(sizes) < 3:
        return "needs three sizes"
    fit = stats.linregress(np.log(sizes), np.log(seconds))
    half = stats.t.ppf(0.975, len(sizes) - 2) * fit.stderr
    return f"{fit.slope:.2f} ± {half:.2f}"


def workers(folder: Path, rounds: int) -> None:
    """Compare one worker with two, in turn: by the wall clock, which a busy machine spoils, and by the work in all."""
    file, taken = written(folder, WORKERS_ON), {1: [], 2: []}
    for number in range(rounds):
        for n, used in taken.items():
            to = folder / f"workers-{n}-{number}"
            used.append(process(EXTRACT, "extract", file, "--to", to, "--workers", n))
    times = {n: Used(*zip(*used, strict=True)) for n, used in taken.items()}
    rows = [
        [str(n), spread(of.wall), spread(ratios(times[1].wall, of.wall), ".2f"), spread(of.processor)]
        for n, of in times.items()
    ]
    head = ["seconds by the wall clock", "times faster than one", "seconds of all processors"]
    table([f"workers, {WORKERS_ON} MB", *head], rows)


def draw(sizes: list[int], seconds: np.ndarray, memory: np.ndarray) -> None:
    """Draw time and memory against size."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), layout="constrained")
    for ax, values, name in zip(axes, (seconds, memory), ("Seconds", "Peak memory (MB)"), strict=True):
        ax.plot(sizes, values, "o-", color="#0072b2")
        ax.set_xscale("log")
        ax.set_xticks(sizes, [str(size) for size in sizes])
        ax.minorticks_off()
        ax.set(xlabel="Text (MB)", ylabel=name)
        ax.spines[["top", "right"]].set_visible(False)
    axes[0].set_yscale("log")
    axes[0].set_title(f"Time grows with size: slope {slope(sizes, seconds)}", loc="left", fontsize=10)
    axes[1].set_ylim(0, memory.max() * 1.1)
    axes[1].set_title(f"Memory stays within {memory.max():,.0f} MB", loc="left", fontsize=10)
    figure.savefig(Path(__file__).with_name("RESULTS.png"), dpi=150, metadata={"Software": None})


if __name__ == "__main__":
    main()
