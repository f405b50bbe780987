"""What the reader learned: loaded, or told on one line."""

import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from articles.arrays import FLOATS, MOST_BYTES, TEXTS, WHOLE, load_arrays, write_arrays
from articles.errors import InputError

KEYS = {"keys": (WHOLE, ("keys",))}
BOTH = {**KEYS, "weights": (FLOATS, ("keys",)), "bias": (FLOATS, ())}
NAMED = {"names": (TEXTS, ("names",)), "weights": (FLOATS, ("names",))}
GOOD: dict[str, Any] = {
    "keys": np.arange(3, dtype=np.uint32),
    "weights": np.ones(3, np.float16),
    "bias": np.array(0.5),
}


@pytest.mark.parametrize(
    ("data", "wrong"), [(None, "is missing"), (b"", "is broken"), (b"PK\x03\x04", "is broken"), (b"\x93", "is broken")]
)
def test_a_model_that_cannot_be_read_is_one_line(tmp_path: Path, data: bytes | None, wrong: str) -> None:
    """A missing, empty, cut or foreign file is told with its cure."""
    path = tmp_path / "model.npz"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError, match=f"{wrong}; run `make train`, or name"):
        load_arrays(path, 1, KEYS)


def test_a_model_of_another_version_is_refused(tmp_path: Path) -> None:
    """Arrays that another version wrote are not read as ours, nor are those that lack one."""
    np.savez(tmp_path / "model.npz", version=2, keys=np.arange(3))
    with pytest.raises(InputError, match="of another version"):
        load_arrays(tmp_path / "model.npz", 1, KEYS)
    with pytest.raises(InputError, match="broken"):
        load_arrays(tmp_path / "model.npz", 2, KEYS | {"weights": (FLOATS, ("keys",))})


def test_arrays_come_back_as_they_were_written(tmp_path: Path) -> None:
    """Of every type and shape that a model has."""
    found = load_arrays(write_arrays(tmp_path / "m.npz", 1, GOOD), 1, BOTH)
    assert all(np.array_equal(found[name], array) and found[name].dtype == array.dtype for name, array in GOOD.items())


@pytest.mark.parametrize(
    "harm",
    [
        {"bias": np.zeros(1)},
        {"bias": np.array(np.nan)},
        {"bias": np.array(1e300)},
        {"bias": np.array("0.5")},
        {"weights": np.ones(2, np.float16)},
        {"weights": np.ones((3, 1), np.float16)},
        {"weights": np.array([1, np.inf, 1], np.float32)},
        {"weights": np.array([1, -np.inf, 1], np.float16)},
        {"weights": np.array([1, np.nan, 1], np.float16)},
        {"weights": np.array([1, np.nan, 1], np.float64)},
        {"weights": np.array(["1", "2", "3"])},
        {"weights": np.ones(3, ">f4")},
        {"weights": np.ones(3, np.complex64)},
        {"weights": np.zeros(0, np.float32), "keys": np.zeros(0, np.uint32)},
        {"keys": np.arange(3)},
        {"keys": np.array([b"a", b"b", b"c"])},
        {"more": np.zeros(1)},
    ],
    ids=str,
)
def test_an_array_is_what_it_must_be_or_refused(tmp_path: Path, harm: dict[str, Any]) -> None:
    """Its type, its axes, its length beside the others', its numbers; and no other array stands beside it."""
    path = write_arrays(tmp_path / "m.npz", 1, GOOD | harm)
    with pytest.raises(InputError, match="is broken; run `make train`"):
        load_arrays(path, 1, BOTH)


@pytest.mark.parametrize("names", [["a", "a"], ["a", ""], ["a", "\ud800"]], ids=ascii)
def test_names_are_texts_and_each_stands_once(tmp_path: Path, names: list[str]) -> None:
    """A weight of a name that stands there twice would be lost without a word."""
    path = write_arrays(tmp_path / "m.npz", 1, {"names": np.array(names), "weights": np.ones(2, np.float32)})
    with pytest.raises(InputError, match="is broken"):
        load_arrays(path, 1, NAMED)


def zipped(path: Path, files: list[tuple[str, bytes]], **more: Any) -> Path:
    with zipfile.ZipFile(path, "w", **more) as packed:
        for name, data in files:
            packed.writestr(name, data)
    return path


def saved(array: Any) -> bytes:
    out = BytesIO()
    np.save(out, array, allow_pickle=True)
    return out.getvalue()


