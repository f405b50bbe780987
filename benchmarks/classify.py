"""Labelling beside what a user would take instead, in speed and in what it is right about, and from a cold start.

The peers: jieba or rjieba with TfidfVectorizer and LinearSVC, and fastText over rjieba's words; one core. Speed is that
of text which none has learned from; the macro-F1 that of real news, where the labelled articles named are there:

    python -m benchmarks.classify [--write] [GOLD.jsonl ...]

--write: draws both into docs/peers.svg.
"""

import json
import os
import random

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import fasttext
import jieba
import rjieba
from matplotlib import rc_context
from matplotlib.figure import Figure
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from articles.article import Article, dumps, to_json
from articles.corpus import Labelled
from baozhai.places import MODELS
from classify.estimator import DomainClassifier
from classify.model import load
from formats.corpus import read_corpus

ROOT = MODELS.parent
CHARACTERS = 490  # of an article, the mean of a real paper
ARTICLES = 1000
RUNS = 5
PICTURE = ROOT / "docs" / "peers.svg"
# Nothing of the day and of the machine in the picture.
STYLE = {"svg.hashsalt": "baozhai", "svg.fonttype": "none", "font.family": "DejaVu Sans"}
MARK = "__label__"


class Labeller(Protocol):
    """What labels texts."""

    def predict(self, texts: Sequence[str]) -> Sequence[str]:
        """The label of each text."""


def halves() -> tuple[list[Labelled], list[Labelled]]:
    """The articles of every other subject file, to learn from, and all others, which nobody has learned from."""
    corpus = read_corpus(ROOT / "seeds")
    files = sorted({(one.domain, one.subject) for one in corpus})
    known = set(files[::2])
    return (
        [one for one in corpus if (one.domain, one.subject) in known],
        [one for one in corpus if (one.domain, one.subject) not in known],
    )


