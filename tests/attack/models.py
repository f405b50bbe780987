"""Model files: arrays that are gone, of another shape, type or size, or full of what is no number; and broken files."""

import io
import json
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import numpy as np
from hypothesis import strategies as st

from baozhai.places import MODELS
from tests.attack.case import Case, Kind
from tests.attack.command import answer
from tests.attack.damage import BYTE_WOUNDS, SHARE, damaged, json_wounds
from tests.reading.test_issue import FRONT

FILES = sorted(path.name for path in MODELS.iterdir() if path.suffix in (".npz", ".json"))
SMALL = [name for name in FILES if (MODELS / name).stat().st_size < 5000]
BOMB = 150_000_000  # bytes of zeros
HEADER = b"\x93NUMPY\x01\x00"
TYPES = ("f2", "f4", "f8", "i1", "i8", "u4", "u8", "c8", "U3", "S3", "?", "M8[s]", "V4")
HARMS = (
    *("gone", "twice", "scalar", "text", "flat", "tall", "none", "shorter", "longer", "backwards", "equal", "nan"),
    *("inf", "huge", "low", "high", "bomb", "vast", "header", "pickle", "version", *TYPES),
)


def npy(array: Any, pickled: bool = False) -> bytes:
    """An array as a file."""
    out = io.BytesIO()
    np.save(out, array, allow_pickle=pickled)
    return out.getvalue()


@cache
def parts(name: str) -> dict[str, bytes]:
    """The arrays of a model file, each as a file."""
    with ZipFile(MODELS / name) as file:
        return {part: file.read(part) for part in file.namelist()}


@cache
def bomb() -> bytes:
    return npy(np.zeros(BOMB, "u1"))


def harmed(data: bytes, harm: str, at: float) -> bytes:
    """An array's file with one harm done to it."""
    array = np.load(io.BytesIO(data))
    with np.errstate(all="ignore"):
        match harm:
            case "scalar":
                return npy(np.array(1))
            case "text":
                return npy(np.array("a"))
            case "flat":
                return npy(array.reshape(-1))
            case "tall":
                return npy(array.reshape(-1, 1))
            case "none":
                return npy(array.reshape(-1)[:0])
            case "shorter":
                return npy(array.reshape(-1)[: round(at * array.size)])
            case "longer":
                return npy(np.concatenate([array.reshape(-1)] * 2))
            case "backwards":
                return npy(array[::-1] if array.ndim else array)
            case "equal":
                return npy(np.full_like(array, array.reshape(-1)[0]))
            case "nan" | "inf" | "huge" if array.dtype.kind == "f":
                copy = np.atleast_1d(array.copy())
                copy.reshape(-1)[round(at * (copy.size - 1))] = {"nan": np.nan, "inf": np.inf, "huge": -6e4}[harm]
                return npy(copy.reshape(array.shape))
            case "low" | "high" if array.dtype.kind in "ui":
                info = np.iinfo(array.dtype)
                return npy(np.full_like(array, info.min if harm == "low" else info.max))
            case "bomb":
                return bomb()
            case "vast":
                said = b"{'descr': '<f8', 'fortran_order': False, 'shape': (10000000000000,), }"
                return HEADER + (len(said) + 1).to_bytes(2, "little") + said + b"\n" + bytes(64)
            case "header":
                return HEADER + (65535).to_bytes(2, "little") + b"(" * 65535
            case "pickle":
                return npy(np.array([{}], object), pickled=True)
            case _ if harm in TYPES:
                return _cast(array, harm)
    return data[: round(at * len(data))]


def _cast(array: Any, kind: str) -> bytes:
    try:
        return npy(array.astype(kind))
    except (TypeError, ValueError):
        return npy(np.zeros(array.shape, kind))


def packed(name: str, harm: str, which: float, at: float, how: int) -> bytes:
    """A model file with one of its arrays harmed."""
    arrays = parts(name)
    part = list(arrays)[round(which * (len(arrays) - 1))]
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED if harm == "bomb" else how, compresslevel=1) as file:
        for one, data in arrays.items():
            if one != part:
                file.writestr(one, data)
            elif harm == "version":
                file.writestr("version.npy", npy(np.array([1, 2])))
            elif harm != "gone":
                file.writestr(one, data if harm == "twice" else harmed(data, harm, at))
                if harm == "twice":
                    file.writestr(one.removesuffix(".npy"), data)
    return out.getvalue()


def _of(name: str) -> st.SearchStrategy[Case]:
    """Cases of one file of the models: broken bytes, or whole ones that say the wrong thing."""
    whole = st.builds(damaged, st.just((MODELS / name).read_bytes()), BYTE_WOUNDS)
    if name.endswith(".json"):
        card = json.loads((MODELS / name).read_text("utf-8"))
        said = st.one_of(json_wounds(card).map(json.dumps), st.just('{"version":' + "[" * 100_000))
        return st.builds(Case, st.just(name), st.just(".json"), st.one_of(whole, said.map(str.encode)))
    how = st.sampled_from([ZIP_STORED, ZIP_DEFLATED])
    arrays = st.builds(packed, st.just(name), st.sampled_from(HARMS), SHARE, SHARE, how)
    return st.builds(Case, st.just(name), st.just(".npz"), st.one_of(arrays, arrays, whole))


def check(case: Case, folder: Path) -> None:
    """The models are used, or one line says that they cannot be and to run make train."""
    models, page = folder / "models", folder / "2025-03-15-p01.txt"
    models.mkdir()
    for path in MODELS.iterdir():
        if path.name != case.how:
            (models / path.name).symlink_to(path)
    (models / case.how).write_bytes(case.data)
    page.write_text(FRONT, "utf-8")
    for verb in ("classify", "summarize"):
        done = answer(verb, str(page), "--models", str(models))
        if done.exit_code:
            (line,) = done.stderr.splitlines()
            assert case.how in line, line
            assert "make train" in line, line


MODEL_FILES = Kind("models", st.sampled_from(SMALL * 4 + FILES).flatmap(_of), check, 12)
