"""Labelling beside plain pipelines of jieba or rjieba, TfidfVectorizer, LinearSVC, and from a cold start; one core."""

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import jieba
import rjieba
from sklearn.feature_extraction.text import TfidfVectorizer
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


def plain(cut: Callable[[str], list[str]], corpus: Sequence[Labelled]) -> Any:
    """What a user would take instead, fitted on the same articles."""
    pipeline = make_pipeline(TfidfVectorizer(tokenizer=cut, token_pattern=None, lowercase=False), LinearSVC())
    return pipeline.fit(["\n".join((one.headline, *one.body)) for one in corpus], [one.domain for one in corpus])


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
    texts = [f"{one.headline}\n{one.text}" for one in articles]
    model = DomainClassifier().fit(known, [one.domain for one in known]).model_
    peers = {"jieba": plain(jieba.lcut, known), "rjieba": plain(rjieba.cut, known)}
    ours, *theirs = best(
        lambda: model.labels(articles), *(partial(pipeline.predict, texts) for pipeline in peers.values())
    )
    print(
        f"{len(articles)} articles of {CHARACTERS} characters that none has learned from, best of {RUNS} runs, one core"
    )
    print(f"baozhai, with confidence and evidence   {len(articles) / ours:6.0f} articles a second")
    for name, seconds in zip(peers, theirs, strict=True):
        print(f"{name + ' + TfidfVectorizer + LinearSVC':<39} {len(articles) / seconds:6.0f} articles a second")
        print(f"times faster                            {seconds / ours:6.1f}")
    print(f"load the model                          {best(lambda: load(MODELS))[0] * 1000:6.1f} ms")
    print(f"baozhai classify FILE, cold, JSON line  {cold('one.jsonl', dumps(to_json(articles[0]))):6.2f} s")
    print(f"baozhai classify FILE, cold, small page {cold('one.txt', texts[0]):6.2f} s")
    print(f"the model's files                       {size():6.2f} MB")


def size() -> float:
    """The classifier's files, in MB."""
    return sum(path.stat().st_size for path in MODELS.glob("classifier.*")) / 1e6


if __name__ == "__main__":
    main()
