"""Node pages: which stories stand on a page and where, and what they make of a folder of stories."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from articles.article import Article
from articles.errors import Failure, Notice
from articles.outline import Outline
from baozhai.cli import main
from baozhai.inputs import Inputs, gather_inputs
from formats.doors import open_file, page_files
from tests.formats.html.made import OTHER, STORY, founder, node

FILES = Path(__file__).resolve().parents[4] / "shared" / "files"
UPPER, LOWER = (
    ("content_12.htm", "东门大桥封闭大修", "0,0,400,0,400,250,0,250"),
    (
        "content_3.htm",
        "云岭市图书馆新馆开馆",
        "0,250,200,250,200,500,0,500",
    ),
)


def opened(html: bytes, name: str = "node_4.htm") -> Outline:
    """The outline of a node page."""
    (item,) = open_file(html, name)
    assert isinstance(item, Outline)
    return item


def test_a_node_page_alone_is_told() -> None:
    """By how many stories it lists; links to other papers are none of them."""
    outline = opened(node(UPPER, LOWER).encode())
    assert str(outline) == "node_4.htm: it lists 2 stories; save their pages beside it"
    assert [entry.headline for entry in outline.entries] == [UPPER[1], LOWER[1]]
    assert (outline.paper, str(outline.date), outline.section, outline.number) == ("云岭日报", "2025-04-02", "B", 3)


def test_places_are_rectangles_as_shares_of_the_page() -> None:
    """An L is two of them; without the picture's size the margins tell it."""
    bent = ("content_1.htm", "云岭", "10,10,390,10,390,110,210,110,210,490,10,490")
    for size in (' width="400" height="500"', ""):
        (entry,) = opened(node(bent, size=size).encode()).entries
        assert entry.places == ((0.025, 0.02, 0.975, 0.22), (0.025, 0.22, 0.525, 0.98))


def gathered(folder: Path) -> tuple[Inputs, list[Failure]]:
    """What comes of a folder, and what is told."""
    told: list[Failure] = []
    return gather_inputs([str(folder)], told.append), told


def test_a_folder_of_a_days_pages_is_that_day(tmp_path: Path) -> None:
    """Stories come in the order of their pages, with their places; nothing is told."""
    (tmp_path / "content_12.htm").write_text(founder("东门大桥封闭大修", OTHER, page=""), "utf-8")
    (tmp_path / "content_3.htm").write_text(founder(), "utf-8")
    (tmp_path / "content_1.htm").write_text(founder("清禾开通夜间公交", page="A01"), "utf-8")
    (tmp_path / "node_4.htm").write_text(node(UPPER, LOWER), "utf-8")
    (tmp_path / "node_2.htm").write_text(node(("content_1.htm", "夜间公交", ""), page="A01"), "utf-8")
    inputs, told = gathered(tmp_path)
    articles = [item for item in inputs.items if isinstance(item, Article)]
    assert [article.headline for article in articles] == [
        "清禾开通夜间公交",
        "东门大桥封闭大修",
        "云岭市图书馆新馆开馆",
    ]
    assert [(article.section, article.page) for article in articles] == [("A", 1), ("B", 3), ("B", 3)]
    assert articles[1].places == ((3, 0.0, 0.0, 1.0, 0.5),)
    assert told == []


def test_a_story_is_found_by_its_headline_too(tmp_path: Path) -> None:
    """A browser calls a page after its title; a story that did not come is told, and nothing failed."""
    (tmp_path / "node_4.htm").write_text(node(UPPER, LOWER), "utf-8")
    (tmp_path / "云岭日报数字报.htm").write_text(founder(body=STORY), "utf-8")
    inputs, told = gathered(tmp_path)
    (article,) = inputs.items
    assert isinstance(article, Article)
    assert article.places == ((3, 0.0, 0.5, 0.5, 1.0),)
    assert [type(one) for one in told] == [Notice]
    assert "it lists 2 stories, of which 1 did not come" in str(told[0])
    assert inputs.failures == []


def test_what_a_browser_saves_beside_a_page_is_no_page(tmp_path: Path) -> None:
    """Its frames lie in NAME_files beside NAME.html."""
    (tmp_path / "云岭.html").write_text(founder(), "utf-8")
    frame = tmp_path / "云岭_files" / "saved_resource.html"
    frame.parent.mkdir()
    frame.write_text("<html><body></body></html>", "utf-8")
    inputs, told = gathered(tmp_path)
    assert (len(inputs.items), told) == (1, [])
    assert inputs.passed_over == {str(tmp_path): 1}


def test_a_digest_among_the_pages_is_no_page(tmp_path: Path) -> None:
    """It and its index say what they are, so that the next run passes them over."""
    days = ("2025-04-02", "2025-04-03")
    for day in days:
        (tmp_path / f"{day}.html").write_text(founder(day=day), "utf-8")
    assert CliRunner().invoke(main, ["digest", str(tmp_path), "-o", str(tmp_path / "out")]).exit_code == 0
    assert len(list(tmp_path.glob("out/*.html"))) == 3
    assert [path.stem for path in page_files(tmp_path)[0]] == list(days)


@pytest.mark.skipif(not FILES.is_dir(), reason="the real files are not here")
def test_real_node_pages() -> None:
    """Of 科技日报 and 人民日报; the latter's picture says its size, by which the margins of the former are told."""
    old = opened((FILES / "stdaily_node_2.htm").read_bytes(), "node_2.htm")
    new = opened((FILES / "rmrb_node_2024-12-25.html").read_bytes(), "node_01.html")
    assert (old.paper, str(old.date), old.number, len(old.entries)) == ("科技日报", "2023-02-10", 1, 5)
    assert (new.paper, str(new.date), new.number, len(new.entries)) == ("人民日报", "2024-12-25", 1, 7)
    assert all(entry.places and entry.headline for entry in (*old.entries, *new.entries))
