"""The user's corrections: articles filed under seeds/corrections/DOMAIN/, one truth for each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.article import Article
from articles.corpus import Labelled, read_corpus
from articles.errors import InputError
from articles.files import write_file
from classify.features import fold

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
    name = re.sub(r"[^\w.-]", "_", article.id) + ".md"
    path = seeds / FOLDER / domain / name
    others = [other for other in sorted((seeds / FOLDER).glob(f"*/{name}")) if other != path]
    paragraphs = (re.sub(r"\s*\n\s*", " ", paragraph).strip() for paragraph in article.body)
    headline = re.sub(r"\s+", " ", article.headline or "（无题）").strip()
    write_file(path, f"# {article.id}\n\n## {headline}\n\n" + "\n\n".join(filter(None, paragraphs)) + "\n")
    for other in others:
        other.unlink()
    return Filed(path, others[0].parent.name if others else None)


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
