"""Words made whole: names that the segmenter parts, and the one character that makes a place or a person of a word."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from articles.names import SURNAMES
from articles.segmenter import ASCII
from articles.words import in_dictionary, remembered, tags, words
from summarize.word_types import ENDINGS, TITLES, ends

# Surnames beyond the common ones, and those that mostly are other words.
RARE = frozenset("屠佘阚逯敖蔺裘缪晁郗郦鞠阙扈谌冀苑滕栗丛隋逄慎麻勾战初苗矫仝亓綦郇")
PLAIN = frozenset("向于和时都代应全任计水从以为由等还多年安方常成关过高古平明宁万连强通经单习易解项")
ALL = frozenset(SURNAMES) | RARE
FAMILY = ALL - PLAIN
# What foreign names are written with (after Xinhua's tables of transliteration, their commonest characters).
SOUNDS = frozenset(
    "夫娃阿埃艾奥澳巴班贝本比宾伯勃博布查达戴德登迪蒂丁杜顿多厄恩尔法凡菲费芬弗佛福盖甘冈戈格古哈海汉赫亨华霍基吉加贾杰捷金卡凯坎康柯科克肯库拉莱兰朗劳勒雷"
    "里利莉林琳隆卢鲁伦罗洛马麦曼芒梅门蒙米密明缪莫姆穆纳娜奈南内尼涅宁纽诺努欧帕佩彭皮平泼普齐奇恰钱乔切丘热荣茹瑞萨塞桑瑟森沙莎珊舍申圣施什史舒斯丝松苏"
    "索塔泰坦汤唐特滕提汀图托瓦万旺威韦维魏温文翁沃乌武伍西希锡夏香谢辛欣休修逊雅亚延扬耶叶伊英尤约泽扎詹珍芝朱兹佐"
)
SINGLES = FAMILY | SOUNDS
LONGEST_SOUND = 8
KINDS = frozenset("省市县区镇乡")
NAMED = frozenset(("nr", "nrt", "nrfg", "ns", "nz"))
REMEMBERED = 1 << 15


class _Tags(dict[str, str]):
    """The tag of each word of the dictionary, x for others; remembered."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        known = not ASCII.search(word) and in_dictionary(word) and len(found := tags(word)) == 1
        self[word] = tag = found[0] if known else "x"
        return tag


@remembered
def known_tags() -> _Tags:
    """The tags asked for so far."""
    return _Tags()


def story_words(text: str) -> list[str]:
    """The words of a text with their names whole: what keywords and names are found in."""
    return joined(whole_words(words(text)))


# What a word may be part of: a parted place (市柳塘), a foreign name, a name cut short, a surname with its given
# name, a ministry of two things; the dot of foreign names.
PARTED, STRANGE, SHORT, SINGLE, MINISTRY, DOT = (1 << bit for bit in range(6))


