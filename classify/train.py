"""Makes the classifier of seeds/ and writes it to models/."""

import json
from collections import Counter as Tally
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.arrays import write_arrays
from articles.corpus import Labelled
from articles.errors import InputError, Notice
from articles.files import write_file
from articles.workers import Count, uncounted
from classify.calibrate import Floats
from classify.corrections import overruled, read_corrections
from classify.domains import FILE, Domain, domains_of, keyed, read_domains
from classify.estimator import DomainClassifier
from classify.learn import Training
from classify.measured import NONE, read_measured
from classify.model import ARRAYS, CARD, VERSION
from formats.corpus import Tell, ignore, read_corpus

CORRECTION_WEIGHT = 5.0  # what a correction counts for, in articles


def train(seeds: Path, models: Path, tell: Tell = ignore, count: Count = uncounted) -> Training:
    """Learns from the corpus and the corrections of `seeds` and writes the arrays and their card into `models`.

    seeds: a folder of the corpus, or a list of labelled articles; tell: called with what of it is passed over;
    count: called as each step of learning is done.
    """
    domains, corpus, counts_for = whole_corpus(seeds, tell)
    measured = NONE if seeds.is_file() else read_measured(seeds)
    learner = DomainClassifier(domains=domains, measured=measured)
    learner.fit(corpus, [article.domain for article in corpus], counts_for, count)
    _write(learner.training_, models)
    return learner.training_


def whole_corpus(seeds: Path, tell: Tell = ignore) -> tuple[tuple[Domain, ...], tuple[Labelled, ...], Floats]:
    """The domains, seeds and corrections, and what each article counts for.

    The domains are those of domains.toml, in the folder or beside the list, or without one what the labels say.
    A correction takes the place of the same text in seeds.
    """
    home = seeds.parent if seeds.is_file() else seeds
    corpus = read_corpus(seeds, tell)
    corrections = () if seeds.is_file() else read_corrections(seeds)
    told = (home / FILE).is_file()
    if not told and seeds.is_dir():
        tell(Notice(str(seeds), InputError(f"it has no {FILE}", "its folders and labels are the domains")))
    domains = read_domains(home) if told else domains_of([*corpus, *corrections])
    corpus, corrections = keyed(corpus, domains), keyed(corrections, domains)
    replaced = set(overruled(corpus, corrections))
    kept = tuple(article for article in corpus if article not in replaced)
    weights = np.ones(len(kept) + len(corrections))
    weights[len(kept) :] = CORRECTION_WEIGHT
    return domains, kept + corrections, weights


def _write(learned: Training, models: Path) -> None:
    model = learned.model
    arrays: dict[str, npt.NDArray[Any]] = {
        "vocabulary": np.frombuffer("\n".join(model.vocabulary).encode(), np.uint8),
        "idf": model.idf.astype(np.float32),
        "weights": model.weights.astype(np.float32),
        "bias": np.asarray(model.bias),
    }
    card = {
        "version": VERSION,
        "domains": [asdict(one) for one in model.domains],
        "inverse_temperature": model.inverse_temperature,
        "thresholds": model.thresholds,
        "articles": Tally(article.domain for article in learned.corpus),
    }
    write_arrays(models / ARRAYS, VERSION, arrays)
    write_file(models / CARD, json.dumps(card, ensure_ascii=False, indent=1) + "\n")
