"""What a case does to the machine is seen, by whatever way it does it."""

import io
import pickle
import socket
import subprocess
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from articles.arrays import FLOATS, load_arrays
from articles.errors import InputError
from tests.attack.watch import watched


class Bomb:
    """What writes a file when it is unpacked."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, (str(self.path), "w")


def test_what_is_done_outside_is_seen(tmp_path: Path) -> None:
    """A file written, moved or removed outside the folder, a program, a connection, an object unpacked."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()

    def connect() -> None:
        with socket.socket() as one, suppress(OSError):
            one.connect(("127.0.0.1", 9))

    packed = pickle.dumps(Bomb(inside / "a"))
    for deed in (
        lambda: outside.write_text("a"),
        lambda: outside.rename(tmp_path / "other"),
        lambda: (tmp_path / "other").unlink(),
        lambda: subprocess.run(["true"], check=True),
        lambda: pickle.loads(packed),
        connect,
    ):
        with pytest.raises(AssertionError), watched(inside):
            deed()
    with watched(inside):
        (inside / "b").write_text("b")


def test_a_model_file_runs_no_code(tmp_path: Path) -> None:
    """An object packed in an array is refused before it is unpacked, wherever in the file it stands."""
    path, mark = tmp_path / "a.npz", tmp_path / "mark"
    for name in ("version", "weights", "more"):
        arrays = {"version": np.array(1), "weights": np.zeros(2), name: np.array([Bomb(mark)], object)}
        out = io.BytesIO()
        np.savez(out, **arrays)  # type: ignore[arg-type]
        path.write_bytes(out.getvalue())
        with watched(tmp_path / "nothing"), suppress(InputError):
            assert load_arrays(path, 1, {"weights": (FLOATS, ("features",))})["weights"].tolist() == [0, 0]
        assert not mark.exists()
