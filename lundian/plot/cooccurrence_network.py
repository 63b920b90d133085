"""Which terms stand together: a network, its groups in colour, the terms that bridge them ringed."""

import pandas as pd

from lundian import glossary
from lundian.plot.check import check_language
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.labels import name_points
from lundian.plot.names import label
from lundian.plot.style import GREY, INK, SERIES, style
from lundian.say.cooccurrence_network import tables, title_cooccurrence_network

NOTE = {
    "en": "Colour: group. Size: number of links. Ring: bridges groups. Place means nothing but nearness.",
    "zh": "颜色：组。大小：连线数。圈：连起各组。位置只表示远近。",
}
_GROUPS = 6  # in colour; the smaller ones are grey


@style()
def plot_cooccurrence_network(network: object, *, ax: object = None, language: str = "en") -> object:
    """Draw the network of terms that stand together.

    Parameters
    ----------
    network
        What `cooccurrence_network` gives: .nodes (term, degree, community, betweenness, x, y) and .edges (term_a, term_b,
        n_ab, npmi, q).
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" (terms with English glosses) or "zh".

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    LundianError
        A column is missing.
    """
    check_language(language)
    nodes, edges = tables(network, "plot_cooccurrence_network")
    title = title_cooccurrence_network(network, language)
    if edges.empty:
        return sentence(ax, title)
    (panel,) = axes = sheet(ax, [4.8])
    panel.set_axis_off()
    panel.margins(0.14, 0.08)
    place = nodes.set_index("term")[["x", "y"]]
    for edge in edges.itertuples():
        ends = place.loc[[edge.term_a, edge.term_b]]
        panel.plot(ends["x"], ends["y"], color=GREY, alpha=0.2 + 0.5 * max(edge.npmi, 0), linewidth=0.9, zorder=1)
    _dots(panel, nodes)
    ranked = nodes.sort_values(["degree", "term"], ascending=[False, True])
    glosses = [glossary.gloss(term, language) for term in ranked["term"]]
    names = [label(*pair, room=130).replace("\n", " ") for pair in zip(ranked["term"], glosses, strict=True)]
    fit = name_points(panel, list(ranked["x"]), list(ranked["y"]), names, radius=4.5)
    return finish(axes, title, note=NOTE[language], texts=nodes["term"], fit=fit)


def _dots(ax: object, nodes: pd.DataFrame) -> None:
    largest = list(nodes["community"].value_counts().sort_index(kind="stable").nlargest(_GROUPS, keep="first").index)
    colours = [SERIES[largest.index(group)] if group in largest else GREY for group in nodes["community"]]
    sizes = 14 + 70 * nodes["degree"] / max(nodes["degree"].max(), 1)
    bridge = (nodes["betweenness"] > 0) & (nodes["betweenness"] >= nodes["betweenness"].nlargest(3).min())
    rings = [INK if ring else "white" for ring in bridge]
    ax.scatter(nodes["x"], nodes["y"], s=sizes, c=colours, edgecolors=rings, linewidths=1.1, zorder=3)
