"""Characters become lines where they stand beside or under each other in one size."""

from formats.pdf.lines import Char, join_chars


def row(text: str, left: float, base: float, size: float = 10.0, step: float = 10.0) -> list[Char]:
    """Characters beside each other."""
    return [Char(char, left + step * at, base, left + step * at + size, size) for at, char in enumerate(text)]


def test_what_stands_apart_is_another_line() -> None:
    """Off the base line, beyond a gutter, or in another size."""
    chars = [*row("青水河", 50, 500), *row("大桥", 80, 504), *row("封闭", 115, 504), *row("大修", 135, 504, 14)]
    assert [text for text, *_ in join_chars(iter(chars))] == ["青水河", "大桥", "封闭", "大修"]


def test_a_line_runs_downwards_from_its_second_character() -> None:
    """It is told, and its box is one character wide."""
    chars = [char for at, one in enumerate("东门大桥") for char in row(one, 50, 500 - 11 * at)]
    ((text, box, size, down),) = join_chars(iter(chars))
    assert (text, size, down) == ("东门大桥", 10, True)
    assert (box[0], box[2]) == (50, 60)


def test_white_between_characters_is_a_blank() -> None:
    """More than is usual in the line."""
    assert next(join_chars(iter([*row("新馆", 50, 500), *row("开馆", 74, 500)])))[0] == "新馆 开馆"
    assert next(join_chars(iter(row("新馆开馆", 50, 500, step=14))))[0] == "新馆开馆"
