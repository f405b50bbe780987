"""What stands beside a story's text: bylines, captions, sign-offs and jump lines find the story that they belong to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.naming import FROM, PAGE_REF
from articles.sheet import Sheet
from articles.stories import Found

PAGE = re.compile(PAGE_REF)


@dataclass(slots=True)
class Draft:
    """The parts of a story that are not its head and its body, gathered while its page is read."""

    byline: list[str] = field(default_factory=list)
    signoff: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    continues: str | None = None
    continued_from: str | None = None


def attach(sheet: Sheet, found: Found) -> tuple[list[Draft], dict[int, int]]:
    """A draft for each story, and the story of each block beside the text; a block before any text has none.

    A block belongs to the text before it, a jump line that comes from elsewhere to the text after it.
    """
    where = dict(zip(sheet.texts, found.member.tolist(), strict=True))
    written = {int(story) for row, story in enumerate(found.member) if not found.strip.head[row]}
    drafts = [Draft() for _ in range(found.strip.stories)]
    homes: dict[int, int] = {}
    for at, kind in enumerate(sheet.kinds):
        if at in where or kind == "furniture" or sheet.first[at] != at:
            continue
        text = sheet.blocks[at].text
        home = _after(where, at) if kind == "jump" and FROM.search(text) else _before(where, at)
        if home is not None and home in written:
            homes[at] = home
            _add(drafts[home], kind, text, bool(at) and sheet.kinds[at - 1] == "caption")
    return drafts, homes


def _before(where: Mapping[int, int], at: int) -> int | None:
    return next((where[block] for block in range(at - 1, -1, -1) if block in where), None)


def _after(where: Mapping[int, int], at: int) -> int | None:
    return next((where[block] for block in range(at + 1, max(where, default=0) + 1) if block in where), None)


def _add(draft: Draft, kind: str, text: str, under_caption: bool) -> None:
    if kind == "jump":
        page = PAGE.search(text)
        if FROM.search(text):
            draft.continued_from = page[0] if page else text
        else:
            draft.continues = page[0] if page else text
    elif kind == "credit" and under_caption and draft.captions:
        draft.captions[-1] += text
    elif kind in {"caption", "credit"}:
        draft.captions.append(text)
    elif kind == "byline":
        draft.byline.append(text)
    else:
        draft.signoff.append(text)
