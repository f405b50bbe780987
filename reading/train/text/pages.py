"""Torn pages to learn from, of the corpus's articles; the stories of a page are akin, as on a real one."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from articles.corpus import Labelled
from articles.dateline import is_lead
from articles.expressions import expression
from reading.train.forge import ADVERTS, BANNERS, EDITORS, HALF, NAMES, Forged, Story
from reading.train.text.columns import adorn, disturb, laid_out

# Characters of a story, at least: on a town's page, of which so many are drawn, and on a larger paper's.
LEAST, LEAST_LONG, LOCAL = 150, 350, 0.35
FEWEST, MOST = 3, 7
# Of the pages so many are of stories of one subject.
ONE_SUBJECT = 0.6
# A column holds so many characters, on a town's page and on a larger paper's.
LOCAL_COLUMN, COLUMN = (50, 180), (120, 400)
# 周岚主持: under so many of the headlines of what governs a city stands who was there.
MEETINGS, PRESIDED = "governance", 0.3
PRESENT = ("主持", "主持会议", "主持并讲话", "出席", "出席并讲话", "讲话", "参加", "参加调研", "致辞", "作报告")
HEADS, HEADLESS = ("kicker", "headline", "subhead"), 1 / 3
# Of the stories of so many characters so many have lines between their paragraphs; so many of all are bundles, with a
# wire's dateline in their midst.
LEAST_PARTED, SUBHEADED, BUNDLED = 700, 0.3, 0.08
# On so many torn pages each story opens with who reports it, so many in their lead; on others so many.
SAID, SAID_LEADS, LEADS = 0.5, 0.7, 0.5
# Of the leads that say who reports so many come over a wire.
WIRED, WIRES = 0.3, ("新华社", "据新华社", "本报")
PLACES = ("北京", "东京", "巴黎", "成都", "内罗毕", "莫斯科")
SENTENCES = expression(r"[。！？“”（）；：]")
CLAUSES = expression(r"[，。；：！？“”（）]")


def draw_pages(
    corpus: Sequence[Labelled], count: int, seed: int, torn: bool = True, parted: float = 0.0
) -> Iterator[Forged]:
    """So many pages, torn or whole; of whole ones a third of the stories have no headline.

    parted: of so many pages the stories are parts of a few articles, with clauses as headlines: none are more akin.
    None where the corpus has too few such articles.
    """
    rng = random.Random(seed)
    stories = page_stories(corpus)
    long = [story for story in stories if sum(map(len, story.body)) >= LEAST_LONG]
    pools = [_Pool.of(stories, LOCAL_COLUMN), _Pool.of(long, COLUMN)]
    for _ in range(count if len(long) > MOST else 0):
        pool = pools[rng.random() >= LOCAL]
        drawn = pool.draw(rng)
        if rng.random() < parted:
            drawn = [part for story in drawn for part in _parts(story, rng)][: rng.randint(FEWEST, MOST)]
        yield _page(drawn, rng, pool.column if torn else None)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Stories by their subject, those that fill a page, and how long the columns are that they are set in."""

    stories: list[Labelled]
    subjects: dict[str, list[Labelled]]
    column: tuple[int, int]

    @classmethod
    def of(cls, stories: list[Labelled], column: tuple[int, int]) -> "_Pool":
        subjects: dict[str, list[Labelled]] = {}
        for story in stories:
            subjects.setdefault(f"{story.domain}/{story.subject}", []).append(story)
        return cls(stories, {name: own for name, own in sorted(subjects.items()) if len(own) >= FEWEST}, column)

    def draw(self, rng: random.Random) -> list[Labelled]:
        """The stories of a page."""
        akin = self.subjects and rng.random() < ONE_SUBJECT
        pool = self.subjects[rng.choice(list(self.subjects))] if akin else rng.sample(self.stories, MOST)
        return rng.sample(pool, min(rng.randint(FEWEST, MOST), len(pool)))


def page_stories(corpus: Sequence[Labelled]) -> list[Labelled]:
    """The articles that are as long as the stories of a page are."""
    return [article for article in corpus if sum(map(len, article.body)) >= LEAST and len(article.body) > 1]


