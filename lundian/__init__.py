"""Chinese commentary, measured paragraph by paragraph.

`import lundian as ld` reads no file and loads no heavy library: each public name is imported when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType

# What is drawn and said: each kind has plot_, say_, title_, caption_ and alt_.
_FIGURES = (
    "compare_clouds",
    "concepts",
    "contrast",
    "contrast_pairs",
    "cooccurrence_network",
    "dispersion",
    "distances",
    "evaluation",
    "hedges",
    "interval_coverage",
    "keyness",
    "misread",
    "rhetoric",
    "saturation",
    "scorer_ranks",
    "stance",
    "terms_by_month",
    "tone_arc",
    "tone_by_month",
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
    "accept_terms": "lundian.accept",
    "add_article": "lundian.arrival",
    "answer": "lundian.say.finding",
    "average_reduced_frequency": "lundian.measure.dispersion",
    "changes": "lundian.changes",
    "by_article": "lundian.measure.side_by_side",
    "co_presence": "lundian.measure.cooccurrence",
    "collocates": "lundian.measure.collocates",
    "concepts": "lundian.measure.concepts",
    "concordance": "lundian.measure.concordance",
    "concordance_html": "lundian.measure.concordance",
    "contrast_pairs": "lundian.measure.concepts",
    "cooccurrence": "lundian.measure.cooccurrence",
    "cooccurrence_network": "lundian.measure.network",
    "coverage": "lundian.measure.concepts",
    "discover_terms": "lundian.measure.new_terms",
    "dispersion": "lundian.measure.dispersion",
    "distances": "lundian.measure.distances",
    "distinctive": "lundian.measure.distinctive",
    "doctor": "lundian.doctor",
    "dropped_words": "lundian.tone.reviews",
    "enumerations": "lundian.measure.rhetoric",
    "evaluate_by": "lundian.tone.evaluate",
    "evaluate_tone": "lundian.tone.evaluate",
    "explain_tone": "lundian.measure.tone",
    "explore": "lundian.explore.page",
    "extract": "lundian.corpus",
    "extract_features": "lundian.cluster",
    "halves": "lundian.say.finding",
    "hedges_boosters": "lundian.measure.rhetoric",
    "is_traditional": "lundian.words.script",
    "interval_coverage": "lundian.measure.tone_coverage",
    "iter_articles": "lundian.text.articles",
    "keyness": "lundian.measure.keyness",
    "label_template": "lundian.tone.labels",
    "labelled_tone": "lundian.measure.validation",
    "list_articles": "lundian.shelf",
    "load_corpus": "lundian.load",
    "load_features": "lundian.archive",
    "misread": "lundian.measure.validation",
    "move_article": "lundian.shelf",
    "new_topic": "lundian.new_topic",
    "open_article": "lundian.shelf",
    "notices": "lundian.text.notice",
    "pairs": "lundian.measure.rhetoric",
    "pick_article": "lundian.explore.picker",
    "read_articles": "lundian.text.articles",
    "read_labels": "lundian.tone.labels",
    "remove_article": "lundian.shelf",
    "report": "lundian.report.make",
    "rhetoric": "lundian.measure.rhetoric",
    "robustness": "lundian.measure.robustness",
    "role_counts": "lundian.measure.rhetoric",
    "save_as": "lundian.plot.wanted",
    "save_figure": "lundian.plot.save",
    "say_beside": "lundian.say.answers",
    "say_blamed": "lundian.say.blame",
    "say_offered": "lundian.say.blame",
    "say_robustness": "lundian.say.robustness",
    "say_role_share": "lundian.say.answers",
    "say_same_words": "lundian.say.answers",
    "say_sides": "lundian.say.blame",
    "say_thirds": "lundian.say.answers",
    "score_tone": "lundian.tone.texts",
    "say_changes": "lundian.say",
    "scorer_agreement": "lundian.measure.validation",
    "scorer_ranks": "lundian.measure.validation",
    "segment": "lundian.words.cut",
    "shipped_labels": "lundian.tone.labels",
    "show_answer": "lundian.show",
    "show_figure": "lundian.show",
    "show_finding": "lundian.show",
    "split_article": "lundian.measure.split",
    "split_concept": "lundian.measure.split",
    "split_paragraphs": "lundian.measure.split",
    "split_section": "lundian.measure.split",
    "stance": "lundian.measure.stance",
    "stopwords": "lundian.words.stopwords",
    "term_frequency": "lundian.measure.frequency",
    "term_positions": "lundian.measure.vocabulary",
    "terms_by_month": "lundian.measure.months",
    "tf_idf": "lundian.measure.frequency",
    "to_simplified": "lundian.words.script",
    "tone": "lundian.measure.tone",
    "tone_by_month": "lundian.measure.tone_months",
    "tone_parts": "lundian.measure.side_by_side",
    "tone_shift": "lundian.measure.tone_shift",
    "tone_trial": "lundian.measure.validation",
    "tone_words": "lundian.measure.tone_words",
    "unknown_drift": "lundian.tone.reviews",
    "versus": "lundian.say.finding",
    "vocabulary_growth": "lundian.measure.vocabulary",
    "with_sections": "lundian.measure.base",
    "written_labels": "lundian.tone.labels",
    **{f"plot_{kind}": f"lundian.plot.{kind}" for kind in _FIGURES},
    **{f"say_{kind}": "lundian.say" for kind in _FIGURES},
    **{f"{part}_{kind}": f"lundian.say.{kind}" for part in ("title", "caption", "alt") for kind in _FIGURES},
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
