"""Writes the model's card for human eyes, models/README.md."""

import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from articles.files import write_file
from articles.tables import table
from articles.words import stop_words
from classify.density import SCALE, SHORT
from classify.evaluate import Evaluation, to_text, weigh
from classify.learn import FEWEST, FOLDS, PRECISION, C, Training
from classify.model import VERSION, Model, probabilities
from classify.pictures import draw, is_possible
from classify.train import CORRECTION_WEIGHT

CARD_FILE, PICTURE = "README.md", "worth.svg"  # drawn where matplotlib is installed
SHOWN = f"\n![The confusion matrix and how often labels of a confidence are right]({PICTURE})\n"
STRONGEST = 20
PACKAGES = ("scikit-learn", "numpy", "jieba", "rjieba")
MEASURED = "## Measured on real news"  # this section is written by benchmarks/classify.py and kept


def write_card(learned: Training, models: Path, before: Path) -> Path:
    """Writes the card beside the arrays; what the card before it measured on real news stays as it is."""
    path = models / CARD_FILE
    worth = weigh(learned.model, learned.truths, probabilities(learned.unseen, learned.model.inverse_temperature))
    picture = is_possible()
    if picture:
        draw(worth, models / PICTURE)
    _, mark, measured = before.read_text("utf-8").partition(MEASURED) if before.exists() else ("", "", "")
    write_file(path, _card(learned, worth, picture) + (f"\n{mark}{measured}" if mark else ""))
    return path


def _card(learned: Training, worth: Evaluation, picture: bool) -> str:
    model = learned.model
    corpus = [
        (
            domain.key,
            domain.name,
            len(own),
            len({one.subject for one in own}),
            sum(len("".join(one.body)) for one in own),
        )
        for domain in model.domains
        for own in [[one for one in learned.corpus if one.domain == domain.key]]
    ]
    return f"""# The classifier

`classifier.npz` and `classifier.json`, written by `baozhai train` from `seeds/`; version {VERSION}.
Made with {_versions()}.

**What it is.** A linear support vector machine for each domain against the rest (C = {C:g}), on tf-idf (plain counts,
scaled to length 1) of {len(model.vocabulary):,} words and parts of words: a word's pairs of characters and its
characters, so that a word never seen still speaks. The headline counts twice. A feature stands in at least {FEWEST}
articles and {FEWEST} subject files, so that an invented name is no clue; a correction counts for {CORRECTION_WEIGHT:g}
articles. Datelines and reporters are cut before anything is counted. Beside these stand densities: the share of an
article's words that are signs of a domain (`signs` in `domains.toml`), times {SCALE:g}, an article under {SHORT} words
counting as if it had so many.

**Confidence** is the softmax of the scores times {model.inverse_temperature:g}, the inverse temperature under which the
true labels are likeliest (temperature scaling): those of the real articles that `seeds/measured.toml` tells, or of the
cross-validated corpus where it tells none.

**Unsure** is a label below its domain's threshold. Where `seeds/measured.toml` names the domain it was measured on real
articles; the others have the one from which on {PRECISION:.0%} of the cross-validated labels are right.

**Evidence** is exact: what all words add makes the score less the bias, and a word's share is of all that speaks for
the label; a sign's share holds what its density adds.

## Learned from

{_lines(table(("domain", "name", "articles", "subject files", "characters"), corpus))}

## Cross-validated over the corpus

In {FOLDS} parts by subject file: no article is judged by a model that saw another article of its file.

{to_text(worth)}
{SHOWN if picture else ""}
## Strongest words of each label

{_lines(f"- **{domain.key}** {domain.name}: {_strongest(model, place)}" for place, domain in enumerate(model.domains))}
"""


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _strongest(model: Model, place: int) -> str:
    """The words with the most weight, idf included; characters and words that say nothing are passed over."""
    order = np.argsort(-(model.weights[: len(model.vocabulary), place] * model.idf), kind="stable")
    words = (model.vocabulary[feature] for feature in order)
    content = (word for word in words if len(word) > 1 and word not in stop_words())
    return "、".join(word for word, _ in zip(content, range(STRONGEST), strict=False))


def _versions() -> str:
    return ", ".join([f"Python {platform.python_version()}", *(f"{name} {_version(name)}" for name in PACKAGES)])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"
