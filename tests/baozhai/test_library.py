"""`import baozhai`: what the command does, as functions."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import baozhai
from articles.article import to_line
from baozhai.cli import main
from classify.label import to_json
from formats.doors import DOORS
from tests.three_stories import plain_page

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ROOT / "seeds" / "pages"
MODELS = baozhai.load_models()
PAGE = "县医院开通夜间门诊\n\n本报讯（记者田雨晴）4月8日，县医院开通夜间门诊，内科、儿科每晚都有医生坐诊。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages of two days."""
    (tmp_path / "2025-04-09-p01.txt").write_text(PAGE, "utf-8")
    (tmp_path / "2025-04-10-p01.txt").write_text(plain_page(), "utf-8")
    return tmp_path


def command(*words: object) -> str:
    """What the command prints."""
    done = CliRunner().invoke(main, list(map(str, words)))
    assert done.exit_code == 0, done.output
    return done.stdout


def test_every_public_name_is_there() -> None:
    """What the package promises it has, each name from the file that defines it; what it has not it says."""
    assert set(baozhai.__all__) <= set(dir(baozhai))
    assert all(getattr(baozhai, name).__name__ == name for name in baozhai.__all__)
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        baozhai.reed  # noqa: B018


def test_importing_costs_nothing() -> None:
    """`import baozhai` loads no library of others; reading and labelling a page load nothing that learns."""
    code = (
        "import sys, baozhai\n"
        "heavy = {'sklearn', 'jieba', 'rjieba', 'numpy', 'scipy', 'click', 'docx', 'multiprocessing'}\n"
        "print(sorted(heavy & sys.modules.keys()))\n"
        f"baozhai.classify(baozhai.read({PAGE!r}.encode(), name='p.txt'))\n"
        "print(sorted({'sklearn', 'click', 'docx', 'multiprocessing'} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "[]"]


def test_the_module_is_the_command(tmp_path: Path) -> None:
    """`python -m baozhai` is `baozhai`."""
    (tmp_path / "p.txt").write_text(PAGE, "utf-8")
    words = [sys.executable, "-m", "baozhai", "read", str(tmp_path / "p.txt"), "--format", "jsonl"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == command("read", tmp_path / "p.txt", "--format", "jsonl")


def test_says_what_the_command_says() -> None:
    """Each function gives what its verb gives."""
    articles = baozhai.read(PAGES, models=MODELS)
    assert [to_line(article) for article in articles] == command("read", PAGES, "--format", "jsonl").splitlines()
    labels = baozhai.classify(articles, models=MODELS)
    told = [json.loads(line) for line in command("classify", PAGES, "--format", "jsonl").splitlines()]
    assert [
        json.loads(json.dumps(to_json(label))).items() <= row.items() for label, row in zip(labels, told, strict=True)
    ]
    told = [json.loads(line) for line in command("summarize", PAGES, "--chars", 90, "--format", "jsonl").splitlines()]
    summaries = [baozhai.summarize(article, chars=90, models=MODELS) for article in articles]
    assert [[sentence.text for sentence in one.sentences] for one in summaries] == [row["summary"] for row in told]
    digest = baozhai.digest(PAGES, paper="岚川日报", models=MODELS)
    assert baozhai.render(digest, "md") == command("digest", PAGES, "--format", "md")


def test_sources(folder: Path) -> None:
    """A path as text or as Path, several, a folder, bytes with a name: the same articles."""
    path = folder / "2025-04-09-p01.txt"
    [article] = baozhai.read(path, models=MODELS)
    assert (article.headline, article.byline) == ("县医院开通夜间门诊", "田雨晴")
    assert article.date == datetime.date(2025, 4, 9)
    assert baozhai.read(str(path), models=MODELS) == [article]
    assert baozhai.read(PAGE.encode("gb18030"), name=str(path), models=MODELS) == [article]
    both = baozhai.read(folder, models=MODELS)
    assert both == baozhai.read(sorted(folder.iterdir()), models=MODELS) == baozhai.read(iter(sorted(folder.iterdir())))
    assert len(both) == 4
    lines = "".join(to_line(one) + "\n" for one in both).encode()
    assert baozhai.read(lines, name="articles.jsonl", models=MODELS) == both


def test_digest_takes_articles(folder: Path) -> None:
    """Articles already cut, all or some of them, become the digest that their pages would."""
    articles = baozhai.read(folder / "2025-04-10-p01.txt", models=MODELS)
    of_articles = baozhai.digest(articles, models=MODELS)
    of_page = baozhai.digest(folder / "2025-04-10-p01.txt", models=MODELS)
    assert baozhai.render(of_articles) == baozhai.render(of_page)
    assert [story.article for story in baozhai.digest(articles[:1], models=MODELS).stories] == articles[:1]


def test_several_days_want_a_date(folder: Path) -> None:
    """Pages of several days are no digest until one day is named, as text or as a date; the fault names the days."""
    with pytest.raises(baozhai.InputError, match=r"several days \(2025-04-09, 2025-04-10\)"):
        baozhai.digest(folder, models=MODELS)
    for date in ("2025-04-10", datetime.date(2025, 4, 10), datetime.datetime(2025, 4, 10, 8)):
        digest = baozhai.digest(folder, date=date, models=MODELS)
        assert (digest.date, len(digest.stories), digest.pages) == (datetime.date(2025, 4, 10), 3, 1)
    with pytest.raises(baozhai.InputError, match="no page of 1999-01-01 here; the days are 2025-04-09, 2025-04-10"):
        baozhai.digest(folder, date="1999-01-01", models=MODELS)
    with pytest.raises(baozhai.InputError, match="'yesterday' is no date; write it as 2024-03-16"):
        baozhai.digest(folder, date="yesterday", models=MODELS)


def test_one_bad_input_among_several(folder: Path) -> None:
    """It is raised with its name and the cure, or it stands in the list of errors and the rest is done."""
    good, gone, empty, blank = folder / "2025-04-09-p01.txt", folder / "no.txt", folder / "none", folder / "blank.txt"
    empty.mkdir()
    blank.write_bytes(b"")
    storyless = folder / "2025-04-09-p02.txt"
    storyless.write_text("责任编辑：周岚 美编：陶然\n", "utf-8")
    for bad in (gone, empty, blank, storyless):
        for function in (baozhai.read, baozhai.digest):
            with pytest.raises(baozhai.InputError, match=rf"^{bad}: .+; .+$"):
                function([good, bad], models=MODELS)
    sources = [gone, good, empty, blank, storyless]
    errors: list[baozhai.Failure] = []
    articles = baozhai.read(sources, models=MODELS, errors=errors)
    assert articles == baozhai.read(good, models=MODELS)
    assert [error.source for error in errors] == list(map(str, (gone, blank, empty, storyless)))
    told: list[baozhai.Failure] = []
    digest = baozhai.digest(sources, models=MODELS, errors=told)
    assert list(map(str, told)) == list(map(str, errors)) == list(digest.failures)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda article: baozhai.read(b"page"), 'bytes come without a name; say what they are: name="page.txt"'),
        (lambda article: baozhai.read(b"page", name="page.exe"), "page.exe: it is neither a page .*; extract its text"),
        (lambda article: baozhai.read(article, name="x.txt"), "x.txt: "),
        (lambda article: baozhai.summarize(article, sentences=0), "give sentences=3, or chars=120"),
        (lambda article: baozhai.summarize(article, chars=0), "give sentences=3, or chars=120"),
        (lambda article: baozhai.summarize(article, sentences=1, chars=9), "give sentences=3, or chars=120"),
        (lambda article: baozhai.summarize(article, method="clasic"), "no method 'clasic'; write 'classic'"),
        (lambda article: baozhai.digest([article], method="clasic"), "no method 'clasic'; write 'classic'"),
        (lambda article: baozhai.render(baozhai.digest([article]), "htm"), "no format 'htm'; write 'html'"),
        (lambda article: baozhai.classify([article], models=baozhai.load_models("none")), "none/.*; run"),
        (lambda article: baozhai.train("none", "models"), "none"),
    ],
)
def test_a_wrong_call_says_what_to_do(call: object, told: str) -> None:
    """Every slip is an InputError: what is wrong; what to do."""
    article = b"" if "x.txt" in told else baozhai.Article("a", body=("县医院本周开通夜间门诊。",))
    with pytest.raises(baozhai.InputError, match=told):
        call(article)  # type: ignore[operator]


