"""The labelled articles under seeds/: what models learn from and what forged pages are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.errors import InputError

KICKER, SUBHEAD = "引题：", "副题："


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article of the corpus: its domain, the subject file it stands in (without suffix), headline, paragraphs, and
    the lines over and under its headline.
    """

    domain: str
    subject: str
    headline: str
    body: tuple[str, ...]
    kicker: str | None = None
    subhead: str | None = None


def read_corpus(seeds: Path) -> tuple[Labelled, ...]:
    """Every article under seeds/DOMAIN/*.md, files in sorted order; raises InputError where there is none."""
    files = sorted(path for path in seeds.glob("*/*.md") if path.parent.name != "pages")
    corpus = tuple(article for path in files for article in _articles(path))
    if not corpus:
        raise InputError(f"{seeds} holds no articles", "put them in a folder for each domain, as seeds/README.md says")
    return corpus


def _articles(path: Path) -> Iterator[Labelled]:
    for part in ("\n" + path.read_text("utf-8")).split("\n## ")[1:]:
        headline, *lines = part.strip().split("\n")
        paragraphs = [line.strip() for line in lines if line.strip()]
        named = {name: _named(paragraphs, mark) for name, mark in (("kicker", KICKER), ("subhead", SUBHEAD))}
        if paragraphs:
            yield Labelled(path.parent.name, path.stem, headline.strip(), tuple(paragraphs), **named)


def _named(paragraphs: list[str], mark: str) -> str | None:
    """The first paragraph without its mark, taken away where it has it."""
    return paragraphs.pop(0).removeprefix(mark).strip() if paragraphs and paragraphs[0].startswith(mark) else None
