"""The widget that chooses an article."""

import pytest

from lundian.explore import picker as room
from lundian.explore.picker import ArticlePicker, pick_article

SAMPLE = "data/samples/community_canteen.md"
TEXT = "街角的茶馆\n\n茶馆是邻里的客厅。价格便宜，服务也好。\n\n可是租金上涨，老板很担心。\n"


@pytest.fixture(autouse=True)
def _nothing_picked(project, monkeypatch):
    monkeypatch.setattr(room, "_PICKED", {})


def upload(picker, name: str, content: bytes) -> None:
    """Do what the browser does when a file was chosen."""
    picker._store([{"name": name, "content": memoryview(content)}])


def test_the_parameter_decides_until_the_reader_picks():
    """Where nobody touches the widget, it is the parameter."""
    assert pick_article(SAMPLE).article == SAMPLE


def test_figures_lie_where_the_notebook_is_called():
    """A file with several articles has a folder of its own name, so that no article's figures are written over."""
    folders = [pick_article(article).folder for article in ("mine/letters.csv", SAMPLE, "ali_pinduoduo")]
    assert folders == ["local/letters", "local/community_canteen", "local/ali_pinduoduo"]


def test_a_pick_is_remembered_when_the_cell_runs_again():
    """The same parameter gives what was picked; another parameter gives itself."""
    pick_article(SAMPLE)._list.value = "ali_pinduoduo"
    assert pick_article(SAMPLE).article == "ali_pinduoduo"
    assert pick_article("farewell_internet").article == "farewell_internet"


def test_a_pick_says_what_to_do_next():
    """The sentence names the menu item."""
    picker = pick_article(SAMPLE)
    picker._list.value = "ali_pinduoduo"
    assert "Run Selected Cell and All Below" in picker._said.value


def test_an_upload_is_chosen():
    """After an upload the new article is what is chosen, and listeners hear of it once."""
    picker, heard = ArticlePicker(SAMPLE), []
    picker.on_pick(lambda article, said: heard.append(article))
    upload(picker, "tea.txt", TEXT.encode("gbk"))
    assert heard == [picker.article] == ["tea"]
    assert "Stored tea as data/articles/my_articles/tea.txt" in picker._said.value


def test_a_bad_file_changes_nothing_but_the_sentence():
    """What was chosen stays; the sentence is read out at once, and is text, not markup."""
    picker, heard = ArticlePicker(SAMPLE), []
    picker.on_pick(lambda article, said: heard.append(article))
    upload(picker, "<b>.exe", b"MZ\x00\x01")
    assert heard == []
    assert picker.article == SAMPLE
    assert 'role="alert"' in picker._said.value
    assert "&lt;b&gt;.exe" in picker._said.value


def test_another_language_keeps_the_choice():
    """Labels change, the article and the topic stay, and nobody is told of a pick."""
    picker, heard = ArticlePicker("ali_pinduoduo"), []
    picker.on_pick(lambda article, said: heard.append(article))
    picker._topic.value = "platform_critique"
    picker.translate("zh")
    assert (picker.article, picker._topic.value, picker._list.description) == (
        "ali_pinduoduo",
        "platform_critique",
        "文章",
    )
    assert heard == []
