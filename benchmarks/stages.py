"""Each stage of extraction beside the library that it rests on, and beside a pass that only decodes the bytes.

    python benchmarks/stages.py [rounds]

The stages run in turn on 1 MB of articles in one process, models loaded. A library that is slow (jieba, snownlp) reads a part of
the text in each round; its time is taken for the whole.
"""

import sys
import warnings

import pandas as pd
from clock import in_turn, ratios, spread, table
from material import articles

SIZE, PART = 1_000_000, 30_000  # bytes


def main() -> None:
    """Print one line a stage."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    whole, few = made(SIZE), made(PART)
    works, libraries = stages(whole) | fast_libraries(whole), slow_libraries(few)
    for work in (*works.values(), *libraries.values()):
        work()  # models are loaded, caches filled
    taken = in_turn(works | libraries, rounds)
    share = sum(map(len, whole.texts)) / sum(map(len, few.texts))
    for name in libraries:
        taken[name] = [seconds * share for seconds in taken[name]]
    beside = {"segmentation": ("rjieba", "jieba"), "SnowNLP, sentences and paragraphs": ("snownlp",)}
    characters = sum(map(len, whole.texts))
    rows = []
    for name in works:
        told = [f"{other} {spread(ratios(taken[name], taken[other]), '.3f')}" for other in beside.get(name, ())]
        floor = spread(ratios(taken[name], taken["decoding only"]), ".0f")
        rows.append([name, f"{characters / min(taken[name]) / 1e6:.2f}", floor, "; ".join(told)])
    table(["stage", "million characters a second", "times decoding only", "times its library"], rows)


def made(size: int) -> object:
    """Return a batch of articles, taken apart."""
    from lundian.batch import Batch
    from lundian.extract import Reading
    from lundian.text.prepare import prepare

    return Batch.of(prepare(pd.DataFrame({"text": list(articles(size))})), Reading().segmenter)


def stages(batch: object) -> dict:
    """Return the stages of extraction, each as a call on what the stages before it made."""
    from lundian.extract import Reading, tables
    from lundian.rhetoric.reader import read_rhetoric
    from lundian.text.sentences import split_sentences
    from lundian.text.structure import from_text
    from lundian.tone import snownlp
    from lundian.tone.lexicon import LexiconScorer
    from lundian.words.codes import encode

    raw = [text.encode() for text in batch.articles["text"]]
    reading, scorer = Reading(), LexiconScorer()
    cuts = iter(batch.terms)
    nested = [[next(cuts) for _ in sentences] for sentences in batch.split]
    return {
        "decoding only": lambda: [text.decode() for text in raw],
        "paragraphs and sentences": lambda: [
            split_sentences(block.text) for text in batch.articles["text"] for block in from_text(text)
        ],
        "segmentation": lambda: reading.segmenter.cut_all(batch.texts),
        "counts": lambda: encode(batch.terms),
        "SnowNLP, sentences and paragraphs": lambda: snownlp.score_parts(batch.split),
        "lexicon tone with evidence": lambda: scorer.score(batch.terms),
        "rhetoric": lambda: read_rhetoric(batch.split, nested),
        "everything": lambda: tables(batch.articles, reading),
    }


def fast_libraries(batch: object) -> dict:
    """Return rjieba on the same sentences."""
    import rjieba

    rust = rjieba.Jieba()
    return {"rjieba": lambda: [rust.cut(text) for text in batch.texts]}


def slow_libraries(batch: object) -> dict:
    """Return jieba and snownlp on a part of the text: each sentence cut once, each sentence and paragraph scored once."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1: plain strings with "\\." and pkg_resources
        import jieba
    from snownlp import sentiment

    jieba.setLogLevel(60)
    both = [*batch.texts, *("".join(sentences) for sentences in batch.split)]
    return {
        "jieba": lambda: [jieba.lcut(text) for text in batch.texts],
        "snownlp": lambda: [sentiment.classify(text) for text in both],
    }


if __name__ == "__main__":
    main()
