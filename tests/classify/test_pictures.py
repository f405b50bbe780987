"""Pictures of what labels are worth: what the tables say, drawn, or a line that says how to have them."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from baozhai.cli import main
from classify.card import write_card
from classify.evaluate import Evaluation, weigh
from classify.learn import Training
from classify.model import probabilities
from classify.pictures import draw

GOLD = [
    {
        "id": "a",
        "headline": "县医院开通夜间门诊",
        "body": ["县医院开通夜间门诊，医生坐诊，患者方便。"],
        "domain": "health",
    },
    {"id": "b", "headline": "专利质押融资", "body": ["专利质押融资，商标注册。"], "domain": "ip"},
]


@pytest.fixture(scope="module")
def worth(fresh: Training) -> Evaluation:
    """What the model is worth on the corpus."""
    return weigh(fresh.model, fresh.truths, probabilities(fresh.unseen, fresh.model.inverse_temperature))


@pytest.mark.parametrize(("suffix", "begins"), [(".svg", b"<?xml"), (".png", b"\x89PNG"), (".PDF", b"%PDF")])
def test_formats(worth: Evaluation, tmp_path: Path, suffix: str, begins: bytes) -> None:
    """What the name says, the same bytes at each run."""
    pytest.importorskip("matplotlib")
    first, second = (draw(worth, tmp_path / (name + suffix)).read_bytes() for name in "ab")
    assert first.startswith(begins)
    assert first == second


def test_it_shows_every_label_and_its_count(worth: Evaluation, tmp_path: Path) -> None:
    """The labels and the numbers of the confusion matrix stand in the SVG as text."""
    pytest.importorskip("matplotlib")
    text = draw(worth, tmp_path / "a.svg").read_text("utf-8")
    assert all(f">{row.label}<" in text for row in worth.rows)
    assert all(f">{count}<" in text for row in worth.confusion for count in row)
    assert f"{worth.calibration_error:.3f}" in text


def test_the_card_has_it_where_it_can(fresh: Training, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With matplotlib the card shows the picture beside it, without it no card speaks of one."""
    pytest.importorskip("matplotlib")
    for name, there in (("with", True), ("without", False)):
        if not there:
            monkeypatch.setitem(sys.modules, "matplotlib", None)
        card = write_card(fresh, tmp_path / name, tmp_path / "none").read_text("utf-8")
        assert ("](worth.svg)" in card) is (tmp_path / name / "worth.svg").exists() is there


def call(tmp_path: Path, *words: str) -> tuple[int, str, str]:
    """The exit code of `baozhai evaluate`, and what it said."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in GOLD), "utf-8")
    done = CliRunner().invoke(main, ["evaluate", words[0], str(gold), *words[1:]])
    return done.exit_code, done.stdout, done.stderr


def test_evaluate_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--picture FILE` draws and tells as before; another name, another task or no matplotlib is one line."""
    pytest.importorskip("matplotlib")
    plain = call(tmp_path, "classify")
    assert call(tmp_path, "classify", "--picture", str(tmp_path / "new" / "a.png")) == plain
    assert (tmp_path / "new" / "a.png").exists()
    shutil.rmtree(tmp_path / "new")
    code, _, told = call(tmp_path, "classify", "--picture", str(tmp_path / "a.gif"))
    assert (code, told.count("\n"), "pictures are .svg, .png, .pdf; name one so" in told) == (1, 1, True)
    assert call(tmp_path, "summarize", "--picture", "a.png")[0] == 2
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    code, _, told = call(tmp_path, "classify", "--picture", str(tmp_path / "a.png"))
    assert (code, told.count("\n"), "run `make plots` once" in told) == (1, 1, True)
