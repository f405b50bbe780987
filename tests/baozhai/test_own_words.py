"""Own words of an office: beside its domains or named in its profile; models remember those of their training."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import baozhai
from articles.words import in_use
from baozhai.cli import main
from formats.lexicon import STOP, WORDS

CASES = Path(__file__).parents[1] / "cases" / "44-train"
PAGE = "清禾毛尖开采\n\n本报讯 清禾毛尖昨日开采，花灯剧团到茶园演出。清禾毛尖今年早了三天。\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A corpus with own words, its models, and a page."""
    seeds = Path(shutil.copytree(CASES / "3x10-own-invented", tmp_path / "seeds"))
    (seeds / "words.txt").write_text("清禾毛尖 nz\n", "utf-8")
    (seeds / "stopwords.txt").write_text("昨日\n", "utf-8")
    with (seeds / "other" / "f0.md").open("a", encoding="utf-8") as file:
        file.write("## 清禾毛尖上市\n\n清禾毛尖今起上市。\n\n## 清禾毛尖开采\n\n清禾毛尖昨日开采。\n")
    baozhai.train(seeds, tmp_path / "models")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "2025-04-01-p01.txt").write_text(PAGE, "utf-8")
    return tmp_path


def call(office: Path, *words: str) -> tuple[int, str, str]:
    """The exit code of a command on the page, and what it said on both streams."""
    done = CliRunner().invoke(main, [*words, str(office / "pages"), "--models", str(office / "models")])
    return done.exit_code, done.stdout, done.stderr


def test_models_remember_the_words_of_their_training(office: Path) -> None:
    """The commands and the library cut by them with nothing more said, and by none when they are done."""
    assert (office / "models" / WORDS).read_text("utf-8") == "清禾毛尖 nz\n"
    assert (office / "models" / STOP).read_text("utf-8") == "昨日\n"
    code, said, told = call(office, "classify")
    assert (code, told) == (0, "")
    assert "清禾毛尖" in [word for word, _ in json.loads(said)["evidence"]]
    assert "清禾毛尖" in call(office, "summarize", "--format", "text")[1].splitlines()[2]
    assert "清禾毛尖" in call(office, "digest", "--format", "md")[1].partition("关键词")[2]
    models = baozhai.load_models(office / "models")
    [article] = baozhai.read(office / "pages", models=models)
    [label] = baozhai.classify([article], models=models)
    assert "清禾毛尖" in [word for word, _ in label.evidence]
    assert "清禾毛尖" in [word for word, _ in baozhai.summarize(article, models=models).keywords]
    assert not in_use().words
    assert "清禾毛尖" not in [word for word, _ in baozhai.classify([article])[0].evidence]


@pytest.mark.parametrize("verb", ["read", "classify", "summarize", "digest"])
def test_other_words_than_those_of_the_training_are_told(office: Path, verb: str) -> None:
    """The profile's words count, on one line; the same words are no news."""
    profile = office / "pages" / "baozhai.toml"
    profile.write_text('words = "mine.txt"\nstopwords = "stop.txt"\n', "utf-8")
    (office / "pages" / "mine.txt").write_text("清禾毛尖\n", "utf-8")
    (office / "pages" / "stop.txt").write_text("昨日\n", "utf-8")
    page = str(office / "pages" / "2025-04-01-p01.txt")

    def told() -> list[str]:
        done = CliRunner().invoke(main, [verb, page, "--models", str(office / "models")])
        assert done.exit_code == 0, done.output
        return [line for line in done.stderr.splitlines() if "other words" in line]

    assert len(told()) == 1
    (office / "pages" / "mine.txt").write_text("清禾毛尖 nz\n", "utf-8")
    assert told() == []
    (office / "pages" / "mine.txt").unlink()
    done = CliRunner().invoke(main, [verb, page, "--models", str(office / "models")])
    assert (done.exit_code, "mine.txt: there is no such file" in done.stderr) == (1, True)


def test_a_corpus_may_name_its_words_in_a_profile(office: Path) -> None:
    """baozhai.toml beside domains.toml; without own words the models hold no such files."""
    seeds, models = office / "seeds", office / "models"
    (seeds / "words.txt").rename(seeds / "names.txt")
    (seeds / "baozhai.toml").write_text('words = "names.txt"\n', "utf-8")
    assert baozhai.train(seeds, models).lexicon.words[0].word == "清禾毛尖"
    assert not (models / STOP).exists()
    for name in ("baozhai.toml", "stopwords.txt"):
        (seeds / name).unlink()
    assert not baozhai.train(seeds, models).lexicon.words
    assert not (models / WORDS).exists()
