"""Zip files, which Word's and Excel's files are too: opened in memory, without trust in what they say of themselves."""

import io
import zlib
from collections.abc import Iterable, Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from articles.errors import InputError
from articles.visible import visible
from formats.encoding import decoded_name

MOST_FILES, MOST_BYTES = 2_000, 500_000_000
# Text packs to a tenth; only what is made to fill a machine packs to a two-hundredth, small files apart.
MOST_RATIO, SMALL = 200, 10_000_000
# What opens a line of the directory. Files that lie in it unpacked may be zips themselves and have such lines.
LINE, MOST_LINES = b"PK\x01\x02", 10 * MOST_FILES
CHUNK = 1 << 20
LOCKED, IN_UTF8 = 0x1, 0x800
BROKEN = ("it is no zip, or a broken one", "fetch it again, or pack it again")
FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, IndexError)


class Packed:
    """The files in a zip, by their names as shown; raises InputError where it is broken, or made to fill a machine."""

    def __init__(self, data: bytes) -> None:
        if not data:
            raise InputError("the file is empty", "fetch it again")
        if data.count(LINE) > MOST_LINES:
            raise InputError("it holds more than 2,000 files", "pack them in several")
        try:
            self._file = ZipFile(io.BytesIO(data))
        except (*FAULTS, OverflowError):
            raise InputError(*BROKEN) from None
        # A file may have no name at all, which is_dir() does not take.
        found = [info for info in self._file.infolist() if not info.filename.endswith("/")]
        if len(found) > MOST_FILES:
            raise InputError("it holds more than 2,000 files", "pack them in several")
        if sum(info.file_size for info in found) > MOST_BYTES:
            raise InputError("it holds more than 500 MB", "pack its files in several")
        self.files = _by_name(found)

    @property
    def locked(self) -> bool:
        """Whether a password is asked for every file."""
        return bool(self.files) and all(info.flag_bits & LOCKED for info in self.files.values())

    def read(self, name: str) -> bytes:
        """The bytes of a file; raises InputError where they cannot be had, KeyError where there is none."""
        info = self.files[name]
        if info.flag_bits & LOCKED:
            raise InputError("it is locked by a password", "pack it without one")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise InputError("it is packed in a way that is not read", "pack it as a plain .zip")
        if info.file_size > max(SMALL, MOST_RATIO * info.compress_size):
            raise InputError("it unpacks to more than 200 times its size", "give the file itself, if you trust it")
        try:
            # A chunk at a time: what a file unpacks to beyond what it says is never unpacked.
            with self._file.open(info) as part:
                return b"".join(iter(lambda: part.read(CHUNK), b""))
        except FAULTS:
            raise InputError("it is broken", "pack it again") from None


def _by_name(found: Iterable[ZipInfo]) -> Mapping[str, ZipInfo]:
    """Files by their names as shown; a name that comes again is shown in a folder, so that none is lost."""
    files: dict[str, ZipInfo] = {}
    for info in found:
        name = shown_name(info)
        while name in files:
            name = f"again/{name}"
        files[name] = info
    return files


def names_in(data: bytes) -> frozenset[str]:
    """The names of the files in a zip, none where it cannot be read."""
    try:
        return frozenset(Packed(data).files)
    except InputError:
        return frozenset()


def shown_name(info: ZipInfo) -> str:
    r"""A file's name as it is shown: in the encoding of who packed it, without what would climb out of a folder.

    >>> shown_name(ZipInfo("../../C:\\a.txt")), shown_name(ZipInfo("版面".encode("gbk").decode("cp437") + ".txt"))
    ('C:/a.txt', '版面.txt')
    """
    parts = _decoded(info).replace("\\", "/").split("/")
    return " ".join(visible("/".join(part for part in parts if part not in ("", ".", ".."))).splitlines())


def _decoded(info: ZipInfo) -> str:
    """A name that is not marked as UTF-8 is in that of the machine where the file was packed."""
    if info.flag_bits & IN_UTF8 or info.filename.isascii():
        return info.filename
    try:
        return decoded_name(info.filename.encode("cp437"), info.filename)
    except UnicodeEncodeError:  # a second name in the file, which is always UTF-8
        return info.filename
