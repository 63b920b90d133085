"""SnowNLP's model as tables, made from the files that snownlp ships.

The segmenter's counts are of characters with a tag: b, m, e (begin, middle, end of a word) or s (a word by itself). Their
logarithms are taken here, once, with `math.log` and in snownlp's order of evaluation, so that they are the same doubles.
The pairs and triples that the model has seen stand in one hash table.
"""

import gzip
import marshal
import math

import numpy as np

FIRST, LAST = 0x4E00, 0x9FA5  # the characters that snownlp calls Chinese
SPACE, OTHER, HAN = range(3)  # kinds of characters
BEFORE = 1  # the code point that stands for what is before a run
TAGS = {"b": 0, "m": 1, "e": 2, "s": 3, "BOS": 3}  # what is before a run has one tag
BUCKETS = 2_000_003  # twice the pairs and triples; a prime spreads them evenly

Tables = dict[str, np.ndarray]


def build(segmenter: bytes, sentiment: bytes, stop_words: bytes) -> Tables:
    """Turn the contents of snownlp's three files into tables.

    Returns
    -------
    dict of str to numpy.ndarray
        `kind`: of a character by code point; the last is that of all that follow. `alone`: log-probability by tag and code
        point, -inf for all four where the model lacks the character. `first`, `key`, `tags`, `log`: the log-probabilities of
        pairs and triples, for `find`. `word_codes`, `word_edges`: words as code points, and where each ends: those that the
        sentiment model knows, then an empty one that stands for any unknown, then stop words. `word_log`: log-probability by
        class (negative, positive) and word, stop words left out; `prior`: by class.
    """
    return _segmenter(_unmarshal(segmenter)) | _sentiment(_unmarshal(sentiment), stop_words)


def key(*codes: int | np.ndarray) -> int | np.ndarray:
    """Return the key of a pair or a triple of characters, 16 bits for each. None has code point 0, so no two share a key.

    >>> key(1, 2), key(1, 2, 3) == (1 << 32) + (2 << 16) + 3
    (65538, True)
    """
    return sum(code << 16 * place for place, code in enumerate(reversed(codes)))


def find(keys: np.ndarray, tables: Tables) -> tuple[np.ndarray, np.ndarray]:
    """Find entries of pairs or triples; return the place of a key among `keys`, and the entry, for each that is found.

    >>> find(np.array([4, 6, 5]), {"first": np.array([0, 2, 3]), "key": np.array([4, 4, 5])})
    (array([0, 0, 2]), array([0, 1, 2]))
    """
    bucket = keys % (len(tables["first"]) - 1)
    first = tables["first"][bucket]
    count = tables["first"][bucket + 1] - first
    place = np.repeat(np.arange(len(keys)), count)
    entry = np.arange(len(place)) + np.repeat(first - np.cumsum(count) + count, count)
    same = np.flatnonzero(tables["key"][entry] == keys[place])
    return place[same], entry[same]


def _segmenter(model: dict) -> Tables:
    """Tell the kinds of characters, and take logarithms as `CharacterBasedGenerativeModel.log_prob` does."""
    one, two, three = (model[name]["d"] for name in ("uni", "bi", "tri"))

    def log_prob(*gram: tuple[str, str]) -> float:
        p = model["l1"] * (float(one.get(gram[-1], 0)) / model["uni"]["total"])
        if len(gram) > 1:
            p += model["l2"] * two[gram[-2:]] / one[gram[-2]]
        if len(gram) > 2:
            p += model["l3"] * three[gram] / two[gram[:2]]
        return math.log(p) if p else -math.inf

    kind = np.full(LAST + 2, OTHER, np.uint8)
    kind[[code for code in range(FIRST) if chr(code).isspace()]] = SPACE
    kind[FIRST : LAST + 1] = HAN
    code = {"": BEFORE} | {chr(code): code for code in range(FIRST, LAST + 1)}
    alone = np.full((4, LAST + 1), -np.inf)
    for char, tag in one:
        if char in code:
            alone[TAGS[tag], code[char]] = log_prob((char, tag))
    grams = [gram for gram in (*two, *three) if all(char in code for char, _ in gram)]
    return {"kind": kind, "alone": alone} | _hashed(
        np.array([key(*(code[char] for char, _ in gram)) for gram in grams]),
        tags=np.array([sum(TAGS[tag] << 2 * i for i, (_, tag) in enumerate(gram)) for gram in grams], np.uint8),
        log=np.array([log_prob(*gram) for gram in grams]),
    )


def _hashed(keys: np.ndarray, **columns: np.ndarray) -> Tables:
    """Return keys and columns ordered by bucket, the remainder of a key, and the first entry of each bucket."""
    bucket = keys % BUCKETS
    order = np.argsort(bucket, kind="stable")
    first = np.searchsorted(bucket[order], np.arange(BUCKETS + 1)).astype(np.int32)
    return {"first": first, "key": keys[order]} | {name: column[order] for name, column in columns.items()}


def _sentiment(model: dict, stop_words: bytes) -> Tables:
    """List the words and take the logarithms of naive Bayes; each class smooths by a total of its own."""
    classes = model["d"]
    assert list(classes) == ["neg", "pos"]
    stop = {line.strip() for line in stop_words.decode().splitlines()} - {""}
    known = set().union(*(c["d"] for c in classes.values())) - stop
    counted = [*sorted(known), ""]  # no text has an empty word, so that this one has no count, as any unknown one
    words = [*counted, *sorted(stop)]
    log = [[math.log(float(c["d"].get(word, c["none"])) / c["total"]) for word in counted] for c in classes.values()]
    return {
        "word_codes": np.frombuffer("".join(words).encode("utf-32-le"), "<u4"),
        "word_edges": np.cumsum([0, *map(len, words)]),
        "word_log": np.array(log),
        "prior": np.array([math.log(c["total"]) - math.log(model["total"]) for c in classes.values()]),
    }


def _unmarshal(content: bytes) -> dict:
    """Read a model as snownlp does, compressed or not."""
    return marshal.loads(gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content)  # noqa: S302
