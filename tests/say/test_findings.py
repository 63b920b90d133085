"""What is said is what the table holds: numbers, singular and plural, uncertainty."""

import pandas as pd
import pytest

from lundian.say import phrase
from lundian.say.concepts import say_concepts
from lundian.say.contrast_pairs import title_contrast_pairs
from lundian.say.cooccurrence_network import title_cooccurrence_network
from lundian.say.dispersion import say_dispersion, title_dispersion
from lundian.say.distances import title_distances
from lundian.say.hedges import say_hedges, title_hedges
from lundian.say.keyness import say_keyness, title_keyness
from lundian.say.rhetoric import say_rhetoric, title_rhetoric
from lundian.say.stance import say_stance, title_stance
from lundian.say.tone_arc import say_tone_arc, title_tone_arc
from lundian.say.tone_shift import title_tone_shift
from lundian.say.top_terms import say_top_terms, title_top_terms
from lundian.say.vocabulary_growth import title_vocabulary_growth
from lundian.say.word_cloud import say_word_cloud


@pytest.fixture(autouse=True)
def _plain_names(monkeypatch):
    """Know one gloss and name concepts by their keys."""
    monkeypatch.setattr(
        "lundian.glossary.gloss",
        lambda term, language="en": {"茶馆": "tea house"}.get(term, "") if language == "en" else "",
    )
    monkeypatch.setattr("lundian.glossary.concept_name", lambda key, language="en": key)


def test_top_terms_name_the_first_and_doubt_a_small_lead():
    """The first of two terms is named with its count; 5 against 4 could be chance, 40 against 4 hardly."""
    table = pd.DataFrame({"term": ["茶馆", "水"], "n": [5, 4], "per_thousand": [12.0, 9.6]})
    assert title_top_terms(table) == "茶馆 (tea house) is used most, 5 times; 水 follows with 4"
    assert "could be chance (p = 1.000)" in say_top_terms(table)
    assert "would be rare" in say_top_terms(table.assign(n=[40, 4]))
    assert title_top_terms(table.assign(n=1)) == "水 and 茶馆 (tea house) are used most, 1 time each"
    assert title_top_terms(table, "zh") == "“茶馆”用得最多，共5次；其次是“水”，4次"


def test_tone_arc_claims_a_turn_only_between_separate_intervals():
    """From −0.5 to +0.5 is a rise if the intervals stand apart, else not."""
    table = pd.DataFrame(
        {"paragraph": [1, 2, 3], "tone": [-0.5, None, 0.5], "low": [-0.7, None, 0.3], "high": [-0.3, None, 0.7]}
    )
    assert title_tone_arc(table) == "Tone rises from −0.50 in paragraph 1 to +0.50 in paragraph 3"
    assert "1 paragraph has no evidence" in say_tone_arc(table)
    assert "1 is clearly above zero and 1 is clearly below it" in say_tone_arc(table)
    wide = table.assign(low=-1.0, high=1.0)
    assert title_tone_arc(wide) == "Tone has no clear turn: −0.50 (paragraph 1) to +0.50 (paragraph 3)"
    assert "These two intervals overlap." in say_tone_arc(wide)
    assert "语气由第3段的+0.50降到第5段的−0.50" in title_tone_arc(table.assign(paragraph=[5, 4, 3]), "zh")


def test_concepts_count_paragraphs_also_where_nothing_is_named():
    """A concept in two of four paragraphs is said to be so, and one that stays in one place too."""
    rows = [(k, "a", n) for k, n in enumerate([2, 1, 0, 0], 1)] + [(k, "b", n) for k, n in enumerate([0, 0, 3, 0], 1)]
    table = pd.DataFrame(rows, columns=["paragraph", "concept", "n"])
    said = say_concepts(table)
    assert said.startswith("A is named most: 3 times, in 2 of 4 paragraphs.")
    assert "A and b are named mostly in one place" in said


def test_dispersion_tells_wide_from_narrow_and_doubts_single_occurrences():
    """A term in all paragraphs, one in two, and one that occurs once."""
    rows = [(k, "茶馆", 1) for k in range(1, 5)] + [(2, "水", 1), (3, "水", 2), (4, "杯", 1)]
    table = pd.DataFrame(rows, columns=["paragraph", "term", "n"])
    assert title_dispersion(table) == "茶馆 (tea house) runs through all 4 paragraphs; 水 keeps to paragraphs 2–3"
    assert "Of one occurrence nothing can be said about spread: 杯." in say_dispersion(table)


def test_cloud_tells_the_share_of_the_ten_largest():
    """Ten terms of 9 and ten of 1 make 90 %."""
    table = pd.DataFrame({"term": [f"词{i:02d}" for i in range(20)], "n": [9] * 10 + [1] * 10})
    assert "The ten largest of 20 terms make up 90%" in say_word_cloud(table)


def test_keyness_names_only_what_is_clear():
    """Clear terms are named on their side; without any, that is the finding."""
    table = pd.DataFrame({"term": ["茶馆", "水"], "log_ratio": [2.0, -1.0], "low": [1.0, -2.0], "high": [3.0, 0.5]})
    assert title_keyness(table, target="a", reference="b") == "茶馆 (tea house) sets a apart from b"
    assert "4.0 times as common in a (log ratio +2.0, +1.0 to +3.0)" in say_keyness(table, target="a", reference="b")
    assert "1 is clearly commoner there and 0 are clearly rarer" in say_keyness(table)
    assert title_keyness(table.assign(q=0.5)).startswith("No term is clearly commoner")


