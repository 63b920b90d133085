"""What a reader waits for: the import, the first figure of a new article, a collection that has not changed.

    python benchmarks/waiting.py [rounds] [articles]

Each is a process of its own by the wall clock. The collection (10,000 articles of about 300 characters where no number is
given) is extracted once in a folder of its own; then it is loaded unchanged, and with one article changed.
"""

import os
import sys
import tempfile
from pathlib import Path

from clock import process, spread, table
from material import ARTICLE, articles, reviews

from lundian import paths

FIRST_FIGURE = """
import sys, lundian as ld
corpus = ld.extract(ld.read_articles(sys.argv[1]))
terms = ld.term_frequency(corpus.counts, stopwords=ld.stopwords())
ld.save_figure(ld.plot_top_terms(terms), "local/bench", "01_top_terms", data=terms)
"""
ONLY_FIGURE = """
import matplotlib
matplotlib.use("agg")
from matplotlib import pyplot as plt
plt.subplots()[0].canvas.draw()
"""
LOAD = """
import sys, lundian as ld
corpus = ld.load_corpus("many")
assert len(corpus.articles) == int(sys.argv[1])
heavy = {"jieba", "rjieba", "snownlp", "opencc", "scipy"} & set(sys.modules)
assert not heavy or len(sys.argv) > 2, f"loading imported {heavy}"
"""


def main() -> None:
    """Print one line for each."""
    rounds, n = (int(given) for given in (*sys.argv[1:], *("5", "10000")[len(sys.argv) - 1 :]))
    rows = [imports(rounds)]
    with tempfile.TemporaryDirectory() as folder:
        project(Path(folder))
        rows += [first_figure(Path(folder), rounds), *collection(Path(folder), n, rounds)]
    table(["what a reader waits for", "seconds", "beside"], rows)


def project(folder: Path) -> None:
    """Make a project folder with this one's topics, lexicons and samples, and let processes use it."""
    (folder / "data").mkdir()
    for name in ("topics", "lexicons", "samples"):
        (folder / "data" / name).symlink_to(paths.data(name))
    os.environ["LUNDIAN_HOME"] = str(folder)


def imports(rounds: int) -> list[str]:
    """Compare `import lundian` with `import pandas`."""
    codes = {"lundian": "import lundian", "pandas": "import pandas", "python": "pass"}
    taken = {name: [process(code).wall for _ in range(rounds + 1)][1:] for name, code in codes.items()}
    beside = f"import pandas {spread(taken['pandas'], '.2f')}, Python alone {spread(taken['python'], '.2f')}"
    return ["import lundian", spread(taken["lundian"], ".2f"), beside]


def first_figure(folder: Path, rounds: int) -> list[str]:
    """Time a process that reads a new article of 6,000 characters and saves a figure of it."""
    article = folder / "article.txt"
    article.write_text(next(articles(ARTICLE * 4))[:ARTICLE], "utf-8")
    taken = [process(FIRST_FIGURE, article).wall for _ in range(rounds + 1)][1:]
    drawn = [process(ONLY_FIGURE).wall for _ in range(rounds + 1)][1:]
    return ["first figure of a new article", spread(taken, ".2f"), f"an empty matplotlib figure {spread(drawn, '.2f')}"]


def collection(folder: Path, n: int, rounds: int) -> list[list[str]]:
    """Time a collection of n articles: extracted, loaded unchanged, and loaded with one article changed."""
    place = folder / "data" / "articles" / "many"
    place.mkdir(parents=True)
    texts = [text for text in reviews() if len(text) > 20]
    for number in range(n):
        text = "\n\n".join(texts[(number * 5 + k) % len(texts)] for k in range(5))
        (place / f"{number:05}.txt").write_text(f"---\ntitle: {number}\n---\n{text}\n", "utf-8")
    first = process(LOAD, n, "new").wall
    unchanged = [process(LOAD, n).wall for _ in range(rounds)]
    changed = []
    for number in range(rounds):
        with (place / f"{number:05}.txt").open("a", encoding="utf-8") as file:
            file.write("平台是什么？\n")
        changed.append(process(LOAD, n, "new").wall)
    return [
        [f"load_corpus, {n:,} new articles", f"{first:.1f}", ""],
        [f"load_corpus, {n:,} articles unchanged", spread(unchanged, ".2f"), "no NLP library imported"],
        ["load_corpus, one of them changed", spread(changed, ".2f"), ""],
    ]


if __name__ == "__main__":
    main()
