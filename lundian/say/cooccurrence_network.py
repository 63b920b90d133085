"""Say into which groups the terms of an article fall, and which term bridges them."""

import pandas as pd

from lundian.say import phrase

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no two terms stand together more often than chance.",
        "bridge": "{hub} links the groups: it has the most connections and bridges most paths",
        "two": "{hub} has the most connections; {bridge} bridges what otherwise stands apart",
        "weak": "{title}, but no single link is beyond chance",
        "flat": "{hub} and its neighbours stand together; no term bridges groups",
        "groups": "{nodes} joined by {edges} fall into {groups}; the largest is around {names}.",
        "strong": "The closest pair is {a} and {b}: in {n} together (NPMI {npmi}, q = {q}).",
        "chance": "After correction for many comparisons {k} of them hold (q < 0.05).",
        "caption": "Terms that stand in the same paragraphs more often than chance ({links}); the larger the dot, the more "
        "links; colour is the group; ringed: bridges groups.",
        "alt": "Network of {nodes} and {links}. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有哪两个词同现得比偶然更多。",
        "bridge": "{hub}连起各组：连线最多，也居于最多的通路上",
        "two": "{hub}的连线最多；{bridge}把原本分开的连在一起",
        "weak": "{title}；但单条连线都可能出于偶然",
        "flat": "{hub}与其邻词同现；没有词连起各组",
        "groups": "{nodes}由{edges}相连，分成{groups}；最大的一组围绕{names}。",
        "strong": "最紧密的是{a}与{b}：同现于{n}（NPMI {npmi}，q = {q}）。",
        "chance": "多重比较校正后仍成立的连线有{k}条（q < 0.05）。",
        "caption": "比偶然更常同段出现的词（{links}）；点越大，连线越多；颜色为组；带圈者连起各组。",
        "alt": "网络图，{nodes}、{links}。{say}",
    },
}


def say_cooccurrence_network(network: object, language: str = "en") -> str:
    """Return the most connected term, the one that bridges groups, the groups, and the closest pair.

    Parameters
    ----------
    network
        What `cooccurrence_network` gives: .nodes (term, degree, community, betweenness) and .edges (term_a, term_b, n_ab,
        npmi, q).
    language
        "en" or "zh".
    """
    nodes, edges = tables(network, "say_cooccurrence_network")
    if edges.empty:
        return phrase.fill(TEXTS, language, "nothing")
    pair = edges.sort_values(["npmi", "n_ab"], ascending=False, kind="stable").iloc[0]
    largest = nodes[nodes["community"] == nodes["community"].value_counts().idxmax()]["term"].head(3)
    strong = phrase.fill(
        TEXTS,
        language,
        "strong",
        a=phrase.term(pair["term_a"], language),
        b=phrase.term(pair["term_b"], language),
        n=phrase.count(pair["n_ab"], "paragraph", language),
        npmi=phrase.number(pair["npmi"]),
        q=phrase.number(pair["q"], 3),
    )
    groups = phrase.fill(
        TEXTS,
        language,
        "groups",
        nodes=phrase.count(len(nodes), "term", language),
        edges=phrase.count(len(edges), "link", language),
        groups=phrase.count(nodes["community"].nunique(), "group", language),
        names=phrase.terms(largest, language),
    )
    chance = phrase.fill(TEXTS, language, "chance", k=int((edges["q"] < 0.05).sum()))
    title = title_cooccurrence_network(network, language) + phrase.stop(language)
    return phrase.join([title, groups, strong, chance], language)


def title_cooccurrence_network(network: object, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    nodes, edges = tables(network, "title_cooccurrence_network")
    if edges.empty:
        return phrase.fill(TEXTS, language, "nothing")
    hub = nodes.sort_values(["degree", "term"], ascending=[False, True])["term"].iloc[0]
    bridge = nodes.sort_values(["betweenness", "term"], ascending=[False, True]).iloc[0]
    key = "flat" if bridge["betweenness"] <= 0 else "bridge" if bridge["term"] == hub else "two"
    names = {"hub": phrase.term(hub, language), "bridge": phrase.term(bridge["term"], language)}
    title = phrase.fill(TEXTS, language, key, **names)
    return title if (edges["q"] < 0.05).any() else phrase.fill(TEXTS, language, "weak", title=title)


def caption_cooccurrence_network(network: object, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    links = phrase.count(len(network.edges), "link", language)
    return phrase.fill(TEXTS, language, "caption", links=links)


def alt_cooccurrence_network(network: object, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    nodes, links = (
        phrase.count(len(network.nodes), "term", language),
        phrase.count(len(network.edges), "link", language),
    )
    say = say_cooccurrence_network(network, language)
    return phrase.fill(TEXTS, language, "alt", nodes=nodes, links=links, say=say)


def tables(network: object, who: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return nodes and edges, checked."""
    nodes = phrase.has(network.nodes, ["term", "degree", "community", "betweenness"], who)
    return nodes, phrase.has(network.edges, ["term_a", "term_b", "n_ab", "npmi", "q"], who)
