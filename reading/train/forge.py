"""Forged pages: real stories damaged as extracts are, each damage a switch, with the truth beside them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from articles.corpus import Labelled

Story = dict[str, Any]

BANNERS = (
    "新时代 新征程 新伟业",
    "政务动态",
    "民生视点",
    "奋力谱写高质量发展新篇章",
    "综合新闻",
    "要闻",
    "文明健康 绿色环保",
    "走基层·看变化",
)
ADVERTS = ("云岭牌净水机 喝出好心情", "千亩花海 等你来", "南岭酒业 百年匠心", "订阅热线：0358-8220011")
EDITORS = ("责任编辑：周岚", "责编 高原 美编 陶然", "值班编委 许明 版式 罗小安", "校对：田雨")
NAMES = ("周岚", "高原", "许明达", "罗安", "田雨晴", "贺志强", "孟凡", "欧阳雪")
BYLINES = ("本报记者 {}", "□ 记者 {}", "本报记者 {} 通讯员 王一")
HALF = str.maketrans("，：；？！（）", ",:;?!()")
FEWEST, LEAST, MOST = 2, 150, 1500  # paragraphs, characters
SWITCHES = 6  # of the seeds every second has markdown on, every third half-width marks
LEVELS = {"kicker": 3, "headline": 2, "subhead": 3}

# cut: a column ends in mid-sentence. moved: a run of pieces stands before its own headline or behind the next story.
# twice: a run of paragraphs is printed again. half: marks of half the width. markdown: headings with hashes.
# headless: a story without a headline. The others put in what their names say.
DAMAGES = ("cut", "moved", "twice", "banners", "bylines", "captions", "signoffs", "half", "markdown", "headless")


@dataclass(slots=True)
class Block:
    """A block of the forged page: its text, what it is, and the level of its heading, 0 for none."""

    text: str
    kind: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Forged:
    """A page's text and, a story each, what a careful reader makes of it."""

    text: str
    truth: list[Story]


def forge(stories: Sequence[Story], seed: int, damages: Sequence[str] = DAMAGES) -> Forged:
    """One page of the stories (each with headline, body and perhaps kicker and subhead), damaged as named."""
    rng = random.Random(seed)
    on = set(damages)
    layouts, truth = [], []
    for story in stories:
        told = _told(story, rng, on)
        blocks = _laid_out(told, story, rng, on)
        layouts.append(_cut(blocks, rng) if "cut" in on else blocks)
        truth.append(told)
    if "twice" in on:
        _repeat(layouts, rng)
    if "moved" in on:
        _move(layouts, rng)
    blocks = list(chain.from_iterable(layouts))
    if "banners" in on:
        _decorate(blocks, rng)
    text = "\n\n".join(_marked(block, "markdown" in on and seed % 2 == 0) for block in blocks) + "\n"
    if "half" in on and seed % 3 == 0:
        return Forged(text.translate(HALF), [_half(story) for story in truth])
    return Forged(text, truth)


def fit_stories(corpus: Sequence[Labelled]) -> list[Story]:
    """The articles of a corpus that a page would print as stories, neither a note nor half a page."""
    stories = [one for one in corpus if len(one.body) >= FEWEST and LEAST <= sum(map(len, one.body)) <= MOST]
    return [{"headline": one.headline, "body": list(one.body)} for one in stories]


def forge_pages(stories: Sequence[Story], count: int, damages: Sequence[str] = DAMAGES) -> list[Forged]:
    """So many pages of three to seven of the stories; a damage that is named alone is on every page."""
    rng = random.Random(count)
    step = SWITCHES if len(damages) == 1 else 1
    return [forge(rng.sample(stories, rng.randint(3, 7)), step * page, damages) for page in range(count)]


def _told(story: Story, rng: random.Random, on: set[str]) -> Story:
    """What a careful reader tells of a story; a story may lose its headline."""
    told = {key: story.get(key) for key in LEVELS} | {"body": list(story["body"])}
    return told | dict.fromkeys(LEVELS) if "headless" in on and rng.random() < 0.04 else told


