"""Figure, finding and answer as a notebook shows them: where the article supports them; else one sentence says why not."""

from collections.abc import Mapping
from importlib import import_module

from lundian.plot.save import save_figure
from lundian.say.finding import Finding, answer
from lundian.say.support import why_not


def show_figure(
    name: str,
    table: object,
    corpus: object,
    folder: str,
    *,
    language: str = "en",
    about: Mapping[str, str] | None = None,
    **options: object,
) -> str:
    """Draw a figure and keep it in figures/<folder>/, if the article supports it.

    Parameters
    ----------
    name
        A number and the kind of the figure, as "03_tone_arc"; `plot_<kind>` draws it.
    table
        What is drawn.
    corpus
        What was measured, for the figure's provenance.
    folder
        As `save_figure` takes it: "my_topic", or "local/my_article".
    language
        "en" or "zh".
    about
        What the two texts of a comparison are called (target, reference).
    options
        What else `plot_<kind>` takes.

    Returns
    -------
    str
        Where the picture is, from the project folder on; or the sentence that says why the figure is left out.
    """
    kind = _kind(name)
    if reason := why_not(kind, table, language):
        return Finding(reason)
    plot = getattr(import_module(f"lundian.plot.{kind}"), f"plot_{kind}")
    ax = plot(table, language=language, **options, **(about or {}))
    named = {"baseline": "SnowNLP"} if "baseline" in options else {}  # the line beside a tone arc is SnowNLP's
    return save_figure(ax, folder, name, data=table, corpus=corpus, language=language, about={**(about or {}), **named})


def show_finding(name: str, table: object, language: str = "en", **about: str) -> Finding | None:
    """Return what a figure shows in words (`say_<kind>`), and nothing where `show_figure` leaves it out."""
    return None if why_not(_kind(name), table, language) else Finding(_say(name, "say")(table, language, **about))


def show_answer(language: str = "en", **tables: object) -> Finding:
    """Return the titles of figures as one paragraph, or why there is none.

    Parameters
    ----------
    language
        "en" or "zh".
    tables
        The tables, by the kinds of their figures.

    Returns
    -------
    Finding
        What the article supports of it; where that is nothing, why the first figure is left out.
    """
    reasons = {kind: why_not(kind, table, language) for kind, table in tables.items()}
    titles = [_say(kind, "title")(table, language) for kind, table in tables.items() if not reasons[kind]]
    return answer(*titles, language=language) if titles else Finding(next(iter(reasons.values()), ""))


def _kind(name: str) -> str:
    return name.partition("_")[2] if name[:1].isdigit() else name


def _say(name: str, part: str) -> object:
    kind = _kind(name)
    return getattr(import_module(f"lundian.say.{kind}"), f"{part}_{kind}")
