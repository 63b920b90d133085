"""The network of pairs: communities and bridges that can be seen by eye."""

import pytest

from lundian.measure.cooccurrence import co_presence, cooccurrence
from lundian.measure.network import cooccurrence_network


@pytest.fixture
def pairs(counts_from):
    """Return the pairs of two groups of three, a to c and x to z, that only m belongs to both of."""
    texts = ["abc"] * 3 + ["xyz"] * 3 + ["abcm"] * 2 + ["xyzm"] * 2 + ["k"] * 6
    return cooccurrence(counts_from([("x", p, t, 1) for p, ts in enumerate(texts) for t in ts]))


def test_communities_and_bridge(pairs):
    """Each group is a community, and only m lies on paths between them."""
    nodes = cooccurrence_network(pairs).nodes.set_index("term")
    assert nodes.loc[list("abc"), "community"].nunique() == 1
    assert nodes.loc["a", "community"] != nodes.loc["x", "community"]
    assert nodes["betweenness"].idxmax() == "m"
    assert nodes.loc["m", "betweenness"] == pytest.approx(9 / 15)  # 3 x 3 of the 15 pairs of the other six
    assert nodes.loc["m", ["n", "degree"]].tolist() == [4, 6]


def test_same_each_time_and_within_bounds(pairs):
    """The same call gives the same places, whatever the order of the rows; another seed gives others."""
    first, again = cooccurrence_network(pairs), cooccurrence_network(pairs.sample(frac=1, random_state=1))
    assert first.nodes.equals(again.nodes)
    assert first.edges.equals(again.edges)
    assert first.nodes[["x", "y"]].abs().to_numpy().max() <= 1
    assert not first.nodes["x"].equals(cooccurrence_network(pairs, seed=1).nodes["x"])


def test_edges_are_chosen(pairs):
    """The strongest edges, those that meet often enough and those below a q."""
    assert len(cooccurrence_network(pairs, top=2).edges) == 2
    assert (cooccurrence_network(pairs, min_n_ab=5).edges["n_ab"] >= 5).all()
    assert (cooccurrence_network(pairs, max_q=0.05).edges["q"] <= 0.05).all()


def test_no_edge_gives_empty_tables(pairs, corpus):
    """Where nothing qualifies both tables are empty, with their columns; concepts work as terms do."""
    empty = cooccurrence_network(pairs, min_n_ab=99)
    assert empty.nodes.empty
    assert list(empty.nodes.columns) == list(cooccurrence_network(pairs).nodes.columns)
    assert cooccurrence_network(co_presence(corpus, "drinks")).edges.empty
