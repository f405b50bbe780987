"""A trained model's arrays: written by `make train`, loaded by what uses them."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from articles.errors import InputError
from articles.files import write_file

CURE = "run `make train`, or name a folder that `baozhai train` wrote"


def load_arrays(path: Path, version: int, names: tuple[str, ...]) -> dict[str, npt.NDArray[Any]]:
    """The named arrays of an npz file; raises InputError where it is missing, broken or of another version."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            if int(arrays["version"]) != version:
                raise InputError(f"{path}: it is of another version", CURE)
            return {name: arrays[name] for name in names}
    except FileNotFoundError:
        raise InputError(f"{path}: it is missing", CURE) from None
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        raise InputError(f"{path}: it is broken", CURE) from None


def write_arrays(path: Path, version: int, arrays: Mapping[str, npt.NDArray[Any]]) -> Path:
    """Writes an npz file, all of it or nothing, the same bytes for the same arrays."""
    out = BytesIO()
    np.savez_compressed(out, version=np.array(version), **arrays)  # type: ignore[arg-type]
    write_file(path, out.getvalue())
    return path
