"""The explore page as a reader uses it: with mouse or keyboard, and without a network."""

import sys
from pathlib import Path

import pytest

from tests.browser.conftest import new_page, serving, upload

TEA = "街角的茶馆\n\n茶馆是邻里的客厅。价格便宜，服务也好，大家都很满意。\n\n可是租金上涨，老板很担心亏损。\n"
TEA += "\n不过，老板仍然有信心。\n\n问题在于，客人越来越少，困难越来越多。\n"
ATTACK = "恶意\n\n这是机会<script>window.hit=1</script><img src=x onerror='window.hit=1'>，很好。\n\n也有风险。\n"
LUNDIAN = "import sys; from lundian.cli import main; sys.argv = ['lundian', 'explore', '--no-browser']; main()"


@pytest.fixture(scope="module")
def asked():
    """Return the addresses outside this machine that the page asked for."""
    return []


@pytest.fixture(scope="module")
def page(project, chromium, asked):
    """Return the explore page, served by `lundian explore`, with every other address out of reach."""
    with serving([sys.executable, "-c", LUNDIAN], project) as printed:
        address = printed.readline().split()[-1]
        page = new_page(chromium, accept_downloads=True)
        page.route(lambda url: not url.startswith(("http://127.0.0.1", "data:")), lambda route: refuse(route, asked))
        page.goto(address)
        page.wait_for_selector("table.concordance")
        yield page
        page.close()


def refuse(route, asked) -> None:
    """Note what was asked for, and give nothing."""
    asked.append(route.request.url)
    route.abort()


@pytest.fixture(autouse=True)
def _sample(page):
    """Begin each test with the sample, in English."""
    page.locator("select").first.select_option("English")
    page.wait_for_selector("h2[id^=ld-]:has-text('Where does the tone turn?')")  # or what is drawn anew takes the focus
    choose(page, "sample: community_canteen.md")


def choose(page, label: str) -> None:
    """Choose an article and wait until the last section has it."""
    page.locator("select").nth(1).select_option(label)
    settle(page)


def settle(page) -> None:
    """Wait until nothing is still being computed."""
    page.wait_for_function("document.querySelectorAll('.ld-section p[role=status]').length === 0")


def title(page) -> str:
    """Return the title of the article that is shown."""
    return page.inner_text("h2.ld-article")


def figures(page) -> list[str]:
    """Return the figures."""
    return page.eval_on_selector_all("figure img", "all => all.map(one => one.src)")


def test_it_opens_on_the_sample_without_a_network(page, asked, shot):
    """Every section is there, each figure has an alt text, and nothing was asked of another machine."""
    shot(page, "explore")
    assert title(page).startswith("社区食堂")
    assert page.locator("h2[id^=ld-]").count() == 4
    assert all(len(alt) > 40 for alt in page.eval_on_selector_all("img", "all => all.map(one => one.alt)"))
    assert asked == []


@pytest.mark.parametrize("width", [1200, 800])
def test_nothing_sticks_out(page, shot, width):
    """The page is as wide as the window, in both languages."""
    page.set_viewport_size({"width": width, "height": 3000})
    for code, language, heading in (("en", "English", "Explore an article"), ("zh", "中文", "看一篇文章")):
        page.locator("select").first.select_option(language)
        page.wait_for_selector(f"h1:has-text('{heading}')")
        settle(page)
        shot(page, f"explore_{code}_{width}")
        assert page.evaluate("document.querySelector('.ld-page').scrollWidth") <= width
    page.set_viewport_size({"width": 1200, "height": 1000})


def test_the_keyboard_is_enough(page):
    """Tab goes through everything in the order of the page, the focus can be seen, and Enter turns the page."""
    page.locator("select").first.focus()
    names = []
    for _ in range(12):
        names.append(page.evaluate("document.activeElement.labels?.[0]?.innerText || document.activeElement.innerText"))
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert names[:3] == ["Language", "Article", "Topic of an upload"]
    assert names[3].startswith("Upload an article")
    assert names[4] == "Where does the tone turn?"
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("p.ld-tone:has-text('Paragraph 2')")


def test_marks_do_not_stand_on_colour_alone(page):
    """A word that lowers the tone has another line and another sign than one that raises it."""
    page.get_by_label("Paragraph").select_option(index=4)
    page.wait_for_selector("p.ld-tone:has-text('Paragraph 5')")
    looks = {
        way: page.eval_on_selector(
            f".ld-text mark.ld-{way}",
            "one => [getComputedStyle(one).borderBottomStyle, getComputedStyle(one, '::after').content]",
        )
        for way in ("up", "down")
    }
    assert looks == {"up": ["solid", '"+"'], "down": ["dashed", '"−"']}


def test_an_uploaded_gbk_file_is_shown(page, shot):
    """The article's title and its own figures are there, and it stays in the list."""
    before = figures(page)
    upload(page, "茶馆.txt", TEA.encode("gbk"))
    page.wait_for_selector("h2.ld-article:has-text('街角的茶馆')")
    settle(page)
    shot(page, "explore_upload")
    assert set(figures(page)).isdisjoint(before)
    assert "街角的茶馆" in page.locator("select").nth(1).inner_text()


def test_a_bad_file_gets_one_sentence(page, shot):
    """It is read out, it names the file, and the page stays as it was."""
    upload(page, "noise.exe", bytes(range(256)) * 9)
    alert = page.wait_for_selector("p[role=alert]")
    shot(page, "explore_bad_file")
    assert "noise.exe" in alert.inner_text()
    assert title(page).startswith("社区食堂")


def test_an_article_cannot_run_anything(page):
    """Markup in an article is text on the page."""
    upload(page, "attack.txt", ATTACK.encode())
    page.wait_for_selector("h2.ld-article:has-text('恶意')")
    settle(page)
    assert "<script>window.hit=1</script>" in page.inner_text(".ld-text")
    assert page.evaluate("window.hit === undefined")


@pytest.mark.parametrize(
    ("link", "end", "begins"),
    [
        ("picture (PNG)", ".png", b"\x89PNG"),
        ("drawing (SVG)", ".svg", b"<?xml"),
        ("table (CSV)", ".csv", b"\xef\xbb\xbf"),
    ],
)
def test_a_figure_is_downloaded(page, link, end, begins):
    """The file has the figure's name and is what it says."""
    with page.expect_download() as download:
        page.get_by_role("link", name=link).first.click()
    assert download.value.suggested_filename == f"05_tone_arc{end}"
    assert Path(download.value.path()).read_bytes().startswith(begins)


def test_a_term_is_looked_up(page):
    """What is typed is found when Enter is pressed."""
    line = page.get_by_label("Term")
    line.fill("低价")
    line.press("Enter")
    page.wait_for_selector("p:has-text('低价: ')")
    assert page.locator("table.concordance tbody tr").count() == 2


def test_an_article_without_text(page, shot):
    """A shipped article shows its concepts; what needs the text says so."""
    names = page.locator("select").nth(1).locator("option").all_inner_texts()
    choose(page, next(name for name in names if name.startswith("消费平权")))
    page.wait_for_selector("h2#ld-concepts")
    settle(page)
    shot(page, "explore_features")
    assert "text is not at hand" in page.inner_text(".ld-page")
