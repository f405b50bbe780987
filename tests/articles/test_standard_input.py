"""Standard input: read once, told as often as it is asked for."""

from io import BytesIO, TextIOWrapper

import pytest

from articles import standard_input as room
from articles.errors import InputError
from articles.standard_input import let_go, read_input, spooled_input


def typed(monkeypatch: pytest.MonkeyPatch, raw: BytesIO) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(raw, "utf-8"))


def test_it_is_the_same_whenever_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """In memory or in a file; another standard input is another's."""
    for data in (b"", b"a", b"b" * (room.LONG + 1)):
        typed(monkeypatch, BytesIO(data))
        assert read_input() == data
        assert spooled_input().read() == data
        assert read_input() == data
    let_go()


def test_what_has_no_end_is_read_to_the_limit_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks again gets the same line at once."""

    class Endless(BytesIO):
        blocks = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.blocks += 1
            return b"x" * (size or 1)

    raw = Endless()
    monkeypatch.setattr(room, "MOST_BYTES", 3 * room.BLOCK)
    typed(monkeypatch, raw)
    for _ in range(2):
        with pytest.raises(InputError, match="larger than"):
            read_input()
    assert raw.blocks == 4


@pytest.mark.parametrize("step", ["write", "flush"])
def test_where_it_cannot_wait_is_told(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full: neither its sender nor its reader is to blame."""

    class Full(BytesIO):
        def close(self) -> None:
            super().close()
            full()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    setattr(Full, step, full)
    monkeypatch.setattr(room, "SpooledTemporaryFile", lambda size: Full())
    typed(monkeypatch, BytesIO(b"a"))
    for _ in range(2):
        with pytest.raises(InputError, match=r"no room for standard input in .*free some space there"):
            read_input()
    let_go()


@pytest.mark.parametrize("stdin", [None, "broken"])
def test_what_cannot_be_read_is_told(stdin: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the cure."""

    class Broken(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", stdin and TextIOWrapper(Broken(), "utf-8"))
    with pytest.raises(InputError, match="name a file, or pipe one in"):
        read_input()
