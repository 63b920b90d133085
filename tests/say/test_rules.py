"""Rules of tone have names for readers."""

import pandas as pd

from lundian import paths
from lundian.plot.tone_words import plot_tone_words
from lundian.say.rules import RULES_ZH, rule_name


def test_every_rule_has_a_chinese_name_of_its_own():
    """The names are those of the rules in rules.csv, and no two are alike."""
    rules = pd.read_csv(paths.lexicons("rules.csv"))["rule"].tolist()
    assert list(RULES_ZH) == rules
    assert len({rule_name(rule, "zh") for rule in rules}) == len(rules)


def test_a_chinese_figure_names_no_rule_in_english():
    """Bars name the rule that a word counts by in the figure's language, and none where nothing changes the word."""
    rules = list(RULES_ZH)[-3:]
    rows = {"article": "a", "paragraph": 1, "end": "highest", "tone": 0.6, "term": ["茶", "水", "饭"], "rule": rules}
    table = pd.DataFrame(rows).assign(value=[0.3, 0.2, 0.1])
    names = [text.get_text() for text in plot_tone_words(table, language="zh").get_yticklabels()]
    assert names == ["茶 · 加强", "水 · 减弱", "饭"]
    names = [text.get_text() for text in plot_tone_words(table).get_yticklabels()]
    assert [name.rpartition(" · ")[2] for name in names[:2]] == ["intensified", "diminished"]
    assert "·" not in names[2]
