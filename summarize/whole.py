"""Words made whole: names that the segmenter parts, and the one character that makes a place or a person of a word."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from articles.names import SURNAMES
from articles.segmenter import ASCII
from articles.words import in_dictionary, remembered, tags, words
from summarize.word_types import ENDINGS, TITLES, ends

# Surnames beyond the common ones, and those that mostly are other words.
RARE = frozenset("栗丛隋逄慎麻勾战初苗矫仝亓綦郇")
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
REMEMBERED = 1 << 16


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


def whole_words(words: Sequence[str]) -> list[str]:
    """The words with parted names in one piece.

    >>> whole_words(["栗", "战书", "说", "，", "栗", "战书", "到", "扎", "帕罗夫", "家"])
    ['栗战书', '说', '，', '栗战书', '到', '扎帕罗夫', '家']
    """
    return _families(_sounds(_places(words)))


def _places(words: Sequence[str]) -> Sequence[str]:
    """The kind of a place goes with its name: 清禾, 市柳塘 are 清禾市, 柳塘."""
    parted = {word for word in set(words) if word[0] in KINDS and len(word) > 2 and known_tags()[word] == "x"}
    if not parted:
        return words
    found: list[str] = []
    for word in words:
        if word in parted and found and len(found[-1]) > 1 and known_tags()[found[-1]] == "x":
            found[-1] += word[0]
            word = word[1:]
        found.append(word)
    return found


def _sounds(words: Sequence[str]) -> Sequence[str]:
    """Foreign names in one piece: a run of their characters that no dictionary has as words."""
    sounding = {word for word in set(words) if SOUNDS.issuperset(word)}
    if not any(len(word) > 1 and known_tags()[word] == "x" for word in sounding):
        return words
    found: list[str] = []
    for foreign, group in groupby(words, sounding.__contains__):
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


def _families(words: Sequence[str]) -> list[str]:
    """Surnames with their given names where the segmenter parts them: always together, and more than once."""
    pairs = Counter([(words[at], words[at + 1]) for at, word in enumerate(words[:-1]) if word in SINGLES])
    again = {pair: times for pair, times in pairs.items() if times > 1 and _parted(*pair) and _given(pair[1])}
    if not again:
        return list(words)
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
