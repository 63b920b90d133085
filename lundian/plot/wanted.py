"""As what figures are saved where a call does not say it: width, formats, and a folder of their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from lundian.errors import LundianError
from lundian.plot.style import WIDTHS

PICTURES = ("png", "svg", "pdf")
FORMATS = (*PICTURES, "xlsx")


@dataclass(frozen=True)
class Wanted:
    """Width and formats of figures; "" for `under` puts them where the project's figures are."""

    width: str = "page"
    formats: tuple[str, ...] = ("png", "svg")
    under: str = ""


_NOW = [Wanted()]


def save_as(width: str = "page", formats: Iterable[str] = ("png", "svg"), under: str = "") -> None:
    """Have every figure that is saved from now on in this width and these formats, without a word at each call.

    One line at the top of a notebook, and all its figures are saved so at the next run; `lundian figures` does it from outside.

    Parameters
    ----------
    width
        "page" (6.5 inches), "column" (3.5 inches, same size of type) or "slide" (the page's figure with more pixels).
    formats
        Of "png", "svg", "pdf" and "xlsx" (the table as a workbook; as .csv it is always there), at least one picture.
    under
        A folder below figures/local/ that the figures go to, so that those of the project stay as they are.

    Raises
    ------
    LundianError
        There is no such width or format.

    Examples
    --------
    >>> save_as(formats=["gif"])
    Traceback (most recent call last):
        ...
    lundian.errors.LundianError: Figures can't be saved as gif; choose of png, svg, pdf, xlsx.
    >>> save_as()
    """
    formats = tuple(formats)
    check(width, formats)
    _NOW[0] = Wanted(width, formats, under)


def wanted() -> Wanted:
    """Return as what figures are saved now."""
    return _NOW[0]


def check(width: str, formats: Iterable[str]) -> None:
    """Refuse a width or a format that isn't there, and formats without a picture."""
    formats = tuple(formats)
    if wrong := [one for one in formats if one not in FORMATS]:
        raise LundianError(f"Figures can't be saved as {', '.join(wrong)}; choose of {', '.join(FORMATS)}.")
    if not any(one in PICTURES for one in formats):
        raise LundianError(f"A figure is saved as a picture at least: one of {', '.join(PICTURES)}.")
    if width not in WIDTHS:
        raise LundianError(f"There is no width {width!r}; choose one of {', '.join(WIDTHS)}.")
