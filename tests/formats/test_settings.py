"""Settings: TOML as any editor saves it."""

import tomllib
from pathlib import Path

import pytest

from articles.errors import InputError
from formats.settings import read_settings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_encoding_gives_the_same(tmp_path: Path, encoding: str) -> None:
    """A BOM, the line ends and the encodings of Windows change nothing."""
    path = tmp_path / "a.toml"
    path.write_bytes('paper = "云岭日报"\r\nmust = ["医保、药店、门诊"]\r\n'.encode(encoding))
    assert read_settings(path) == {"paper": "云岭日报", "must": ["医保、药店、门诊"]}


def test_what_is_none(tmp_path: Path) -> None:
    """An empty file says nothing; what is no TOML, no text or not there is told apart."""
    path = tmp_path / "a.toml"
    with pytest.raises(OSError, match="No such file"):
        read_settings(path)
    path.write_bytes(b"")
    assert read_settings(path) == {}
    path.write_bytes("报纸：云岭日报".encode())
    with pytest.raises(tomllib.TOMLDecodeError):
        read_settings(path)
    path.write_bytes(bytes(range(1, 32)) * 9)
    with pytest.raises(InputError, match="binary"):
        read_settings(path)
