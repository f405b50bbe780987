"""What a word can be in a keyword: a noun, a person, an action; and what ends a phrase."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from articles.expressions import expression
from articles.names import SURNAMES
from articles.words import in_dictionary, remembered, stop_words, tags

# Letters, so that the form of a phrase is a pattern (FORM). An action is a verb that names what is done (保护, 改造);
# an affix neither opens nor closes a phrase; nothing joins with OTHER.
NOUN, PERSON, TITLE, ACTION, MODIFIER, AFFIX, OTHER = "nptdae "
ALONE = frozenset((NOUN, PERSON, ACTION))
TAGGED = {
    **dict.fromkeys(("n", "nr", "nrt", "nrfg", "ns", "nt", "nz", "j", "l", "i", "an", "vn", "eng", "x", "t"), NOUN),
    **dict.fromkeys(("a", "b", "z", "s"), MODIFIER),
}
# A phrase ends in a noun or an action, and a person stands alone or before things (习近平法治思想, not 顾怀远主持).
FORM = expression("[nda][nade]*[ndt]|p+(?![td])[nade]*[nt]")

# Not a number (第八, 三百), nor who reports, nor the crumb of a name with its verb (温说).
CONTENT_WORD = expression(
    r"(?!.*(?:日[电讯]|记者|通讯员)$|第[一二三四五六七八九十百]|[一二三四五六七八九十百千万亿两]+.?$|[^小学传]说$)[\u3400-\u9fff]+"
    r"|[A-Za-z][A-Za-z0-9.+-]*"
)
TIME = expression(r".*(?:[年月日天来期前后时晚午间际底夕]|周.|点)$")
TITLES = expression(r"主席|总统|总理|总书记|书记|主任|教授|同志|院士|.{1,3}[长员]")
# One character more makes a place of a name (青溪区), a person or a thing of a word (经营者), or opens it (市残联).
PLACES = frozenset("省市区县州旗镇乡村局院厅路街桥馆厂署委")
MAKERS = frozenset("率费法者员人权证险案")
ENDINGS = PLACES | MAKERS
# The one character that is missing of a word: 外贸外资基本盘.
PIECES = frozenset("盘类率者性化点线区网权法案部家员工机器院所厂店馆")
OPENINGS = frozenset("高低老新小双省市县区")
# What no name in a dictionary's absence opens or closes with: 由沅安, 个省, 乌称.
LEADING = frozenset("由经从在向对将与和及被把给让为记各多个年月日名位每这那该其已未正全单近约超达占逾首只仅")
TRAILING = frozenset("和与及中出称说之其里上下")
# Tags: adverbs, pronouns, prepositions, conjunctions, particles, numbers, measures, positions.
NAMELESS = frozenset("drpcumqf")
# So many words are remembered at most.
REMEMBERED = 1 << 15


def ends(word: str, ending: str) -> bool:
    """Whether a character behind a word is one name with it.

    >>> ends("青溪", "区"), ends("参与", "者"), ends("来到", "镇"), ends("或", "者")
    (True, True, False, False)
    """
    if len(word) < 2 or word in stop_words() or not CONTENT_WORD.fullmatch(word):
        return False
    return ending in MAKERS or (ending in PLACES and known_types()[word] not in (OTHER, MODIFIER))


class WordTypes(dict[str, str]):
    """What each word can be in a keyword: found out when it is first asked for, and remembered.

    >>> [known_types()[word] for word in ("知识产权", "保护", "老旧", "主持", "记者", "第八", "顾怀远")]
    ['n', 'd', 'a', ' ', ' ', ' ', 'p']
    """

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[word] = _word_type(word)
        return found


@remembered
def known_types() -> WordTypes:
    """What has been found out so far."""
    return WordTypes()


def _word_type(word: str) -> str:
    """What a word can be, by the lists, its form and its tag."""
    if found := _by_list().get(word):
        return found
    if not CONTENT_WORD.fullmatch(word):
        return PERSON if "·" in word[1:-1] else OTHER
    if len(word) > 2 and word[-1] in ENDINGS:
        return OTHER if _made_up(word[:-1]) else NOUN
    if word.isascii():
        return NOUN
    parts = tags(word)  # one of one character, and of what the dictionary has
    return _by_tag(word, parts[-1]) if len(parts) == 1 or in_dictionary(word) else _guessed(word, parts[0], parts[-1])


def _by_tag(word: str, tag: str) -> str:
    """What a word of the dictionary can be."""
    found = TAGGED.get(tag, OTHER)
    if len(word) == 1:
        return MODIFIER if word in OPENINGS else AFFIX if found == NOUN else OTHER
    if found == OTHER or (tag == "nr" and len(word) == 2 and word[0] in "老小" and word[1] in SURNAMES):
        return OTHER
    if tag.startswith("nr") and word[0] in SURNAMES and len(word) < 4:
        return PERSON
    if _clause(word, tag) or (tag in ("t", "nr") and TIME.match(word)):
        return OTHER
    return TITLE if found == NOUN and TITLES.fullmatch(word) else found


def _guessed(word: str, first: str, last: str) -> str:
    """What a word that no dictionary has can be, by the tags of its first and last part."""
    if word[0] in SURNAMES and len(word) == 3:
        if not in_dictionary(word[1:]):
            return PERSON
        tag = tags(word[1:])[-1]
        return PERSON if tag.startswith("nr") else OTHER if tag[0] in "dzo" else NOUN
    if _made_up(word) or {first[0], last[0]} & NAMELESS or first[0] == last[0] == "v":
        return OTHER
    return MODIFIER if last == "a" else NOUN


def _made_up(word: str) -> bool:
    """Whether a word that no dictionary has opens or closes as no name does."""
    return (word[0] in LEADING or word[-1] in TRAILING) and not in_dictionary(word)


def _clause(word: str, tag: str) -> bool:
    """Whether four characters are two words of a clause: 主持会议, 全面实施."""
    types = known_types()
    return len(word) == 4 and tag not in ("ns", "nt") and (types[word[:2]] == OTHER or types[word[2:]] == OTHER)


@remembered
def _by_list() -> Mapping[str, str]:
    """The types of the words that stand in a list."""
    none = stop_words() | listed("clause")
    return dict.fromkeys(listed("action"), ACTION) | dict.fromkeys(listed("affix"), AFFIX) | dict.fromkeys(none, OTHER)


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list.

    action, affix, clause: as above; common: keywords only in a phrase (立法工作); frequent: words of two characters in
    one text of 500 and more by jieba's table (idf below 6.2), names and common ones apart; place: provinces, countries,
    cities; no-place, no-person: what the dictionary calls one and mostly is none; plain-body: 公司, which names none.
    """
    return frozenset((Path(__file__).parent / f"{name}-words.txt").read_text("utf-8").split())
