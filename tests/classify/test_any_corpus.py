"""Any corpus trains, or says on one line why not."""

import csv
import random
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from articles.corpus import Labelled
from baozhai.cli import main
from classify.check import check, spread
from classify.domains import read_domains
from classify.doubts import doubts, to_lines
from classify.evaluate import to_text, weigh
from classify.learn import STEPS
from classify.model import load, probabilities
from classify.train import train
from formats.corpus import read_corpus

CASES = Path(__file__).parents[1] / "cases" / "44-train"
SYLLABLES = "市场学校医院专利球赛火车农田天气法院商店电影音乐股票银行图书老师工人船舶森林"
WORDS = ["".join(random.Random(at).sample(SYLLABLES, 2)) for at in range(600)]
OWN = 12  # words of a domain


def article(domain: int, chance: random.Random) -> list[str]:
    """The words of an article, a third of them its domain's own."""
    own = WORDS[domain * OWN : (domain + 1) * OWN]
    return [chance.choice(own if chance.random() < 0.35 else WORDS) for _ in range(40)]


def write(seeds: Path, sizes: dict[str, int], files: int = 1) -> Path:
    """A corpus of so many articles a domain, in so many files each."""
    chance = random.Random(0)
    for number, (key, size) in enumerate(sizes.items()):
        (seeds / key).mkdir(parents=True)
        texts = ["，".join(article(number, chance)) for _ in range(size)]
        for at in range(min(files, size)):
            told = "".join(f"## {text[:5]}\n\n{text}。\n\n" for text in texts[at::files])
            (seeds / key / f"f{at}.md").write_text(f"# 主题\n\n{told}", "utf-8")
    entries = (f'[[domain]]\nkey = "{key}"\nname = "{key}域"\n' for key in sizes)
    (seeds / "domains.toml").write_text("\n".join(entries), "utf-8")
    return seeds


def domains(count: int, size: int, rest: int = 0) -> dict[str, int]:
    """So many domains of one size, and a rest of another."""
    return {f"d{at}": size for at in range(count)} | ({"other": rest} if rest else {})


@pytest.mark.parametrize(
    ("sizes", "files"),
    [
        (domains(2, 5), 1),
        (domains(2, 2), 1),
        (domains(2, 5, 5), 5),
        (domains(30, 10), 1),
        (domains(29, 4, 4), 2),
        ({"a": 8, "other": 400}, 1),
        ({"other": 8, "a": 400}, 6),
        ({"a": 8, "b": 400}, 8),
        (domains(12, 10, 300), 20),
    ],
)
def test_a_corpus_of_any_size(tmp_path: Path, sizes: dict[str, int], files: int) -> None:
    """Two domains or thirty, ten articles or hundreds, one domain fifty times another, a rest or none: every domain is
    found again in its own articles."""
    steps: list[int] = []
    learned = train(write(tmp_path / "seeds", sizes, files), tmp_path / "models", count=steps.append)
    found = [label.domain for label in load(tmp_path / "models").labels(learned.corpus)]
    right = Counter(one.domain for one, domain in zip(learned.corpus, found, strict=True) if one.domain == domain)
    assert all(right[key] >= 0.9 * size for key, size in sizes.items())
    assert sum(steps) == STEPS


@pytest.mark.parametrize("case", ["2x20-no-other", "3x10-own-invented", "3x20-gbk"])
def test_corpora_in_the_cases(tmp_path: Path, case: str) -> None:
    """The command gives a model that knows every domain of the corpus."""
    models = tmp_path / "models"
    done = CliRunner().invoke(main, ["train", "--seeds", str(CASES / case), "--models", str(models)])
    assert done.exit_code == 0, done.output
    model = load(models)
    texts = {
        "sport": "决赛冠军，联赛教练训练球赛。",
        "money": "股市基金利率，银行贷款融资。",
        "other": "花灯剧团，公园列车图书馆。",
    }
    for domain in model.domains:
        assert model.label(Labelled("", "", "", (texts[domain.key],))).domain == domain.key


