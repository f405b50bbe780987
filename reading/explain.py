"""A reading for human eyes: its articles, what belongs to none, and why each block is where it is."""

from collections.abc import Iterator, Sequence

from formats.shown import one_field, show_article
from reading.reading import BlockTrace, Reading

SHORT = 30


def show(reading: Reading) -> Iterator[str]:
    """The articles, a line a field and a paragraph, then what belongs to none."""
    for article in reading.articles:
        yield from show_article(article)
    yield from (f"〔版面〕{one_field(block)}" for block in reading.furniture)
    yield from (f"〔重复〕{one_field(block)}" for block in reading.duplicates)


def explain(reading: Reading) -> Iterator[str]:
    """Page by page how torn it was found, and block by block what each was taken for, where it went, and why."""
    for page in reading.pages:
        tears = page.reading.tears
        yield (
            f"page {page.number}: of {tears.texts} texts {tears.joined} carry on another, {tears.moved} moved, "
            f"{tears.open} break off"
        )
        yield from _explain(page.reading.traces)


def _explain(traces: Sequence[BlockTrace]) -> Iterator[str]:
    for number, trace in enumerate(traces, 1):
        text = trace.text if len(trace.text) <= SHORT else f"{trace.text[: SHORT // 2]}…{trace.text[-SHORT // 3 :]}"
        yield f"{number:4d}  {trace.role:<9}  {trace.article or '-':<20}  {_printable(text)}"
        yield f"{'':17}  {_printable(trace.why)}"


def _printable(text: str) -> str:
    """A text on one line, with nothing in it that a terminal would obey."""
    return "".join(char if char.isprintable() else "⏎" if char == "\n" else "\ufffd" for char in text)
