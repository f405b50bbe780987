"""Training: the user's own domains, the user's own corrections, the corpus that it stands on."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from articles.article import Article, dumps, to_json
from articles.errors import InputError
from baozhai.cli import main
from classify.check import check, kinds, near_duplicates, spread
from classify.corrections import file_correction, read_corrections
from classify.domains import read_domains
from classify.model import load
from classify.train import train
from formats.corpus import read_corpus

ROOT = Path(__file__).resolve().parents[2]
SCHOOL = Article(
    "2025-08-12-p02-a03",
    headline="三所新建小学秋季招生",
    body=(
        "市教育局昨天宣布，三所新建小学今年秋季招生，每校设三十六个班。教师由公开招聘和老校选派，一年级新生按学区报名。",
        "校长们表示，开学前将完成教室环境检测，课后服务与午餐同步开展，班主任将逐户家访。",
    ),
)
# Nobody can tell from these words what it is about, so a correction is all there is to go by.
VAGUE = Article(
    "2025-08-12-p02-a04", headline="青灰巷的早晨", body=("老柿树下，卖糖画的竺师傅支起铜勺。", "孩子们围拢来。")
)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the corpus that a test may change."""
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))


def test_a_domain_of_the_users_own(seeds: Path, tmp_path: Path) -> None:
    """An entry, ten articles and a training: a school story is found, though the corpus calls such ones other."""
    assert load(ROOT / "models").label(SCHOOL).domain == "other"
    (seeds / "education").mkdir()
    shutil.copy(Path(__file__).with_name("education.md"), seeds / "education/schools.md")
    taxonomy = (seeds / "domains.toml").read_text("utf-8")
    (seeds / "domains.toml").write_text(taxonomy + '\n[[domain]]\nkey = "education"\nname = "教育"\n', "utf-8")
    train(seeds, tmp_path / "models")
    label = load(tmp_path / "models").label(SCHOOL)
    assert (label.domain, label.unsure) == ("education", False)
    assert {word for word, _ in label.evidence} & {"小学", "招生", "教师", "新生"}


def test_corrections_outweigh_the_rest(seeds: Path, tmp_path: Path) -> None:
    """After a correction and a training the article has the domain that the user gave it."""
    assert load(ROOT / "models").label(VAGUE).domain == "other"
    file_correction(VAGUE, "consumer", seeds)
    train(seeds, tmp_path / "models")
    assert load(tmp_path / "models").label(VAGUE).domain == "consumer"


def test_corrections_never_contradict_each_other(seeds: Path) -> None:
    """A second correction takes the place of the first and says so; one text in two domains is refused."""
    assert file_correction(VAGUE, "health", seeds).before is None
    assert file_correction(VAGUE, "consumer", seeds).before == "health"
    assert [one.domain for one in read_corrections(seeds)] == ["consumer"]
    file_correction(replace(VAGUE, id="another"), "ip", seeds)
    with pytest.raises(InputError, match="two domains"):
        read_corrections(seeds)


def test_corrections_under_older_ids_stay_valid(seeds: Path) -> None:
    """A page tells its paper and its section now: the same text is not filed twice, another's file stays."""
    now = replace(VAGUE, id="岚川日报-2025-08-12-b02-a04", paper="岚川日报", page=2, section="B")
    assert file_correction(VAGUE, "health", seeds).before is None
    assert file_correction(now, "consumer", seeds).before == "health"
    assert [one.domain for one in read_corrections(seeds)] == ["consumer"]
    file_correction(replace(SCHOOL, id=VAGUE.id), "ip", seeds)
    assert file_correction(now, "governance", seeds).before == "consumer"
    assert {one.domain for one in read_corrections(seeds)} == {"ip", "governance"}


def test_an_id_may_be_given_short(seeds: Path, tmp_path: Path) -> None:
    """Without its paper, or as it was before sections were told, where one article bears it; else nothing is filed."""
    day = tmp_path / "day.jsonl"
    papers = ("岚川日报", "云岭日报")
    rows = [
        replace(VAGUE, id=f"{paper}-2025-08-12-{name}", paper=paper, page=2, section=letter)
        for paper, name, letter in (
            (papers[0], "b02-a04", "B"),
            (papers[0], "p02-a01", None),
            (papers[1], "p02-a01", None),
        )
    ]
    day.write_text("".join(dumps(to_json(one)) + "\n" for one in rows), "utf-8")

    def call(name: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["correct", name, "ip", str(day), "--seeds", str(seeds)])
        return done.exit_code, done.output

    for name in ("2025-08-12-p02-a04", "2025-08-12-b02-a04", rows[0].id, rows[1].id):
        assert call(name)[0] == 0
    code, said = call("2025-08-12-p02-a01")
    assert (code, "several articles bear this ID; write" in said) == (1, True)


