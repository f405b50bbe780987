"""Keywords: TextRank over the words of a story, neighbours that keep company joined into phrases.

Source: R. Mihalcea and P. Tarau, TextRank, EMNLP 2004; restart by first place after C. Florescu and C. Caragea,
PositionRank, ACL 2017.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

from articles.words import stop_words, words

Keywords = tuple[tuple[str, float], ...]
Run = tuple[int, ...]

MOST = 8
WINDOW = 3
DAMPING, ROUNDS = 0.85, 12
LONGEST_PHRASE = 4
LONGEST = 12
# A phrase takes the place of a word in it if it weighs so much of the word's weight.
WORTHY = 0.3
# Words too common to stand alone; in a phrase (立法工作) they may.
COMMON = frozenset(
    "工作 发展 建设 活动 部门 代表 保持 推动 强化 企业 群众 解决 方面 情况 作用 水平 能力 问题 会议 领导 单位 人员 服务 管理 保护 学习 重点"
    " 项目 创新 生产 社会 国家 经济 市民 机制 措施 行动 成果 基础 精神 地区 城市 农村 世界 国际 联合 现场 生活 条件 政府 中心 目标 任务 主席"
    " 书记 市长 主任 局长 部长 副主席 副市长 干部 同志 时代 历史 思想 关系 影响 合作 支持 保障 研究 组织 政策 制度 体系 主题 内容 方式 技术".split()
)
TELLING = re.compile(r"[\u3400-\u9fff]+|[A-Za-z][A-Za-z0-9.+-]*")


def find_keywords(text: str, most: int = MOST) -> Keywords:
    """The words and phrases that a text turns on with their shares of its weight, heaviest first.

    >>> text = "知识产权保护要加强。记者近日获悉，知识产权保护已见成效，企业受益。"
    >>> [word for word, _ in find_keywords(text, 1)]
    ['知识产权保护']
    """
    runs = [run for line in text.split("\n") for run in _runs(words(line))]
    vocabulary = list(dict.fromkeys(word for run in runs for word in run))
    number = {word: at for at, word in enumerate(vocabulary)}
    coded = [tuple(number[word] for word in run) for run in runs]
    ranks = _rank(coded, len(vocabulary))
    return _best(_phrases(coded, vocabulary, ranks), most)


def _runs(found: Sequence[str]) -> Iterator[list[str]]:
    """Unbroken rows of words that tell something."""
    for telling, run in groupby(found, key=_tells):
        if telling:
            yield list(run)


def _tells(word: str) -> bool:
    return word not in stop_words() and bool(TELLING.fullmatch(word))


def _rank(runs: Sequence[Run], count: int) -> npt.NDArray[np.float64]:
    """The time that a walk between neighbouring words spends at each, starting anew at those named early."""
    flat = np.array([word for run in runs for word in run], dtype=np.intp)
    steps = [(flat[:-gap], flat[gap:]) for gap in range(1, WINDOW) if len(flat) > gap]
    if not steps:
        return np.ones(count) / max(count, 1)
    left, right = (np.concatenate(side) for side in zip(*steps, strict=True))
    tails, heads = np.concatenate([left, right]), np.concatenate([right, left])
    degrees = np.bincount(tails, minlength=count)
    restart = 1 / np.sqrt(1.0 + np.arange(count))
    restart /= restart.sum()
    rank = restart
    for _ in range(ROUNDS):
        rank = (1 - DAMPING) * restart + DAMPING * np.bincount(heads, weights=(rank / degrees)[tails], minlength=count)
    return rank


def _phrases(runs: Sequence[Run], vocabulary: Sequence[str], ranks: npt.NDArray[np.float64]) -> dict[str, float]:
    """The weight of each phrase that is no part of a longer one as frequent; a phrase must come twice, a word need not."""
    counts = Counter(
        run[start : start + size]
        for run in runs
        for size in range(1, LONGEST_PHRASE + 1)
        for start in range(len(run) - size + 1)
    )
    inside: Counter[Run] = Counter()
    kept = {phrase: count for phrase, count in counts.items() if len(phrase) == 1 or count > 1}
    for phrase, count in kept.items():
        for part in {phrase[a:b] for a in range(len(phrase)) for b in range(a + 1, len(phrase) + 1)} - {phrase}:
            inside[part] = max(inside[part], count)
    weights: dict[str, float] = {}
    for phrase, count in kept.items():
        text = _spelt([vocabulary[word] for word in phrase])
        if 2 <= len(text) <= LONGEST and text not in COMMON and 2 * inside[phrase] < count + (len(phrase) == 1):
            weights[text] = weights.get(text, 0) + float(ranks[list(phrase)].sum()) * count / counts[phrase[:1]] ** 0.5
    return weights


def _spelt(parts: Sequence[str]) -> str:
    """Words put together, a space between Latin ones."""
    return re.sub(r"(?<=[A-Za-z0-9])\0(?=[A-Za-z0-9])", " ", "\0".join(parts)).replace("\0", "")


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
