"""The tables of SnowNLP's model, from small models worked out by hand."""

import marshal
import math

import numpy as np

from lundian.tone import snownlp_tables as tables


def test_rank():
    """A bit's row is the number of bits before it, across words; a place without a bit has none."""
    places = np.array([0, 3, 63, 64, 130])
    bits = np.zeros(3, np.uint64)
    np.bitwise_or.at(bits, places >> 6, np.uint64(1) << (places & 63).astype(np.uint64))
    through = np.cumsum(np.bitwise_count(bits), dtype=np.int32)
    found = tables.rank(bits, through, np.arange(192))
    assert found[places].tolist() == [0, 1, 2, 3, 4]
    assert (np.delete(found, places) == -1).all()


def test_word_probabilities_by_hand():
    """P(好 | good) is 3/8, P(好 | bad) is 1/6 though it was never seen there; 的 is a stop word, 四字词语 a long one."""
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
    keys = {char: made["short_number"][made["short_key"] == ord(char) + 1].tolist() for char in "坏好的了"}
    assert keys == {"坏": [1], "好": [2], "的": [4], "了": [4]}
    assert made["long_words"].tobytes().decode() == "四字词语"
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
    good, bad = (int(made["number"][ord(char) - tables.FIRST]) for char in "好坏")
    assert made["alone"][:, good].tolist() == [math.log(0.2 * (1 / 4)), -math.inf, -math.inf, -math.inf]
    pair = tables.rank(made["pair_bits"], made["pair_through"], np.array([good * made["alone"].shape[1] + bad]))
    entry = made["pair_first"][pair[0]]
    assert made["pair_tags"][entry] == 0 * 4 + 2
    assert made["pair_log"][entry] == math.log(0.2 * (1 / 4) + 0.3 * 1 / 1)
    assert sorted(made["triple_log"]) == sorted(
        [math.log(0.2 / 4 + 0.3 * 1 / 2 + 0.5 * 1 / 1), math.log(0.2 / 4 + 0.3 * 1 / 1 + 0.5 * 1 / 1)]
    )
