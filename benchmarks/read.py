"""Reading beside the plain reader a user would write: forged pages of real stories, damage by damage; one core.

The pages are made of one half of the corpus, the models learned from the other half. With --write the figures go into
the tables of both READMEs.
"""

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.article import Article
from articles.corpus import Labelled
from articles.page import Page
from benchmarks.pages import akin_pages, wrapped_pages
from formats.corpus import read_corpus
from reading.evaluate import ReadingScore, harm, match_stories, score_readings
from reading.model import load_reader
from reading.reader import read_page
from reading.reading import Reading
from reading.train.forge import DAMAGES, Forged, fit_stories, forge_pages
from reading.train.reader import learn_reader

ROOT = Path(__file__).parents[1]
SEEDS, READMES = ROOT / "seeds", (ROOT / "README.md", ROOT / "README.zh.md")
PAGES = 60
RUNS = 3
HEADING, FINAL = 40, re.compile(r"[。！？!?…：:；;][”’』」）)]*$")
CONDITIONS: dict[str, Sequence[str]] = {"none": (), **{name: (name,) for name in DAMAGES}, "all": DAMAGES}
SHARES = ("restored", "found", "headlines", "spurious")
TABLED = ("restored", "headlines", "spurious")
# How many stories: 314 stories on forged pages, 有 314 篇稿件.
COUNTED = re.compile(r"\d+(?= stories on forged)|(?<=有 )\d+(?= 篇稿件)")

Reader = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class Figures:
    """What both readers make of the pages with a damage; harm: of the stories that the plain one gets whole the share
    that ours breaks, None where there are none.
    """

    plain: ReadingScore
    ours: ReadingScore
    harm: float | None


def main() -> None:
    """Print the table and the speed of both; with --write put the table into the READMEs."""
    corpus = read_corpus(SEEDS)
    pages = draw(corpus[1::2])
    with tempfile.TemporaryDirectory() as folder:
        models = Path(folder)
        learn_reader(corpus[::2], models)
        reader = load_reader(models)

    def ours(text: str) -> Reading:
        return read_page(Page(text, "page.txt"), reader)

    figures = {name: compare(forged, ours) for name, forged in pages.items()}
    print("\n".join(report(figures)))
    texts = [page.text for page in pages["all"]]
    print(f"pages a second: plain {speed(texts, plain):,.0f}, ours {speed(texts, ours):,.0f}")
    for path in READMES if sys.argv[1:] == ["--write"] else ():
        path.write_text(with_figures(path.read_text("utf-8"), figures), "utf-8")


def draw(corpus: Sequence[Labelled]) -> dict[str, list[Forged]]:
    """The pages of each kind."""
    stories = fit_stories(corpus)
    pages = {name: forge_pages(stories, PAGES, damages) for name, damages in CONDITIONS.items()}
    return pages | {"akin": akin_pages(corpus, PAGES), "wrapped": wrapped_pages(corpus, PAGES)}


def compare(pages: Sequence[Forged], ours: Reader) -> Figures:
    """Both readers on the pages."""
    read = {name: [(page.truth, reader(page.text)) for page in pages] for name, reader in (("p", plain), ("o", ours))}
    matches = {
        name: [match for truth, reading in pairs for match in match_stories(truth, reading.articles)]
        for name, pairs in read.items()
    }
    return Figures(score_readings(read["p"]), score_readings(read["o"]), harm(matches["p"], matches["o"]))


def report(figures: Mapping[str, Figures]) -> Iterator[str]:
    """A line for each damage, the plain reader's shares before ours."""
    yield f"{PAGES} pages, {figures['all'].ours.stories} stories for each damage; percent, plain reader / ours"
    names = "".join(f"{name:>16}" for name in SHARES)
    yield f"{'damage':<10}{names}{'harm':>8}{'joins right':>16}{'wrong':>8}"
    for name, found in figures.items():
        cells = "".join(f"{' / '.join(shares(found, share)):>16}" for share in SHARES)
        yield f"{name:<10}{cells}{percent(found.harm):>8}{found.ours.joins_right:>16}{found.ours.joins_wrong:>8}"


def with_figures(text: str, figures: Mapping[str, Figures]) -> str:
    """A README with the figures in its table: each row ends its first cell with the name of a damage."""
    for name, found in figures.items():
        cells = [" → ".join(shares(found, share)) for share in TABLED] + [percent(found.harm)]
        row = re.compile(rf"^(\| (?:[^|\n]* )?{name}) \|.*$", re.MULTILINE)
        text, count = row.subn(rf"\1 | {' | '.join(cells)} |", text)
        if count != 1:
            raise ValueError(f"there are {count} rows for {name}")
    return COUNTED.sub(str(figures["all"].ours.stories), text)


def shares(found: Figures, name: str) -> tuple[str, str]:
    """A share of both readers in percent."""
    return percent(getattr(found.plain, name)), percent(getattr(found.ours, name))


def percent(share: float | None) -> str:
    """A share in percent, a dash where there is none."""
    return "–" if share is None else f"{100 * share:.0f}"


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