def stories(corpus: Sequence[Labelled]) -> list[Article]:
    """Articles of a corpus, one after the other, cut into pieces of one size."""
    text = "\n".join(line for article in corpus for line in article.body)
    starts = range(0, min(ARTICLES, len(text) // CHARACTERS) * CHARACTERS, CHARACTERS)
    return [
        Article(str(start), headline=text[start : start + 20], body=(text[start : start + CHARACTERS],))
        for start in starts
    ]


def text_of(article: Article | Labelled) -> str:
    """An article as a peer takes it."""
    return "\n".join((article.headline or "", *article.body))


def plain(cut: Callable[[str], list[str]], corpus: Sequence[Labelled]) -> Labeller:
    """A pipeline of TfidfVectorizer and LinearSVC, fitted on the same articles."""
    pipeline = make_pipeline(TfidfVectorizer(tokenizer=cut, token_pattern=None, lowercase=False), LinearSVC())
    pipeline.fit(list(map(text_of, corpus)), [one.domain for one in corpus])
    return pipeline  # type: ignore[no-any-return]


class FastText:
    """fastText over rjieba's words (A. Joulin and others, EACL 2017); of four settings the best on gold."""

    def __init__(self, corpus: Sequence[Labelled]) -> None:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            lines = [f"{MARK}{one.domain} {self._line(text_of(one))}\n" for one in corpus]
            random.Random(1).shuffle(lines)
            file.writelines(lines)
            file.flush()
            self._model = fasttext.train_supervised(
                file.name, lr=1.0, epoch=50, wordNgrams=1, dim=100, thread=1, verbose=0
            )

    @staticmethod
    def _line(text: str) -> str:
        return " ".join(rjieba.cut(text)).replace("\n", " ")

    def predict(self, texts: Sequence[str]) -> list[str]:
        """The label of each text."""
        labels, _ = self._model.predict(list(map(self._line, texts)))
        return [one.removeprefix(MARK) for (one,) in labels]


def peers(corpus: Sequence[Labelled]) -> dict[str, Labeller]:
    """What a user would take instead, by name."""
    return {
        "jieba, LinearSVC": plain(jieba.lcut, corpus),
        "rjieba, LinearSVC": plain(rjieba.cut, corpus),
        "rjieba, fastText": FastText(corpus),
    }


def worth(gold: Sequence[Path]) -> dict[str, float]:
    """The macro-F1 of each over labelled articles, learned from seeds/; a label that could as well stand is right."""
    rows = [json.loads(line) for path in gold for line in path.read_text("utf-8").splitlines()]
    articles = [Article(row["id"], headline=row["headline"], body=tuple(row["body"])) for row in rows]
    given = {"baozhai": [label.domain for label in load(MODELS).labels(articles)]}
    for name, peer in peers(read_corpus(ROOT / "seeds")).items():
        given[name] = list(map(str, peer.predict(list(map(text_of, articles)))))
    return {name: _macro(rows, labels) for name, labels in given.items()}


def _macro(rows: Sequence[dict[str, Any]], labels: Sequence[str]) -> float:
    truths = [label if label in row["also"] else row["domain"] for row, label in zip(rows, labels, strict=True)]
    return float(f1_score(truths, labels, average="macro", zero_division=0))


def draw(speeds: dict[str, float], shares: dict[str, float]) -> None:
    """Each one as a dot, faster to the right, more often right to the top."""
    with rc_context(STYLE):
        figure = Figure(figsize=(7, 4), layout="constrained")
        axes = figure.subplots()
        names = list(shares)
        axes.scatter([speeds[name] for name in names], [shares[name] for name in names])
        for name in names:
            axes.annotate(name, (speeds[name], shares[name]), xytext=(6, 6), textcoords="offset points")
        most = max(speeds[name] for name in names)
        axes.set(
            xlim=(0, 1.4 * most), ylim=(0.8, 1), xlabel="articles a second, one core", ylabel="macro-F1 on real news"
        )
        figure.savefig(PICTURE, metadata={"Date": None})


def best(*works: Callable[[], object], clock: Callable[[], float] = time.process_time) -> list[float]:
    """The least seconds of several runs of each, run in turn so that a busy machine slows all alike."""
    runs = []
    for _ in range(RUNS):
        times = []
        for work in works:
            start = clock()
            work()
            times.append(clock() - start)
        runs.append(times)
    return [min(times) for times in zip(*runs, strict=True)]


def cold(name: str, text: str) -> float:
    """Seconds from the call of `baozhai classify FILE` to its end, one article in the file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_text(text, "utf-8")
        call = [sys.executable, "-c", "from baozhai.cli import main; main()", "classify", str(file)]
        run = partial(subprocess.run, call, cwd=ROOT, check=True, capture_output=True)
        return best(run, clock=time.perf_counter)[0]


def main() -> None:
    """Prints the figures."""
    jieba.setLogLevel("ERROR")
    known, unknown = halves()
    articles = stories(unknown)
    texts = list(map(text_of, articles))
    model = DomainClassifier().fit(known, [one.domain for one in known]).model_
    others = peers(known)
    limit, ours, *theirs = best(
        lambda: list(map(rjieba.cut, texts)),
        lambda: model.labels(articles),
        *(partial(peer.predict, texts) for peer in others.values()),
    )
    seconds = {"baozhai": ours, **dict(zip(others, theirs, strict=True))}
    shares = worth(gold) if (gold := [path for path in map(Path, sys.argv[1:]) if path.is_file()]) else {}
    print(
        f"{len(articles)} articles of {CHARACTERS} characters that none has learned from, best of {RUNS} runs, one core"
    )
    print(f"{'':<26}{'articles a second':>18}{'x the limit':>14}{'macro-F1':>12}")
    for name, took in seconds.items():
        share = f"{shares[name]:.3f}" if name in shares else ""
        print(f"{name:<26}{len(articles) / took:>18,.0f}{took / limit:>14.1f}{share:>12}")
    print(f"{'the limit: rjieba alone':<26}{len(articles) / limit:>18,.0f}{1:>14.1f}")
    if shares and "--write" in sys.argv:
        draw({name: len(articles) / took for name, took in seconds.items()}, shares)
    print(f"load the model                          {best(lambda: load(MODELS))[0] * 1000:6.1f} ms")
    print(f"baozhai classify FILE, cold, JSON line  {cold('one.jsonl', dumps(to_json(articles[0]))):6.2f} s")
    print(f"baozhai classify FILE, cold, small page {cold('one.txt', texts[0]):6.2f} s")
    print(f"the model's files                       {size():6.2f} MB")


def size() -> float:
    """The classifier's files, in MB."""
    return sum(path.stat().st_size for path in MODELS.glob("classifier.*")) / 1e6


if __name__ == "__main__":
    main()
