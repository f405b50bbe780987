"""The one kind of error that a user sees: a line that says what is wrong and what to do."""


class InputError(Exception):
    """A fault of the input, told to the user on one line: what is wrong; what to do.

    >>> str(InputError("the file is empty", "send the page again"))
    'the file is empty; send the page again'
    """

    def __init__(self, wrong: str, cure: str) -> None:
        super().__init__(f"{wrong}; {cure}")
