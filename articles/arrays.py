"""A trained model's arrays: written by `make train`, loaded by what uses them, every one checked before it is used."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from math import prod
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

import numpy as np
import numpy.typing as npt
from numpy.lib import format as npy

from articles.errors import InputError
from articles.files import write_file

CURE = "run `make train`, or name a folder that `baozhai train` wrote"
# Of a file, and of all its arrays together: some twenty times what the corpus that comes with the house makes.
MOST_BYTES = 256 * 2**20
MOST_HEADER = 10_000  # characters of what says an array's type and shape
LARGEST = 1e6  # of any weight: what is larger no training makes
READERS = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}

Array = npt.NDArray[Any]
# Of each array its types, and how many it holds along each axis: a name stands for the same number wherever it stands.
Shapes = Mapping[str, tuple[str, tuple[str, ...]]]
FLOATS, WHOLE, BYTES, TEXTS = "f2 f4 f8", "u4 u8", "u1", "U"


def load_arrays(path: Path, version: int, shapes: Shapes) -> dict[str, Array]:
    """The arrays of an npz file, by their types and shapes; raises InputError where it is missing, of another version,
    or holds anything else. Nothing is unpacked before its size is known to be right.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadZipFile
        with ZipFile(path) as packed:
            _check_directory(packed, {"version", *shapes})
            if int(_array(packed, "version", "i8 i4", ())) != version:
                raise InputError(f"{path}: it is of another version", CURE)
            arrays = {name: _array(packed, name, types, axes) for name, (types, axes) in shapes.items()}
    except FileNotFoundError:
        raise InputError(f"{path}: it is missing", CURE) from None
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, BadZipFile, zlib.error, struct.error, MemoryError):
        raise broken(path) from None
    sizes: dict[str, int] = {}
    for name, (_, axes) in shapes.items():
        if any(sizes.setdefault(axis, size) != size for axis, size in zip(axes, arrays[name].shape, strict=True)):
            raise broken(path)
    return arrays


def broken(path: Path) -> InputError:
    """The error of a file that holds no model, or not all of one."""
    return InputError(f"{path}: it is broken", CURE)


def write_arrays(path: Path, version: int, arrays: Mapping[str, Array]) -> Path:
    """Writes an npz file, all of it or nothing, the same bytes for the same arrays.

    Nothing is packed: the file would be half as large, and unpacking it takes a tenth of a short call.
    """
    out = BytesIO()
    np.savez(out, version=np.array(version), **arrays)  # type: ignore[arg-type]
    write_file(path, out.getvalue())
    return path


def _check_directory(packed: ZipFile, names: set[str]) -> None:
    """Raise BadZipFile where a zip holds other files than the arrays', one twice, or more than a model has."""
    files = packed.infolist()
    plain = all(one.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not one.flag_bits & 1 for one in files)
    if not plain or sorted(one.filename for one in files) != sorted(f"{name}.npy" for name in names):
        raise BadZipFile
    if sum(one.file_size for one in files) > MOST_BYTES:
        raise BadZipFile


def _array(packed: ZipFile, name: str, types: str, axes: tuple[str, ...]) -> Array:
    """An array of one of the types and so many axes, all of it finite; raises ValueError for another."""
    size = packed.getinfo(f"{name}.npy").file_size
    with packed.open(f"{name}.npy") as file:
        shape, kind = _header(file)
        fits = kind.str[1:] in types.split() or (types == TEXTS and kind.kind == "U" and kind.itemsize > 0)
        length = prod(shape) * kind.itemsize
        if not fits or len(shape) != len(axes) or min(shape, default=1) < 1 or length != size - file.tell():
            raise ValueError(name)
        data = file.read()
    if len(data) != length:
        raise ValueError(name)
    array: Array = np.frombuffer(data, kind).reshape(shape)
    if kind.kind == "f" and not _largest(array) <= LARGEST:
        raise ValueError(name)
    if kind.kind == "U":
        _check_texts(array)
    return array


def _header(file: IO[bytes]) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """The shape and the type of an array in the order of C; raises ValueError for any other."""
    shape, backwards, kind = READERS[npy.read_magic(file)](file, max_header_size=MOST_HEADER)
    if backwards or kind.hasobject or kind.byteorder == ">" or any(type(size) is not int for size in shape):
        raise ValueError
    return shape, kind


def _largest(array: Array) -> float:
    """The largest magnitude; not a number where one of them is none."""
    if array.dtype.itemsize > 2:
        return float(np.abs(array).max())
    bits = (array.view(np.uint16) & 0x7FFF).max()  # which rise as magnitudes do, at a tenth of the cost
    return float(bits.view(np.float16))


def _check_texts(array: Array) -> None:
    """Raise ValueError where texts are none, or one stands there twice."""
    points = array.view(np.uint32)
    if points.max() > 0x10FFFF or ((points >= 0xD800) & (points < 0xE000)).any():
        raise ValueError
    texts = array.tolist()
    if "" in texts or len(set(texts)) != len(texts):
        raise ValueError
