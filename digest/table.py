"""The digest as a table, a row a story: what Excel and CSV show."""

from articles.visible import visible
from digest.story import Digest, Story
from digest.wording import domain_of, letters, summary_of, where

CELL = 32_767  # the characters a cell holds in Excel
COLUMNS = {
    "日期": 11, "版次": 8, "领域": 9, "把握": 6, "待定": 6, "眉题": 16, "标题": 34, "副题": 22, "作者": 10,
    "摘要": 64, "关键词": 24, "字数": 7, "必收": 9, "编号": 18,
}  # fmt: skip


def rows(digest: Digest) -> list[list[str | float]]:
    """The cells of each story, in the order of COLUMNS."""
    return [[_cell(cell) for cell in _row(story, digest)] for story in digest.stories]


def _row(story: Story, digest: Digest) -> list[str | float | None]:
    article, label = story.article, story.label
    return [
        article.date.isoformat() if article.date else None,
        where(article),
        domain_of(story, digest),
        round(label.confidence, 4),
        "待定" if label.unsure else None,
        article.kicker,
        article.headline,
        article.subhead,
        article.byline,
        summary_of(story),
        "、".join(word for word, _ in story.summary.keywords),
        letters([story]),
        story.must,
        article.id,
    ]


def _cell(cell: str | float | None) -> str | float:
    if isinstance(cell, int | float):
        return cell
    text = visible(cell or "")
    return text if len(text) <= CELL else text[: CELL - 1] + "…"
