"""Chinese commentary, measured paragraph by paragraph.

`import lundian as ld` reads no file and loads no heavy library: each public name is imported when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType

# What is drawn and said: each kind has plot_, say_, caption_ and alt_.
_FIGURES = (
    "compare_clouds",
    "concepts",
    "contrast",
    "contrast_pairs",
    "cooccurrence_network",
    "dispersion",
    "distances",
    "hedges",
    "keyness",
    "rhetoric",
    "stance",
    "tone_arc",
    "tone_shift",
    "tone_words",
    "top_terms",
    "vocabulary_growth",
    "word_cloud",
)

# Public name → the module that holds it.
_HOMES: dict[str, str] = {
    "Corpus": "lundian.corpus",
    "LundianError": "lundian.errors",
    "answer": "lundian.say.finding",
    "average_reduced_frequency": "lundian.measure.dispersion",
    "co_presence": "lundian.measure.cooccurrence",
    "collocates": "lundian.measure.collocates",
    "concepts": "lundian.measure.concepts",
    "concordance": "lundian.measure.concordance",
    "contrast_pairs": "lundian.measure.concepts",
    "cooccurrence": "lundian.measure.cooccurrence",
    "cooccurrence_network": "lundian.measure.network",
    "coverage": "lundian.measure.concepts",
    "dispersion": "lundian.measure.dispersion",
    "distances": "lundian.measure.distances",
    "distinctive": "lundian.measure.distinctive",
    "enumerations": "lundian.measure.rhetoric",
    "explain_tone": "lundian.measure.tone",
    "extract": "lundian.corpus",
    "hedges_boosters": "lundian.measure.rhetoric",
    "interval_coverage": "lundian.measure.tone_coverage",
    "keyness": "lundian.measure.keyness",
    "load_corpus": "lundian.corpus",
    "pairs": "lundian.measure.rhetoric",
    "read_articles": "lundian.text.articles",
    "rhetoric": "lundian.measure.rhetoric",
    "robustness": "lundian.measure.robustness",
    "role_counts": "lundian.measure.rhetoric",
    "save_figure": "lundian.plot.save",
    "score_tone": "lundian.tone.texts",
    "segment": "lundian.words.cut",
    "split_article": "lundian.measure.split",
    "split_concept": "lundian.measure.split",
    "split_section": "lundian.measure.split",
    "split_paragraphs": "lundian.measure.split",
    "stance": "lundian.measure.stance",
    "stopwords": "lundian.words.stopwords",
    "term_frequency": "lundian.measure.frequency",
    "term_positions": "lundian.measure.vocabulary",
    "tf_idf": "lundian.measure.frequency",
    "tone": "lundian.measure.tone",
    "tone_shift": "lundian.measure.tone_shift",
    "tone_words": "lundian.measure.tone_words",
    "vocabulary_growth": "lundian.measure.vocabulary",
    "with_sections": "lundian.measure.base",
    **{f"plot_{kind}": f"lundian.plot.{kind}" for kind in _FIGURES},
    **{f"say_{kind}": "lundian.say" for kind in _FIGURES},
    **{f"{part}_{kind}": f"lundian.say.{kind}" for part in ("caption", "alt") for kind in _FIGURES},
}

__all__ = sorted(_HOMES)


class _Package(ModuleType):
    """A package whose public functions keep their names when a submodule of the same name is imported.

    `ld.tone(corpus)` is a function and `lundian/tone/` a folder; importing the folder would replace it.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("lundian")
    if name not in _HOMES:
        raise AttributeError(f"lundian has no {name!r}; it has {', '.join(__all__)}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