@pytest.mark.parametrize("case", ["3x10-own-invented", "3x20-gbk"])
def test_the_check_reads_what_training_reads(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A corpus of another encoding, and one with a domain of a single article or none, are counted."""
    check(CASES / case)
    assert "| sport  |" in capsys.readouterr().out
    corpus = read_corpus(CASES / case)
    few = [one for one in corpus if one.domain == "money"][:1]
    assert [line.split()[3] for line in spread(few, read_domains(CASES / case))[2:]] == ["0", "1", "0"]


def call(*words: object) -> tuple[int, str]:
    """The exit code of `baozhai train`, and all that it said."""
    done = CliRunner().invoke(main, ["train", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("sizes", "told"),
    [({"a": 10}, "fewer than two domains"), ({"a": 10, "b": 1}, "the domain b has 1 article; put ten")],
)
def test_what_cannot_be_learned_is_one_line(tmp_path: Path, sizes: dict[str, int], told: str) -> None:
    """What is wrong, and what to do; the folder of models stays as it was."""
    code, said = call("--seeds", write(tmp_path / "seeds", sizes), "--models", tmp_path / "models")
    assert (code, said.count("\n"), told in said) == (1, 1, True), said
    assert not (tmp_path / "models").exists()


def table(path: Path, labels: tuple[str, ...], each: int = 12) -> Path:
    """A list of labelled articles."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["正文", "领域"])
        for number, label in enumerate(labels):
            writer.writerows(["，".join(article(number, chance)), label] for _ in range(each))
    return path


def test_a_list_trains(tmp_path: Path) -> None:
    """`--seeds my.csv`: its labels are the domains, 其他 the last of them."""
    code, said = call("--seeds", table(tmp_path / "my.csv", ("其他", "城建", "体育")), "--models", tmp_path / "models")
    assert (code, "36 articles learned" in said) == (0, True), said
    told = [(domain.key, domain.name) for domain in load(tmp_path / "models").domains]
    assert told == [("城建", "城建"), ("体育", "体育"), ("other", "其他")]
    code, said = call("--seeds", table(tmp_path / "one.csv", ("城建",)), "--models", tmp_path / "one")
    assert (code, "every article is of one domain (城建); add" in said, said.count("\n")) == (1, True, 1)


def test_a_list_beside_domains_uses_their_names(tmp_path: Path) -> None:
    """A label is a domain's key or its name, in a list in the folder or beside domains.toml."""
    seeds = write(tmp_path / "seeds", domains(2, 12))
    named = table(seeds / "more.csv", ("d0域", "d1"))
    for place, articles in ((seeds, 48), (named, 24)):
        learned = train(place, tmp_path / "models")
        assert [domain.key for domain in learned.model.domains] == ["d0", "d1"]
        assert Counter(one.domain for one in learned.corpus) == {"d0": articles // 2, "d1": articles // 2}


def test_folders_alone_are_domains(tmp_path: Path) -> None:
    """Without domains.toml a folder of texts trains, and a line says so; what is nowhere is one line."""
    seeds = write(tmp_path / "seeds", domains(2, 12))
    (seeds / "domains.toml").unlink()
    code, said = call("--seeds", seeds, "--models", tmp_path / "models")
    assert (code, "has no domains.toml; its folders and labels are the domains" in said) == (0, True), said
    code, said = call("--seeds", tmp_path / "nowhere", "--models", tmp_path / "models")
    assert (code, said.count("\n")) == (1, 1)


def test_what_is_too_small_to_measure_says_so(tmp_path: Path) -> None:
    """A share of four articles is no figure; that of forty is one."""
    learned = train(write(tmp_path / "seeds", {"a": 4, "b": 40}), tmp_path / "models")
    probs = probabilities(learned.unseen, learned.model.inverse_temperature)
    lines = to_text(weigh(learned.model, learned.truths, probs)).splitlines()
    [small], [large] = ([line for line in lines if line.startswith(f"| {key} ")][:1] for key in "ab")
    assert small.split()[3:8:2] == ["few", "few", "few"]
    assert "few" not in large
    assert "Fewer than 10 articles, too few to measure: a." in lines


def test_wrong_labels_are_doubted_first(tmp_path: Path) -> None:
    """Of articles filed under the wrong domain the model that has not seen them finds most, and names them first."""
    seeds = write(tmp_path / "seeds", domains(3, 40))
    parts = (seeds / "d0" / "f0.md").read_text("utf-8").split("## ")
    (seeds / "d0" / "f0.md").write_text("## ".join(parts[:-4]), "utf-8")
    (seeds / "d1" / "wrong.md").write_text("# 错\n\n## " + "## ".join(parts[-4:]), "utf-8")
    found = doubts(train(seeds, tmp_path / "models"))
    assert [(one.article.subject, one.seems) for one in found[:3]] == [("wrong", "d0")] * 3
    assert [one.probability for one in found] == sorted(one.probability for one in found)
    lines = list(to_lines(found))
    assert lines[0].startswith(f"{len(found)} of them seem")
    assert lines[1].startswith("  d1/wrong: ")
    assert list(to_lines([])) == []
