"""From articles to tables: the script that a user would write beside this package.

    python benchmarks/end_to_end.py [rounds]

`script` is script.py. "The same work" is same_work.py: words, SnowNLP's tone of each paragraph, counts. "Everything" is
`lundian.extract`: both segmentations, both scorers on sentences and paragraphs, evidence, roles, concepts, all tables. Imports
and models are loaded before the clock starts, except in whole processes. The script's speed does not depend on how much it
is given, so from 100 KB on it reads a part of the text in each round.
"""

import os
import sys
import tempfile
from itertools import islice
from pathlib import Path

import pandas as pd
from clock import ROOT, in_turn, process, ratios, spread, table
from material import ARTICLE, articles

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
PART = 60_000  # bytes that the script reads
WHOLE = {
    "script": "import runpy, sys; runpy.run_path(sys.argv.pop(1), run_name='__main__')",
    "everything": "import sys, lundian as ld; ld.extract(ld.read_articles(sys.argv[1]))",
}


def main() -> None:
    """Print both comparisons."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    warm(rounds)
    cold(rounds)


def warm(rounds: int) -> None:
    """Compare in one process, from 10 KB to 10 MB."""
    from same_work import analyse as same_work
    from script import analyse as script

    from lundian import extract

    rows = []
    part = list(articles(PART))
    for size in SIZES:
        texts = list(articles(size))
        frame = pd.DataFrame({"text": texts})
        given = part if size > PART else texts
        for work in (script, same_work):
            work(texts[:1])
        taken = in_turn(
            {
                "script": lambda given=given: script(given),
                "same work": lambda texts=texts: same_work(texts),
                "everything": lambda frame=frame: extract(frame),
            },
            rounds if size < SIZES[-1] else 1,
        )
        n, read = sum(map(len, texts)), sum(map(len, given))
        slow = [seconds * n / read for seconds in taken["script"]]
        rows.append(
            [f"{size:,}", *(f"{n / min(taken[name]):,.0f}" for name in ("same work", "everything"))]
            + [f"{read / min(taken['script']):,.0f}"]
            + [spread(ratios(slow, taken[name]), ".0f") for name in ("same work", "everything")]
        )
    head = ["bytes", "same work (characters a second)", "everything", "script", "same work: times faster"]
    table([*head, "everything: times faster"], rows)


def cold(rounds: int) -> None:
    """Compare whole processes on one article of 6,000 characters, imports and loading included."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text("\n\n".join(islice(articles(10 * ARTICLE), 1))[:ARTICLE], "utf-8")
        os.environ["PYTHONPYCACHEPREFIX"] = folder  # compiled modules for both, as after a first run

        def run(name: str) -> float:
            scripts = {"script": ["script.py"], "same work": ["same_work.py"], "everything": []}[name]
            code = WHOLE["script" if scripts else "everything"]
            return process(code, *(ROOT / "benchmarks" / script for script in scripts), article).wall

        names = ("script", "same work", "everything")
        for name in names:
            run(name)
        taken = {name: [run(name) for _ in range(rounds)] for name in names}
    rows = [[name, spread(taken[name], ".2f"), spread(ratios(taken["script"], taken[name]))] for name in names]
    table(["one article of 6,000 characters, a process of its own", "seconds", "times faster"], rows)


if __name__ == "__main__":
    main()
