"""The tables of SnowNLP's model, from small models worked out by hand."""

import marshal
import math
from itertools import pairwise

import numpy as np

from lundian.tone import snownlp_tables as tables


def test_find():
    """All entries of a key are found, wherever it is asked for, and none of another key in the same bucket."""
    keys = np.array([7, 7 + tables.BUCKETS, 5, 7])
    made = tables._hashed(keys, log=np.array([0.1, 0.2, 0.3, 0.4]))
    place, entry = tables.find(np.array([5, 6, 7, 7 + 2 * tables.BUCKETS, 5]), made)
    assert place.tolist() == [0, 2, 2, 4]
    assert made["log"][entry].tolist() == [0.3, 0.1, 0.4, 0.3]


def test_keys_of_pairs_and_triples_differ():
    """What is before a run counts as a character, so that the first pair of a run is not also a triple."""
    first, last = tables.FIRST, tables.LAST
    grams = [(tables.BEFORE, first), (tables.BEFORE, tables.BEFORE, first), (tables.BEFORE, first, last), (first, last)]
    assert len({tables.key(*gram) for gram in grams}) == len(grams)


def test_word_probabilities_by_hand():
    """P(好 | good) is 3/8, P(好 | bad) is 1/6 though it was never seen there; an empty word stands for what is unknown."""
    model = {
        "total": 14.0,
        "d": {
            "neg": {"d": {"坏": 4}, "total": 6.0, "none": 1},
            "pos": {"d": {"好": 3, "四字词语": 4}, "total": 8.0, "none": 1},
        },
    }
    made = tables.build(marshal.dumps(_segmenter()), marshal.dumps(model), "的\n\n 了 \n".encode())
    assert made["word_log"].tolist() == [
        [math.log(1 / 6), math.log(4 / 6), math.log(1 / 6), math.log(1 / 6)],
        [math.log(4 / 8), math.log(1 / 8), math.log(3 / 8), math.log(1 / 8)],
    ]
    text, edges = made["word_codes"].tobytes().decode("utf-32-le"), made["word_edges"].tolist()
    assert [text[a:b] for a, b in pairwise(edges)] == ["四字词语", "坏", "好", "", "了", "的"]
    assert made["prior"].tolist() == [math.log(6) - math.log(14), math.log(8) - math.log(14)]


def _segmenter() -> dict:
    """Return a model trained on one word of two characters."""
    start, b, e = ("", "BOS"), ("好", "b"), ("坏", "e")
    counts = [
        {start: 2, b: 1, e: 1},
        {(start, start): 1, (start, b): 1, (b, e): 1},
        {(start, start, b): 1, (start, b, e): 1},
    ]
    model = {
        name: {"d": count, "total": 4.0, "none": 0} for name, count in zip(("uni", "bi", "tri"), counts, strict=True)
    }
    return model | {"l1": 0.2, "l2": 0.3, "l3": 0.5}


def test_segmenter_by_hand():
    """A pair's entry adds l2 * n(pair) / n(first), a triple's also l3 * n(triple) / n(its first pair)."""
    made = tables._segmenter(_segmenter())
    good, bad = ord("好"), ord("坏")
    assert made["alone"][:, good].tolist() == [math.log(0.2 * (1 / 4)), -math.inf, -math.inf, -math.inf]
    assert np.isneginf(made["alone"][:, ord("的")]).all()

    def entry(*codes: int) -> tuple[int, float]:
        _, (found,) = tables.find(np.array([tables.key(*codes)]), made)
        return made["tags"][found], made["log"][found]

    b, e, bos = 0, 2, 3
    assert entry(good, bad) == (e * 4 + b, math.log(0.2 * (1 / 4) + 0.3 * 1 / 1))
    assert entry(tables.BEFORE, good, bad) == (
        e * 16 + b * 4 + bos,
        math.log(0.2 * (1 / 4) + 0.3 * 1 / 1 + 0.5 * 1 / 1),
    )
    assert entry(tables.BEFORE, tables.BEFORE, good) == (
        b * 16 + bos * 4 + bos,
        math.log(0.2 * (1 / 4) + 0.3 * 1 / 2 + 0.5 * 1 / 1),
    )


def test_kinds():
    """Han is what snownlp calls Chinese, space is what str.split cuts at; what follows the table is neither."""
    kind = tables._segmenter(_segmenter())["kind"]
    codes = np.arange(0x11000)
    chars = list(map(chr, codes))
    found = kind[np.minimum(codes, len(kind) - 1)]
    assert (found == tables.HAN).tolist() == ["\u4e00" <= char <= "\u9fa5" for char in chars]
    assert (found == tables.SPACE).tolist() == [not char.split() for char in chars]
