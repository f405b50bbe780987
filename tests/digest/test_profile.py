"""The profile: what an office may say, and the line it gets for a slip."""

from pathlib import Path

import pytest

from articles.errors import InputError
from digest.profile import Profile, load_profile


def test_all_keys(tmp_path: Path) -> None:
    """Each key of the profile arrives; without a file the profile is empty."""
    assert load_profile(tmp_path) == Profile()
    (tmp_path / "baozhai.toml").write_text(
        'paper = "云岭日报"\ndomains = ["health", "知识产权"]\nchars = 120\n'
        'formats = ["html", "docx"]\nmust = ["云雾尖"]\nnever = ["体彩"]\n'
        'words = "words.txt"\nstopwords = "lists/stop.txt"\n',
        "utf-8",
    )
    own = ("words.txt", "lists/stop.txt")
    profile = Profile("云岭日报", ("health", "知识产权"), None, 120, ("html", "docx"), ("云雾尖",), ("体彩",), *own)
    assert load_profile(tmp_path) == profile


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_any_editor_may_save_it(tmp_path: Path, encoding: str) -> None:
    """A BOM, the lines and the encoding of Windows are read; so is a file without a word."""
    (tmp_path / "baozhai.toml").write_bytes('paper = "云岭日报"\r\nmust = ["医保、药店、门诊"]\r\n'.encode(encoding))
    assert load_profile(tmp_path) == Profile("云岭日报", must=("医保、药店、门诊",))
    (tmp_path / "baozhai.toml").write_bytes(b"")
    assert load_profile(tmp_path) == Profile()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('papper = "云岭日报"', "there is no key 'papper'; write 'paper'"),
        (
            "colour = 1",
            "there is no key 'colour'; the keys are paper, domains, sentences, chars, formats, must, never",
        ),
        ("chars = 0", "chars is 0; write a number above 0"),
        ("sentences = true", "sentences is True; write a number above 0"),
        ('must = "云雾尖"', 'must is \'云雾尖\'; write a list such as ["…", "…"]'),
        ("chars = 9\nsentences = 9", "it sets both sentences and chars; keep one of them"),
        ("paper", "it is no TOML (Expected '=' after a key in a key/value pair"),
    ],
)
def test_slips(tmp_path: Path, text: str, line: str) -> None:
    """A slip is one line that ends in the cure."""
    (tmp_path / "baozhai.toml").write_text(text, "utf-8")
    with pytest.raises(InputError) as told:
        load_profile(tmp_path)
    assert str(told.value).startswith(line)
