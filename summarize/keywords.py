"""Keywords: TextRank over the words of a story, neighbours that keep company joined into phrases.

Source: R. Mihalcea and P. Tarau, TextRank, EMNLP 2004; restart by first place after C. Florescu and C. Caragea,
PositionRank, ACL 2017.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, groupby
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from articles.words import stop_words

Keywords = tuple[tuple[str, float], ...]
Run = tuple[int, ...]

MOST = 8
WINDOW = 3
DAMPING, ROUNDS = 0.85, 12
LONGEST_PHRASE = 4
LONGEST = 12
COMPANY = 0.25
# Where so many words come again, those that do not are passed over.
ENOUGH = 16
# A phrase takes the place of a word in it if it weighs so much of the word's weight.
WORTHY = 0.3
# Not a number (第八, 三百), nor the crumb of a name with its verb (温说).
TELLING = re.compile(
    r"(?!第[一二三四五六七八九十百]|[一二三四五六七八九十百千万亿两]+.?$|[^小学传]说$)[\u3400-\u9fff]+|[A-Za-z][A-Za-z0-9.+-]*"
)
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛"
    "叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺龚"
)


def find_keywords(words: Sequence[str], most: int = MOST) -> Keywords:
    """The words and phrases that a text turns on with their shares of its weight, heaviest first.

    words: all words and marks of the text.

    >>> [word for word, _ in find_keywords(["知识产权", "保护", "，", "知识产权", "保护", "见效", "。"], 1)]
    ['知识产权保护']
    """
    runs = [list(run) for telling, run in groupby(words, key=_tells) if telling]
    vocabulary = list(dict.fromkeys(chain.from_iterable(runs)))
    number = {word: at for at, word in enumerate(vocabulary)}
    coded = [tuple(number[word] for word in run) for run in runs]
    ranks = _rank(list(chain.from_iterable(coded)), len(vocabulary))
    best = _best(_phrases(coded, vocabulary, ranks.tolist()), most)
    text = "".join(words)
    return tuple((_whole_name(word, text), weight) for word, weight in best)


@lru_cache(maxsize=1 << 16)
def _tells(word: str) -> bool:
    return word not in stop_words() and bool(TELLING.fullmatch(word))


def _rank(sequence: Sequence[int], count: int) -> npt.NDArray[np.float64]:
    """The time that a walk between neighbouring words spends at each, starting anew at those named early."""
    flat = np.array(sequence, dtype=np.intp)
    steps = [(flat[:-gap], flat[gap:]) for gap in range(1, WINDOW) if len(flat) > gap]
    if not steps:
        return np.ones(count)
    left, right = (np.concatenate(side) for side in zip(*steps, strict=True))
    tails, heads = np.concatenate([left, right]), np.concatenate([right, left])
    degrees = np.bincount(tails, minlength=count)
    restart = 1 / np.sqrt(1.0 + np.arange(count))
    restart /= restart.sum()
    rank = restart
    for _ in range(ROUNDS):
        rank = (1 - DAMPING) * restart + DAMPING * np.bincount(heads, weights=(rank / degrees)[tails], minlength=count)
    return cast(npt.NDArray[np.float64], rank)


def _phrases(runs: Sequence[Run], vocabulary: Sequence[str], ranks: Sequence[float]) -> dict[str, float]:
    """The weight of each word and phrase that is no part of a longer one as frequent."""
    often = Counter(chain.from_iterable(runs))
    counts = _company(runs, often, frozenset(at for at, word in enumerate(vocabulary) if word in _listed("edge")))
    inside: dict[Run, int] = {}
    for phrase, count in counts.items():
        for part in _parts(phrase):
            inside[part] = max(inside.get(part, 0), count)
    again = {word: count for word, count in often.items() if count > 1}
    words = again if len(again) >= ENOUGH else often
    barred = _listed("common") | _listed("edge")
    weights: dict[str, float] = {}
    for phrase, count in (*counts.items(), *(((word,), count) for word, count in words.items())):
        if 2 * inside.get(phrase, 0) < count + (len(phrase) == 1):
            text = "".join(vocabulary[word] for word in phrase)
            if 2 <= len(text) <= LONGEST and text not in barred:
                weights[text] = sum(ranks[word] for word in phrase) * count / often[phrase[0]] ** 0.5
    return weights


def _company(runs: Sequence[Run], often: Mapping[int, int], edges: frozenset[int]) -> dict[Run, int]:
    """Rows of words that keep company: twice at least, and a quarter of the times of each; how often each comes."""
    rows = (list(row) for run in runs for again, row in groupby(run, key=lambda word: often[word] > 1) if again)
    counts = Counter(
        tuple(row[start : start + size])
        for row in rows
        for size in range(2, LONGEST_PHRASE + 1)
        for start in range(len(row) - size + 1)
    )
    return {
        phrase: count
        for phrase, count in counts.items()
        if count > 1 and count >= COMPANY * max(often[word] for word in phrase) and not {phrase[0], phrase[-1]} & edges
    }


def _parts(phrase: Run) -> Iterator[Run]:
    """The shorter rows within a row."""
    size = len(phrase)
    return (phrase[start : start + part] for part in range(1, size) for start in range(size - part + 1))


def _whole_name(word: str, text: str) -> str:
    """A surname and one character that the same third always follows is a name cut short (李俊 of 李俊温).

    >>> _whole_name("李俊", "李俊温说好。李俊温介绍。"), _whole_name("李俊", "李俊说好。李俊介绍。")
    ('李俊温', '李俊')
    """
    if len(word) != 2 or word[0] not in SURNAMES:
        return word
    after = [part[:1] for part in text.split(word)[1:]]
    whole = len(after) > 1 and len(set(after)) == 1 and bool(TELLING.fullmatch(after[0]))
    return word + after[0] if whole else word


@cache
def _listed(name: str) -> frozenset[str]:
    """Words too common to stand alone (in a phrase, 立法工作, they may); words that neither open nor close a name."""
    return frozenset((Path(__file__).parent / f"{name}-words.txt").read_text("utf-8").split())


def _best(weights: dict[str, float], most: int) -> Keywords:
    """The heaviest; of a phrase and its part the longer one, unless it weighs far less."""
    total = sum(weights.values()) or 1
    chosen: dict[str, float] = {}
    for phrase, weight in sorted(weights.items(), key=lambda item: -item[1]):
        parts = [other for other in chosen if other in phrase]
        if any(phrase in other for other in chosen) or any(weight < WORTHY * chosen[part] * total for part in parts):
            continue
        shares = [chosen.pop(part) for part in parts]
        if len(chosen) == most:
            break
        chosen[phrase] = max([weight / total, *shares])
    return tuple(sorted(chosen.items(), key=lambda item: -item[1]))
