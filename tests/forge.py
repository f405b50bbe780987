"""Forged pages: real stories damaged as extracts are, each damage a switch, with the truth beside them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

BANNERS = ["新时代 新征程 新伟业", "政务动态", "民生视点", "奋力谱写高质量发展新篇章", "综合新闻", "要闻", "文明健康 绿色环保", "走基层·看变化"]
ADVERTS = ["云岭牌净水机 喝出好心情", "千亩花海 等你来", "南岭酒业 百年匠心", "订阅热线：0358-8220011"]
EDITORS = ["责任编辑：周岚", "责编 高原 美编 陶然", "值班编委 许明 版式 罗小安", "校对：田雨"]
NAMES = ["周岚", "高原", "许明达", "罗安", "田雨晴", "贺志强", "孟凡", "欧阳雪"]
HALF = str.maketrans("，：；？！（）", ",:;?!()")

DAMAGES = ("cut", "moved", "twice", "banners", "bylines", "captions", "signoffs", "half", "markdown", "headless")


@dataclass(slots=True)
class Block:
    """A block of the forged page: what it is, of which story and paragraph."""

    text: str
    kind: str
    story: int = -1
    level: int = 0


@dataclass(slots=True)
class Forged:
    """A page's text and, a story each, what a careful reader makes of it."""

    text: str
    truth: list[dict[str, Any]] = field(default_factory=list)


def forge(stories: Sequence[dict[str, Any]], seed: int, damages: Sequence[str] = DAMAGES) -> Forged:
    """One page of the stories (each with headline, body and perhaps kicker and subhead), damaged as named."""
    rng = random.Random(seed)
    on = set(damages)
    layouts, truth = [], []
    for number, story in enumerate(stories):
        blocks, told = _layout(story, number, rng, on)
        truth.append(told)
        layouts.append(_cut(blocks, rng) if "cut" in on else blocks)
    if "twice" in on:
        _repeat(layouts, rng)
    if "moved" in on:
        _move(layouts, rng)
    blocks = [block for layout in layouts for block in layout]
    if "banners" in on:
        _decorate(blocks, rng)
    text = "\n\n".join(_mark(block, "markdown" in on and seed % 2 == 0) for block in blocks)
    if "half" in on and seed % 3 == 0:
        text = text.translate(HALF)
        truth = [_half(story) for story in truth]
    return Forged(text + "\n", truth)


def _layout(story: dict[str, Any], number: int, rng: random.Random, on: set[str]) -> tuple[list[Block], dict[str, Any]]:
    told = {"headline": story["headline"], "kicker": story.get("kicker"), "subhead": story.get("subhead"), "body": list(story["body"])}
    if "headless" in on and rng.random() < 0.04:
        told |= {"headline": None, "kicker": None, "subhead": None}
    blocks = [Block(told[key], key, number, level) for key, level in (("kicker", 3), ("headline", 2), ("subhead", 3)) if told[key]]
    lead = told["body"][0]
    dated = lead.startswith(("本报", "新华社", "央视"))
    if "bylines" in on and not dated:
        style = rng.random()
        if style < 0.4:
            told["body"][0] = f"本报讯（记者{rng.choice(NAMES)}）{lead}"
        elif style < 0.7:
            blocks.append(Block(rng.choice(["本报记者 {}", "□ 记者 {}", "本报记者 {} 通讯员 王一"]).format(rng.choice(NAMES)), "byline", number))
    blocks += [Block(paragraph, "body", number) for paragraph in told["body"]]
    if "signoffs" in on and rng.random() < 0.2:
        blocks.append(Block(f"（{rng.choice(NAMES)} {rng.choice(NAMES)}）", "signoff", number))
    if "captions" in on and rng.random() < 0.2:
        blocks.append(Block(f"图为{story['headline'].split()[0]}现场。 本报记者 {rng.choice(NAMES)} 摄", "caption", number))
    return blocks, told


def _cut(blocks: list[Block], rng: random.Random) -> list[Block]:
    out = []
    for block in blocks:
        if block.kind == "body" and len(block.text) > 40 and rng.random() < 0.3:
            at = rng.randrange(4, len(block.text) - 4)
            out += [Block(block.text[:at], "body", block.story), Block(block.text[at:], "body", block.story)]
        else:
            out.append(block)
    return out


def _run(layout: list[Block], rng: random.Random) -> tuple[int, int] | None:
    bodies = [at for at, block in enumerate(layout) if block.kind == "body"]
    if len(bodies) < 3:
        return None
    start = rng.randrange(1, len(bodies))
    length = rng.randrange(1, 4)
    return bodies[start], min(bodies[start] + length, bodies[-1] + 1)


def _repeat(layouts: list[list[Block]], rng: random.Random) -> None:
    layout = rng.choice(layouts)
    if run := _run(layout, rng):
        layout[run[1] : run[1]] = layout[run[0] : run[1]]


def _move(layouts: list[list[Block]], rng: random.Random) -> None:
    """A run of a story's text, from one column cut to the next, stands before its own headline or behind the next story."""
    at = rng.randrange(len(layouts))
    if not (run := _run(layouts[at], rng)):
        return
    layout = layouts[at]
    head, start = _halves(layout[run[0]], rng)
    last, tail = _halves(layout[run[1] - 1], rng) if run[1] - 1 > run[0] else ([], [])
    pieces = start + layout[run[0] + 1 : run[1] - 1] + last
    layout[run[0] : run[1]] = head + tail
    if at + 1 < len(layouts) and rng.random() < 0.5:
        layouts[at + 1] += pieces
    else:
        layout[:0] = pieces


def _halves(block: Block, rng: random.Random) -> tuple[list[Block], list[Block]]:
    if len(block.text) < 20 or rng.random() < 0.2:
        return [], [block]
    at = rng.randrange(4, len(block.text) - 4)
    return [Block(block.text[:at], "body", block.story)], [Block(block.text[at:], "body", block.story)]


def _decorate(blocks: list[Block], rng: random.Random) -> None:
    blocks.insert(0, Block(rng.choice(BANNERS), "banner"))
    heads = [at for at, block in enumerate(blocks) if block.kind in {"kicker", "headline"} and (at == 0 or blocks[at - 1].kind != "kicker")]
    if heads and rng.random() < 0.5:
        blocks.insert(rng.choice(heads), Block(rng.choice(BANNERS + ADVERTS), "banner", level=2))
    blocks.append(Block(rng.choice(EDITORS), "editor"))


def _mark(block: Block, markdown: bool) -> str:
    return "#" * block.level + " " + block.text if markdown and block.level else block.text


def _half(story: dict[str, Any]) -> dict[str, Any]:
    return {key: [line.translate(HALF) for line in value] if isinstance(value, list) else value and value.translate(HALF) for key, value in story.items()}
