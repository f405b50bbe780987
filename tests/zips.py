"""Small zip files, and Word's, which are zips, with no more in them than they need."""

import io
from collections.abc import Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def zipped(files: Mapping[str, bytes], how: int = ZIP_DEFLATED) -> bytes:
    """A zip of files by their names."""
    out = io.BytesIO()
    with ZipFile(out, "w", how) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return out.getvalue()


def sheet(*rows: Sequence[str]) -> bytes:
    """An Excel file of one sheet."""
    out = io.BytesIO()
    with Workbook(out) as book:
        table = book.add_worksheet()
        for number, row in enumerate(rows):
            table.write_row(number, 0, row)
    return out.getvalue()


def word(*texts: str) -> bytes:
    """A Word document of plain paragraphs."""
    return word_of("".join(map(line, texts)))


def word_of(body: str, namespaces: str = f"{W} {MC}", head: str = "", **parts: str) -> bytes:
    """A Word document from the XML of its body, and of other parts by their names."""
    main = f"{head}<w:document {namespaces}><w:body>{body}</w:body></w:document>"
    files = {"document": main, **parts}
    return zipped({f"word/{name}{'' if '.' in name else '.xml'}": part.encode() for name, part in files.items()})


def run(text: str, looks: str = "") -> str:
    """A run of text, and how it looks."""
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


def line(text: str, looks: str = "") -> str:
    """A paragraph, and how it looks."""
    return f"<w:p><w:pPr>{looks}</w:pPr>{run(text)}</w:p>"
