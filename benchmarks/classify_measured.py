"""What real papers say of confidence: `--write` puts it into seeds/measured.toml, then `make train`."""

import datetime
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from articles.article import Article
from articles.files import write_file
from baozhai.places import MODELS
from classify.calibrate import fit_inverse_temperature, threshold_for
from classify.domains import read_domains
from classify.evaluate import read_gold
from classify.learn import PRECISION, learn
from classify.measured import FILE
from classify.model import probabilities
from classify.train import whole_corpus

ROOT = MODELS.parent
GOLD = ROOT.parent / "shared/gold"
DAILY = "articles of a national daily of 2019-20, hard ones among them, that two readers labelled"
NEWS = "items of broadcast news of 2012 to 2026"
# Of these the sample of the daily holds whatever was given the label, so it alone tells how often they are right on an
# ordinary day; the news are rich in them. Of the others the sample holds the hard ones.
RARE = ("ip", "consumer")
HEAD = """# Numbers measured on real articles, which are no part of the project; `make train` reads them. The inverse
# temperature makes the label that the readers gave first likeliest; from a threshold on 95% of a domain's labels are
# right, second labels counted. A domain that is not named has the threshold of the cross-validated corpus, which asks
# for more.
# `articles` are for a threshold those that were given the domain.
# Written by `python -m benchmarks.classify_measured --write`.
"""


def story(row: dict[str, Any]) -> Article:
    """The article of a row of gold."""
    subhead = "\n".join(row.get("subheads") or ()) or None
    return Article(
        row["id"], headline=row["headline"], kicker=row.get("kicker"), subhead=subhead, body=tuple(row["body"])
    )


def measurements(
    daily: Sequence[dict[str, Any]], news: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, float, str, int]]:
    """The name of each number, its value, on what it was measured and on how many articles."""
    domains, corpus, counts_for = whole_corpus(ROOT / "seeds")
    learned = learn(domains, corpus, counts_for)
    keys = [domain.key for domain in domains]
    both = [*daily, *news]
    ordinary = np.arange(len(both)) < len(daily)
    scores = learned.model.scores([story(row) for row in both])
    inverse_temperature = fit_inverse_temperature(scores, np.array([keys.index(row["domain"]) for row in both]))
    yield "inverse_temperature", inverse_temperature, f"{DAILY}, and {NEWS}", len(both)
    unseen = probabilities(learned.unseen, inverse_temperature)
    crossed = threshold_for(PRECISION, unseen.max(axis=1), unseen.argmax(axis=1) == learned.truths)
    probs = probabilities(scores, inverse_temperature)
    for place, key in enumerate(keys):
        own = np.flatnonzero((probs.argmax(axis=1) == place) & (ordinary | (key not in RARE)))
        hits = np.array([key in (both[at]["domain"], *both[at]["also"]) for at in own], bool)
        value = threshold_for(PRECISION, probs[own, place], hits)
        if value > crossed:
            yield f"threshold.{key}", value, DAILY if key in RARE else f"{DAILY}, and {NEWS}", len(own)


def main() -> None:
    """Prints what was measured, and writes it where it is asked to."""
    keys = [domain.key for domain in read_domains(ROOT / "seeds")]
    if not GOLD.exists():
        print("the labelled real articles lie beside the project, not in it; they are not here")
        return
    daily, news = (read_gold(GOLD / f"{name}.jsonl", keys) for name in ("natural", "classify"))
    today = datetime.date.today().isoformat()
    text = HEAD + "".join(
        f"\n[{name}]\nvalue = {value}\non = {json.dumps(on)}\narticles = {count}\nday = {today}\n"
        for name, value, on, count in measurements(daily, news)
    )
    print(text)
    if sys.argv[1:] == ["--write"]:
        write_file(ROOT / "seeds" / FILE, text)


if __name__ == "__main__":
    main()
