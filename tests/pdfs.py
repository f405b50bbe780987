"""Small PDF files written by hand: pages of type, rules and pictures, and files that are made to be bad."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from articles.layout import Layout, Line
from reading.train.typesetter.galley import ems

# Of an em: how far the base line stands over the foot of a line's box.
DESCENT = 0.12
# Chinese type that no file needs to hold: programs know its characters, an em wide, and half of one for ASCII.
FONTS = (
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font"
    " /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>] >>",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its content stream, more entries of its dictionary, its fonts and forms by name as objects."""

    content: str
    entries: str = ""
    width: float = 600
    height: float = 800
    fonts: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # entries of its dictionary, its content


def pdf(*sheets: Sheet | str, trailer: str = "", parent: str = "", extra: Sequence[str] = ()) -> bytes:
    """A file of some pages.

    trailer, parent: more entries of the file's trailer, of the tree of pages; extra: objects, numbered from 5.
    """
    bodies: list[str] = ["<< /Type /Catalog /Pages 2 0 R >>", "", *FONTS, *extra]

    def add(body: str) -> int:
        bodies.append(body)
        return len(bodies)

    kids = []
    for sheet in (Sheet(one) if isinstance(one, str) else one for one in sheets):
        fonts = {"F1": "3 0 R", "F2": "4 0 R"} | {name: f"{add(font)} 0 R" for name, font in sheet.fonts.items()}
        both = f"/Font << {_entries(fonts)} >>"
        forms = {
            name: f"{add(_stream(content, f'/Type /XObject {entries} /Resources << {both} >>'))} 0 R"
            for name, (entries, content) in sheet.forms.items()
        }
        resources = f"<< {both} /XObject << {_entries(forms)} >> >>"
        box = "" if parent else f"/MediaBox [0 0 {sheet.width} {sheet.height}]"
        stream = add(_stream(sheet.content))
        kids.append(
            add(f"<< /Type /Page /Parent 2 0 R {box} {sheet.entries} /Resources {resources} /Contents {stream} 0 R >>")
        )
    bodies[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] {parent} >>"
    return _file(bodies, trailer)


def _entries(named: Mapping[str, str]) -> str:
    return " ".join(f"/{name} {value}" for name, value in named.items())


def _stream(content: str, entries: str = "") -> str:
    return f"<< /Length {len(content)} {entries} >>\nstream\n{content}\nendstream"


def _file(bodies: Sequence[str], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    start = len(data)
    end = f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def say(text: str, x: float, y: float, size: float = 12, mode: int = 0) -> str:
    """A line of type from a point on its base line, as the content of a page; mode: 3 for one that is not seen."""
    return f"BT {mode} Tr /F2 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def latin(text: str, x: float, y: float, size: float = 12) -> str:
    """The same in Helvetica."""
    text = re.sub(r"[()\\\\]", r"\\\g<0>", text)
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"


def printed(*layouts: Layout) -> bytes:
    """Layouts as a file: each character in its place, as papers are printed, rules and frames drawn."""
    return pdf(*sheets(*layouts))


def sheets(*layouts: Layout) -> list[Sheet]:
    """The same as pages, to be turned or added to."""
    return [Sheet("".join(_drawn(layout)), "", layout.width, layout.height) for layout in layouts]


def _drawn(layout: Layout) -> Iterator[str]:
    for line in layout.lines:
        yield from _set(line, layout.height)
    for box in (*layout.rules, *layout.frames):
        corner = f"{box.left:.2f} {layout.height - box.bottom:.2f}"
        thin = min(box.width, box.height) < 2
        yield f"0.5 w {corner} {box.width:.2f} {box.height:.2f} re {'f' if thin else 'S'}\n"


def _set(line: Line, height: float) -> Iterator[str]:
    """A line, character by character, spread over its box."""
    size = line.size
    wide = sum(map(ems, line.text)) * size
    slack = 0.0 if line.vertical or len(line.text) < 2 else (line.box.width - wide) / (len(line.text) - 1)
    x, y = line.box.left, height - line.box.bottom + DESCENT * size
    if line.vertical:
        y = height - line.box.top - size + DESCENT * size
    for char in line.text:
        yield (latin if char.isascii() else say)(char, round(x, 2), round(y, 2), size)
        x, y = (x, y - size) if line.vertical else (x + ems(char) * size + slack, y)


# Nobody's password opens it.
LOCKED = pdf(
    latin("Nobody reads this", 50, 700),
    trailer=f"/ID [<{'0' * 32}> <{'0' * 32}>]"
    f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>",
)
# A picture of one grey point.
IMAGE = {"I": ("/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")}
PICTURE = Sheet("q 400 0 0 400 100 100 cm /I Do Q", forms=IMAGE)
