"""Pages that `reading/train/forge.py` does not forge: of stories that are akin, and wrapped at a column's width."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from articles.corpus import Labelled
from reading.blocks.unwrap import NOT_FIRST
from reading.train.forge import DAMAGES, Forged, Story, fit_stories, forge

FEWEST, MOST = 3, 7
# Characters of a line; so many pages have indents, and so many blank lines between the stories.
WIDTHS, INDENTED, PARTED = (14, 16, 18, 20, 22, 24, 28), 1 / 2, 1 / 3


def akin_pages(corpus: Sequence[Labelled], count: int) -> list[Forged]:
    """So many pages with every damage, the stories of each of one subject."""
    subjects: dict[str, list[Labelled]] = defaultdict(list)
    for article in corpus:
        subjects[f"{article.domain}/{article.subject}"].append(article)
    pools = [stories for name in sorted(subjects) if len(stories := fit_stories(subjects[name])) >= FEWEST]
    rng = random.Random(count)
    return [forge(_some(rng.choice(pools), rng), page, DAMAGES) for page in range(count)]


def wrapped_pages(corpus: Sequence[Labelled], count: int) -> list[Forged]:
    """So many pages without damage, every line broken at the width of a column, the headlines too."""
    stories, rng = fit_stories(corpus), random.Random(count)
    return [_wrapped(_some(stories, rng), rng) for _ in range(count)]


def _some(stories: Sequence[Story], rng: random.Random) -> list[Story]:
    return rng.sample(stories, min(len(stories), rng.randint(FEWEST, MOST)))


def _wrapped(stories: Sequence[Story], rng: random.Random) -> Forged:
    width, indent, blank = rng.choice(WIDTHS), rng.random() < INDENTED, rng.random() < PARTED
    lines: list[str] = []
    for story in stories:
        lines += broken(story["headline"], width)
        for paragraph in story["body"]:
            lines += broken(("　　" if indent else "") + paragraph, width)
        lines += [""] * blank
    return Forged("\n".join(lines) + "\n", list(stories))


def broken(text: str, width: int) -> Iterator[str]:
    """The lines of a text; a mark that no line begins with hangs over the width.

    >>> list(broken("新馆藏书六十万册，读者可借。", 8))
    ['新馆藏书六十万册，', '读者可借。']
    """
    while text:
        end = width
        while text[end : end + 1] and text[end] in NOT_FIRST:
            end += 1
        yield text[:end]
        text = text[end:]
