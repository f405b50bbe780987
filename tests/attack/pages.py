"""Pages of text and of Markdown: stories of the corpus and pieces that break readers, forged and then damaged."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from articles.article import Article
from articles.errors import Failure, InputError
from articles.page import Page
from baozhai.places import SEEDS
from formats.corpus import read_corpus
from formats.doors import open_file
from reading.reader import read_page
from reading.train.forge import DAMAGES, fit_stories, forge
from tests.attack.case import Case, Kind
from tests.attack.command import VERBS, taken
from tests.attack.damage import BYTE_WOUNDS, TEXT_WOUNDS, damaged
from tests.reading.test_properties import TEXTS, characters, hashes, printed
from tests.trained import MODELS

STORIES = st.deferred(lambda: st.sampled_from(fit_stories(read_corpus(SEEDS))))
FORGED = st.builds(
    lambda stories, seed, damages: forge(stories, seed, sorted(damages)).text,
    st.lists(STORIES, min_size=1, max_size=4),
    st.integers(0, 99),
    st.sets(st.sampled_from(DAMAGES)),
)
PAGES = st.builds(damaged, st.one_of(FORGED, TEXTS), TEXT_WOUNDS)
ENCODINGS = st.sampled_from(["utf-8"] * 4 + ["gb18030", "big5hkscs", "utf-16", "utf-16-be", "utf-32"])
BYTES = st.builds(
    lambda text, code, wounds: damaged(text.encode(code, "replace"), wounds),
    PAGES,
    ENCODINGS,
    st.one_of(st.just([]), BYTE_WOUNDS),
)


def cases(data: st.SearchStrategy[bytes], *suffixes: str) -> st.SearchStrategy[Case]:
    """Files that a verb takes."""
    return st.builds(Case, st.sampled_from(sorted(VERBS)), st.sampled_from(suffixes), data)


def check(case: Case, folder: Path) -> None:
    """A verb takes the file, and the reader keeps to its law."""
    path = case.write(folder)
    taken(case.how, path)
    for page in opened(case):
        if isinstance(page, Page):
            lawful(page)


def opened(case: Case) -> Iterable[Page | Article | Failure]:
    """What the door gives of a case, nothing where it refuses it."""
    try:
        return list(open_file(case.data, f"2025-03-15-p01{case.suffix}"))
    except InputError:
        return []


def lawful(page: Page) -> None:
    """Every character but white space and heading hashes has one place, and none came from elsewhere."""
    reading = read_page(page, MODELS.reader)
    lines = [line.text for line in page.layout.lines] if page.layout else [page.text]
    dropped = Counter() if page.layout else Counter("#" * hashes(page.text))
    placed = characters(trace.text for trace in reading.traces)
    assert characters(lines) - placed == dropped, "lost"
    assert not placed - characters(lines), "made up"
    assert characters([*printed(reading), *reading.furniture, *reading.duplicates]) == placed, "told otherwise"


PAGES_KIND = Kind("pages", cases(BYTES, ".txt", ".txt", ".md"), check, 40)
