"""The user's corrections: articles filed under seeds/corrections/DOMAIN/, one truth for each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.article import Article
from articles.corpus import Labelled
from articles.errors import InputError
from articles.files import write_file
from articles.ids import short_ids
from classify.features import fold
from formats.corpus import read_corpus

FOLDER = "corrections"


@dataclass(frozen=True, slots=True)
class Filed:
    """A correction as it was filed: where it lies, and the domain that it was filed under before, if another."""

    path: Path
    before: str | None


def file_correction(article: Article, domain: str, seeds: Path) -> Filed:
    """Writes the article under its domain and takes it from any other; raises InputError where it has no text."""
    if not article.body:
        raise InputError(f"the article {article.id} has no text", "name the page or the JSON lines that hold it whole")
    path = seeds / FOLDER / domain / _name(article.id)
    paragraphs = (re.sub(r"\s*\n\s*", " ", paragraph).strip() for paragraph in article.body)
    headline = re.sub(r"\s+", " ", article.headline or "（无题）").strip()
    text = f"## {headline}\n\n" + "\n\n".join(filter(None, paragraphs)) + "\n"
    others = _filed_before(article, path, text)
    write_file(path, f"# {article.id}\n\n{text}")
    for other in others:
        other.unlink()
    return Filed(path, others[0].parent.name if others else None)


def _filed_before(article: Article, path: Path, text: str) -> list[Path]:
    """Where the article lies already: under its id, or with the same text under a shorter or an older one."""
    folder = path.parent.parent
    same = folder.glob(f"*/{_name(article.id)}")
    older = (other for name in short_ids(article) for other in folder.glob(f"*/{_name(name)}"))
    return sorted(
        {*same, *(other for other in older if other.read_text("utf-8", "replace").endswith(f"\n\n{text}"))} - {path}
    )


def _name(id_: str) -> str:
    return re.sub(r"[^\w.-]", "_", id_) + ".md"


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
    return re.sub(r"\W+", "", "".join(map(fold, article.body)))
