"""How the digest speaks: the Chinese names of days, pages, stories and counts, the same in every format."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from articles.article import Article
from articles.sentences import SENTENCE_END

if TYPE_CHECKING:
    from digest.story import Digest, Story
    from summarize.summary import Summary

NAME = "报摘"
UNTITLED = "（无题）"
OPEN_END = "〔原版文字在此中断〕"
# The longest headlines of a paper have two lines of some twenty characters.
LONGEST_TITLE = 40
DIGITS = "零一二三四五六七八九"
PLACES, MYRIAD = ("千", "百", "十", ""), 10_000


def weekday(day: date) -> str:
    """The day of the week.

    >>> weekday(date(2024, 3, 16))
    '星期六'
    """
    return "星期" + "一二三四五六日"[day.weekday()]


def long_date(day: date) -> str:
    """A day as a paper prints it.

    >>> long_date(date(2024, 3, 16))
    '2024年3月16日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def span(days: Sequence[date]) -> str:
    """One day, or the first and the last of several.

    >>> span([date(2024, 3, 1), date(2024, 3, 16)]), span([])
    ('2024年3月1日至2024年3月16日', '日期不详')
    """
    return "至".join(long_date(day) for day in sorted({*days[:1], *days[-1:]})) or "日期不详"


def day_of(digest: "Digest") -> str:
    """The digest's day with its weekday, or the days that its stories span."""
    return f"{long_date(digest.date)}　{weekday(digest.date)}" if digest.date else span(digest.days)


def title_of(digest: "Digest") -> str:
    """What the digest is called: 《云岭日报》报摘."""
    return f"《{digest.paper}》{NAME}" if digest.paper else NAME


def today(digest: "Digest", what: str) -> str:
    """A heading for what is told of the day, or of the days."""
    return f"今日{what}" if digest.date else what


def counts_of(digest: "Digest") -> str:
    """How much was read, 4版　18篇　21,300字; of a front page, how much of it is shown."""
    if digest.budget:
        return f"{digest.pages}版　选{len(digest.stories)}篇"
    return f"{digest.pages}版　{len(digest.stories)}篇　{letters(digest.stories):,}字"


def letters(stories: "Sequence[Story]") -> int:
    """The characters in the bodies of stories, white space apart."""
    return sum(len("".join(story.article.text.split())) for story in stories)


def headline_of(article: Article, summary: "Summary") -> str:
    """The headline, or the mark that the page gives none and the first line of our summary."""
    return article.headline or UNTITLED + _opening(next((one.text for one in summary.sentences), ""))


def _opening(sentence: str) -> str:
    """A sentence as far as it is as long as a headline, to the last comma within that."""
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    start = sentence[:LONGEST_TITLE]
    return (start[: start.rfind("，")] if "，" in start else start) + "……"


def domain_of(story: "Story", digest: "Digest") -> str:
    """The name in Chinese of a story's domain."""
    return digest.names.get(story.label.domain, story.label.domain)


def summary_of(story: "Story") -> str:
    """The summary as one text; lines of a list, which end without a mark, stand apart."""
    return joined([sentence.text for sentence in story.summary.sentences])


def joined(sentences: Sequence[str]) -> str:
    """Sentences one after another, with a gap where one has no final mark.

    >>> joined(["勤洗手", "多通风", "会议召开。", "他到会。"])
    '勤洗手　多通风　会议召开。他到会。'
    """
    return "".join(text if SENTENCE_END.search(text) else f"{text}　" for text in sentences).rstrip("　")


def where(article: Article) -> str | None:
    """The pages an article stands on.

    >>> where(Article("a", pages=(1, 3))), where(Article("a", page=2, section="B")), where(Article("a"))
    ('第1、3版', '第B2版', None)
    """
    numbers = article.pages or ((article.page,) if article.page else ())
    named = "、".join((article.section or "") + str(number) for number in numbers)
    return f"第{named}版" if named else None


def percent(share: float) -> str:
    """A share in whole percent, never rounded up to certainty.

    >>> percent(0.974), percent(0.999), percent(1.0), percent(0.004)
    ('97%', '99%', '100%', '<1%')
    """
    whole = int(share * 100 + 1e-9) if share > 0.99 else round(share * 100)
    return f"{whole}%" if whole or not share else "<1%"


def numeral(number: int) -> str:
    """A number in Chinese, as headings count; from a hundred million on in figures.

    >>> [numeral(n) for n in (1, 10, 12, 20, 35, 100, 101, 110, 2010, 10_012)]
    ['一', '十', '十二', '二十', '三十五', '一百', '一百零一', '一百一十', '二千零一十', '一万零一十二']
    """
    if number >= MYRIAD**2:
        return str(number)
    myriads, rest = divmod(number, MYRIAD)
    if not myriads:
        return _under_myriad(rest).removeprefix("一" if 10 <= rest < 20 else "")
    gap = DIGITS[0] if 0 < rest < MYRIAD // 10 else ""
    return f"{numeral(myriads)}万{gap}{_under_myriad(rest)}"


def _under_myriad(number: int) -> str:
    """Each figure with its place; a 零 for any number of noughts within it."""
    places = ((DIGITS[int(figure)], place) for figure, place in zip(f"{number:04d}", PLACES, strict=True))
    said = "".join(DIGITS[0] if figure == DIGITS[0] else figure + place for figure, place in places)
    return DIGITS[0].join(filter(None, said.split(DIGITS[0])))