class _Marks(dict[str, int]):
    """Of each word what it may be part of; remembered."""

    def __missing__(self, word: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        known = known_tags()[word]
        unknown = known == "x" and len(word) > 1
        self[word] = marks = (
            PARTED * (unknown and word[0] in KINDS and len(word) > 2)
            | STRANGE * (unknown and SOUNDS.issuperset(word))
            | SHORT * (unknown and word[0] in FAMILY and len(word) < 4)
            | SINGLE * (word in SINGLES)
            | MINISTRY * (len(word) > 2 and word[-1] in "部局厅" and known != "nt")
            | DOT * (word == "·")
        )
        return marks


@remembered
def _known_marks() -> _Marks:
    return _Marks()


def _marked(words: Sequence[str]) -> int:
    """What the words may be part of, all together."""
    marks = 0
    for each in set(map(_known_marks().__getitem__, words)):
        marks |= each
    return marks


def whole_words(words: Sequence[str]) -> list[str]:
    """The words with parted names in one piece.

    >>> whole_words(["栗", "战书", "说", "，", "栗", "战书", "到", "扎", "帕罗夫", "家"])
    ['栗战书', '说', '，', '栗战书', '到', '扎帕罗夫', '家']
    """
    marks = _marked(words)
    for mark, step in STEPS:
        if marks & mark:
            before, words = words, step(words)
            if words is not before:
                marks = _marked(words)
    return list(words)


def _places(words: Sequence[str]) -> Sequence[str]:
    """The kind of a place goes with its name: 清禾, 市柳塘 are 清禾市, 柳塘."""
    marks = _known_marks()
    found: list[str] = []
    for word in words:
        if marks[word] & PARTED and found and len(found[-1]) > 1 and known_tags()[found[-1]] == "x":
            found[-1] += word[0]
            word = word[1:]
        found.append(word)
    return found


def _ministries(words: Sequence[str]) -> Sequence[str]:
    """Ministries of two things in one piece: 文化和旅游部."""
    if "和" not in words:
        return words
    marks = _known_marks()
    found: list[str] = []
    for word in words:
        if marks[word] & MINISTRY and len(found) > 1 and found[-1] == "和" and _is_thing(found[-2]):
            found[-2:] = [f"{found[-2]}和{word}"]
        else:
            found.append(word)
    return found


def _is_thing(word: str) -> bool:
    return len(word) == 2 and known_tags()[word] in ("n", "vn")


def _sounds(words: Sequence[str]) -> Sequence[str]:
    """Foreign names in one piece: a run of their characters that no dictionary has as words."""
    found: list[str] = []
    for foreign, group in groupby(words, SOUNDS.issuperset):
        run = list(group)
        found += _sound(run) if foreign else run
    return found


def _sound(run: list[str]) -> list[str]:
    name = "".join(run)
    if len(run) < 2 or not 3 <= len(name) <= LONGEST_SOUND:
        return run
    strange = [word for word in run if len(word) > 1 and not in_dictionary(word)]
    plain = [word for word in run if len(word) > 1 and in_dictionary(word) and known_tags()[word] not in NAMED]
    return [name] if strange and not plain else run


def _dotted(words: Sequence[str]) -> Sequence[str]:
    """Foreign names with their dots in one piece: 保罗·范佐格."""
    found: list[str] = []
    for word in words:
        if len(found) > 1 and found[-1] == "·" and _is_foreign(word) and _is_foreign(found[-2].split("·")[-1]):
            found[-2:] = [f"{found[-2]}·{word}"]
        else:
            found.append(word)
    return found


def _is_foreign(word: str) -> bool:
    """Whether a word may stand beside the dot of a foreign name."""
    chinese = word.isalpha() and not word.isascii()
    return chinese and (SOUNDS.issuperset(word) or known_tags()[word] in ("nr", "nrt", "nrfg", "ns", "x"))


def _short_names(words: Sequence[str]) -> Sequence[str]:
    """Names of people with all of their characters and no more: 康京 和, 金立 群为亚, 李坤时 beside many 李坤."""
    marks, found = _known_marks(), list(words)
    often = Counter(found)
    for name in sorted(name for name in often if marks[name] & SHORT):
        first, before = name[:2], found
        if often[first] > often[name] > 0 and known_tags()[first] in ("x", "nr"):
            found = [part for word in found for part in ((first, name[2]) if word == name else (word,))]
        elif often[name] >= len(name):
            found = _with_third(name, found)
        if found is not before:
            often = Counter(found)
    return found


def _with_third(name: str, words: list[str]) -> list[str]:
    """The words with a name and the one character that always follows it, alone or opening what no dictionary has."""
    nexts = [words[at + 1] if at + 1 < len(words) else "" for at, word in enumerate(words) if word == name]
    [char, *others] = {word[:1] for word in nexts}
    if others or not char.isalpha() or char.isascii():
        return words
    if any(len(word) > 1 and (len(name) > 2 or known_tags()[word] != "x") for word in nexts):
        return words
    found: list[str] = []
    for word in words:
        if found and found[-1] == name:
            found[-1:] = [name + char, *filter(None, [word[1:]])]
        else:
            found.append(word)
    return found


def _families(words: Sequence[str]) -> Sequence[str]:
    """Surnames with their given names where the segmenter parts them: always together, and more than once."""
    pairs = Counter([(words[at], words[at + 1]) for at, word in enumerate(words[:-1]) if word in SINGLES])
    again = {pair: times for pair, times in pairs.items() if times > 1 and _parted(*pair) and _given(pair[1])}
    if not again:
        return words
    often = Counter(words)
    whole = {pair for pair, times in again.items() if times >= often[pair[1]] - 1}
    found: list[str] = []
    for word in words:
        if found and (found[-1], word) in whole:
            found[-1] += word
        else:
            found.append(word)
    return found


def _parted(one: str, two: str) -> bool:
    """Whether two words may be one name: a surname and a given name, or a syllable and the rest of a foreign name."""
    return (one in FAMILY and len(two) < 3) or (one in SOUNDS and known_tags()[two] in NAMED and SOUNDS.issuperset(two))


def _given(word: str) -> bool:
    return (
        word.isalpha() and not word.isascii() and known_tags()[word][0] not in "mqurpcdf" and not TITLES.fullmatch(word)
    )


STEPS: tuple[tuple[int, Callable[[Sequence[str]], Sequence[str]]], ...] = (
    (PARTED, _places),
    (MINISTRY, _ministries),
    (STRANGE, _sounds),
    (DOT, _dotted),
    (SHORT, _short_names),
    (SINGLE, _families),
)


def joined(words: Sequence[str]) -> list[str]:
    """The words, each with the one character behind it that makes it a place, a person or a thing.

    >>> joined(["青溪", "区", "老", "区"])
    ['青溪区', '老', '区']
    """
    joined = list(words)
    for at in reversed([at for at, word in enumerate(words) if word in ENDINGS]):
        if at and ends(words[at - 1], words[at]):
            joined[at - 1 : at + 1] = [words[at - 1] + words[at]]
    return joined
