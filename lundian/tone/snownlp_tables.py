"""SnowNLP's model as sparse tables, made from the files that snownlp ships.

The segmenter's counts are of characters with a tag: b, m, e (begin, middle, end of a word) or s (a word by itself). Their
logarithms are taken here, once, with `math.log` and in snownlp's order of evaluation, so that they are the same doubles.
Which pairs and triples of characters the model has seen stands in two bit maps; the bits before a place give its row.
"""

import gzip
import marshal
import math

import numpy as np

FIRST, LAST = 0x4E00, 0x9FA5  # the characters that snownlp calls Chinese
SHORT = 3  # characters of a word whose key fits into 64 bits
UNKNOWN, START = 0, 1  # numbers of characters; those of the model follow
TAGS = {"b": 0, "m": 1, "e": 2, "s": 3, "BOS": 3}  # the start of a run has one tag, and a number of its own

Tables = dict[str, np.ndarray]


def build(segmenter: bytes, sentiment: bytes, stop_words: bytes) -> Tables:
    """Turn the contents of snownlp's three files into tables.

    Returns
    -------
    dict of str to numpy.ndarray
        `number`: the number of a Han character, by code point from `FIRST`. `alone`: log-probability by tag and number.
        `pair_bits`, `pair_through`, `triple_bits`, `triple_through`: for `rank`. `triple_place`: where the triples that
        begin with a pair are in their bit map. `pair_first`, `triple_first`: first entry of each row; `pair_tags`,
        `triple_tags`: of each entry, as digits of base 4; `pair_log`, `triple_log`: its log-probability.
        `short_key`, `short_number`: words of up to three characters by `word_key`, in order, and their numbers;
        `long_words`, `long_number`: the others, as UTF-8, one a line. A known word's number is below that of any unknown
        word, a stop word's above. `word_log`: log-probability by class (negative, positive) and number, the last of an
        unknown word; `prior`: by class.
    """
    return _segmenter(_unmarshal(segmenter)) | _sentiment(_unmarshal(sentiment), stop_words)


