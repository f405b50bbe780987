"""Text as it can be shown: what a format cannot hold is made visible, never dropped and never obeyed."""

from articles.expressions import expression

# XML 1.0 §2.2 Char, turned round; HTML, SVG, Word, Excel and mail hold no more than XML does.
UNHELD = expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")


def visible(text: str) -> str:
    """The text with each character that XML 1.0 cannot hold, or that is a control, as U+FFFD, and line ends as LF.

    >>> visible("a\\x00b\\x1bc\\r\\nd")
    'a�b�c\\nd'
    """
    return UNHELD.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
