"""`ld.report`: a topic's executed notebook as a page, a Word file, slides, a PDF or Markdown."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError
from lundian.plot.check import check_language
from lundian.plot.files import replace_all
from lundian.report.document import Document
from lundian.report.find import find
from lundian.report.notebook import read_document

FORMATS = ("html", "docx", "pptx", "pdf", "md")


def report(topic: str, to: str = "html", language: str = "en", out: str | Path | None = None) -> str:
    """Write a topic's executed notebook, with its figures, as a report.

    The report holds the notebook's question, its answer, figures with captions and alt text, numbered tables, what each figure
    cannot show, limits, and what all was made of. The same notebook and figures give the same bytes; the date on the cover is
    that on which the notebook was run, or that of the environment variable SOURCE_DATE_EPOCH.

    Parameters
    ----------
    topic
        A topic ("platform_critique"), an article of your own ("local/your_article"), or a notebook by number or file.
    to
        "html" (one file, for a mail or a browser), "docx", "pptx" (a finding a slide), "pdf" or "md" (beside the figures).
    language
        "en" or "zh": that in which the notebook was run.
    out
        Where to write it; reports/<topic>.<to> in the project folder when left out.

    Returns
    -------
    str
        Where the report is.

    Raises
    ------
    LundianError
        A wrong format or language, a notebook that is not executed, a figure that is gone, or a place that can't be written.

    Examples
    --------
    >>> report("platform_critique", to="odt")
    Traceback (most recent call last):
        ...
    lundian.errors.LundianError: There is no report as 'odt'; choose one of html, docx, pptx, pdf, md.
    """
    if to not in FORMATS:
        raise LundianError(f"There is no report as {to!r}; choose one of {', '.join(FORMATS)}.")
    check_language(language)
    run = find(topic, language)
    name = run.folder.rpartition("/")[2] + ("" if run.language == "en" else f"_{run.language}")
    path = Path(out).expanduser() if out else paths.home() / "reports" / f"{name}.{to}"
    content = _writer(to, path)(read_document(run))
    try:
        replace_all(path.parent, {path.name: content})
    except OSError as error:
        raise LundianError(f"{path} can't be written ({error.strerror}); close it, or choose another place.") from error
    return str(path)


def _writer(to: str, path: Path) -> Callable[[Document], bytes]:
    """Return what writes a document in this format; Markdown has to know where it will lie."""
    module = import_module(f"lundian.report.{'markdown' if to == 'md' else to}")
    if to == "md":
        return lambda document: module.write_md(document, path.parent)
    return getattr(module, f"write_{to}")