def test_correct_and_review_file_what_the_user_says(seeds: Path, tmp_path: Path) -> None:
    """`correct` files by ID or by table and refuses what it does not know; `review` files by key, skips, quits."""
    lines = tmp_path / "day.jsonl"
    lines.write_text("".join(dumps(to_json(one)) + "\n" for one in (SCHOOL, VAGUE)), "utf-8")
    table = tmp_path / "corrections.tsv"
    table.write_text(f"{SCHOOL.id}\t政务治理\nnowhere\tip\n", "utf-8")

    def call(*words: object, keys: str = "") -> tuple[int, str]:
        done = CliRunner().invoke(main, [*map(str, words), "--seeds", str(seeds)], input=keys)
        return done.exit_code, done.output

    assert call("correct", VAGUE.id, "消费维权", lines)[0] == 0
    assert call("correct", VAGUE.id, "sports", lines)[0] == 1
    code, told = call("correct", table, lines)
    assert (code, "nowhere: no article" in told) == (1, True)
    assert [one.domain for one in read_corrections(seeds)] == ["consumer", "governance"]
    code, told = call("review", "--unsure", "1", lines, keys="xs1")
    assert (code, "1 filed" in told) == (0, True)
    assert call("review", "--unsure", "1", lines, keys="q")[0] == 0
    assert {one.domain for one in read_corrections(seeds)} == {"ip", "governance"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "ID\tgovernance\t编辑改"),
        ("b.tsv", '"ID"\t"政务治理"'),
        ("c.csv", "ID,governance"),
        (
            "d.CSV",
            "\ufeff标题,编号,把握,领域\r\n“学校开饭,了”,ID,0.5,政务治理\r\n".replace("“学校开饭,了”", '"学校开饭,了"'),
        ),
        ("e.csv", "id;headline;domain\nID;学校;governance"),
        ("f.tsv", "\nID\tgovernance\n\n"),
    ],
)
def test_a_table_of_corrections_is_read_as_an_office_writes_it(
    seeds: Path, tmp_path: Path, name: str, text: str
) -> None:
    """Notes behind the domain, quoted cells, commas, and columns that their heads name, as in our own lists."""
    lines, table = tmp_path / "day.jsonl", tmp_path / name
    lines.write_text(dumps(to_json(SCHOOL)) + "\n", "utf-8")
    table.write_text(text.replace("ID", SCHOOL.id), "utf-8")
    done = CliRunner().invoke(main, ["correct", str(table), str(lines), "--seeds", str(seeds)])
    assert (done.exit_code, [one.domain for one in read_corrections(seeds)]) == (0, ["governance"]), done.output


@pytest.mark.parametrize(
    ("ids", "domains"),
    [
        (["WHOLE", "WHOLE"], ["ip", "governance"]),
        (["WHOLE", "WHOLE"], ["ip", "ip"]),
        (["WHOLE", "SHORT"], ["ip", "governance"]),
        (["SHORT", "nowhere", "WHOLE"], ["ip", "ip", "ip"]),
    ],
)
def test_an_article_named_twice_in_a_table_is_refused(
    seeds: Path, tmp_path: Path, ids: list[str], domains: list[str]
) -> None:
    """By one ID or by a whole one and a short one: both lines are named, and nothing is filed."""
    lines, table = tmp_path / "day.jsonl", tmp_path / "t.tsv"
    article = replace(SCHOOL, id=f"岚川日报-{SCHOOL.id}", paper="岚川日报")
    lines.write_text(dumps(to_json(article)) + "\n", "utf-8")
    rows = zip(ids, domains, strict=True)
    text = "".join(f"{one}\t{domain}\n" for one, domain in rows).replace("WHOLE", article.id)
    table.write_text("编号\t领域\n" + text.replace("SHORT", SCHOOL.id), "utf-8")
    done = CliRunner().invoke(main, ["correct", str(table), str(lines), "--seeds", str(seeds)])
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert f"lines 2 and {len(ids) + 1} name" in done.output
    assert not list((seeds / "corrections").glob("*/*.md"))


ALIKE = ["a/b", "a_b", "a:b", "A_b", "a b", ".a_b", "a_b-2", "长" * 300 + "甲", "长" * 300 + "乙", "../a_b", "a\n# b"]


def test_corrections_never_take_each_others_files(seeds: Path) -> None:
    """Articles whose ids make the same name, or are the same, each keep their own; each is moved alone."""
    articles = [replace(VAGUE, id=one, body=(f"老柿树下的第{at}个早晨。",)) for at, one in enumerate(ALIKE)]
    articles += [replace(articles[0], body=("另一页的同号文章。",)), replace(articles[1], body=("又一页的同号文章。",))]
    paths = [file_correction(one, "health", seeds).path for one in articles]
    assert len({str(path).lower() for path in paths}) == len(articles)
    assert {path.parent for path in paths} == {seeds / "corrections" / "health"}
    assert [one.body for one in read_corrections(seeds)] == [
        one.body for _, one in sorted(zip(paths, articles, strict=True))
    ]
    for done, article in enumerate(articles, 1):
        assert file_correction(article, "ip", seeds).before == "health"
        assert file_correction(article, "ip", seeds).before is None
        assert [one.domain for one in read_corrections(seeds)].count("ip") == done
    assert len(read_corrections(seeds)) == len(articles)


