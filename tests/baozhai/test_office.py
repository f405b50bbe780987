"""What an office sends in one file: a zip of ten kinds becomes one digest."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from articles.article import dumps, to_json
from baozhai.cli import main
from tests.invented import FAKES
from tests.pdfs import pdf, say
from tests.zips import line, sheet, word_of, zipped

HEAD = ("标题", "正文", "日期")
DAY = "2025-04-25"


def story(place: str) -> tuple[str, str]:
    """A headline and its story, of a place of its own."""
    return f"{place}新馆开馆", f"{place}图书馆新馆4月24日开馆，藏书六十万册，读者凭身份证即可入馆借阅。"


def page(place: str) -> bytes:
    return "\n\n".join(story(place)).encode("gb18030")


def digest(*call: str | Path) -> Result:
    return CliRunner().invoke(main, ["digest", *map(str, call), "--format", "json"])


@pytest.fixture
def files() -> dict[str, bytes]:
    """Ten files of a day, each with a story of its own place."""
    headline, text = story("石桥")
    feed = (
        "<item><title>{}</title><description>{}</description><pubDate>Fri, 25 Apr 2025 08:00:00 +0800</pubDate></item>"
    )
    return {
        f"{DAY}-p01.txt": page("云岭"),
        f"{DAY}-p02.md": "# {}\n\n{}".format(*story("白塔")).encode(),
        f"{DAY}-p03.docx": word_of(line(headline, '<w:outlineLvl w:val="0"/>') + line(text)),
        f"{DAY}-p04.pdf": pdf(say(story("青溪")[0], 50, 700, 24) + "\n" + say(story("青溪")[1], 50, 660, 10)),
        "a.jsonl": dumps(to_json(FAKES)).encode(),
        "b.csv": "\n".join(",".join(f'"{cell}"' for cell in row) for row in (HEAD, (*story("南浦"), DAY))).encode(
            "gbk"
        ),
        "c.tsv": "\n".join("\t".join(row) for row in (HEAD, (*story("北渡"), DAY))).encode(),
        "d.xlsx": sheet(HEAD, (*story("东陵"), DAY)),
        "e.rss": f"<rss version='2.0'><channel>{feed.format(*story('西关'))}</channel></rss>".encode(),
        f"部门/{DAY}-p05.TXT": page("岚川"),
    }


def headlines(done: Result) -> set[str]:
    """The headlines in a digest, wherever they stand."""
    found = json.loads(done.stdout)
    stories = [story for section in found["sections"] for story in section["stories"]] + found["unsure"]
    return {story["article"]["headline"] if "article" in story else story["headline"] for story in stories}


def test_a_zip_of_ten_files_is_one_digest(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Every file's story is in it, with one process or two, and nothing is told as failed."""
    path = tmp_path / "today.zip"
    path.write_bytes(zipped(files))
    done = digest(path)
    assert done.exit_code == 0, done.stderr
    places = ("云岭", "白塔", "石桥", "青溪", "南浦", "北渡", "东陵", "西关", "岚川")
    assert headlines(done) == {*(story(place)[0] for place in places), FAKES.headline}
    assert "0 failed" in done.stderr
    assert digest(path, "--jobs", "2").stdout == done.stdout
    assert [one.name for one in tmp_path.iterdir()] == ["today.zip"]


def test_what_is_not_read_in_a_zip_or_a_folder_is_a_line_each(tmp_path: Path) -> None:
    """The rest is done, and the call ends with 1."""
    for name, data in {f"{DAY}-p01.txt": page("云岭"), "a.doc": b"a", "b.zip": zipped({"c.ofd": b"a"})}.items():
        (tmp_path / name).write_bytes(data)
    done = digest(tmp_path)
    assert done.exit_code == 1
    assert headlines(done) == {"云岭新馆开馆"}
    assert done.stderr.splitlines()[:2] == [
        f"{tmp_path}/a.doc: it is a Word file of the old format; open it in Word or WPS and save it as .docx",
        f"{tmp_path}/b.zip/c.ofd: it is an OFD file; print it to a PDF from the program that opens it",
    ]


def test_a_digest_in_word_is_not_put_among_the_pages(tmp_path: Path) -> None:
    """It would be read as a page at the next run."""
    (tmp_path / "a.txt").write_bytes(page("云岭"))
    done = CliRunner().invoke(main, ["digest", str(tmp_path), "-o", str(tmp_path / "today.docx")])
    assert (done.exit_code, "a digest in docx would be read as a page there" in done.stderr) == (2, True)
