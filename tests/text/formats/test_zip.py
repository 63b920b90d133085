"""Archives are read where they lie; what is no plain file of an article's size is refused by name."""

import io
import zipfile

import pandas as pd
import pytest

from lundian.errors import LundianError
from lundian.text.articles import read_articles

BODY = "社区食堂的账不难算。难的是让人愿意再来一次。"


def archive(path, entries: dict[str, bytes], **options) -> None:
    """Write a zip file with these entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **options) as file:
        for name, content in entries.items():
            file.writestr(name, content)


def refused(articles) -> list[str]:
    """Return the reasons for which files were left out."""
    return [reason for _, reason in articles.attrs["refused"]]


def test_folders_are_topics_and_every_format_is_read(tmp_path):
    """A file in an archive is the article that it is outside, its topic the first folder; hidden files are none."""
    table = (
        pd.DataFrame({"title": ["表里的甲", "表里的乙"], "text": [BODY, BODY + "完。"]}).to_csv(index=False).encode()
    )
    text = f"题目\n\n{BODY * 3}".encode("gb18030")
    entries = {
        "meals/deep/a.txt": text,
        "b.csv": table,
        "__MACOSX/c.txt": text,
        "meals/.d.txt": text,
        "README.md": text,
    }
    archive(tmp_path / "all.zip", entries)
    articles = read_articles(tmp_path / "all.zip").set_index("article")
    assert articles["topics"].to_dict() == {"表里的甲": "", "表里的乙": "", "a": "meals"}
    assert articles.loc["a", "file"] == "all.zip/meals/deep/a.txt"
    (tmp_path / "a.txt").write_bytes(text)
    alone = read_articles(tmp_path / "a.txt").set_index("article").loc["a"]
    assert alone[["file_sha256", "text_sha256"]].tolist() == articles.loc["a", ["file_sha256", "text_sha256"]].tolist()
    assert articles.loc["表里的甲", "file_sha256"] == ""
    assert not articles.attrs["refused"]


def test_names_in_gbk(tmp_path):
    """Names as Windows writes them, in GBK and with backslashes, are understood."""
    stream = io.BytesIO()
    archive(stream, {"MMMM/NNNN.txt": f"题目\n\n{BODY}".encode()})
    raw = stream.getvalue().replace(b"MMMM/NNNN", "食堂\\账本".encode("gbk"))
    (tmp_path / "windows.zip").write_bytes(raw)
    row = read_articles(tmp_path / "windows.zip").iloc[0]
    assert row[["article", "topics"]].tolist() == ["账本", "食堂"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("../a.txt", "leads out"), ("/etc/a.txt", "leads out"), ("C:\\a.txt", "leads out"), ("a.zip", "unpack")],
)
def test_paths_that_lead_out_are_refused(tmp_path, name, reason):
    """A path that leads out of the archive and an archive in it are refused by name, and the rest go on."""
    archive(tmp_path / "odd.zip", {name: BODY.encode(), "b.txt": BODY.encode()})
    articles = read_articles(tmp_path / "odd.zip")
    assert articles["article"].tolist() == ["b"]
    assert len(refused(articles)) == 1
    assert reason in refused(articles)[0]
    assert name.rsplit("\\")[-1] in refused(articles)[0]


def test_what_would_fill_memory_is_refused(tmp_path):
    """A small entry that unpacks to a large one is refused before it is unpacked."""
    archive(tmp_path / "bomb.zip", {"a.txt": b"x" * (20 << 20), "b.txt": BODY.encode()})
    articles = read_articles(tmp_path / "bomb.zip")
    assert articles["article"].tolist() == ["b"]
    assert refused(articles)[0].startswith("bomb.zip/a.txt: would unpack to 20 MB")


def test_links_and_passwords_are_refused(tmp_path):
    """A link and an entry with a password are refused by name."""
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr(link, "/etc/hostname")
        file.writestr("b.txt", BODY)
    raw = bytearray((tmp_path / "a.zip").read_bytes())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1  # the flag of the second entry
    (tmp_path / "a.zip").write_bytes(raw)
    reasons = refused(read_articles(tmp_path / "a.zip"))
    assert ["password" in reason for reason in reasons] == [True, False]
    assert "link.txt: is a link" in reasons[1]


def test_a_bad_file_in_an_archive_is_named(tmp_path):
    """A file that can't be read and one whose bytes are damaged are told by name, and the rest go on."""
    archive(
        tmp_path / "a.zip", {"bad.txt": b"\xff\xfe\x00\xd8", "broken.txt": BODY.encode(), "good.txt": BODY.encode()}
    )
    raw = bytearray((tmp_path / "a.zip").read_bytes())
    at = raw.index(b"broken.txt") + len(b"broken.txt")
    raw[at + 8] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(raw)
    articles = read_articles(tmp_path / "a.zip")
    assert articles["article"].tolist() == ["good"]
    assert [reason.split(":")[0] for reason in refused(articles)] == ["a.zip/bad.txt", "a.zip/broken.txt"]


def test_a_damaged_archive_is_one_sentence(tmp_path):
    """What is no archive is refused by its name."""
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(LundianError, match=r"^a\.zip: is damaged"):
        read_articles(tmp_path / "a.zip")
