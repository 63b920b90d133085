"""Notebook 04 as a reader uses it: another article, by its file, and the figures are that article's."""

import pytest

from tests.browser.conftest import new_page, upload
from tests.browser.driver import Notebook

TEXT = "夜里的书店\n\n书店开到深夜，读者很高兴，这是难得的机会。书店也卖咖啡，书店还办讲座。\n\n" + (
    "可是书店的租金上涨，店主担心亏损，困难不少。因为读者仍然支持，所以书店没有放弃。\n\n" * 3
)
PICKER = ".jp-OutputArea-output .widget-upload"


@pytest.fixture(scope="module")
def opened(chromium, lab):
    """Return notebook 04 with every cell run, the widget in view."""
    page = new_page(chromium)
    opened = Notebook(page, lab, "04_your_article")
    opened.run_all()
    page.locator(PICKER).scroll_into_view_if_needed()
    yield opened
    opened.close()
    page.close()


def test_a_bad_file_gets_one_sentence(opened, shot):
    """It names the file; what was chosen stays chosen."""
    upload(opened.page, "picture.png", b"\x89PNG" + bytes(range(256)))
    alert = opened.page.wait_for_selector(".ld-said[role=alert]")
    shot(opened.page, "04_bad_file")
    assert alert.inner_text().startswith("This can't be used. picture.png")
    assert "\n" not in alert.inner_text()
    assert opened.page.get_by_label("Article", exact=True).input_value() == "sample: community_canteen.md"


def test_an_uploaded_article_changes_the_figures(opened, shot):
    """A GBK file is stored and said to be; after Run Selected Cell and All Below the figures are its own."""
    page, before = opened.page, opened.pictures()
    upload(page, "夜里的书店.txt", TEXT.encode("gbk"))
    said = page.wait_for_selector(".ld-said:has-text('Run Selected Cell and All Below')")
    assert "Stored 夜里的书店 as data/articles/my_articles" in said.inner_text()
    shot(page, "04_uploaded")
    opened.run_below()
    after = opened.pictures()
    assert after
    assert set(after).isdisjoint(before)
    assert any("夜里的书店" in str(output) for output in opened.outputs())
    assert not [output for output in opened.outputs() if output["output_type"] == "error"]
