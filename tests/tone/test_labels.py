"""Labels: those that are shipped, and a reader's own file."""

from types import SimpleNamespace

import pandas as pd
import pytest

from lundian.errors import LundianError
from lundian.tone.labels import label_template, read_labels, shipped_labels, written_labels


@pytest.fixture
def corpus():
    """Return a corpus of thirty paragraphs without text."""
    return SimpleNamespace(paragraphs=pd.DataFrame({"article": "a", "paragraph": range(1, 31)}))


def written(path, text):
    """Return a file with that text."""
    path.write_text(text, encoding="utf-8")
    return path


def test_template_holds_empty_labels(project, corpus):
    """Twenty paragraphs in the order of the text, without a tone, under data/local/labels/."""
    path = label_template(corpus)
    labels = read_labels(path)
    assert path == project / "data" / "local" / "labels" / "my_labels.csv"
    assert len(labels) == 20
    assert labels["paragraph"].is_monotonic_increasing
    assert labels["label"].isna().all()


def test_template_holds_the_text_at_hand(project, corpus):
    """Whoever has the text finds it beside the empty label."""
    corpus.paragraphs["text"] = "湖面很静，船停在岸边。"
    assert pd.read_csv(label_template(corpus, n=3))["text"].tolist() == ["湖面很静，船停在岸边。"] * 3


def test_labels_are_never_overwritten(project, corpus):
    """A file that a reader has filled in stays as it is."""
    path = label_template(corpus)
    written(path, "article,paragraph,tone\na,1,2\n")
    assert read_labels(label_template(corpus, seed=5))["label"].tolist() == [2]


@pytest.mark.parametrize("name", ["../x", "", ".hidden", "a/b"])
def test_template_stays_in_its_folder(project, corpus, name):
    """A name that leads elsewhere is refused."""
    with pytest.raises(LundianError, match="plain name"):
        label_template(corpus, name=name)


def test_template_refuses_nothing(project, corpus):
    """No paragraph, and none wanted, are refused."""
    with pytest.raises(LundianError, match="at least one"):
        label_template(corpus, n=0)
    corpus.paragraphs = corpus.paragraphs[:0]
    with pytest.raises(LundianError, match="no paragraph"):
        label_template(corpus)


def test_labels_of_a_spreadsheet(tmp_path):
    """A byte order mark, CRLF, blanks, a real minus and GB18030 are read; an empty tone is no label."""
    text = "article,paragraph,tone,text\r\na, 1 ,−2,湖\r\na,2,,岸\r\na,3, 0.5 ,这里是船停靠的地方，岸上有树，树下有人坐着说话\r\n"
    for encoding in ("utf-8-sig", "gb18030"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(text.replace("−", "-").encode(encoding) if encoding == "gb18030" else text.encode(encoding))
        assert read_labels(path)["label"].fillna(9).tolist() == [-2, 9, 0.5]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("article,paragraph,tone\na,1,1\na,2,5\n", "line 3: the tone is '5'"),
        ("article,paragraph,tone\na,1,good\n", "line 2: the tone is 'good'"),
        ("article,paragraph,tone\na,x,1\n", "line 2: the paragraph is 'x'"),
        ("article,paragraph,tone\na,1,1\na,1,2\n", "a 1 stands there twice"),
        ("article,paragraph\na,1\n", "it has no tone"),
        ("", "is no table"),
    ],
)
def test_wrong_labels_are_named(tmp_path, text, said):
    """One sentence says what is wrong, and where."""
    with pytest.raises(LundianError, match=said):
        read_labels(written(tmp_path / "labels.csv", text))


def test_no_file_is_named(tmp_path):
    """A file that isn't there is named without its folder."""
    with pytest.raises(LundianError, match=r"no file labels\.csv"):
        read_labels(tmp_path / "labels.csv")


def test_shipped_labels():
    """The first article has labels by paragraph and by sentence; other names and units list what there is."""
    paragraphs, sentences = shipped_labels(), shipped_labels(by="sentence")
    assert list(paragraphs.columns) == ["article", "paragraph", "label"]
    assert (len(paragraphs), len(sentences)) == (21, 65)
    assert set(sentences["paragraph"]) == set(paragraphs["paragraph"])
    assert paragraphs["label"].between(-2, 2).all()
    with pytest.raises(LundianError, match="there are ali_pinduoduo"):
        shipped_labels("other")
    with pytest.raises(LundianError, match="paragraph or sentence"):
        shipped_labels(by="page")


def test_written_labels():
    """Every written text has a label, a kind and a group; those in halves have both, with no text in both."""
    table = written_labels()
    assert len(table) >= 1200
    assert table[["text", "label", "kind", "group"]].notna().all().all()
    assert table["label"].between(-2, 2).all()
    halves = table[table["half"] != ""]
    assert halves.groupby("kind")["half"].nunique().eq(2).all()
    assert not halves["text"].duplicated().any()
    assert halves.groupby("group")["half"].nunique().eq(1).all()
