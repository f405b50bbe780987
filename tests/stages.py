"""The stages of reading, one by one, on the parts of a small page."""

from reading.blocks.label import LabelledPage, label_blocks
from reading.blocks.split import split_blocks
from reading.headlines.score import score_headlines
from reading.joins.scores import JoinScores, score_joins
from reading.rows.rows import TextRows, text_rows
from reading.stories.segment import Segmentation, segment
from tests.trained import MODELS


def labelled(*parts: str) -> LabelledPage:
    """The blocks of a page of the parts, with blank lines between."""
    return label_blocks(split_blocks("\n\n".join(parts)))


def rows_of(*parts: str) -> TextRows:
    """The rows of running text."""
    return text_rows(labelled(*parts))


def joins_of(rows: TextRows) -> JoinScores:
    """How the rows go together."""
    return score_joins(rows, MODELS.reader)


def segmented(*parts: str) -> Segmentation:
    """The stories of the page."""
    rows = rows_of(*parts)
    joins = joins_of(rows)
    return segment(rows, joins, score_headlines(rows, joins, MODELS.reader), MODELS.reader)
