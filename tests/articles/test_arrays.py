"""What the reader learned: loaded, or told on one line."""

from pathlib import Path

import numpy as np
import pytest

from articles.arrays import load_arrays
from articles.errors import InputError


@pytest.mark.parametrize(
    ("data", "wrong"), [(None, "is missing"), (b"", "is broken"), (b"PK\x03\x04", "is broken"), (b"\x93", "is broken")]
)
def test_a_model_that_cannot_be_read_is_one_line(tmp_path: Path, data: bytes | None, wrong: str) -> None:
    """A missing, empty, cut or foreign file is told with its cure."""
    path = tmp_path / "model.npz"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError, match=f"{wrong}; run `make train`, or name"):
        load_arrays(path, 1, ("keys",))


def test_a_model_of_another_version_is_refused(tmp_path: Path) -> None:
    """Arrays that another version wrote are not read as ours, nor are those that lack one."""
    np.savez(tmp_path / "model.npz", version=2, keys=np.arange(3))
    with pytest.raises(InputError, match="of another version"):
        load_arrays(tmp_path / "model.npz", 1, ("keys",))
    with pytest.raises(InputError, match="broken"):
        load_arrays(tmp_path / "model.npz", 2, ("keys", "weights"))
