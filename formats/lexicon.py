"""Own words as an office writes them: words.txt in jieba's form, and stopwords.txt."""

from pathlib import Path

from articles.errors import InputError
from articles.expressions import expression
from articles.files import read_bytes, write_file
from articles.lexicon import NOUN, Lexicon, OwnWord
from formats.encoding import decoded
from formats.plain import plain

WORDS, STOP = "words.txt", "stopwords.txt"
# A word, how often it counts and its part of speech, both of which may be left away: 岚川毛尖 1000 nz.
ENTRY = expression(r"(?P<word>\S.*?)(?:\s+(?P<weight>\d{1,9}))?(?:\s+(?P<tag>[a-z]+))?")


def read_lexicon(words: Path | None, stop: Path | None) -> Lexicon:
    """The own words in two files; raises InputError where one cannot be read, or a line is no word."""
    entries = {one.word: one for number, line in _lines(words) for one in [_entry(line, f"{words}:{number}")]}
    return Lexicon(tuple(entries.values()), frozenset(line for _, line in _lines(stop)))


def lexicon_in(folder: Path) -> Lexicon:
    """The own words in a folder of seeds or models, none where it has no such files."""
    words, stop = (path if path.is_file() else None for path in (folder / WORDS, folder / STOP))
    return read_lexicon(words, stop)


def write_lexicon(lexicon: Lexicon, folder: Path) -> None:
    """Puts the own words into a folder, no file where there are none."""
    lines = (" ".join(map(str, filter(None, (one.word, one.weight, one.tag)))) for one in lexicon.words)
    for name, text in ((WORDS, "\n".join(lines)), (STOP, "\n".join(sorted(lexicon.stop)))):
        if text:
            write_file(folder / name, text + "\n")


def _lines(path: Path | None) -> list[tuple[int, str]]:
    """The lines of a file that say something, with their numbers."""
    if path is None:
        return []
    try:
        data = read_bytes(path)
        text = plain(decoded(data).text) if data.strip() else ""
    except InputError as error:
        raise InputError(f"{path}: {error.wrong}", error.cure) from None
    return [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _entry(line: str, place: str) -> OwnWord:
    match = ENTRY.fullmatch(line)
    if not match or (match["weight"] and not int(match["weight"])):
        raise InputError(
            f"{place}: {line!r} is no word with a weight above 0", "write a word, its weight, its tag: 岚川毛尖 1000 nz"
        )
    return OwnWord(match["word"], int(match["weight"]) if match["weight"] else None, match["tag"] or NOUN)
