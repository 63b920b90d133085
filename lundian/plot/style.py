"""How every figure looks: one palette, one font, four sizes of type, asked for explicitly and undone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

# Okabe and Ito (2008), "Color Universal Design": told apart with any of the common kinds of colour blindness.
PALETTE = {
    "blue": "#0072B2",
    "vermilion": "#D55E00",
    "green": "#009E73",
    "purple": "#CC79A7",
    "orange": "#E69F00",
    "sky": "#56B4E9",
    "black": "#000000",
    "yellow": "#F0E442",
}
INK, GREY, PALE, PAPER = "#1A1A1A", "#6B6B6B", "#D9D9D9", "#FFFFFF"
POSITIVE, NEGATIVE, NEUTRAL = PALETTE["blue"], PALETTE["vermilion"], GREY
SERIES = tuple(PALETTE[name] for name in ("blue", "vermilion", "green", "purple", "orange", "sky", "black"))

TITLE, LABEL, TICK, SMALL = 11.0, 9.0, 8.0, 7.0  # points; hierarchy by size and colour, for the font has no bold
WIDTHS = {"page": 6.5, "column": 3.5, "slide": 6.5}  # inches; a slide is the page's figure, drawn with more pixels
DPI = {"page": 200, "column": 300, "slide": 300}


@contextmanager
def style() -> Iterator[None]:
    """Use the package's look within a `with` block; matplotlib's settings are as before afterwards.

    Examples
    --------
    >>> import matplotlib
    >>> before = dict(matplotlib.rcParams)
    >>> with style():
    ...     matplotlib.rcParams["axes.spines.top"]
    False
    >>> dict(matplotlib.rcParams) == before
    True
    """
    import matplotlib as mpl

    # Only our own settings are put back. matplotlib's rc_context puts back all, and so would undo what a notebook's first
    # figure switches on: drawing under the cell.
    ours = settings()
    before = {name: mpl.rcParams[name] for name in ours}
    mpl.rcParams.update(ours)
    try:
        yield
    finally:
        mpl.rcParams.update(before)


def settings() -> dict[str, object]:
    """Return the look as matplotlib settings."""
    from lundian.plot.font import register

    return {
        "font.family": [register()],
        "font.weight": "normal",
        "axes.titleweight": "normal",
        "figure.titleweight": "normal",
        "axes.labelweight": "normal",
        "text.parse_math": False,
        "text.usetex": False,
        "text.color": INK,
        "axes.titlesize": LABEL,
        "axes.titlelocation": "left",
        "axes.titlecolor": INK,
        "axes.labelsize": LABEL,
        "axes.labelcolor": INK,
        "axes.edgecolor": GREY,
        "axes.facecolor": PAPER,
        "axes.linewidth": 0.6,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "axes.grid": False,
        "axes.formatter.use_mathtext": False,
        "axes.formatter.useoffset": False,
        "axes.unicode_minus": True,
        "xtick.labelsize": TICK,
        "ytick.labelsize": TICK,
        "xtick.color": GREY,
        "ytick.color": GREY,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "xtick.major.width": 0.6,
        "ytick.major.width": 0.6,
        "grid.color": PALE,
        "grid.linewidth": 0.5,
        "legend.fontsize": TICK,
        "legend.frameon": False,
        "figure.facecolor": PAPER,
        "figure.dpi": 100,
        "figure.max_open_warning": 0,
        "savefig.facecolor": PAPER,
        "savefig.bbox": None,
        "svg.image_inline": True,
    }


def concept_colour(concept: str) -> str:
    """Return a concept's colour: the same one in every figure, on every machine, whatever else is drawn.

    Seven hues in three strengths, in the order of the concepts of all topics; one that no topic knows gets its colour from
    a hash of its id. Colour is never the only sign: figures also name a concept where it is drawn.

    >>> concept_colour("platform_mediation") == concept_colour("platform_mediation")
    True
    """
    from lundian.glossary import concept_keys

    keys = concept_keys()
    digest = sha256(concept.encode("utf-8", "surrogatepass")).digest()
    place = keys.index(concept) if concept in keys else int.from_bytes(digest[:4], "big")
    hue, strength = place % len(SERIES), place // len(SERIES) % 3
    return mix(SERIES[hue], (1.0, 0.75, 0.55)[strength])


def mix(colour: str, strength: float) -> str:
    """Return `colour` thinned with white paper.

    >>> mix("#000000", 0.5)
    '#808080'
    """
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * strength):02x}" for part in parts)


def ramp(colour: str = PALETTE["blue"]) -> object:
    """Return the colour map from paper to `colour`, for quantities that begin at nought."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("lundian", [PAPER, mix(colour, 0.45), colour, _dark(colour)])


def _dark(colour: str) -> str:
    return "#" + "".join(f"{round(int(colour[i : i + 2], 16) * 0.45):02x}" for i in (1, 3, 5))
