"""JSON lines: an article each, and a failure for each line that holds none."""

import pytest

from articles.article import Article, dumps
from articles.errors import Failure, Notice
from formats.jsonl import read_jsonl


def read(text: str) -> list[Article | Failure]:
    return list(read_jsonl(text.encode(), "day/2025-04-25.jsonl"))


def test_articles_and_failures_in_their_order() -> None:
    """Blank lines are passed over and counted; a broken line is told by its number, the rest is read."""
    told = read('{"id": "a", "body": ["春"]}\n\n{"body": "夏"}\n{half\n[1]\n{"page": "3"}\n' + "9" * 5000 + "\n{}")
    assert [item.id for item in told if isinstance(item, Article)] == ["a", "2025-04-25-0003"]
    failures = [str(item) for item in told if isinstance(item, Failure)]
    assert [line.partition(": ")[0] for line in failures] == [
        f"day/2025-04-25.jsonl:{number}" for number in (4, 5, 6, 7, 8)
    ]
    assert [line.partition(": ")[2].partition(" (")[0].partition(";")[0] for line in failures] == [
        "it is no JSON",
        "it is no JSON object",
        "it has neither headline nor body",
        "it is no JSON",
        "it has neither headline nor body",
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [("title", "text"), ("title", "content"), ("title", "content_text"), ("标题", "正文"), ("headline", "正文")],
)
def test_other_peoples_words_are_read(title: str, text: str) -> None:
    """Headline and body under the names that other programs give them, a string cut at its breaks; ours count first."""
    (one,) = read(dumps({title: "春来了", text: "农民下地。\n\n　　花开。"}))
    assert isinstance(one, Article)
    assert (one.headline, one.body) == ("春来了", ("农民下地。", "花开。"))
    (ours,) = read(dumps({title: "春", text: ["春"]} | {"headline": "夏", "body": ["蝉鸣。"]}))
    assert isinstance(ours, Article)
    assert (ours.headline, ours.body) == ("夏", ("蝉鸣。",))
    (tagged,) = read(dumps({text: "<p>农民下地。</p><p>花开。</p>"}))
    assert isinstance(tagged, Article)
    assert (tagged.headline, tagged.body) == (None, ("农民下地。", "花开。"))
    (failure,) = read(dumps({title: "", text: [], "link": "a"}))
    assert isinstance(failure, Failure)


def test_a_bad_byte_is_told_and_its_article_read() -> None:
    """With its place in the file."""
    notice, article = read_jsonl('{"id": "a", "body": ["春'.encode() + b'\xff"]}', "day.jsonl")
    assert isinstance(notice, Notice)
    assert "line 1 (byte 25)" in str(notice)
    assert isinstance(article, Article)
    assert article.body == ("春\ufffd",)


def test_what_else_a_line_says_is_kept() -> None:
    """For the verbs to pass on."""
    (article,) = read('{"id": 7, "desk": "要闻部", "body": "春"}')
    assert isinstance(article, Article)
    assert (article.id, article.extra) == ("7", {"desk": "要闻部"})


def test_nests_without_end_are_no_json() -> None:
    """Told, not fallen over."""
    (failure,) = read("[" * 200_000)
    assert "it is no JSON" in str(failure)
