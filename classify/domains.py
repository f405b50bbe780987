"""The taxonomy: which domains there are, in the order of a digest's sections."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from articles.corpus import Labelled
from articles.errors import InputError
from formats.settings import read_settings

FILE = "domains.toml"
REST = "other"  # the domain of all that has no other
NAMED_REST = ("其他", "其它", "其他类", "others")  # what lists call it


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain: its key (the folder under seeds/), its Chinese name, the IPTC Media Topic it stands for, if any, and
    its signs, words whose density tells it from what only speaks of its subject.
    """

    key: str
    name: str
    iptc: str | None = None
    signs: tuple[str, ...] = ()


def read_domains(seeds: Path) -> tuple[Domain, ...]:
    """The domains in seeds/domains.toml; raises InputError where the file is missing or an entry is no domain."""
    path = seeds / FILE
    try:
        entries = read_settings(path)["domain"]
        domains = tuple(from_json(entry) for entry in entries)
    except OSError:
        raise InputError(f"{path} cannot be read", "it lists the domains; put it back") from None
    except (ValueError, InputError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{path} is no list of domains ({error})", "write each as [[domain]] with key and name"
        ) from None
    if len({domain.key for domain in domains}) < max(2, len(domains)):
        raise InputError(f"{path} names fewer than two domains, or one twice", "give each a key of its own")
    return domains


def from_json(entry: Mapping[str, Any]) -> Domain:
    """The domain of an entry; raises KeyError where its key or name is missing, TypeError where its signs are no list.

    >>> from_json({"key": "edu", "name": "教育"})
    Domain(key='edu', name='教育', iptc=None, signs=())
    """
    signs = entry.get("signs", [])
    if not isinstance(signs, list) or not all(isinstance(word, str) for word in signs):
        raise TypeError("signs are no list of words")
    return Domain(str(entry["key"]), str(entry["name"]), entry.get("iptc"), tuple(signs))


def domains_of(corpus: Iterable[Labelled]) -> tuple[Domain, ...]:
    """The domains that the labels of a corpus make, in the order in which they come, what has no other at the end.

    Raises InputError where there are fewer than two.
    """
    labels = dict.fromkeys(REST if article.domain in NAMED_REST else article.domain for article in corpus)
    if len(labels) < 2:
        raise InputError(
            f"every article is of one domain ({', '.join(labels)})", "add articles of another, or of other"
        )
    return tuple(
        Domain(label, NAMED_REST[0] if label == REST else label)
        for label in sorted(labels, key=lambda label: label == REST)
    )


def keyed(corpus: Sequence[Labelled], domains: Iterable[Domain]) -> tuple[Labelled, ...]:
    """The articles under the keys of their domains; a list may call a domain by its name."""
    keys = dict.fromkeys(NAMED_REST, REST) | {name: one.key for one in domains for name in (one.name, one.key)}
    return tuple(
        article
        if keys.get(article.domain, article.domain) == article.domain
        else replace(article, domain=keys[article.domain])
        for article in corpus
    )
