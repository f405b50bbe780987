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
NEWSROOM = re.compile(
    "|".join(
        (
            # 本报讯（记者某某）…; 新华社某地5月6日电 …; 央视网消息(新闻联播)：…; 本报某地5月6日电 记者某某报道：…
            r"^\W{0,3}据?(?:本[报台网刊社][^,，。:：\n]{0,16}?(?:讯|电|消息)|新华社[^,，。\n]{0,20}?[电讯]"
            r"|[\u4e00-\u9fff]{2,8}[网社报台][^,，。:：\n]{0,16}?(?:讯|电|消息)(?=[\s:：(（]))"
            r"\s*(?:[(（][^()（）\n]{0,40}[)）])?(?:[^,，。:：\n]{0,30}报道)?[:：\s]*",
            # （记者 某某 通讯员 某某）; （附图片1张）; （某某摄）
            r"[(（][^()（）\n]{0,16}(?:记者|通讯员|附图片|供图|[^()（）]摄)[^()（）\n]{0,30}[)）]",
            # 本报记者 某某
            r"(?:本[报台网刊]|新华社)[^,，。:：\n]{0,6}记者[\s:：]*|(?:通讯员|记者|编者按)[\s:：]*",
        )
    ),
    re.MULTILINE,
)
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")


def fold(text: str) -> str:
    """The text with letters and digits of one width and one case, less the newsroom's formulas.

    >>> fold("本报讯（记者史曼菲）ＣＴ检查，3元起。")
    'ct检查，3元起。'
    """
    return NEWSROOM.sub("", WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), text)).lower()


def story_words(story: Article | Labelled) -> list[str]:
    """The words of headline, kicker, subhead, body and captions, the headline's HEADLINE_WEIGHT times over."""
    extras = (story.kicker, story.subhead, *story.captions) if isinstance(story, Article) else ()
    lines = (*(story.headline,) * HEADLINE_WEIGHT, *extras, *story.body)
    return words(fold("\n".join(line for line in lines if line)))


def parts(word: str) -> tuple[str, ...]:
    """The features of a word: itself, its pairs of characters, its characters; none for numbers and marks.

    A word that was never seen (地标办) so still speaks by what it is made of.

    >>> parts("专利权"), parts("案"), parts("ct"), parts("2023")
    (('专利权', '专利', '利权', '专', '利', '权'), ('案',), ('ct',), ())
    """
    if not WORD.fullmatch(word):
        return ()
    if word.isascii() or len(word) == 1:
        return (word,)
    pairs = (word[at : at + 2] for at in range(len(word) - 1)) if len(word) > 2 else ()
    return (word, *pairs, *word)
