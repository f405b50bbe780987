"""Sentences made shorter: whole clauses by named rules, none inside quotation marks, …… for what is gone."""

import pytest

from articles.article import Article
from summarize.candidates import Rule, find_candidates
from summarize.length import Length
from summarize.rank import summarize
from summarize.shorten import CUTS, GAP, cut, shortened
from tests.trained import MODELS


@pytest.mark.parametrize("rule", CUTS, ids=lambda rule: rule.name)
def test_rules_cut_their_examples(rule: Rule) -> None:
    """Each rule cuts the line that called for it, says so, and leaves no ordinary lead shorter."""
    text, names = cut(rule.example)
    assert rule.name in names
    assert GAP in text
    assert cut("4月8日，市志愿者联合会第三次代表大会召开。") == ("4月8日，市志愿者联合会第三次代表大会召开。", ())


def parts(sentence: str, most: int = 30) -> list[str]:
    """The parts of a sentence that may be given without those behind them."""
    [candidate] = find_candidates([sentence])
    return [part.text for part in shortened(candidate, most)]


def test_a_sentence_may_end_behind_a_semicolon() -> None:
    """What stands before it is whole; a mark inside a quotation ends nothing."""
    first, second = "全市新装路灯二百盏，每年节电六万度；", "三个偏远村的路灯也已开工，预计六月全部亮灯，由镇里出资。"
    assert parts(first + second) == [first, second]
    quoted = "镇长鲍立诚说：“全市新装路灯二百盏，每年节电六万度；三个偏远村的路灯也已开工，预计六月全部亮灯。”"
    assert parts(quoted) == [quoted]


def test_behind_a_comma_only_what_does_not_fit() -> None:
    """A sentence longer than the length ends behind a clause with a verb, never behind one that waits for the next."""
    sentence = "随着天气转暖，云岭市图书馆新馆昨天上午建成开放，新馆位于文昌路北侧，建筑面积一万八千平方米。"
    assert parts(sentence, 100) == [sentence]
    assert parts(sentence, 30)[0] == "随着天气转暖，云岭市图书馆新馆昨天上午建成开放，"
    turned = "云岭市图书馆新馆昨天上午建成开放，但少儿阅览区还要等到六月才能使用，读者须先到旧馆去办理证件。"
    assert not any(part.endswith("开放，") for part in parts(turned, 30))


def test_whole_keeps_sentences_whole() -> None:
    """With `whole` nothing is cut; without it what is cut is named, and the length kept."""
    body = (
        "为规范养犬行为，云岭市政府昨天印发养犬管理办法，办法共六章三十条，明确禁养犬只二十七种，自六月一日起施行。",
        "天气一天天暖和起来了，公园里散步的人越来越多，孩子们放风筝，老人们下棋，湖边的柳树绿了。",
    )
    story = Article("a", headline="养犬有了新办法", body=body)
    whole = summarize(story, Length(chars=50, whole=True), MODELS.language).sentences
    short = summarize(story, Length(chars=50), MODELS.language).sentences
    assert all(GAP not in one.text and not one.cuts for one in whole)
    assert any(one.cuts for one in short)
    assert sum(len(one.text) for one in short) <= 50
