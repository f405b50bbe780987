"""`read --picture` and `digest --pictures`: pages that know where their lines stand, and those that do not."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

import baozhai
from baozhai.cli import main
from tests.laid_out import HEADS, layout, pdf
from tests.three_stories import plain_page
from tests.trained import MODELS

UNDRAWN = "a picture needs a page that knows where its lines stand; give the page as PDF"


def command(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A PDF of one page, and one of two pages without a number."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "2025-04-09-p02.pdf").write_bytes(pdf(layout()))
    (tmp_path / "pages" / "晚 报: 1.pdf").write_bytes(pdf(layout(), layout()))
    return tmp_path


def test_a_picture_for_each_page(folder: Path) -> None:
    """In a folder that is made, under a name that any system takes; what `read` gives is as before."""
    plain = command("read", folder / "pages", "--format", "jsonl")
    done = command("read", folder / "pages", "--format", "jsonl", "--picture", folder / "a" / "b")
    assert (done.exit_code, done.stdout) == (0, plain.stdout)
    assert done.stderr == f"3 pictures: {folder / 'a' / 'b'}\n"
    names = sorted(path.name for path in (folder / "a" / "b").iterdir())
    assert names == ["2025-04-09-p02-p02.svg", "晚-报-1-p01.svg", "晚-报-1-p02.svg"]
    for name in names:
        texts = [text.text for text in ElementTree.parse(folder / "a" / "b" / name).iter() if text.text]
        assert set(HEADS) <= set(texts)


def test_pictures_of_one_name_are_kept_apart(folder: Path) -> None:
    """Two pages of one name and number in two folders."""
    (folder / "pages" / "more").mkdir()
    (folder / "pages" / "more" / "2025-04-09-P02.pdf").write_bytes(pdf(layout()))
    command("read", folder / "pages", "--picture", folder / "out")
    names = {path.name.lower() for path in (folder / "out").iterdir()}
    assert {"2025-04-09-p02-p02.svg", "2025-04-09-p02-p02-2.svg"} <= names
    assert len(names) == 4


def test_what_has_no_picture_is_told(folder: Path) -> None:
    """A page of text alone, on one line; articles already cut, once; what can be drawn is drawn."""
    text = folder / "pages" / "2025-04-09-p03.txt"
    text.write_text(plain_page(), "utf-8")
    done = command("read", folder / "pages", "--picture", folder / "out", "--format", "jsonl")
    assert (done.exit_code, done.stderr) == (1, f"{text}: {UNDRAWN}\n3 pictures: {folder / 'out'}\n")
    articles = folder / "articles.jsonl"
    articles.write_text(done.stdout, "utf-8")
    cut = command("read", articles, "--picture", folder / "none", "--format", "jsonl")
    assert (cut.exit_code, cut.stdout) == (1, done.stdout)
    assert cut.stderr.splitlines() == [
        "--picture: articles already cut have no picture; give the pages that they stand on",
        f"0 pictures: {folder / 'none'}",
    ]


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    """One line with its cure."""
    (folder / "file").touch()
    done = command("read", folder / "pages", "--picture", folder / "file")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "cannot be written" in done.stderr


def test_places_go_through_the_verbs(folder: Path) -> None:
    """As JSON and as text for human eyes; a page of text alone gives none."""
    page = folder / "pages" / "2025-04-09-p02.pdf"
    rows = [json.loads(line) for line in command("read", page, "--format", "jsonl").stdout.splitlines()]
    assert [len(row["places"]) for row in rows] == [4, 3]
    for form in ("text", "jsonl"):
        file = folder / f"articles.{'txt' if form == 'text' else 'jsonl'}"
        file.write_text(command("read", page, "--format", form).stdout, "utf-8")
        again = [json.loads(line) for line in command("read", file, "--format", "jsonl").stdout.splitlines()]
        assert again == rows
    (text,) = baozhai.read(plain_page().encode(), name="p.txt", models=MODELS)[:1]
    assert text.places == ()


def test_the_digest_shows_where_a_story_stands(folder: Path) -> None:
    """With `--pictures`, for the library with `pictures=True`; off unless it is asked for, and no part of the JSON."""
    page = folder / "pages" / "2025-04-09-p02.pdf"
    plain, asked = (command("digest", page, *more).stdout for more in ((), ("--pictures",)))
    assert ("<use" in plain, asked.count("<use")) == (False, 2)
    assert baozhai.render(baozhai.digest(page, pictures=True, models=MODELS)) == asked
    assert baozhai.render(baozhai.digest(page, models=MODELS)) == plain
    assert (
        command("digest", page, "--format", "json").stdout
        == command("digest", page, "--format", "json", "--pictures").stdout
    )


def test_an_archive_is_made_anew_for_pictures(folder: Path) -> None:
    """What a digest was made with counts."""
    out = folder / "out"
    page = folder / "pages" / "2025-04-09-p02.pdf"
    command("digest", page, "-o", f"{out}/")
    command("digest", page, "-o", f"{out}/", "--pictures")
    assert "<use" in (out / "2025-04-09.html").read_text("utf-8")
