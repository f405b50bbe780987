"""A page that is given more than once: it is read and told once."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import baozhai
from baozhai.cli import main
from tests.converted import content_list, middle
from tests.laid_out import layout
from tests.three_stories import LIBRARY, plain_page
from tests.trained import MODELS

PAGE = "\n\n".join(("云岭市图书馆新馆开馆", *LIBRARY))


def read(*paths: Path | str, jobs: int = 1) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, paths), "--format", "jsonl", "--jobs", str(jobs)])


def ids(done: Result) -> list[str]:
    return [json.loads(line)["id"] for line in done.stdout.splitlines()]


def test_a_page_named_twice_is_read_once(tmp_path: Path) -> None:
    """By its folder and by its own name, or by another way to it: once, with a line."""
    page = tmp_path / "2025-04-09-p01.txt"
    page.write_text(PAGE, "utf-8")
    (tmp_path / "way.txt").symlink_to(page)
    detour = tmp_path / ".." / tmp_path.name / page.name
    done = read(page, detour, tmp_path)
    assert (done.exit_code, ids(done)) == (0, ["2025-04-09-p01-a01"])
    named = [detour, page, tmp_path / "way.txt"]
    assert done.stderr.splitlines() == [f"{one}: named twice; read once" for one in named]
    assert len(baozhai.read([page, str(detour)], models=MODELS)) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_two_formats_the_richer_is_read(tmp_path: Path, jobs: int) -> None:
    """Files of one name in one folder; what has another name, or lies elsewhere, is another page."""
    (tmp_path / "more").mkdir()
    for name in ("2025-04-09-p01.txt", "2025-04-09-p01.md", "2025-04-09-p02.txt", "more/2025-04-09-p01.txt"):
        (tmp_path / name).write_text(PAGE, "utf-8")
    done = read(tmp_path, jobs=jobs)
    sources = [Path(json.loads(line)["source"]) for line in done.stdout.splitlines()]
    names = ["2025-04-09-p01.md", "2025-04-09-p02.txt", "more/2025-04-09-p01.txt"]
    assert (done.exit_code, sources) == (0, [tmp_path / name for name in names])
    assert ids(done) == ["2025-04-09-p01-a01", "2025-04-09-p02-a01", "2025-04-09-p01-a01-2"]
    twin = tmp_path / "2025-04-09-p01"
    assert done.stderr == f"{twin}.txt: the same page as {twin}.md; told once\n"


def test_what_cannot_be_read_gives_way_to_the_other_format(tmp_path: Path) -> None:
    """A broken PDF is told, and the page's text is read."""
    (tmp_path / "2025-04-09-p01.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "2025-04-09-p01.txt").write_text(PAGE, "utf-8")
    done = read(tmp_path)
    assert (done.exit_code, ids(done)) == (1, ["2025-04-09-p01-a01"])
    assert "p01.pdf: " in done.stderr


def test_ids_are_the_same_in_any_order(tmp_path: Path) -> None:
    """Of pages without a number, of sections and of copies; none is there twice, whatever --jobs says."""
    texts = {
        "a.txt": "2025年4月9日 星期三",
        "b.txt": "2025年4月9日",
        "2025-04-09-p01.txt": "要闻",
        "20250409B01.txt": "体育",
    }
    for name, head in texts.items():
        (tmp_path / name).write_text(f"{head}\n\n{plain_page()}", "utf-8")
    paths = [tmp_path / name for name in texts]
    told = [
        {(row["source"], row["id"]) for row in map(json.loads, read(*some, jobs=jobs).stdout.splitlines())}
        for some, jobs in ((paths, 1), (paths[::-1], 2), ([tmp_path], 1))
    ]
    assert told[0] == told[1] == told[2]
    assert len({name for _, name in told[0]}) == len(told[0]) == 12
    assert (str(tmp_path / "20250409B01.txt"), "2025-04-09-b01-a01") in told[0]
    assert (str(tmp_path / "a.txt"), "2025-04-09-p01-a01-2") in told[0]


def test_what_a_converter_writes_of_a_page_is_read_once(tmp_path: Path) -> None:
    """The lines before the blocks before the rest, whatever is drawn and cut out beside them."""
    home = tmp_path / "2025-04-09-p01" / "auto"
    (home / "images").mkdir(parents=True)
    lines, blocks = (json.dumps(form(layout()), ensure_ascii=False) for form in (middle, content_list))
    texts = {"middle.json": lines, "content_list.json": blocks, "model.json": '[{"layout_dets": []}]'}
    for name, text in (texts | dict.fromkeys(("origin.pdf", "span.pdf", "layout.pdf"), "%PDF-1.7 broken")).items():
        (home / f"2025-04-09-p01_{name}").write_text(text, "utf-8")
    (home / "2025-04-09-p01.md").write_text(PAGE, "utf-8")
    (home / "images" / "0a1b.jpg").write_bytes(b"\xff\xd8\xff")
    for richest in ("2025-04-09-p01_middle.json", "2025-04-09-p01_content_list.json"):
        done = read(tmp_path)
        assert done.exit_code == 0
        assert {Path(json.loads(line)["source"]).name for line in done.stdout.splitlines()} == {richest}
        assert done.stderr.count(f"the same page as {home / richest}; told once") == done.stderr.count("\n") - 1
        (home / richest).unlink()
    assert "2025-04-09-p01.md" in read(home / "2025-04-09-p01.md").stdout
