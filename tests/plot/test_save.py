"""Saving: the right files, the same bytes, all of them or none."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from PIL import Image

from lundian.corpus import extract
from lundian.errors import LundianError
from lundian.measure.frequency import term_frequency
from lundian.plot.save import save_figure
from lundian.plot.top_terms import plot_top_terms
from lundian.plot.wanted import save_as

TABLE = pd.DataFrame({"term": ["茶馆", "平台"], "n": [9, 4]})
WORDS = {"caption": "Most used terms.", "alt": "Two bars: 茶馆 & <平台>."}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Return where the figures of topic "tea" go."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    return tmp_path / "figures" / "tea"


def _save(**options) -> Path:
    return save_figure(plot_top_terms(TABLE), "tea", "01_terms", **{"data": TABLE, **WORDS, **options})


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_same_bytes_each_time(folder):
    """Two saves of one figure write the same bytes, and no other file."""
    _save()
    first = _bytes(folder)
    _save()
    assert _bytes(folder) == first
    assert list(first) == ["01_terms.csv", "01_terms.png", "01_terms.svg", "index.json"]


def test_pictures_carry_no_date_and_no_maker(folder):
    """PNG and SVG say neither when nor with what they were made."""
    _save()
    assert b"Software" not in (folder / "01_terms.png").read_bytes()
    svg = (folder / "01_terms.svg").read_text(encoding="utf-8")
    assert "dc:date" not in svg
    assert "Matplotlib" not in svg


def test_svg_speaks_to_screen_readers(folder):
    """The SVG is an image with the finding as title and the alt text as description, and its letters are drawn."""
    _save()
    root = ET.parse(folder / "01_terms.svg").getroot()
    assert root.get("role") == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title.text.startswith("茶馆")
    assert desc.text == WORDS["alt"]
    assert root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
    assert not root.findall(f".//{SVG}text")


def test_editable_svg_keeps_text_in_a_public_font(folder):
    """On request letters stay text, in a font that other machines can have."""
    _save(text="editable")
    svg = (folder / "01_terms.svg").read_text(encoding="utf-8")
    assert "<text" in svg
    assert "'Noto Sans SC'" in svg
    assert "Lundian Noto" not in svg


def test_csv_opens_in_excel(folder):
    """The table is UTF-8 with a byte order mark, and is the table again when read."""
    _save()
    assert (folder / "01_terms.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    pd.testing.assert_frame_equal(pd.read_csv(folder / "01_terms.csv"), TABLE)


def test_index_tells_what_is_drawn(folder):
    """The index has an entry for each figure, sorted, with caption, alt text, hash of the data and provenance."""
    _save(provenance={"seed": 0})
    save_figure(plot_top_terms(TABLE), "tea", "00_first", data=TABLE, formats=["svg"], **WORDS)
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert list(index) == ["00_first", "01_terms"]
    entry = index["01_terms"]
    assert entry["caption"] == WORDS["caption"]
    assert entry["alt"] == WORDS["alt"]
    assert entry["provenance"] == {"seed": 0}
    assert len(entry["data_sha256"]) == 64
    assert entry["versions"]["matplotlib"] == mpl.__version__
    assert index["00_first"]["files"] == ["00_first.csv", "00_first.svg"]


def test_index_tells_what_it_was_made_from(folder, project):
    """With its corpus a figure's entry holds the hashes, and what the table remembers of its measure; words given go before."""
    corpus = extract(pd.DataFrame({"title": ["茶"], "text": ["茶馆很好，茶馆不贵。"]}))
    terms = term_frequency(corpus.counts)
    save_figure(plot_top_terms(terms), "tea", "01_terms", data=terms, corpus=corpus, provenance={"seed": 3}, **WORDS)
    told = json.loads((folder / "index.json").read_text(encoding="utf-8"))["01_terms"]["provenance"]
    assert list(told["articles"].values()) == corpus.articles["text_sha256"].tolist()
    assert (told["measure"], told["parameters"]["by"], told["seed"]) == ("term_frequency", "article", 3)
    assert all(told[part] for part in ("dictionary", "lexicons", "concepts"))