def _parts(article: Labelled, rng: random.Random) -> list[Labelled]:
    """An article as two or three stories; the later ones have a clause of their first paragraph as their headline."""
    body = article.body
    if len(body) < 5:
        return [article]
    cuts = sorted(rng.sample(range(2, len(body) - 1), min(rng.randint(1, 2), len(body) - 3)))
    parts = [replace(article, body=body[: cuts[0]])]
    for first, end in zip(cuts, [*cuts[1:], len(body)], strict=True):
        clauses = [clause for clause in CLAUSES.split("".join(body[first : first + 2])) if 8 <= len(clause) <= 26]
        if clauses and end - first > 1:
            parts.append(
                replace(article, headline=rng.choice(clauses), kicker=None, subhead=None, body=body[first:end])
            )
        else:
            parts[-1] = replace(parts[-1], body=parts[-1].body + body[first:end])
    return parts


def _page(stories: Sequence[Labelled], rng: random.Random, column: tuple[int, int] | None) -> Forged:
    """The stories, in columns so long with runs of columns astray or printed twice, or whole."""
    marked, half = rng.random() < 0.35, rng.random() < 0.5
    said = bool(column) and rng.random() < SAID
    truth = [_told(story, rng, SAID_LEADS if said else LEADS) for story in stories]
    if not column:
        truth = [story | dict.fromkeys(HEADS) if rng.random() < HEADLESS else story for story in truth]
    page = [laid_out(story, marked, column, rng) for story in truth]
    for at, told in enumerate(page):
        if column and len(told.columns) >= 3:
            disturb(page, at, rng)
    for told, story in zip(page, truth, strict=True):
        adorn(told, rng, signed=said and not is_lead(story["body"][0]))
    blocks = list(
        chain.from_iterable(part for one in page for part in (one.before, one.head, *one.columns, one.behind))
    )
    if rng.random() < 0.6:
        blocks.insert(0, rng.choice(BANNERS))
    if rng.random() < 0.3:
        blocks.insert(rng.randrange(len(blocks)), rng.choice(ADVERTS))
    blocks += [rng.choice(EDITORS)] * (rng.random() < 0.5)
    text = "\n\n".join(blocks) + "\n"
    if not half:
        return Forged(text, truth)
    narrow = [{key: _narrow(value) for key, value in story.items()} for story in truth]
    return Forged(text.translate(HALF), narrow)


def _narrow(value: str | list[str] | None) -> str | list[str] | None:
    return [line.translate(HALF) for line in value] if isinstance(value, list) else value and value.translate(HALF)


def _told(article: Labelled, rng: random.Random, leads: float) -> Story:
    """What a careful reader tells of the story; so many of the leads say who reports."""
    body = list(article.body)
    if rng.random() < leads and not body[0].startswith(("本报", "新华社", "央视")):
        body[0] = (_wired(rng) if rng.random() < WIRED else f"本报讯（记者{rng.choice(NAMES)}）") + body[0]
    if len(body) > 3 and rng.random() < BUNDLED:
        at = rng.randrange(2, len(body))
        body[at] = _wired(rng) + body[at]
    if sum(map(len, body)) >= LEAST_PARTED and rng.random() < SUBHEADED:
        body = list(_with_subheads(body, rng))
    kicker = article.kicker if rng.random() < 0.8 else None
    subhead = article.subhead if rng.random() < 0.8 else None
    if article.domain == MEETINGS and not subhead and rng.random() < PRESIDED:
        subhead = f"{rng.choice(NAMES)}{rng.choice(PRESENT)}"
    return {"headline": article.headline, "kicker": kicker, "subhead": subhead, "body": body}


def _wired(rng: random.Random) -> str:
    """A wire's dateline."""
    return f"{rng.choice(WIRES)}{rng.choice(PLACES)}{rng.randint(1, 12)}月{rng.randint(1, 28)}日电 "


def _with_subheads(body: Sequence[str], rng: random.Random) -> Iterator[str]:
    """The paragraphs with a few lines between them, which say what stands under them or quote it."""
    over = set(rng.sample(range(2, len(body)), rng.randint(1, min(3, len(body) - 2))))
    quoted = rng.random() < 0.4
    for at, paragraph in enumerate(body):
        clauses = [clause for clause in SENTENCES.split(paragraph) if 6 <= len(clause) <= 30]
        if at in over and clauses:
            line = rng.choice(clauses)
            yield f"“{line}”" if quoted else line
        yield paragraph
