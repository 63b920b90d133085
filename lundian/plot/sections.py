"""The axis that most figures share: an article's paragraphs from left to right, with its sections marked."""

import pandas as pd

from lundian.plot import font
from lundian.plot.style import GREY, PALE, SMALL

PARAGRAPH = {"en": "Paragraph", "zh": "段落"}
MANY = 20  # sections; more would fence the picture in, so their lines are pale
_NARROW = 20.0  # points; a section that is narrower gets no name


def extent(rows: pd.DataFrame) -> tuple[int, int]:
    """Return the first and the last paragraph in a table.

    >>> extent(pd.DataFrame({"paragraph": [3, 7]}))
    (1, 7)
    """
    return min(1, int(rows["paragraph"].min())), int(rows["paragraph"].max())


def paragraph_axis(ax: object, first: int, last: int, language: str, *, named: bool = True) -> None:
    """Let the x axis run over whole paragraphs."""
    from matplotlib.ticker import MaxNLocator

    ax.set_xlim(first - 0.6, last + 0.6)
    ax.xaxis.set_major_locator(
        MaxNLocator(nbins=10 if last < 200 else 5, integer=True, min_n_ticks=1, steps=[1, 2, 5, 10])
    )
    if named:
        ax.set_xlabel(PARAGRAPH[language])


def section_starts(rows: pd.DataFrame) -> list[tuple[float, float, str]]:
    """Return (from, to, title) of each section, in paragraphs; [] where the table knows no sections.

    >>> section_starts(pd.DataFrame({"paragraph": [1, 2, 3], "section": [0, 0, 1], "section_title": ["", "", "结语"]}))
    [(0.5, 2.5, ''), (2.5, 3.5, '结语')]
    """
    if not {"section", "paragraph"} <= set(rows.columns):
        return []
    known = rows.dropna(subset=["section"])
    known = known.assign(section_title=known["section_title"] if "section_title" in known.columns else "")
    spans = known.groupby("section", sort=True).agg(
        low=("paragraph", "min"), high=("paragraph", "max"), title=("section_title", "first")
    )
    if len(spans) < 2:
        return []
    spans = spans.sort_values("low")
    ends = [*(spans["low"].iloc[1:] - 0.5), spans["high"].iloc[-1] + 0.5]
    titles = spans["title"].fillna("").astype(str)
    return [(float(a) - 0.5, float(b), title) for a, b, title in zip(spans["low"], ends, titles, strict=True)]


def mark_sections(ax: object, rows: pd.DataFrame, *, named: bool = True) -> object:
    """Draw section boundaries, their titles above the axes; return what fits the titles anew to another width."""
    sections = section_starts(rows)
    texts = []
    for low, _, title in sections:
        if low > ax.get_xlim()[0] + 0.5:
            many = len(sections) > MANY
            ax.axvline(
                low, color=PALE if many else GREY, linewidth=0.7, linestyle="-" if many else (0, (4, 3)), zorder=1.2
            )
        if not named:
            continue
        spot = (max(low, ax.get_xlim()[0]), 1.0)
        texts.append(
            ax.annotate(
                font.drawable(title).strip()[:1],  # one line high while the layout makes room
                spot,
                (2, 3),
                xycoords=ax.get_xaxis_transform(),
                textcoords="offset points",
                fontsize=SMALL,
                color=GREY,
                ha="left",
                va="bottom",
                annotation_clip=False,
            )
        )

    def fit() -> None:
        scale = ax.get_window_extent().width / ax.figure.dpi * 72 / (ax.get_xlim()[1] - ax.get_xlim()[0])
        for text, (low, high, title) in zip(texts, sections, strict=named):
            room = (high - max(low, ax.get_xlim()[0])) * scale - 6
            text.set_text(font.shorten(font.drawable(title), SMALL, room) if room > _NARROW else "")

    return fit


def band(ax: object, low: float, high: float) -> None:
    """Shade a stretch of paragraphs."""
    ax.axvspan(low, high, color=PALE, alpha=0.4, linewidth=0, zorder=0)
