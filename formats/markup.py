"""Paragraphs of a story that comes as HTML, in a feed or in a cell of a list, or as plain text."""

import re

from articles.expressions import expression
from formats.plain import plain

TAGGED = expression(r"</?(?:p|br|div|span|section|h\d|li|strong|a|img)\b[^<>]*>", re.IGNORECASE)
# White space of two characters in the midst of a text is what is left of the indent of a paragraph.
BREAK = expression(r"[\r\n\v\f\x85\u2028\u2029]+|[\u3000\u2003]{2,}")
SPACES = expression(r"[ \t\r\n\f]+")
BLOCKS = "p, div, section, article, blockquote, h1, h2, h3, h4, h5, h6, ul, ol, li, table, tr, figure, figcaption, pre"
UNSEEN = "script, style, template, noscript, iframe, head"


def is_tagged(text: str) -> bool:
    """Whether a text is HTML."""
    return bool(TAGGED.search(text))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, which is made plain, white space around them taken off.

    >>> paragraphs("本报讯 春来了。\\n\\n　　农民下地。　　花开。")
    ('本报讯 春来了。', '农民下地。', '花开。')
    """
    return tuple(part for part in map(str.strip, BREAK.split(plain(text))) if part)


def tagged_paragraphs(html: str) -> tuple[str, ...]:
    """The paragraphs that a piece of HTML shows.

    >>> tagged_paragraphs("<p>春来了，<b>农民</b>\\n下地。<br>花开。</p><script>x</script>完&amp;了")
    ('春来了，农民 下地。', '花开。', '完&了')
    """
    from selectolax.lexbor import LexborHTMLParser  # imported when used: most lists are plain

    tree = LexborHTMLParser(SPACES.sub(" ", html))
    for node in tree.css(UNSEEN):
        node.decompose()
    for node in tree.css("br"):
        node.replace_with("\n")
    for node in tree.css(BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    return paragraphs(tree.body.text() if tree.body else "")
