"""What the classifier sees of an article: its words, and the parts of those words."""

import unicodedata

from articles.article import Article
from articles.corpus import Labelled
from articles.dateline import parse_dateline
from articles.expressions import expression
from articles.newsroom import REPORTER
from articles.words import in_use, words

HEADLINE_WEIGHT = 2
# A word of Chinese, of Latin letters, or the number of a hot line (12315, 12345).
WORD = expression(r"[\u4e00-\u9fff]+|[a-z]{2,}|12\d{3}")
# How the newsroom opens and signs a story says nothing about its subject:
# （记者 某某 通讯员 某某）, and 本报记者 before a name; the dateline is parsed.
BRACKET = expression(rf"[(（][^()（）]{{0,16}}{REPORTER}[^()（）]{{0,30}}[)）]")
ROLE = expression(rf"(?:(?:本[报台网刊]|新华社)[^,，。:：]{{0,6}}?)?{REPORTER}[\s:：]*")
WIDE = expression("[０-９Ａ-Ｚａ-ｚ]")


def fold(line: str) -> str:
    """A paragraph with letters and digits of one width, less the newsroom's formulas.

    >>> fold("本报讯（记者田雨晴）ＣＴ检查，3元起。（记者 罗峥）")
    'CT检查，3元起。'
    """
    if opening := parse_dateline(line):
        line = line[opening.end :]
    if "记者" in line or "通讯员" in line:
        line = ROLE.sub("", BRACKET.sub("", line))
    return WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), line)


def story_words(story: Article | Labelled) -> list[str]:
    """The words of headline, kicker, subhead, body and captions, the headline's HEADLINE_WEIGHT times over; no
    stop words of the office's own."""
    captions = story.captions if isinstance(story, Article) else ()
    headline, *lines = (
        fold(line) if line else "" for line in (story.headline, story.kicker, story.subhead, *captions, *story.body)
    )
    found = words("\n".join((*[headline] * HEADLINE_WEIGHT, *lines)))
    stop = in_use().stop
    return [word for word in found if word not in stop] if stop else found


def parts(word: str) -> tuple[str, ...]:
    """The features of a word: itself, its pairs of characters, its characters; none for numbers and marks.

    A word that was never seen (地标办) so still speaks by what it is made of.

    >>> parts("专利权"), parts("案"), parts("CT"), parts("2023")
    (('专利权', '专利', '利权', '专', '利', '权'), ('案',), ('ct',), ())
    """
    word = word.lower()
    if not WORD.fullmatch(word):
        return ()
    if word.isascii() or len(word) == 1:
        return (word,)
    pairs = (word[at : at + 2] for at in range(len(word) - 1)) if len(word) > 2 else ()
    return (word, *pairs, *word)