def test_articles_of_one_id_in_two_folders_are_two(seeds: Path, tmp_path: Path) -> None:
    """u1/1.txt and u2/1.txt give the same id; `correct` files both, and what older versions filed moves along."""
    text = ("青灰巷的早晨", "老柿树下，卖糖画的竺师傅支起铜勺。"), ("新馆开馆", "云岭市图书馆新馆4月8日开馆。")
    for name, (headline, body) in zip(("u1", "u2"), text, strict=True):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(f"{headline}\n\n{body}\n", "utf-8")
        done = CliRunner().invoke(
            main, ["correct", "1-p01-a01", "ip", str(tmp_path / name / "1.txt"), "--seeds", str(seeds)]
        )
        assert done.exit_code == 0, done.output
    assert {one.body for one in read_corrections(seeds)} == {(body,) for _, body in text}
    old = seeds / "corrections" / "other" / "x_y.md"
    old.parent.mkdir()
    old.write_text("# x/y\n\n## 青灰巷的早晨\n\n老柿树下，卖糖画的竺师傅支起铜勺。\n", "utf-8")
    assert file_correction(replace(VAGUE, id="x/y", body=(text[0][1],)), "ip", seeds).before == "other"
    assert not old.exists()


@pytest.mark.parametrize("path", sorted((ROOT / "tests/cases/22-table").iterdir()), ids=lambda path: path.name)
def test_tables_of_corrections_in_the_cases(seeds: Path, tmp_path: Path, path: Path) -> None:
    """Each files the article that is there; an ID that is not is told, and the rest is done."""
    lines = tmp_path / "day.jsonl"
    lines.write_text(dumps(to_json(replace(SCHOOL, id="2025-04-01-p01-a01"))) + "\n", "utf-8")
    done = CliRunner().invoke(main, ["correct", str(path), str(lines), "--seeds", str(seeds)])
    missing = path.name == "t10.tsv"
    assert (done.exit_code, [one.domain for one in read_corrections(seeds)]) == (
        int(missing),
        ["other" if missing else "governance"],
    ), done.output


@pytest.mark.parametrize("text", ["ID", "ID\tgovernance\nID\tip", "ID\tsports", "编号\t标题\nID\t学校"])
def test_a_table_that_is_none_is_told(seeds: Path, tmp_path: Path, text: str) -> None:
    """One line, and nothing is filed."""
    table = tmp_path / "t.tsv"
    table.write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["correct", str(table), str(tmp_path), "--seeds", str(seeds)])
    assert done.exit_code == 1
    assert done.output.startswith(str(table))
    assert done.output.count("\n") == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_any_editor_may_save_the_domains(tmp_path: Path, encoding: str) -> None:
    """A BOM and the encodings of Windows are read."""
    text = (ROOT / "seeds" / "domains.toml").read_text("utf-8")
    (tmp_path / "domains.toml").write_bytes(text.encode(encoding))
    assert read_domains(tmp_path) == read_domains(ROOT / "seeds")


@pytest.mark.parametrize("signs", ['"学校"', "[1]", "5"])
def test_signs_are_a_list_of_words(tmp_path: Path, signs: str) -> None:
    """One word in place of a list would be taken for its characters; a line says what is wrong."""
    entry = '[[domain]]\nkey = "{}"\nname = "{}"\n'
    (tmp_path / "domains.toml").write_text(
        f"{entry.format('a', '甲')}signs = {signs}\n{entry.format('b', '乙')}", "utf-8"
    )
    with pytest.raises(InputError, match="signs are no list of words"):
        read_domains(tmp_path)


def test_the_corpus_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    """No two articles alike, none out of form, and enough of each domain."""
    assert check(ROOT / "seeds") == 0, capsys.readouterr().err
    corpus = read_corpus(ROOT / "seeds")
    counts = {
        key: sum(one.domain == key for one in corpus) for key in ("ip", "health", "consumer", "governance", "other")
    }
    assert min(counts.values()) >= 200
    assert counts["other"] >= 400


def test_what_the_corpus_says_of_itself_is_so() -> None:
    """The tables in seeds/README.md are those that `make check` counts."""
    corpus, domains = read_corpus(ROOT / "seeds"), read_domains(ROOT / "seeds")
    text = (ROOT / "seeds/README.md").read_text("utf-8")
    for line in (*spread(corpus, domains), *kinds(corpus, domains)):
        assert line in text.splitlines(), "seeds/README.md is stale; put in what `python -m classify.check` prints"


def test_near_duplicates_are_refused() -> None:
    """An article that only swaps names of another is found out."""
    original = next(one for one in read_corpus(ROOT / "seeds") if len("".join(one.body)) > 300)
    swapped = replace(original, body=tuple(line.replace("的", "之").replace("市", "县") for line in original.body))
    assert [twins.second for twins in near_duplicates([original, swapped])] == [swapped]
