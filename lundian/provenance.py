"""What a table was made with and from: the record that measures leave on their tables, and what a figure's entry says.

`measured` marks a function whose table shall remember the call (`table.attrs["made_by"]`: the function's name, its seed and its
plain parameters). `made_from` joins that record with the hashes of the corpus: texts, dictionary, lexicons, concepts.
"""

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from importlib.metadata import version

import numpy as np
import pandas as pd

MADE_BY = "made_by"
FEW = 24  # longer lists of parameters and of articles are told by their number and one hash
PACKAGES = (
    "jieba", "lundian", "matplotlib", "networkx", "numpy", "opencc", "pandas", "pylopdf-fonts-zh-cn", "rjieba", "scipy",
    "seaborn", "snownlp", "statsmodels", "stopwordsiso", "wordcloud", "wordfreq",
)  # fmt: skip
_NOTHING = object()


def measured(function: Callable) -> Callable:
    """Return the function, with a record of its call left on the table that it gives.

    >>> measured(lambda table, seed=0: table)(pd.DataFrame()).attrs
    {'made_by': {'measure': '<lambda>', 'parameters': {}, 'seed': 0}}
    """
    signature = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: object, **kwargs: object) -> object:
        made = function(*args, **kwargs)
        if not isinstance(table_of(made), pd.DataFrame):  # a table in parts, which has no place for a record
            return made
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        table_of(made).attrs[MADE_BY] = _record(function.__name__, bound.arguments)
        return made

    return call


def table_of(data: object) -> pd.DataFrame:
    """Return the table of what can be drawn: of a network, its edges."""
    return getattr(data, "edges", data)


def made_from(corpus: object, data: object) -> dict[str, object]:
    """Return what a table was made from: text, dictionary, lexicons, concepts of the corpus, and the measure's record.

    Parameters
    ----------
    corpus
        What was measured; None where it was no corpus.
    data
        The table, or a network.

    Returns
    -------
    dict
        articles (slug → SHA-256 of its text; beyond 24 articles their number and one hash), dictionary, lexicons, concepts
        (hashes), extractor (version of the code that read the texts); measure, seed, parameters, as far as they are known.
    """
    return {**_corpus(corpus), **getattr(table_of(data), "attrs", {}).get(MADE_BY, {})}


def versions() -> dict[str, str]:
    """Return the versions of the packages that decide what a figure shows."""
    return {package: version(package) for package in PACKAGES}


def _corpus(corpus: object) -> dict[str, object]:
    if corpus is None:
        return {}
    articles = corpus.articles
    read_with = articles["extractor"].str.split("-", n=2, expand=True).reindex(columns=range(3))
    return {
        "articles": _few(dict(sorted(zip(articles["article"], articles["text_sha256"], strict=True)))),
        "dictionary": _one(articles["dictionary"]),
        "extractor": _one(read_with[0]),
        "lexicons": _one(read_with[1]),
        "concepts": _one(read_with[2]),
    }


def _one(values: pd.Series) -> str:
    """Return the value that all articles have, or all that there are."""
    return " + ".join(sorted(values.dropna().astype(str).unique()))


def _record(name: str, arguments: Mapping[str, object]) -> dict[str, object]:
    parameters = _plain(dict(arguments))
    seed = {"seed": parameters.pop("seed")} if "seed" in parameters else {}
    return {"measure": name, "parameters": parameters, **seed}


def _plain(value: object) -> object:
    """Return a parameter as JSON has it, a table by its own record; a function or topic by its name."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(table_of(value), (pd.DataFrame, pd.Series)):
        return table_of(value).attrs.get(MADE_BY, _NOTHING)
    if isinstance(value, Mapping):
        return _kept((str(key), _plain(one)) for key, one in value.items())
    if isinstance(value, (list, tuple)):
        return _few([one for one in map(_plain, value) if one is not _NOTHING])
    if isinstance(value, (set, frozenset)):
        return _few(sorted(map(str, value)))
    return getattr(value, "__name__", getattr(value, "name", _NOTHING))


def _kept(items: Iterable[tuple[str, object]]) -> dict[str, object]:
    return {key: one for key, one in items if one is not _NOTHING}


def _few(values: list | dict) -> object:
    """Return a short list as it is, a long one as its number and hash."""
    if len(values) <= FEW:
        return values
    return {"n": len(values), "sha256": sha256(repr(values).encode()).hexdigest()}
