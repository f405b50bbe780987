"""Newspaper pages as HTML, to be printed as PDF: real stories in columns, the same pages for the same seed."""

import random
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

Story = dict[str, Any]

COLUMNS, MOST = 6, 3  # of a page; stories side by side
FULL = (500, 700, 900)  # characters
SIZES = (34, 27, 24, 21, 19, 18, 17)  # of headlines in points, from the top of the page down
ADVERT, EDITORS = "千亩花海　等你来", "责任编辑：周岚　版式：田雨　校对：高原"
STYLE = """
@page { size: 400mm 460mm; margin: 0 }
* { margin: 0; padding: 0; box-sizing: border-box }
body { padding: 14mm 16mm; font: 10pt/1.5 "Noto Serif CJK SC", serif }
.folio { display: flex; justify-content: space-between; border-bottom: 1pt solid; margin-bottom: 5mm }
.band { display: flex; gap: 6mm; margin-bottom: 5mm }
.story { border-top: .5pt solid #777; padding-top: 2mm }
.boxed { border: 1pt solid #555; padding: 3mm }
h2 { line-height: 1.2; text-align: center; text-wrap: balance; padding: 0 4mm; margin-bottom: 2mm }
.ruled .story + .story { border-left: .5pt solid #777; padding-left: 3mm }
.columns { column-gap: 6mm; text-align: justify }
.columns p { text-indent: 2em; orphans: 1; widows: 1 }
figure { break-inside: avoid; margin: 1mm 0 }
figure div { height: 30mm; background: linear-gradient(#9ab, #dde) }
figcaption, .foot { font-size: 8.5pt }
.advert { border: 2pt solid #a33; text-align: center; font-size: 17pt; line-height: 2 }
"""


def typeset(stories: Sequence[Story], seed: int) -> str:
    """One page of the stories (each with headline and body), long ones first, one to three side by side."""
    rng = random.Random(seed)
    order = sorted(stories, key=lambda story: -_length(story))
    bands = "".join(_band([order[at] for at in band], band, rng) for band in _bands(order, rng))
    day, number = f"2025年4月{seed % 28 + 1}日", f"第{seed % 8 + 1}版"
    folio = f"<div class=folio><span>岚川日报</span><span>{day}</span><span>{number}</span></div>"
    looks = ("ruled", "plain")[seed % 2]
    advert = f"<div class=advert>{ADVERT}</div>" if rng.random() < 0.5 else ""
    return (
        f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><body class={looks}>{folio}{bands}{advert}"
        f"<div class=foot>{EDITORS}</div>"
    )


def _bands(stories: Sequence[Story], rng: random.Random) -> Iterator[list[int]]:
    """The ranks of the stories that stand side by side, from the top down: so many that they fill a band."""
    band: list[int] = []
    for rank, story in enumerate(stories):
        band.append(rank)
        enough = sum(_length(stories[at]) for at in band) >= rng.choice(FULL)
        if len(band) == MOST or enough or story is stories[-1]:
            yield band
            band = []


def _band(stories: Sequence[Story], ranks: Sequence[int], rng: random.Random) -> str:
    """Stories side by side, each as many columns wide as its length asks for."""
    widths = [1] * len(stories)
    while sum(widths) < COLUMNS:
        needs = [_length(story) / width for story, width in zip(stories, widths, strict=True)]
        widths[needs.index(max(needs))] += 1
    told = [_story(story, width, rank, rng) for story, width, rank in zip(stories, widths, ranks, strict=True)]
    return f"<div class=band>{''.join(told)}</div>"


def _story(story: Story, width: int, rank: int, rng: random.Random) -> str:
    """A story under its headline, now and then in a box or with a picture."""
    paragraphs = [f"<p>{escape(paragraph)}</p>" for paragraph in story["body"]]
    if width > 1 and rng.random() < 0.3:
        picture = "<figure><div></div><figcaption>图为活动现场。 本报记者 孟野 摄</figcaption></figure>"
        paragraphs.insert(rng.randrange(len(paragraphs) + 1), picture)
    kind = "boxed" if rng.random() < 0.2 else "story"
    size = min(SIZES[min(rank, len(SIZES) - 1)], int(150 * width / len(story["headline"])) + 6)
    return (
        f"<section class={kind} style='flex:{width}'><h2 style='font-size:{size}pt'>{escape(story['headline'])}</h2>"
        f"<div class=columns style='column-count:{width}'>{''.join(paragraphs)}</div></section>"
    )


def _length(story: Story) -> int:
    return sum(map(len, story["body"]))
