"""Learning how the lines over a story part."""

import random
from dataclasses import replace
from pathlib import Path

from articles.corpus import Labelled
from reading.headlines.head import Head, part_head
from reading.model import load_weights
from reading.train.text.heads import draw_heads, head_lines, learn_heads
from tests.trained import MODELS

BODY = ("本报讯 4月8日，云岭市图书馆新馆建成开馆，藏书六十万册。", "馆长贺志强介绍，新馆延长了夜间开放时间。")
ARTICLES = [
    Labelled(
        "other", "books", f"云岭市图书馆第{at}分馆建成开馆 读者盼来大书房", BODY, kicker="贺志强在图书馆调研时强调"
    )
    for at in range(30)
]


def test_the_right_parting_gives_the_headline_again() -> None:
    """However its lines were broken, and with the kicker and the subhead where they were."""
    articles = [replace(article, subhead="——记馆长贺志强") for article in ARTICLES]
    heads = list(draw_heads(articles, random.Random(1)))
    assert len(heads) == len(articles)
    assert any(told.right.first < told.right.last for told in heads)
    for told, article in zip(heads, articles, strict=True):
        assert told.right.headline(told.blocks) == article.headline
        assert (told.blocks[0].text, told.blocks[-1].text) == (article.kicker, article.subhead)


def test_a_line_alone_asks_nothing() -> None:
    """Only heads of two lines and more are drawn; which headlines are broken is chance, the same at each run."""
    alone = [replace(article, kicker=None) for article in ARTICLES]
    heads = [[block.text for block in told.blocks] for told in draw_heads(alone, random.Random(1))]
    assert heads == [[block.text for block in told.blocks] for told in draw_heads(alone, random.Random(1))]
    assert 0 < len(heads) < len(alone)
    assert min(map(len, heads)) > 1


def test_what_is_learned_tells_a_kicker(tmp_path: Path) -> None:
    """From articles that all have one, stacked or not."""
    weights = load_weights(learn_heads([(ARTICLES, MODELS.reader)], tmp_path))
    told = next(told for told in draw_heads(ARTICLES, random.Random(2)) if len(told.blocks) == 2)
    lines = head_lines(told, MODELS.reader)
    assert lines
    assert part_head(lines, weights) == Head(told.blocks[1].text, told.blocks[0].text, None)
