"""Own words as offices write them."""

from pathlib import Path

import pytest

from articles.errors import InputError
from articles.lexicon import NONE, Lexicon, OwnWord
from formats.lexicon import lexicon_in, read_lexicon, write_lexicon

WORDS = "岚川毛尖 1000 nz\n\n白塔县 ns\n一件事 30\n岚川毛尖 2000\n高效 办成\t5 n\n"
OWN = Lexicon(
    (OwnWord("岚川毛尖", 2000), OwnWord("白塔县", None, "ns"), OwnWord("一件事", 30), OwnWord("高效 办成", 5)),
    frozenset(["讯", "日前"]),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_jiebas_form_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """A word, its weight and its tag, both of which may be missing; the last line of a word counts."""
    words, stop = tmp_path / "words.txt", tmp_path / "stopwords.txt"
    words.write_bytes(WORDS.replace("\n", "\r\n").encode(encoding))
    stop.write_bytes("讯\n日前\n".encode(encoding))
    assert read_lexicon(words, stop) == lexicon_in(tmp_path) == OWN
    assert read_lexicon(None, stop) == Lexicon(stop=OWN.stop)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Models remember words so; without own words there is no file."""
    write_lexicon(OWN, tmp_path / "own")
    assert lexicon_in(tmp_path / "own") == OWN
    write_lexicon(NONE, tmp_path / "none")
    assert not (tmp_path / "none").exists()
    assert lexicon_in(tmp_path / "none") == NONE


def test_what_is_no_word_is_one_line(tmp_path: Path) -> None:
    """A weight of nothing, which would tell jieba to break a word, and a file that is not there."""
    path = tmp_path / "words.txt"
    path.write_text("白塔县\n岚川毛尖 0 nz\n", "utf-8")
    with pytest.raises(InputError, match=r"words.txt:2: .* is no word with a weight above 0; write"):
        lexicon_in(tmp_path)
    with pytest.raises(InputError, match=r"other\.txt: there is no such file"):
        read_lexicon(tmp_path / "other.txt", None)
