"""Small laid out pages for tests: columns of lines, headlines, rules."""

from articles.layout import Box, Layout, Line

SIZE, LEADING, WIDTH = 10.0, 15.0, 150.0


def line(text: str, left: float, top: float, size: float = SIZE, vertical: bool = False) -> Line:
    """A line of full-width characters at a place."""
    wide, high = (size, size * len(text)) if vertical else (size * len(text), size)
    return Line(text, Box(left, top, left + wide, top + high), size, vertical=vertical)


def column(paragraphs: tuple[str, ...], left: float, top: float, width: float = WIDTH) -> list[Line]:
    """Paragraphs set in a column, each opened by an indent of two characters."""
    lines: list[Line] = []
    for text in paragraphs:
        room, at = int(width / SIZE), 0
        first = True
        while at < len(text):
            indent = 2 if first else 0
            piece = text[at : at + room - indent]
            lines.append(line(piece, left + indent * SIZE, top + len(lines) * LEADING))
            at, first = at + len(piece), False
    return lines


def layout(*lines: Line, rules: tuple[Box, ...] = (), frames: tuple[Box, ...] = ()) -> Layout:
    """A broadsheet with these lines."""
    return Layout(1000, 1400, lines, rules, frames)