@settings(max_examples=40)
@given(st.binary(max_size=400))
def test_any_bytes_are_articles_or_a_fault(data: bytes) -> None:
    """Whatever comes in as bytes becomes articles or an InputError."""
    errors: list[baozhai.Failure] = []
    for suffix in DOORS:
        articles = baozhai.read(data, name=f"page{suffix}", models=MODELS, errors=errors)
        assert all(isinstance(article, baozhai.Article) for article in articles)


def test_classic_ranks_otherwise(folder: Path) -> None:
    """`method="classic"` and `--method classic` give the sentences of textrank4zh's ranking, not ours."""
    page = folder / "2025-04-10-p01.txt"
    ours, classic = (
        json.loads(command("digest", page, "--format", "json", "--sentences", 1, "--method", method))
        for method in ("default", "classic")
    )
    articles = baozhai.read(page, models=MODELS)
    summaries = [baozhai.summarize(one, sentences=1, method="classic", models=MODELS) for one in articles]
    wanted = [[sentence.text for sentence in one.sentences] for one in summaries]
    stories = sorted(_stories(classic), key=lambda story: str(story["id"]))
    assert [story["summary"] for story in stories] == wanted
    assert [story["summary"] for story in _stories(ours)] != [story["summary"] for story in _stories(classic)]


