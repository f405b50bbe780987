"""A small page of two stories in columns, as a layout and as a PDF file."""

from collections.abc import Iterator, Sequence

from articles.layout import Box, Layout, Line
from tests.three_stories import BRIDGE, LIBRARY

WIDTH, HEIGHT, SIZE, PITCH = 500.0, 700.0, 10.0, 15.0
LETTERS, GUTTER = 14, 10.0
HEADS = ("云岭市图书馆新馆开馆", "东门大桥封闭大修四个月")
BANNER = "要闻"


def layout() -> Layout:
    """The library in three columns over the bridge in two, a rule between them, a banner at the top."""
    lines = [
        Line(BANNER, Box(40, 20, 60, 30), SIZE),
        Line(HEADS[0], Box(40, 60, 340, 90), 30),
        *columns(LIBRARY, 110, 3),
        Line(HEADS[1], Box(40, 330, 304, 354), 24),
        *columns(BRIDGE, 370, 2),
    ]
    return Layout(WIDTH, HEIGHT, tuple(lines), (Box(40, 310, 480, 310.5),), (Box(350, 360, 480, 500),))


def columns(paragraphs: Sequence[str], top: float, count: int) -> Iterator[Line]:
    """Paragraphs in so many columns; each paragraph begins two letters in."""
    rows = [row for paragraph in paragraphs for row in _rows(f"　　{paragraph}")]
    high = -(-len(rows) // count)
    for at, row in enumerate(rows):
        text = row.lstrip("　")
        left = 40 + at // high * (LETTERS * SIZE + GUTTER)
        indent = (len(row) - len(text)) * SIZE
        y = top + at % high * PITCH
        yield Line(text, Box(left + indent, y, left + indent + len(text) * SIZE, y + SIZE), SIZE)


def _rows(text: str) -> list[str]:
    return [text[at : at + LETTERS] for at in range(0, len(text), LETTERS)]


def pdf(*pages: Layout) -> bytes:
    """The pages as a file, in type that no file needs to hold."""
    first = 5
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    ]
    for at, page in enumerate(pages):
        content = "".join(_drawn(page))
        bodies += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}]"
            f" /Resources << /Font << /F 3 0 R >> >> /Contents {first + 2 * at + 1} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    return "\n".join(["%PDF-1.7", *(f"{n} 0 obj\n{body}\nendobj" for n, body in enumerate(bodies, 1)), END]).encode()


# Without a table of its objects, which readers then look for.
END = "trailer << /Root 1 0 R >>\n%%EOF\n"


def _drawn(page: Layout) -> Iterator[str]:
    for line in page.lines:
        x, y = line.box.left, page.height - line.box.bottom + 0.12 * line.size
        yield f"BT /F {line.size} Tf {x} {y:.2f} Td <{line.text.encode('utf-16-be').hex()}> Tj ET\n"
    for box in page.rules:
        yield f"{box.left} {page.height - box.bottom} {box.width} {box.height} re f\n"
