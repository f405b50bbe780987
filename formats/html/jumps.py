"""Jump lines in a story's own page: what they say goes into its fields, out of its text."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.jump_lines import JUMP_LINE, comes_from, page_named, part_text


@dataclass(frozen=True, slots=True)
class Jumps:
    """Texts without their jump lines, and the pages that these name."""

    texts: tuple[str | None, ...]
    continues: str | None = None
    continued_from: str | None = None


def part_jumps(texts: Iterable[str | None]) -> Jumps:
    """The texts without the jump lines that open and close them; a text that is one alone is None.

    >>> part_jumps(["新馆开馆", "新馆藏书六十万册，读者（下转第3版）"])
    Jumps(texts=('新馆开馆', '新馆藏书六十万册，读者'), continues='第3版', continued_from=None)
    """
    left: list[str | None] = []
    found: list[str] = []
    for text in texts:
        if not text or JUMP_LINE.fullmatch(text.strip()):
            found += [text] if text else []
            left.append(None)
            continue
        before, told, after = part_text(text)
        found += (*before, *after)
        left.append(told)
    back = [page_named(line) for line in found if comes_from(line)]
    on = [page_named(line) for line in found if not comes_from(line)]
    return Jumps(tuple(left), next(iter(on), None), next(iter(back), None))
