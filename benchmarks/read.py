"""Reading beside the plain reader a user would write: forged pages of real stories, damage by damage; one core.

The pages are made of one half of the corpus, the models learned from the other half.
"""

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from articles.article import Article
from articles.page import Page
from formats.corpus import read_corpus
from reading.evaluate import ReadingScore, score_readings
from reading.model import load_reader
from reading.reader import read_page
from reading.reading import Reading
from reading.train.forge import DAMAGES, Forged, fit_stories, forge_pages
from reading.train.reader import learn_reader

SEEDS = Path(__file__).parents[1] / "seeds"
PAGES = 60
RUNS = 3
HEADING, FINAL = 40, re.compile(r"[。！？!?…：:；;][”’』」）)]*$")
CONDITIONS: dict[str, Sequence[str]] = {"none": (), **{name: (name,) for name in DAMAGES}, "all": DAMAGES}
SHARES = ("restored", "found", "headlines", "spurious")
JOINS = ("joins_right", "joins_wrong")

Reader = Callable[[str], Reading]


def main() -> None:
    """Print the table and the speed of both."""
    corpus = read_corpus(SEEDS)
    pages = {name: forge_pages(fit_stories(corpus[1::2]), PAGES, damages) for name, damages in CONDITIONS.items()}
    with tempfile.TemporaryDirectory() as folder:
        models = Path(folder)
        learn_reader(corpus[::2], models)
        reader = load_reader(models)
        print("\n".join(report(pages, lambda text: read_page(Page(text, "page.txt"), reader))))


def report(pages: dict[str, list[Forged]], ours: Reader) -> Iterator[str]:
    """A line for each damage, the plain reader's shares before ours, and the speeds."""
    count = sum(len(page.truth) for page in pages["all"])
    yield f"{PAGES} pages, {count} stories for each damage; percent of the stories, plain reader / ours"
    yield f"{'damage':<10}" + "".join(f"{name:>16}" for name in SHARES) + f"{'joins right':>16}{'wrong':>8}"
    for name, forged in pages.items():
        yield f"{name:<10}{row(score(forged, plain), score(forged, ours))}"
    texts = [page.text for page in pages["all"]]
    yield f"pages a second: plain {speed(texts, plain):,.0f}, ours {speed(texts, ours):,.0f}"


def row(plain: ReadingScore, ours: ReadingScore) -> str:
    """The shares of both, the joins of ours."""
    pairs = ((100 * getattr(plain, name), 100 * getattr(ours, name)) for name in SHARES)
    cells = [f"{f'{one:.0f} / {other:.0f}':>16}" for one, other in pairs]
    return "".join(cells) + f"{ours.joins_right:>16}{ours.joins_wrong:>8}"


def score(pages: Sequence[Forged], read: Reader) -> ReadingScore:
    """What a reader makes of the pages, against their truth."""
    return score_readings([(page.truth, read(page.text)) for page in pages])


def plain(text: str) -> Reading:
    """Cut at blank lines; a short line without a final mark opens a story; what stands twice is dropped."""
    stories: list[tuple[str | None, list[str]]] = [(None, [])]
    for block in dict.fromkeys(block.strip() for block in re.split(r"\n\s*\n", text)):
        line = block.lstrip("# ")
        if len(line) <= HEADING and not FINAL.search(line):
            stories.append((line, []))
        else:
            stories[-1][1].append(line)
    told = [Article(str(at), headline=head, body=tuple(body)) for at, (head, body) in enumerate(stories) if body]
    return Reading(tuple(told))


def speed(texts: Sequence[str], read: Reader) -> float:
    """Pages a second, the best of several runs."""
    return max(len(texts) / seconds(texts, read) for _ in range(RUNS))


def seconds(texts: Sequence[str], read: Reader) -> float:
    """Processor time for all the texts."""
    began = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - began


if __name__ == "__main__":
    main()