def _laid_out(told: Story, story: Story, rng: random.Random, on: set[str]) -> list[Block]:
    """The story as a column, with the lines around it; a byline in the lead is told as well."""
    blocks = [Block(told[key], key, LEVELS[key]) for key in ("kicker", "headline", "subhead") if told[key]]
    if "bylines" in on and not told["body"][0].startswith(("本报", "新华社", "央视")):
        blocks += _byline(told, rng)
    blocks += [Block(paragraph, "body") for paragraph in told["body"]]
    if "signoffs" in on and rng.random() < 0.2:
        blocks.append(Block(f"（{rng.choice(NAMES)} {rng.choice(NAMES)}）", "signoff"))
    if "captions" in on and rng.random() < 0.2:
        scene = story["headline"].split()[0]
        blocks.append(Block(f"图为{scene}现场。 本报记者 {rng.choice(NAMES)} 摄", "caption"))
    return blocks


def _byline(told: Story, rng: random.Random) -> list[Block]:
    """A dateline in the lead, a line of its own, or nothing."""
    style = rng.random()
    if style < 0.4:
        told["body"][0] = f"本报讯（记者{rng.choice(NAMES)}）{told['body'][0]}"
    return [Block(rng.choice(BYLINES).format(rng.choice(NAMES)), "byline")] if 0.4 <= style < 0.7 else []


def _cut(blocks: list[Block], rng: random.Random) -> list[Block]:
    """Three paragraphs in ten in two pieces, cut at any character."""
    cut: list[Block] = []
    for block in blocks:
        if block.kind == "body" and len(block.text) > 40 and rng.random() < 0.3:
            cut += _parted(block, rng)
        else:
            cut.append(block)
    return cut


def _parted(block: Block, rng: random.Random) -> list[Block]:
    """A block in two, anywhere but at its ends."""
    at = rng.randrange(4, len(block.text) - 4)
    return [Block(block.text[:at], "body"), Block(block.text[at:], "body")]


def _run(layout: list[Block], rng: random.Random) -> tuple[int, int] | None:
    """Where a run of one to three pieces of a column begins and ends, not the first; None in a short column."""
    bodies = [at for at, block in enumerate(layout) if block.kind == "body"]
    if len(bodies) < 3:
        return None
    start = rng.randrange(1, len(bodies))
    length = rng.randrange(1, 4)
    return bodies[start], min(bodies[start] + length, bodies[-1] + 1)


def _repeat(layouts: list[list[Block]], rng: random.Random) -> None:
    """A run of one column stands behind itself once more."""
    layout = rng.choice(layouts)
    if run := _run(layout, rng):
        layout[run[1] : run[1]] = layout[run[0] : run[1]]


def _move(layouts: list[list[Block]], rng: random.Random) -> None:
    """A run of a column, from one cut to the next, stands before its own headline or behind the next story."""
    at = rng.randrange(len(layouts))
    layout = layouts[at]
    if not (run := _run(layout, rng)):
        return
    start, end = run
    head, first = _halves(layout[start], rng)
    last, tail = _halves(layout[end - 1], rng) if end - 1 > start else ([], [])
    pieces = first + layout[start + 1 : end - 1] + last
    layout[start:end] = head + tail
    if at + 1 < len(layouts) and rng.random() < 0.5:
        layouts[at + 1] += pieces
    else:
        layout[:0] = pieces


def _halves(block: Block, rng: random.Random) -> tuple[list[Block], list[Block]]:
    """What of a block stays in its place, and what goes; now and then all of it goes."""
    if len(block.text) < 20 or rng.random() < 0.2:
        return [], [block]
    stays, goes = _parted(block, rng)
    return [stays], [goes]


def _decorate(blocks: list[Block], rng: random.Random) -> None:
    """A banner at the top, perhaps another or an advertisement over a story, the editors at the foot."""
    blocks.insert(0, Block(rng.choice(BANNERS), "banner"))
    over = [at for at, block in enumerate(blocks) if block.kind in {"kicker", "headline"}]
    heads = [at for at in over if at == 0 or blocks[at - 1].kind != "kicker"]
    if heads and rng.random() < 0.5:
        blocks.insert(rng.choice(heads), Block(rng.choice(BANNERS + ADVERTS), "banner", level=2))
    blocks.append(Block(rng.choice(EDITORS), "editor"))


def _marked(block: Block, markdown: bool) -> str:
    """A block's line, its heading with hashes where the page has them."""
    return f"{'#' * block.level} {block.text}" if markdown and block.level else block.text


def _half(story: Story) -> Story:
    """A story with marks of half the width."""
    body = [paragraph.translate(HALF) for paragraph in story["body"]]
    return {key: text and text.translate(HALF) for key, text in story.items() if key != "body"} | {"body": body}
