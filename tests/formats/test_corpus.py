"""A corpus as offices keep it: no article of it is lost, and what is none is told."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from articles.corpus import Labelled
from articles.errors import Failure, InputError
from formats.corpus import read_corpus, read_printed

CASES = Path(__file__).parents[1] / "cases" / "44-train"
TWO = "# 桥\n\n## 大桥封闭\n\n大桥今起封闭大修。\n\n## 大桥通车\n\n副题：车流如织\n\n大桥今天通车。\n"
HEADS = ["标题", "正文", "领域"]
ROWS = [["大桥通车", "大桥今天通车。\n车流如织。", "城建"], ["", "义诊进村。", "卫生"], ["新馆开馆", "", "文化"]]


def headlines(seeds: Path) -> list[str]:
    """The headlines of the articles that are read."""
    return [article.headline for article in read_corpus(seeds)]


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A file in a folder that is made for it; gives the folder of the corpus."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path.parent.parent


def test_the_first_article_behind_a_bom_is_read() -> None:
    """A mark that an editor puts at the beginning is no part of the heading."""
    assert headlines(CASES / "bom-first-article-lost") == ["第一篇", "第二篇"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16", "gb18030"])
def test_any_editor_may_save_it(tmp_path: Path, encoding: str) -> None:
    """The encodings of Windows are read, line ends of any kind too."""
    seeds = write(tmp_path / "city" / "bridges.md", TWO.replace("\n", "\r\n"), encoding)
    assert read_corpus(seeds) == (
        Labelled("city", "bridges", "大桥封闭", ("大桥今起封闭大修。",)),
        Labelled("city", "bridges", "大桥通车", ("大桥今天通车。",), subhead="车流如织"),
    )


@pytest.mark.parametrize("mark", ["##", "## ", " ## ", "##\u3000", "＃＃"])
def test_headings_as_people_write_them(tmp_path: Path, mark: str) -> None:
    """With a blank or without, full-width, a little indented: it opens an article."""
    assert headlines(write(tmp_path / "city" / "a.md", TWO.replace("## ", mark))) == ["大桥封闭", "大桥通车"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 大桥封闭\n\n封闭大修。\n\n# 大桥通车\n\n今天通车。\n", ["大桥封闭", "大桥通车"]),
        ("大桥封闭\n\n封闭大修。\n\n工期四个月。\n", ["大桥封闭"]),
        ("大桥今起封闭大修，工期四个月。\n\n请绕行。\n", [""]),
        ("## 大桥封闭\n\n### 工期\n\n四个月。\n", ["大桥封闭"]),
    ],
)
def test_a_file_without_headings_of_the_second_level(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Headings of the first level open articles then; without any the file is one."""
    assert headlines(write(tmp_path / "city" / "a.md", text)) == expected


def test_a_text_is_an_article(tmp_path: Path) -> None:
    """A folder of .txt files for each domain, in the encodings of Windows too; folders of pages and dots are none."""
    write(tmp_path / "city" / "1.txt", "大桥通车\n\u3000\u3000大桥今天通车。\n", "gbk")
    write(tmp_path / "health" / "2.TXT", "义诊进村，三百人量了血压。")
    write(tmp_path / "pages" / "3.txt", "岚川日报")
    write(tmp_path / "health" / ".4.txt", "草稿")
    assert read_corpus(tmp_path) == (
        Labelled("city", "1", "大桥通车", ("大桥今天通车。",)),
        Labelled("health", "2", "", ("义诊进村，三百人量了血压。",)),
    )
    assert read_printed(tmp_path) == ()


def save(path: Path, heads: list[str], rows: list[list[str]]) -> Path:
    """A list in the format that its name says."""
    if path.suffix == ".xlsx":
        book = Workbook()
        for row in [heads, *rows]:
            book.active.append(row)
        book.save(path)
    elif path.suffix == ".jsonl":
        lines = (json.dumps(dict(zip(heads, row, strict=True)), ensure_ascii=False) for row in rows)
        path.write_text("\n".join(lines), "utf-8")
    else:
        cells = (",".join(f'"{cell}"' for cell in row) for row in [heads, *rows])
        path.write_bytes("\r\n".join(cells).encode("gbk"))
    return path


@pytest.mark.parametrize("name", ["my.csv", "my.xlsx", "my.jsonl"])
@pytest.mark.parametrize("label", ["领域", "label", "类别", "Category"])
def test_a_list_with_labels(tmp_path: Path, name: str, label: str) -> None:
    """CSV, Excel and JSON Lines; each row its own subject, a headline alone its text."""
    corpus = read_corpus(save(tmp_path / name, [*HEADS[:2], label], ROWS))
    assert [(one.domain, one.headline, one.body) for one in corpus] == [
        ("城建", "大桥通车", ("大桥今天通车。", "车流如织。")),
        ("卫生", "", ("义诊进村。",)),
        ("文化", "", ("新馆开馆",)),
    ]
    assert len({one.subject for one in corpus}) == 3


def test_lists_in_the_folder_are_read_too(tmp_path: Path) -> None:
    """What an office keeps as a list lies beside its folders."""
    write(tmp_path / "city" / "bridges.md", TWO)
    save(tmp_path / "more.csv", HEADS, ROWS[:1])
    assert headlines(tmp_path) == ["大桥封闭", "大桥通车", "大桥通车"]


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    """Rows without a label, headings without a text, empty files, bad bytes: a line each, with where it is."""
    write(tmp_path / "city" / "bridges.md", TWO + "\n## 大桥落成\n")
    write(tmp_path / "city" / "empty.md", "")
    (tmp_path / "city" / "z.md").write_bytes("## 路\n\n新路通车。".encode() + b"\xff" + "道路两侧种了树。".encode())
    save(tmp_path / "more.csv", HEADS, [*ROWS, ["无类", "没有领域。", ""]])
    told: list[Failure] = []
    assert len(read_corpus(tmp_path, told.append)) == 6
    lines = list(map(str, told))
    assert len(lines) == 4
    assert "大桥落成" in lines[0]
    assert "empty.md: it holds no article" in lines[1]
    assert "z.md" in lines[2]
    assert "1 of 4 articles have no label" in lines[3]


@pytest.mark.parametrize(
    ("name", "data", "match"),
    [
        ("my.csv", "标题,正文,备注\n桥,通车。,急\n".encode(), r"no column tells the domain \(备注\)"),
        ("my.csv", "标题,领域\n桥,城建\n".encode(), "none of its columns holds texts"),
        ("my.docx", b"PK", "no corpus"),
        ("my.csv", b"", "it is empty|the file is empty"),
    ],
)
def test_a_list_that_teaches_nothing_is_one_line(tmp_path: Path, name: str, data: bytes, match: str) -> None:
    """What is wrong with which file, and what to do."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=match):
        read_corpus(tmp_path / name)
    with pytest.raises(InputError, match="holds no articles"):
        read_corpus(tmp_path / "nowhere")