def test_stance_admits_too_little_evidence():
    """A concept without difference is named as such; an unclear one doesn't make a title."""
    table = pd.DataFrame(
        {
            "concept": ["x", "y"],
            "difference": [-0.4, None],
            "low": [-0.6, None],
            "high": [-0.2, None],
            "q": [0.01, None],
        }
    )
    assert title_stance(table) == "X stands in a darker tone"
    assert "−0.40 (−0.60 to −0.20, q = 0.010)" in say_stance(table)
    assert "Too little evidence for y." in say_stance(table)
    assert title_stance(table.assign(q=0.9)) == "No concept is named in a clearly different tone from the rest"


def test_rhetoric_names_ties_and_the_unmarked():
    """Roles that are equally common are named together; sentences without mark are counted."""
    table = pd.DataFrame({"paragraph": [1, 1, 2, 2, 3], "sentence": [1, 2, 1, 2, 1]})
    table = table.assign(role=["background", "claim", "claim", "unmarked", "conclusion"])
    assert title_rhetoric(table).startswith(
        "Claim is the commonest role, in 2 of 5 sentences; the first fifth is mostly background"
    )
    assert "1 sentence bear" not in say_rhetoric(table)
    tied = table.assign(role=["claim", "claim", "reason", "reason", "unmarked"])
    assert title_rhetoric(tied).startswith("Claim and reason are the commonest roles, in 2 of 5 sentences each")


def test_contrast_pairs_claim_a_turn_only_when_clear():
    """Ten to nought and back is a turn; two to two is none."""
    table = pd.DataFrame({"paragraph": [1, 2], "a": "old", "b": "new", "n_a": [10, 0], "n_b": [0, 10]})
    assert title_contrast_pairs(table) == "New gains on old: 0% of their mentions in the first half, 100% in the second"
    even = table.assign(n_a=2, n_b=2)
    assert "no clear turn" in title_contrast_pairs(even)


def test_vocabulary_growth_needs_two_standard_deviations():
    """25 new words where 9 are expected stand out, 10 don't."""
    table = pd.DataFrame({"paragraph": [1, 2], "new": [25, 9], "old": 0, "expected": [9.0, 9.0]})
    assert title_vocabulary_growth(table) == "Paragraph 1 opens the most new ground for its length"
    assert "evenly" in title_vocabulary_growth(table.assign(new=10))


def test_hedges_compare_with_their_interval():
    """Twenty boosters to two hedges is more; two to one can't be told."""
    table = pd.DataFrame({"paragraph": [1, 2], "hedges": [1, 1], "boosters": [10, 10]})
    assert title_hedges(table) == "The author insists more than they hedge: 20 boosters against 2 hedges"
    assert "no change can be claimed" in say_hedges(table)
    turned = table.assign(hedges=[9, 1], boosters=[1, 9])
    assert title_hedges(turned).startswith(
        "The author comes to insist: boosters are 10% of both in the first half, 90%"
    )


@pytest.mark.parametrize(("hedges", "boosters"), [(20, 33), (33, 20), (20, 20), (1, 2)])
def test_hedges_that_chance_could_even_out_are_not_called_even(hedges, boosters):
    """Where the share's interval holds one half, no difference is clear, which is not to say that there is none."""
    table = pd.DataFrame({"paragraph": [1, 2], "hedges": [0, hedges], "boosters": [0, boosters]})
    said = f"{phrase.count(hedges, 'hedge')} against {boosters} boosters"
    assert title_hedges(table) == f"There is no clear difference between hedging and insisting: {said}"
    assert title_hedges(table, "zh") == f"保留与断言没有明显差别：{hedges}个缓和语对{boosters}个强化语"
    assert say_hedges(table).startswith(title_hedges(table))


def test_hedges_differ_from_the_first_count_that_chance_hardly_gives():
    """The test is the share's interval against one half: 20 to 34 can't be told, 20 to 35 can."""
    table = pd.DataFrame({"paragraph": [1, 2], "hedges": [0, 20], "boosters": [0, 34]})
    assert "no clear difference" in title_hedges(table)
    assert title_hedges(table.assign(boosters=[0, 35])).startswith("The author insists more")
    assert title_hedges(table.assign(boosters=[0, 35]), "zh") == "作者断言多于保留：35个强化语对20个缓和语"


def test_tone_shift_gives_the_sum():
    """The contributions' sum is the difference, and the heaviest words in its direction are named."""
    table = pd.DataFrame({"term": ["茶馆", "水"], "shift": [0.5, -0.2]})
    title = title_tone_shift(table, target="a", reference="b")
    assert title == "A is brighter than b by 0.30, most of all through 茶馆 (tea house)"


def test_distances_of_two_articles_are_listed_and_not_compared_across_measures():
    """Distances in different measures stand beside each other without more or less."""
    table = pd.DataFrame({"aspect": ["terms", "tone"], "a": "a", "b": "b", "distance": [0.4, 0.1]})
    assert title_distances(table) == "A and b are apart by 0.40 in terms and 0.10 in tone"


def test_network_without_sure_links_says_so():
    """Links that don't hold after correction make the title a cautious one."""

    class Network:
        nodes = pd.DataFrame({"term": ["茶馆", "水"], "degree": 1, "community": 1, "betweenness": 0.0})
        edges = pd.DataFrame({"term_a": ["茶馆"], "term_b": ["水"], "n_ab": 3, "npmi": 0.5, "q": 0.2})

    assert title_cooccurrence_network(Network).endswith("but no single link is beyond chance")
    Network.edges = Network.edges.assign(q=0.01)
    assert "beyond chance" not in title_cooccurrence_network(Network)