def test_pdf_is_a_page_with_text(folder):
    """A PDF has the figure's size, letters that can be copied, the same bytes each time and no date."""
    from pypdf import PdfReader

    _save(formats=["pdf"], width="column")
    first = _bytes(folder)
    _save(formats=["pdf"], width="column")
    assert _bytes(folder) == first
    pdf = PdfReader(folder / "01_terms.pdf")
    assert float(pdf.pages[0].mediabox.width) == 252
    assert "茶馆" in pdf.pages[0].extract_text()
    assert pdf.metadata.subject == WORDS["alt"]
    assert "/CreationDate" not in pdf.metadata


def test_a_call_need_not_say_how(folder):
    """What `save_as` says holds for every figure after it, and what a call says goes before."""
    save_as("column", ["svg", "xlsx"], under="narrow")
    try:
        assert _save() == "figures/local/narrow/tea/01_terms.svg"
        assert _save(width="page") == "figures/local/narrow/tea/01_terms.svg"
    finally:
        save_as()
    place = folder.parent / "local" / "narrow" / "tea"
    assert sorted(_bytes(place)) == ["01_terms.csv", "01_terms.svg", "01_terms.xlsx", "index.json"]
    assert ET.parse(place / "01_terms.svg").getroot().get("width") == "468pt"
    assert json.loads((place / "index.json").read_text(encoding="utf-8"))["01_terms"]["files"][-1] == "01_terms.xlsx"


def test_the_title_s_share_of_the_height_is_known(folder):
    """The index says where the picture begins below its title, for who puts the title elsewhere."""
    _save()
    head = json.loads((folder / "index.json").read_text(encoding="utf-8"))["01_terms"]["head"]
    with Image.open(folder / "01_terms.png") as picture:
        ink = np.asarray(picture.convert("L")).min(axis=1) < 128
    title = ink[: round(head * len(ink))]
    assert title.any()
    assert not title[-2:].any()


def test_column_is_narrower_with_the_same_type(folder):
    """A figure for a column is 3.5 inches wide and keeps the size of its type."""
    ax = plot_top_terms(TABLE)
    save_figure(ax, "tea", "column", data=TABLE, width="column", **WORDS)
    root = ET.parse(folder / "column.svg").getroot()
    assert root.get("width") == "252pt"
    assert min(label.get_fontsize() for label in ax.get_yticklabels()) >= 7


@pytest.mark.parametrize("broken", ["savefig", "replace"])
def test_all_or_nothing(folder, monkeypatch, broken):
    """When drawing or writing fails midway, the folder is as it was."""
    _save()
    before = _bytes(folder)
    if broken == "savefig":
        monkeypatch.setattr("lundian.plot.pictures._svg", lambda *a: 1 / 0)
    else:
        real, calls = Path.replace, []

        def replace(self, target):
            calls.append(target)
            if len(calls) == 2:
                raise OSError("disk full")
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises((ZeroDivisionError, OSError)):
        save_figure(plot_top_terms(TABLE[:1]), "tea", "01_terms", data=TABLE[:1], **WORDS)
    assert _bytes(folder) == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"alt": " "}, "no alt text"),
        ({"caption": ""}, "no caption text"),
        ({"formats": ["gif"]}, "choose of png, svg, pdf, xlsx"),
        ({"formats": ["xlsx"]}, "one of png, svg, pdf"),
        ({"width": "wall"}, "page, column, slide"),
        ({"text": "none"}, "paths, editable"),
        ({"language": "fr"}, "en, zh"),
    ],
)
def test_wrong_options_are_named(folder, options, message):
    """A wrong option is refused with the right ones, and nothing is written."""
    with pytest.raises(LundianError, match=message):
        _save(**options)
    assert not folder.exists()


@pytest.mark.parametrize("name", ["../01", "a/b", "", "a b"])
def test_names_stay_in_their_folder(folder, name):
    """A name that is no plain file name is refused."""
    with pytest.raises(LundianError, match="name can't be"):
        save_figure(plot_top_terms(TABLE), "tea", name, data=TABLE, **WORDS)


def test_broken_index_is_named(folder):
    """An index that can't be read is named, and left as it is."""
    folder.mkdir(parents=True)
    (folder / "index.json").write_text("{")
    with pytest.raises(LundianError, match=r"tea/index.json"):
        _save()
    assert (folder / "index.json").read_text() == "{"
