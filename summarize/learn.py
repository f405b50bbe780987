"""Learns from the corpus how headline-like each pair of characters is; never imported by what summarizes."""

from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

import numpy as np

from articles.corpus import Labelled
from summarize.pairs import pair_codes
from summarize.titles import VERSION

# A pair counts as if it had been seen in so many stories more, with the usual tenth of them naming it in the headline.
DOUBT, USUAL = 3.0, 0.1
LEAST = 2


def learn_titles(corpus: Iterable[Labelled], models: Path) -> Path:
    """Writes `titles.npz`, the headline rate of each pair that at least LEAST stories hold; returns its path."""
    stories: Counter[int] = Counter()
    named: Counter[int] = Counter()
    for article in corpus:
        body = set(pair_codes("\n".join(article.body)))
        stories.update(body)
        named.update(body & set(pair_codes(article.headline)))
    kept = sorted(pair for pair, count in stories.items() if count >= LEAST)
    rates = [log((named[pair] + DOUBT * USUAL) / (stories[pair] + DOUBT)) for pair in kept]
    models.mkdir(parents=True, exist_ok=True)
    path, part = models / "titles.npz", models / "titles.part"
    with part.open("wb") as file:
        np.savez_compressed(
            file,
            version=np.array(VERSION),
            usual=np.array(log(USUAL)),
            pairs=np.diff(np.array(kept, dtype=np.uint64), prepend=np.uint64(0)),
            rates=np.array(rates, dtype=np.float16),
        )
    part.replace(path)
    return path
