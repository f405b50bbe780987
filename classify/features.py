"""What the classifier sees of an article: its words, and the parts of those words."""

import re
import unicodedata

from articles.article import Article
from articles.corpus import Labelled
from articles.words import words

HEADLINE_WEIGHT = 2
# A word of Chinese, of Latin letters, or the number of a hot line (12315, 12345).
WORD = re.compile(r"[\u4e00-\u9fff]+|[a-z]{2,}|12\d{3}")
# How the newsroom opens and signs a story says nothing about its subject; each with a line that called for it.
# 本报讯（记者某某）…; 新华社某地5月6日电 …; 央视网消息(新闻联播)：…; 本报某地5月6日电 记者某某报道：…
OPENING = re.compile(
    r"\W{0,3}据?(?:本[报台网刊社][^,，。:：]{0,16}?(?:讯|电|消息)|新华社[^,，。]{0,20}?[电讯]"
    r"|[\u4e00-\u9fff]{2,8}[网社报台][^,，。:：]{0,16}?(?:讯|电|消息)(?=[\s:：(（]))"
    r"\s*(?:[(（][^()（）]{0,40}[)）])?(?:[^,，。:：]{0,30}报道)?[:：\s]*"
)
# （记者 某某 通讯员 某某）
BRACKET = re.compile(r"[(（][^()（）]{0,16}(?:记者|通讯员)[^()（）]{0,30}[)）]")
# 本报记者 某某
REPORTER = re.compile(
    r"(?:本[报台网刊][^,，。:：]{0,6}?(?:记者|通讯员)|新华社[^,，。:：]{0,6}?(?:记者|通讯员)|记者|通讯员)[\s:：]*"
)
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")


def fold(line: str) -> str:
    """A paragraph with letters and digits of one width, less the newsroom's formulas.

    >>> fold("本报讯（记者田雨晴）ＣＴ检查，3元起。（记者 罗峥）")
    'CT检查，3元起。'
    """
    if opening := OPENING.match(line):
        line = line[opening.end() :]
    if "记者" in line or "通讯员" in line:
        line = REPORTER.sub("", BRACKET.sub("", line))
    return WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), line)


def story_words(story: Article | Labelled) -> list[str]:
    """The words of headline, kicker, subhead, body and captions, the headline's HEADLINE_WEIGHT times over."""
    extras = (story.kicker, story.subhead, *story.captions) if isinstance(story, Article) else ()
    headline, *lines = (fold(line or "") for line in (story.headline, *extras, *story.body))
    return words("\n".join((*[headline] * HEADLINE_WEIGHT, *lines)))


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
