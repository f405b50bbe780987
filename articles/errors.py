"""What a user sees of a fault: a line that says what is wrong and what to do."""

from dataclasses import dataclass

from articles.visible import as_line


class InputError(Exception):
    """A fault of the input, told to the user on one line: what is wrong; what to do.

    >>> str(InputError("the file is empty", "send the page again"))
    'the file is empty; send the page again'
    """

    def __init__(self, wrong: str, cure: str) -> None:
        super().__init__(wrong, cure)
        self.wrong, self.cure = wrong, cure

    def __str__(self) -> str:
        return as_line(f"{self.wrong}; {self.cure}")


@dataclass(frozen=True, slots=True)
class Failure:
    """A part of an input that could not be read, among those that could."""

    source: str
    error: InputError

    def __str__(self) -> str:
        return as_line(f"{self.source}: {self.error}")

    def named(self) -> InputError:
        """The error with the source before it, to be raised where nothing else can be done."""
        return InputError(f"{self.source}: {self.error.wrong}", self.error.cure)


class Notice(Failure):
    """A line about an input that was read all the same: it is told, and no failure of the call."""

    __slots__ = ()
