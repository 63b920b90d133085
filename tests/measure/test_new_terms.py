"""Discovery over a corpus: the topics' terms are found again without their dictionary, and evidence leads to the text."""

import pandas as pd
import pytest

from lundian.corpus import Corpus, extract
from lundian.extract import Reading
from lundian.load import load_corpus
from lundian.measure.distinctive import reference
from lundian.measure.new_terms import COLUMNS, discover_terms
from lundian.text.articles import read_articles
from lundian.words.segment import Segmenter
from lundian.words.topics import all_terms, load_topics
from tests.conftest import ROOT

TEXT = (
    "社区食堂开了。老人爱去社区食堂，因为社区食堂不贵。\n\n谁来办社区食堂？新技术帮不上忙，新技术也不贵。新技术难学。"
)


def _corpus(text: str = TEXT) -> Corpus:
    return extract(pd.DataFrame({"title": ["食堂"], "text": [text]}), reading=Reading({}))


def test_the_topics_terms_are_found_without_their_dictionary(source_file):
    """With an empty user dictionary, 8 of the first 20 proposals are terms of the topics that jieba splits."""
    plain = Segmenter()
    split = {term for term in all_terms(load_topics()) if len(plain.cut(term)) > 1}
    table = discover_terms(extract(read_articles(source_file.parent), reading=Reading({})))
    assert table["term"].head(20).isin(split).sum() >= 8


def test_terms_of_the_topics_are_not_proposed_again(source_file):
    """With the topics' dictionary none of its terms is proposed."""
    table = discover_terms(extract(read_articles(source_file.parent)))
    assert not set(table["term"]) & set(all_terms(load_topics()))


def test_each_proposal_leads_to_its_sentence():
    """The first occurrence is in the sentence that the row names, and contexts show it in brackets, three at most."""
    corpus = _corpus()
    table = discover_terms(corpus, width=4)
    row = table.set_index("term").loc["社区食堂"]
    first = corpus.sentences.iloc[0]
    assert row[["article", "paragraph", "sentence"]].tolist() == first[["article", "paragraph", "sentence"]].tolist()
    assert row["context"].split(" ｜ ")[0] == "【社区食堂】开了。"
    assert row["context"].count("【社区食堂】") == 3


def test_log_ratio_is_against_general_chinese():
    """What general Chinese has too comes with how much more frequent it is here; what it lacks, without."""
    table = discover_terms(_corpus()).set_index("term")
    assert pd.isna(table.loc["社区食堂", "log_ratio"])
    assert reference("新技术")[0] > 0
    assert table.loc["新技术", "log_ratio"] > 1


def test_what_is_general_chinese_is_no_new_term(monkeypatch):
    """A run that general Chinese has as often is left out."""
    monkeypatch.setattr("lundian.measure.new_terms.reference", lambda term: (0.5, "in reference"))
    assert discover_terms(_corpus()).empty


def test_without_text_one_sentence_and_an_empty_table(project, capsys):
    """Features alone can't be searched: that is said, and the columns are there."""
    table = discover_terms(load_corpus("platform_critique"))
    assert table.empty
    assert table.dtypes.astype(str).to_dict() == COLUMNS
    assert "needs the text" in table.attrs["note"]
    assert capsys.readouterr().err.count("needs the text") == 1


def test_a_sample_is_not_flooded_with_chance():
    """Of a short sample few runs are proposed, its subject first."""
    samples = read_articles(ROOT / "data" / "samples" / "community_canteen.md")
    table = discover_terms(extract(samples))
    assert table["term"].iloc[0] == "社区食堂"
    assert len(table) < 10


@pytest.mark.parametrize("text", ["。", "one two one two one two", "1 2 1 2 1 2", "😀😀😀😀"])
def test_texts_without_chinese_terms_break_nothing(text):
    """Punctuation, English, figures and signs give a table."""
    assert list(discover_terms(_corpus(text)).columns) == list(COLUMNS)
