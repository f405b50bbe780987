"""Join scores: how each row might carry on another in mid-sentence, and which bigrams each holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from articles.bigrams import bigrams_at, char_codes
from articles.language import TrigramModel
from reading.joins.gap import closing_pairs, strings_seen, words_across
from reading.joins.openings import opening_features
from reading.model import ReaderModel
from reading.rows.rows import TextRows

Matrix = npt.NDArray[np.float32]
Logits = npt.NDArray[np.float32]

WHOLE, NEVER = -5.0, -99.0
LEAST_OPENING, MOST_OPENING = -6.0, 6.0


@dataclass(frozen=True)
class JoinScores:
    """How rows go together.

    logits: (rows, rows), that the right one carries on the left one in mid-sentence; openings: (rows,), logits that a
    row begins as a sentence does; table: (rows, bigrams), 1 for each that a row holds; surprisal: (bigrams,), in nats.
    """

    logits: Matrix
    openings: Logits
    table: Matrix
    surprisal: Logits

    @cached_property
    def idf_surprisal(self) -> Logits:
        """The surprisal of each bigram, the less the more rows hold it."""
        rows = len(self.table)
        spread = np.maximum(self.table.sum(axis=0), 1)
        return np.asarray(self.surprisal * np.log((rows + 1) / spread) / np.log(rows + 1), dtype=np.float32)


def score_joins(rows: TextRows, models: ReaderModel) -> JoinScores:
    """Everything that joining asks, computed once for a page."""
    texts = rows.texts
    logits = np.full((len(texts), len(texts)), WHOLE, dtype=np.float32)
    ends = np.flatnonzero(rows.cut_off).tolist()
    openings = models.openings.logits(list(map(opening_features, texts)))
    logits[ends] = join_logits([texts[at] for at in ends], texts, openings, models)
    logits[:, rows.lead | rows.atomic] = NEVER
    logits[rows.continues] = NEVER
    np.fill_diagonal(logits, NEVER)
    return JoinScores(logits, openings, *bigram_table(texts, models.language))


def join_logits(lefts: Sequence[str], rights: Sequence[str], openings: Logits, models: ReaderModel) -> Matrix:
    """The logits that each right piece carries on the sentence in which each left piece stops, (lefts, rights).

    rights: all texts of the page; openings: of each, the logit that it begins as a sentence does.
    """
    if not lefts or not rights:
        return np.zeros((len(lefts), len(rights)), dtype=np.float32)
    features = gap_features(lefts, rights, openings, models.language)
    return np.asarray(sum(models.joins[name] * value for name, value in features.items()), dtype=np.float32)


def gap_features(
    lefts: Sequence[str], rights: Sequence[str], openings: Logits, language: TrigramModel
) -> dict[str, Matrix]:
    """What speaks for each right piece carrying on each left one, by name, each (lefts, rights).

    How well the characters over the gap follow each other; how little the right piece begins as a sentence does;
    strings over the gap that the page prints elsewhere (a cache model: R. Kuhn and R. De Mori, IEEE PAMI 12, 1990);
    brackets and quotes left open; a word that runs across.
    """
    ends = char_codes("".join((" " + text)[-2:] for text in lefts)).reshape(-1, 2)
    starts = char_codes("".join((text + "  ")[:2] for text in rights)).reshape(-1, 2)
    likely = language.pmi(ends, starts)
    begun = np.repeat(np.clip(openings, LEAST_OPENING, MOST_OPENING)[None, :], len(lefts), axis=0)
    return {
        "characters": likely,
        "begins as a sentence does": begun,
        "strings seen": strings_seen(ends, starts, rights),
        "brackets": closing_pairs(lefts, rights),
        "word across": words_across(lefts, rights, likely > begun),
    }


def score_lines(models: ReaderModel, lefts: Sequence[str], rights: Sequence[str]) -> Matrix:
    """The logits that each right line carries on each left one in mid-sentence, (lefts, rights)."""
    return join_logits(lefts, rights, models.openings.logits(list(map(opening_features, rights))), models)


def bigram_table(texts: Sequence[str], language: TrigramModel) -> tuple[Matrix, Logits]:
    """Which bigrams each text holds, (texts, bigrams) of 0 and 1, and the surprisal of each, (bigrams,)."""
    points = char_codes("\n".join(text.replace("\n", " ") for text in texts))
    rows = np.cumsum(points == ord("\n"), dtype=np.intp)
    bigrams, at = bigrams_at(points)
    keys, columns = np.unique(bigrams, return_inverse=True)
    table = np.zeros((len(texts), len(keys)), dtype=np.float32)
    table[rows[at], columns] = 1
    return table, language.surprisal(keys)
