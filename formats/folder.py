"""What lies under a folder; nothing in it is opened, and nothing is passed over in silence."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from articles.errors import Failure, InputError, Notice
from articles.visible import as_line

# Word keeps a file beginning with ~$ beside one that it has open.
HIDDEN = (".", "~$")
LINK = InputError("a link to a folder is not followed", "name that folder too")
Tell = Callable[[Failure], None]


def shown_folder(folder: Path) -> Path:
    """The one folder that is shown so: of a name in other bytes than UTF-8 a source has what can be shown of it."""
    if folder.is_dir() or folder == folder.parent:
        return folder
    with suppress(OSError):
        found = [one for one in shown_folder(folder.parent).iterdir() if as_line(one.name) == folder.name]
        return found[0] if len(found) == 1 else folder
    return folder


def files_under(folder: Path, tell: Tell) -> list[Path]:
    """All under a folder that is no folder itself, in sorted order; hidden files are left out.

    Pipes, devices and links that lead nowhere are among them: whoever reads them tells. tell: called with a failure for
    each folder that cannot be looked into, and with a notice for each link to one, which might lead in a circle.
    """
    files, waiting = [], [folder]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                found = sorted((place / entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
        except OSError as error:
            wrong = InputError(f"this folder cannot be looked into ({error.strerror})", "check its permissions")
            tell(Failure(str(place), wrong))
            continue
        waiting += (path for path, is_folder in found if is_folder)
        for path in (path for path, is_folder in found if not is_folder and not path.name.startswith(HIDDEN)):
            if os.path.isdir(path):
                tell(Notice(str(path), LINK))
            else:
                files.append(path)
    return sorted(files)
