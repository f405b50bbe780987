"""The user's corrections: articles filed under seeds/corrections/DOMAIN/, one truth for each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from articles.article import Article
from articles.corpus import Labelled
from articles.errors import InputError
from articles.files import clear_parts, locked, write_file
from articles.ids import short_ids
from classify.features import fold
from formats.corpus import read_corpus

FOLDER, LOCK = "corrections", ".baozhai.lock"
LONGEST, OWN = 60, 12  # characters of an ID in a file's name, and of what tells articles apart whose names are alike


@dataclass(frozen=True, slots=True)
class Filed:
    """A correction as it was filed: where it lies, and the domain that it was filed under before, if another."""

    path: Path
    before: str | None


def file_correction(article: Article, domain: str, seeds: Path) -> Filed:
    """Writes the article under its domain and takes it from any other; raises InputError where it has no text.

    An article is known by its ID and its text: another of the same ID, or of one that makes the same name, keeps its
    file, and gets one of its own. Whoever is killed leaves the article under the old domain or under the new one.
    """
    if not article.body:
        raise InputError(f"the article {article.id} has no text", "name the page or the JSON lines that hold it whole")
    paragraphs = (re.sub(r"\s*\n\s*", " ", paragraph).strip() for paragraph in article.body)
    headline = _line(article.headline or "（无题）")
    text = f"# {_line(article.id)}\n\n## {headline}\n\n" + "\n\n".join(filter(None, paragraphs)) + "\n"
    folder = seeds / FOLDER
    with locked(folder / LOCK):
        for one in {folder / domain, *(path.parent for path in folder.glob("*/.*.part"))}:
            clear_parts(one)
        before = _filed_before(article, text, folder)
        path = _free(folder, domain, article.id, text, before)
        others = [one for one in before if one != path]
        for one in others[1:]:
            one.unlink()
        for one in others[:1]:
            path.parent.mkdir(parents=True, exist_ok=True)
            one.replace(path)  # in one step: never in two domains, nor in none
        write_file(path, text)
    moved = [one.parent.name for one in others if one.parent.name != domain]
    return Filed(path, moved[0] if moved else None)


def _filed_before(article: Article, text: str, folder: Path) -> list[Path]:
    """Where the article lies already: the same text under its id, or under a shorter or an older one."""
    names = {_line(name) for name in (article.id, *short_ids(article))}
    stems = {_stem(name) for name in names}
    found = sorted({path for stem in stems for path in folder.glob(f"*/{stem}*.md")})
    return [path for path in found if (told := _told(path)).name in names and told.text == _parts(text).text]


def _free(folder: Path, domain: str, name: str, text: str, before: Sequence[Path]) -> Path:
    """The article's place in its domain, under a name that no other article has in any."""
    stem = _stem(name)
    own = sha256(f"{name}\n{_parts(text).text}".encode("utf-8", "replace")).hexdigest()[:OWN]
    taken = {path.name.lower() for path in folder.glob("*/*.md") if path not in before}
    plain = f"{stem}.md"
    return folder / domain / (plain if _line(name) == stem and plain.lower() not in taken else f"{stem}-{own}.md")


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a correction's file says: the ID, and the characters of the body that count."""

    name: str
    text: str


def _told(path: Path) -> _Parts:
    return _parts(path.read_text("utf-8", "replace"))


def _parts(text: str) -> _Parts:
    name, _, rest = text.partition("\n\n")
    return _Parts(name.removeprefix("# "), _characters(rest.partition("\n\n")[2].split("\n\n")))


def _line(text: str) -> str:
    return " ".join(text.split())


def _stem(name: str) -> str:
    """The name of an article as that of a file, which is no hidden one and none too long."""
    return re.sub(r"[^\w.-]", "_", _line(name))[:LONGEST].strip(".") or "_"


def read_corrections(seeds: Path) -> tuple[Labelled, ...]:
    """Every correction; raises InputError where two give the same text different domains."""
    folder = seeds / FOLDER
    corrections = read_corpus(folder) if any(folder.glob("*/*.md")) else ()
    domains: dict[str, Labelled] = {}
    for one in corrections:
        same = domains.setdefault(fingerprint(one), one)
        if same.domain != one.domain:
            files = f"{same.domain}/{same.subject}.md and {one.domain}/{one.subject}.md"
            raise InputError(f"{folder}: {files} give the same text two domains", "delete the wrong one")
    return corrections


def overruled(corpus: Iterable[Labelled], corrections: Sequence[Labelled]) -> list[Labelled]:
    """The articles of the corpus whose text a correction files too: the correction takes their place."""
    corrected = {fingerprint(one) for one in corrections}
    return [article for article in corpus if fingerprint(article) in corrected]


def fingerprint(article: Labelled) -> str:
    """The characters of the body that count: folded, without marks and spaces."""
    return _characters(article.body)


def _characters(body: Iterable[str]) -> str:
    return re.sub(r"\W+", "", "".join(map(fold, body)))
