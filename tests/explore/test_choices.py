"""What can be chosen, and what becomes of an upload."""

from lundian.explore.choices import NO_TOPIC, choices, keep, topics

SAMPLE = "data/samples/community_canteen.md"
TEXT = "街角的茶馆\n\n茶馆是邻里的客厅。价格便宜，服务也好。\n\n可是租金上涨，老板很担心。\n"


def test_samples_and_shipped_articles_are_offered(project):
    """The samples stand there by their file's name, shipped articles by their title, with what they lack."""
    offered = {value: label for label, value in choices()}
    assert offered[SAMPLE] == "sample: community_canteen.md"
    assert offered["ali_pinduoduo"].endswith("(features only)")


def test_what_is_asked_for_comes_first(project):
    """A file that is no sample is offered too, before all others, and nothing stands twice."""
    own = project / "mine.txt"
    own.write_text(TEXT, encoding="utf-8")
    assert choices(str(own))[0] == ("mine.txt", "mine.txt")
    assert choices(str(project / SAMPLE))[0][1] == SAMPLE
    values = [value for _, value in choices(SAMPLE)]
    assert len(values) == len(set(values))


def test_an_upload_is_kept_and_offered(project):
    """A file in GB18030 is stored with the reader's articles, and can be chosen by its title."""
    article, said = keep("茶馆.txt", TEXT.encode("gb18030"))
    assert article == "茶馆"
    assert said.startswith("Stored 茶馆 as data/articles/my_articles/茶馆.txt;")
    assert ("街角的茶馆", "茶馆") in choices()


def test_titles_that_two_articles_have_are_told_apart(project):
    """The article's name stands behind a title that is there twice."""
    keep("a.txt", TEXT.encode())
    keep("b.txt", (TEXT + "\n第二段。\n").encode())
    assert {"街角的茶馆 (a)", "街角的茶馆 (b)"} <= {label for label, _ in choices()}


def test_a_file_that_cannot_be_read_gets_one_sentence(project):
    """Nothing is stored of it, and the sentence names the file."""
    before = choices()
    article, said = keep("noise.txt", bytes(range(256)) * 20)
    assert article == ""
    assert "noise.txt" in said
    assert "\n" not in said
    assert choices() == before


def test_an_upload_stays_in_its_folder(project):
    """A name with folders in it is only a name."""
    _, said = keep("../../out.txt", TEXT.encode())
    assert "data/articles/my_articles/out.txt" in said
    assert (project / "data" / "articles" / "my_articles" / "out.txt").is_file()


def test_an_upload_can_belong_to_a_topic(project):
    """The first choice has no concepts; the topics of data/topics/ follow."""
    assert topics()[0] == NO_TOPIC
    assert "consumption_equality" in topics()