def _stories(digest: dict[str, list[dict[str, object]]]) -> list[dict[str, object]]:
    sections = [*digest["sections"], {"stories": digest["unsure"]}]
    return [story for section in sections for story in section["stories"]]  # type: ignore[attr-defined]


def test_an_office_trains(tmp_path: Path) -> None:
    """An office learns models of its own domains, none of them `other`; the function is there for a second call."""
    for key, word in (("a", "茶园"), ("b", "桥梁")):
        (tmp_path / "seeds" / key).mkdir(parents=True)
        for file in range(5):
            stories = (
                f"## {word}消息{file}{n}\n\n今年{word}工作有新进展，{word}第{file}{n}项已完成。" for n in range(4)
            )
            (tmp_path / "seeds" / key / f"{file}.md").write_text("# 主题\n\n" + "\n\n".join(stories) + "\n", "utf-8")
    table = "".join(f'[[domain]]\nkey = "{key}"\nname = "{key}域"\n' for key in "ab")
    (tmp_path / "seeds" / "domains.toml").write_text(table, "utf-8")
    article = baozhai.Article("x", headline="茶园采茶忙", body=("茶园里采茶忙。",))
    models = baozhai.train(tmp_path / "seeds", tmp_path / "models")
    assert baozhai.classify([article], models=models)[0].domain == "a"
    assert models.reader.moves == MODELS.reader.moves  # so few stories teach no reading: the reader that came is kept
    with pytest.raises(baozhai.InputError, match="holds no articles"):
        baozhai.train(tmp_path / "none", tmp_path / "models")


def test_types_ship(tmp_path: Path) -> None:
    """A user's script passes mypy --strict, and a slip in it is seen."""
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n\nimport baozhai\n\n"
        "models = baozhai.load_models()\n"
        "errors: list[baozhai.Failure] = []\n"
        "articles = baozhai.read(Path('pages'), models=models, errors=errors)\n"
        "for article, label in zip(articles, baozhai.classify(articles, models=models), strict=True):\n"
        "    first = baozhai.summarize(article, sentences=1, models=models).sentences[0].text\n"
        "    print(article.headline, label.domain, label.confidence, first.strip())\n"
        "page: str | bytes = baozhai.render(baozhai.digest(articles, date='2025-03-15', models=models), 'html')\n"
        "wrong: int = articles[0].headline\n",
        "utf-8",
    )
    words = ["-m", "mypy", "--strict", "--cache-dir", str(ROOT / ".mypy_cache"), "--config-file=", str(script)]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert [line for line in done.stdout.splitlines() if str(tmp_path) in line or "script.py" in line] == [
        line for line in done.stdout.splitlines() if "[assignment]" in line
    ], done.stdout
    assert "script.py:12" in done.stdout
