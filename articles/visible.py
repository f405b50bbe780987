"""Text as it can be shown: what a format cannot hold is made visible, never dropped and never obeyed."""

from articles.expressions import expression

# XML 1.0 §2.2 Char, turned round; HTML, SVG, Word, Excel and mail hold no more than XML does.
UNHELD = expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")
# Halves of characters, which UTF-8 cannot hold, stand in names of files for bytes that are no UTF-8.
NOT_IN_LINES = expression("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def as_line(text: str) -> str:
    """A name, or a line about one, on one line and as UTF-8 can hold it: each control or half character is U+FFFD.

    >>> as_line("2025\\n第\\udcb51版.txt")
    '2025�第�1版.txt'
    """
    return NOT_IN_LINES.sub("\ufffd", text)


def visible(text: str) -> str:
    """The text with each character that XML 1.0 cannot hold, or that is a control, as U+FFFD, and line ends as LF.

    >>> visible("a\\x00b\\x1bc\\r\\nd")
    'a�b�c\\nd'
    """
    return UNHELD.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