def rank(bits: np.ndarray, through: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return how many bits of a bit map are set before each place, or -1 where the place's own bit is not.

    >>> rank(np.array([0b1011], "u8"), np.array([3], "i4"), np.array([0, 1, 2, 3]))
    array([ 0,  1, -1,  2]...)
    """
    word = place >> 6
    from_here = bits[word] >> (place & 63).astype(np.uint64)
    return np.where(from_here & np.uint64(1), through[word] - np.bitwise_count(from_here), np.int32(-1))


def word_key(code: int | np.ndarray, place: int) -> int | np.ndarray:
    """Return what a character adds to its word's key; a code point takes 21 bits, and none adds 0."""
    return (code + 1) << (21 * place)


def _segmenter(model: dict) -> Tables:
    """Give the Han characters numbers and take logarithms as `CharacterBasedGenerativeModel.log_prob` does."""
    one, two, three = (model[name]["d"] for name in ("uni", "bi", "tri"))

    def log_prob(*key: tuple[str, str]) -> float:
        p = model["l1"] * (float(one.get(key[-1], 0)) / model["uni"]["total"])
        if len(key) > 1:
            p += model["l2"] * two[key[-2:]] / one[key[-2]]
        if len(key) > 2:
            p += model["l3"] * three[key] / two[key[:2]]
        return math.log(p) if p else -math.inf

    chars = sorted({char for char, _ in one if char and FIRST <= ord(char) <= LAST})
    ids = {"": START} | {char: START + 1 + i for i, char in enumerate(chars)}
    number = np.full(LAST - FIRST + 1, UNKNOWN, np.int32)
    number[[ord(char) - FIRST for char in chars]] = [ids[char] for char in chars]
    width = len(ids) + 1
    alone = np.zeros((4, width))  # an unknown character adds nothing to any path
    alone[:, START + 1 :] = np.reshape([log_prob((char, tag)) for tag in "bmes" for char in chars], (4, -1))
    chars_2, tags_2, log_2 = _entries(two, ids, log_prob)
    chars_3, tags_3, log_3 = _entries(three, ids, log_prob)
    pairs = _sparse("pair", chars_2 @ [width, 1], tags_2, log_2, width * width)
    left, middle = (rank(pairs["pair_bits"], pairs["pair_through"], chars_3[:, i : i + 2] @ [width, 1]) for i in (0, 1))
    place, size = _triple_place(np.unique(chars_2, axis=0), width)
    triples = _sparse("triple", place[left] + middle, tags_3, log_3, size)
    return {"number": number, "alone": alone, "triple_place": place} | pairs | triples


def _entries(counts: dict, ids: dict, log_prob: object) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the characters, the tags and the log-probability of each pair or triple of Han characters."""
    keys = [key for key in counts if all(char in ids for char, _ in key)]
    chars = np.array([[ids[char] for char, _ in key] for key in keys])
    tags = np.array([[TAGS[tag] for _, tag in key] for key in keys])
    return chars, tags @ 4 ** np.arange(tags.shape[1])[::-1], np.array([log_prob(*key) for key in keys])


def _sparse(name: str, place: np.ndarray, tags: np.ndarray, log: np.ndarray, size: int) -> Tables:
    """Return a bit map of the places, and the entries in rows, one row for each place that has any."""
    order = np.lexsort((tags, place))
    places, first = np.unique(place[order], return_index=True)
    bits = np.zeros(size // 64 + 1, np.uint64)
    np.bitwise_or.at(bits, places >> 6, np.uint64(1) << (places & 63).astype(np.uint64))
    columns = {
        "bits": bits,
        "through": np.cumsum(np.bitwise_count(bits), dtype=np.int32),
        "first": np.append(first, len(order)).astype(np.int32),
        "tags": tags[order].astype(np.int32),
        "log": log[order],
    }
    return {f"{name}_{column}": values for column, values in columns.items()}


def _triple_place(pairs: np.ndarray, width: int) -> tuple[np.ndarray, int]:
    """Give each pair (x, y) a strip of places, one for each pair (y, z); that of xyz is `triple_place[xy] + row of yz`."""
    last = pairs[:, 1]
    follow = np.bincount(pairs[:, 0], minlength=width)
    order = np.argsort(last, kind="stable")
    end = np.empty(len(pairs), np.int64)
    end[order] = np.cumsum(follow[last[order]])
    strip = end - follow[last]
    first_row = np.cumsum(follow) - follow
    return (strip - first_row[last]).astype(np.int32), int(end.max())


def _sentiment(model: dict, stop_words: bytes) -> Tables:
    """Give words numbers and take the logarithms of naive Bayes; each class smooths by a total of its own."""
    classes = model["d"]
    assert list(classes) == ["neg", "pos"]
    known = sorted(set().union(*(c["d"] for c in classes.values())))
    numbers = {word: number for number, word in enumerate(known)}
    numbers |= {line.strip(): len(known) + 1 for line in stop_words.decode().splitlines() if line.strip()}
    short = sorted(
        (sum(word_key(ord(char), i) for i, char in enumerate(word)), n)
        for word, n in numbers.items()
        if len(word) <= SHORT
    )
    long = [word for word in numbers if len(word) > SHORT]
    word_log = [
        [math.log(float(c["d"].get(word, c["none"])) / c["total"]) for word in [*known, None]] for c in classes.values()
    ]
    return {
        "short_key": np.array([key for key, _ in short], np.uint64),
        "short_number": np.array([number for _, number in short], np.int32),
        "long_words": np.frombuffer("\n".join(long).encode(), np.uint8),
        "long_number": np.array([numbers[word] for word in long], np.int32),
        "word_log": np.array(word_log),
        "prior": np.array([math.log(c["total"]) - math.log(model["total"]) for c in classes.values()]),
    }


def _unmarshal(content: bytes) -> dict:
    """Read a model as snownlp does, compressed or not."""
    return marshal.loads(gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content)  # noqa: S302
