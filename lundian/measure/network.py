"""The network of terms that stand together: its communities, the terms that bridge them, and places to draw them at."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from lundian.measure.base import need
from lundian.provenance import measured

NODE_COLUMNS = ["term", "n", "degree", "community", "betweenness", "x", "y"]
EDGE_COLUMNS = ["term_a", "term_b", "n_ab", "npmi", "g2", "q"]


class Network(NamedTuple):
    """Two tables: `nodes` (a term each) and `edges` (a pair each)."""

    nodes: pd.DataFrame
    edges: pd.DataFrame


@measured
def cooccurrence_network(
    table: pd.DataFrame, top: int = 80, min_n_ab: int = 2, max_q: float = 1.0, seed: int = 0
) -> Network:
    """Turn pairs into a network with communities, bridging terms and a layout that is the same each time.

    An edge is a pair that meets more often than chance (npmi > 0). Communities maximise modularity weighted by npmi (Louvain:
    Blondel et al. 2008, J. Stat. Mech. P10008). Betweenness is the share of shortest paths that lead through a term, an edge
    being the shorter the higher its npmi (Brandes 2001, Journal of Mathematical Sociology 25(2)): a term with a high value
    links what otherwise stands apart. Positions are a spring layout (Fruchterman and Reingold 1991).

    Parameters
    ----------
    table
        Pairs as `cooccurrence` or `co_presence` gives them.
    top
        How many edges at most, those with the strongest evidence (g2).
    min_n_ab
        Leave out pairs that meet less often.
    max_q
        Leave out pairs with a higher q.
    seed
        Of the communities and the layout.

    Returns
    -------
    Network
        nodes, the most connected first: term, n (units that have it), degree, community (1 is the largest), betweenness
        (0 to 1), x, y (in [-1, 1]); edges, strongest first: term_a, term_b, n_ab, npmi, g2, q. Where no pair qualifies, both
        are empty.

    Examples
    --------
    >>> from lundian.measure.cooccurrence import cooccurrence
    >>> counts = pd.DataFrame({"article": "a", "paragraph": [1, 1, 2, 2, 3, 4], "term": list("茶水茶水杯杯"), "n": 1})
    >>> cooccurrence_network(cooccurrence(counts)).nodes["term"].tolist()
    ['水', '茶']
    """
    edges = _named(table)
    need(edges, [*EDGE_COLUMNS, "n_a", "n_b"], "cooccurrence_network")
    edges = edges[(edges["npmi"] > 0) & (edges["n_ab"] >= min_n_ab) & (edges["q"] <= max_q)]
    edges = (
        edges.sort_values(["g2", "term_a", "term_b"], ascending=[False, True, True]).head(top).reset_index(drop=True)
    )
    if edges.empty:
        return Network(_no_nodes(), edges[EDGE_COLUMNS])
    nodes = _measured(edges, seed).sort_values(
        ["degree", "n", "term"], ascending=[False, False, True], ignore_index=True
    )
    return Network(nodes[NODE_COLUMNS], edges[EDGE_COLUMNS])


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of concepts as pairs of terms: a network is the same of either."""
    return table.rename(columns={"concept_a": "term_a", "concept_b": "term_b"})


def _measured(edges: pd.DataFrame, seed: int) -> pd.DataFrame:
    import networkx as nx

    graph = nx.Graph()
    sizes = dict(zip(edges["term_a"], edges["n_a"], strict=True)) | dict(
        zip(edges["term_b"], edges["n_b"], strict=True)
    )
    graph.add_nodes_from(sorted(sizes))  # in a fixed order, on which communities and layout depend
    for a, b, npmi in zip(edges["term_a"], edges["term_b"], edges["npmi"], strict=True):
        graph.add_edge(a, b, weight=npmi, length=1 / npmi)
    between = nx.betweenness_centrality(graph, weight="length")
    community = _communities(graph, seed)
    places = nx.spring_layout(graph, weight="weight", seed=seed, k=1.6 / np.sqrt(len(graph)), iterations=200)
    rows = [
        (term, sizes[term], graph.degree[term], community[term], between[term], *map(float, places[term]))
        for term in graph
    ]
    return pd.DataFrame(rows, columns=NODE_COLUMNS)


def _communities(graph: object, seed: int) -> dict[str, int]:
    import networkx as nx

    found = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    ordered = sorted(map(sorted, found), key=lambda members: (-len(members), members))
    return {term: number for number, members in enumerate(ordered, 1) for term in members}


def _no_nodes() -> pd.DataFrame:
    kinds = ["str", "int64", "int64", "int64", "float64", "float64", "float64"]
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in zip(NODE_COLUMNS, kinds, strict=True)})