def header(shape: str, kind: str = "'<u4'", data: bytes = bytes(12)) -> bytes:
    """An array of three numbers whose header says what it likes."""
    text = f"{{'descr': {kind}, 'fortran_order': False, 'shape': {shape}, }}".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text + data


VERSION = ("version.npy", saved(np.array(1)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "files",
    [
        [VERSION, ("keys.npy", header("(10000000000000,)", "'<f8'"))],
        [VERSION, ("keys.npy", header("(10000000000000,)"))],
        [VERSION, ("keys.npy", header("(-3,)"))],
        [VERSION, ("keys.npy", header("(True,)", data=bytes(4)))],
        [VERSION, ("keys.npy", header("(4,)"))],
        [VERSION, ("keys.npy", header("(2,)"))],
        [VERSION, ("keys.npy", header("(3,)", "'|O'"))],
        [VERSION, ("keys.npy", header("(3,)", "[('a', '<u4')]"))],
        [VERSION, ("keys.npy", header("(3,)" + "(" * 500 + ")" * 500))],
        [VERSION, ("keys.npy", saved(np.array([{}, {}])))],
        [VERSION, ("keys.npy", b"\x93NUMPY\x03\x00" + bytes(20))],
        [VERSION, ("keys.npy", saved(GOOD["keys"])), ("keys.npy", saved(GOOD["keys"]))],
        [VERSION, ("../keys.npy", saved(GOOD["keys"]))],
        [("keys.npy", saved(GOOD["keys"]))],
        [("version.npy", saved(np.array("1"))), ("keys.npy", saved(GOOD["keys"]))],
        [("version.npy", saved(np.ones(2, np.int64))), ("keys.npy", saved(GOOD["keys"]))],
        [],
    ],
)
def test_a_header_that_lies_is_found_out(tmp_path: Path, files: list[tuple[str, bytes]]) -> None:
    """Of terabytes, of fewer than there are, of objects, of nests; a name twice, a folder, a version that is none."""
    with pytest.raises(InputError, match="is broken; run `make train`"):
        load_arrays(zipped(tmp_path / "m.npz", files), 1, KEYS)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(tmp_path: Path, method: int) -> None:
    """We write none of them, and they unpack to more."""
    path = zipped(tmp_path / "m.npz", [VERSION, ("keys.npy", saved(GOOD["keys"]))], compression=method)
    with pytest.raises(InputError, match="is broken"):
        load_arrays(path, 1, KEYS)


@pytest.mark.parametrize("says", ["true", "less"])
def test_a_bomb_is_never_unpacked(tmp_path: Path, says: str) -> None:
    """Six hundred megabytes of zeros, whatever the directory says of them, are refused in little memory."""
    path, zeros = tmp_path / "m.npz", bytes(2**20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(*VERSION)
        with packed.open("keys.npy", "w") as file:
            file.write(header(f"({2**29},)", data=b""))
            for _ in range(600):
                file.write(zeros)
    if says == "less":
        data, at = bytearray(path.read_bytes()), path.read_bytes().rindex(b"PK\x01\x02")
        struct.pack_into("<L", data, at + 24, 100)
        path.write_bytes(data)
    else:
        assert zipfile.ZipFile(path).getinfo("keys.npy").file_size > MOST_BYTES
    code = (
        "import resource, sys; from pathlib import Path; from articles.arrays import *\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: load_arrays(Path(sys.argv[1]), 1, {'keys': ('u4', ('keys',))})\n"
        "except InputError as error: print(error, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, sep='|')"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    told, _, grown = done.stdout.partition("|")
    assert "is broken" in told
    assert int(grown) * (1 if sys.platform == "darwin" else 1024) < 50 * 2**20


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_is_a_traceback(tmp_path: Path, seed: int) -> None:
    """Bytes changed or cut anywhere: the arrays as they were, or one line."""
    path, random = write_arrays(tmp_path / "m.npz", 1, GOOD), np.random.default_rng(seed)
    data = bytearray(path.read_bytes())
    for at in random.integers(0, len(data), 1 + seed % 3).tolist():
        data[at] = int(random.integers(256))
    path.write_bytes(data[: int(random.integers(len(data))) if seed % 5 == 0 else len(data)])
    try:
        found = load_arrays(path, 1, BOTH)
    except InputError:
        return
    assert all(np.array_equal(found[name], array) for name, array in GOOD.items())
