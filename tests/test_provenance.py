"""What a table remembers of its making, and what a figure's entry says of it."""

import json
from hashlib import sha256

import pandas as pd
import pytest

import lundian as ld
from lundian.corpus import extract
from lundian.extract import Reading
from lundian.measure.cooccurrence import co_presence
from lundian.measure.frequency import term_frequency
from lundian.measure.network import cooccurrence_network
from lundian.measure.robustness import robustness
from lundian.measure.stance import stance
from lundian.provenance import FEW, made_from, measured, versions
from lundian.words.stopwords import stopwords
from tests.conftest import ROOT
from tests.corpora import TOPICS

ARTICLES = pd.DataFrame({"article": ["tea", "mill"], "title": ["茶", "磨"], "text": ["茶馆很好。", "磨坊很旧。"]})
TEXT = "平台很好，撮合也很好。\n\n中介离不开平台。\n\n去流量之后，平台撮合什么？"
CORPUS = extract(pd.DataFrame({"title": ["平台"], "text": [TEXT]}), reading=Reading(TOPICS))


def test_a_table_remembers_its_measure_with_defaults():
    """Name, seed and parameters are there, those that were left out as well; the corpus is not."""
    record = made_from(None, stance(CORPUS, "small", repeats=20))
    assert record["measure"] == "stance"
    assert record["seed"] == 0
    assert record["parameters"] == {"topic": "small", "scorer": "lexicon", "own_terms": True, "repeats": 20}


def test_the_record_survives_choosing_rows():
    """Rows are chosen and sorted before a table is drawn; the record stays, and can be written as JSON."""
    table = term_frequency(CORPUS.counts, stopwords=stopwords())
    chosen = table[table["n"] > 1].sort_values("term").head(3)
    assert made_from(None, chosen) == made_from(None, table)
    assert json.loads(json.dumps(made_from(None, chosen))) == made_from(None, chosen)


def test_many_parameters_are_one_hash():
    """Another list of stop words has another record, however long the list is."""
    first, second = (
        made_from(None, term_frequency(CORPUS.counts, stopwords=stopwords(extra)))["parameters"]["stopwords"]
        for extra in ([], ["平台"])
    )
    assert first["n"] + 1 == second["n"] > FEW
    assert first["sha256"] != second["sha256"]


def test_a_measure_of_a_measure_holds_both():
    """A network remembers how its pairs were found; a robustness table, which measure it repeats."""
    network = cooccurrence_network(co_presence(CORPUS, "small", by="paragraph"), min_n_ab=1)
    table = made_from(None, network)["parameters"]["table"]
    assert (table["measure"], table["parameters"]["by"]) == ("co_presence", "paragraph")
    assert made_from(None, robustness(term_frequency, CORPUS))["parameters"]["measure"] == "term_frequency"


def test_the_corpus_gives_its_hashes():
    """The entry names each article with its text's hash, and dictionary, lexicons and concepts, apart."""
    corpus = extract(ARTICLES)
    told = made_from(corpus, term_frequency(corpus.counts))
    hashes = corpus.articles.set_index("article")["text_sha256"]
    assert told["articles"] == hashes.sort_index().to_dict()
    assert told["dictionary"] == corpus.articles["dictionary"].iloc[0]
    assert (
        "-".join(told[part] for part in ("extractor", "lexicons", "concepts")) == corpus.articles["extractor"].iloc[0]
    )
    other = made_from(extract(ARTICLES.assign(text="别的文字。")), None)
    assert other["articles"] != told["articles"]
    assert other["lexicons"] == told["lexicons"]


def test_a_table_without_a_record_says_nothing():
    """Neither a corpus nor a record is needed."""
    assert made_from(None, pd.DataFrame()) == {}


def test_versions_are_those_of_what_decides_a_figure():
    """The segmenter, the scorer and the drawing libraries are among them."""
    assert {"jieba", "rjieba", "snownlp", "wordcloud", "matplotlib", "lundian"} <= set(versions())


def test_a_measured_function_keeps_its_name_and_words():
    """Help and signature are those of the function itself."""

    def count(table: pd.DataFrame, seed: int = 1) -> pd.DataFrame:
        """Count."""
        return table.copy()

    marked = measured(count)
    assert (marked.__name__, marked.__doc__) == ("count", "Count.")
    assert marked(pd.DataFrame(), seed=7).attrs["made_by"]["seed"] == 7


def test_every_measure_leaves_a_record():
    """A public function of the measures that gives a table is marked; what only chooses or shows rows is not."""
    choosing = {
        "concordance_html",
        "split_article",
        "split_concept",
        "split_paragraphs",
        "split_section",
        "with_sections",
    }
    public = {name for name, home in ld._HOMES.items() if home.startswith("lundian.measure.")}
    assert {name for name in public if not hasattr(getattr(ld, name), "__wrapped__")} == choosing


@pytest.mark.parametrize("index", sorted(ROOT.glob("figures/*/index.json")), ids=lambda path: path.parent.name)
def test_every_figure_says_what_it_was_made_from(index):
    """Texts or seed, parameters or corpus, versions and data: no entry of a shipped figure is without."""
    for name, entry in json.loads(index.read_text(encoding="utf-8")).items():
        told = entry["provenance"]
        assert {"articles", "dictionary", "lexicons", "concepts"} <= set(told) or "seed" in told, name
        assert set(versions()) <= set(entry["versions"]), name
        assert entry["data_sha256"] == sha256((index.parent / f"{name}.csv").read_bytes()).hexdigest(), name
