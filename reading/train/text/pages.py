"""Torn pages to learn from, of the corpus's articles; the stories of a page are akin, as on a real one."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from articles.corpus import Labelled
from articles.dateline import is_lead
from articles.expressions import expression
from reading.train.forge import ADVERTS, BANNERS, EDITORS, HALF, NAMES, Forged, Story

# Characters of a story, at least: on a town's page, of which so many are drawn, and on a larger paper's.
LEAST, LEAST_LONG, LOCAL = 150, 350, 0.35
FEWEST, MOST = 3, 7
# Of the pages so many are of stories of one subject.
ONE_SUBJECT = 0.6
# A column holds so many characters, on a town's page and on a larger paper's.
LOCAL_COLUMN, COLUMN = (50, 180), (120, 400)
STRAYS, TWICE, LOST, SIGNED = 0.3, 0.1, 0.05, 0.2
# Of the captions so many stand under all of their story.
LAST = 0.5
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


@dataclass(slots=True)
class Column:
    """A story on the page: the lines over it, its pieces column by column, and what strayed before and behind it."""

    head: list[str]
    columns: list[list[str]]
    before: list[str]
    behind: list[str]


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
    page = [_laid_out(story, marked, column, rng) for story in truth]
    for at, told in enumerate(page):
        if column and len(told.columns) >= 3:
            _disturb(page, at, rng)
    for told, story in zip(page, truth, strict=True):
        _adorn(told, rng, signed=said and not is_lead(story["body"][0]))
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


def _laid_out(story: Story, marked: bool, column: tuple[int, int] | None, rng: random.Random) -> Column:
    head = [("### " * marked) + story["kicker"]] if story["kicker"] else []
    head += [("## " * marked) + story["headline"]] if story["headline"] else []
    head += [story["subhead"]] if story["subhead"] else []
    columns = _columns(story["body"], column, rng) if column and rng.random() < 0.8 else [list(story["body"])]
    return Column(head, columns, [], [])


def _columns(body: Sequence[str], column: tuple[int, int], rng: random.Random) -> list[list[str]]:
    """The paragraphs cut where columns end, at any character."""
    columns: list[list[str]] = [[]]
    left = rng.randint(*column)
    for paragraph in body:
        rest = paragraph
        while left < len(rest):
            if 4 < left < len(rest) - 4:
                columns[-1].append(rest[:left])
                columns.append([])
                rest, left = rest[left:], rng.randint(*column)
            else:
                left += 7
        columns[-1].append(rest)
        left -= len(rest)
    return columns


def _disturb(page: list[Column], at: int, rng: random.Random) -> None:
    """Perhaps a run of the story's columns strays: over or under its headline, behind or into another story; or stands
    twice, or one of them is lost.
    """
    chance, columns = rng.random(), page[at].columns
    first = rng.randrange(1, len(columns))
    end = len(columns) if rng.random() < 0.6 else min(len(columns), first + rng.randint(1, 2))
    run = [piece for column in columns[first:end] for piece in column]
    if chance < STRAYS:
        del columns[first:end]
        _stray(page, at, first, run, rng)
    elif chance < STRAYS + TWICE:
        columns.insert(end, run)
    elif chance < STRAYS + TWICE + LOST and first + 1 < len(columns):
        del columns[first]


def _stray(page: list[Column], at: int, first: int, run: list[str], rng: random.Random) -> None:
    where, other = rng.random(), page[rng.randrange(len(page))]
    if where < 0.28:
        page[at].before += run
    elif where < 0.48:
        page[at].columns.insert(
            rng.choice([place for place in range(len(page[at].columns) + 1) if place != first]), run
        )
    elif where < 0.74:
        page[min(at + 1, len(page) - 1)].behind += run
    elif where < 0.86:
        other.behind += run
    else:
        other.columns.insert(rng.randint(1, len(other.columns)), run)


def _adorn(column: Column, rng: random.Random, signed: bool) -> None:
    """A byline, a sign-off, a caption, now and then; signed: a byline in any case."""
    if signed or rng.random() < 0.2:
        column.head.append(f"本报记者 {rng.choice(NAMES)}")
    signature = f"（{rng.choice(NAMES)} {rng.choice(NAMES)}）"
    if rng.random() < SIGNED:
        column.columns[-1].append(signature)
    elif rng.random() < SIGNED and column.columns[-1]:
        column.columns[-1][-1] += signature
    if rng.random() < 0.2:
        at = rng.randrange(len(column.columns))
        under = column.columns[at if at < LAST * len(column.columns) else -1]
        under.append(f"图为活动现场。 本报记者 {rng.choice(NAMES)} 摄")
