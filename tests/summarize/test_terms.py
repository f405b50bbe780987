"""The terms of the default method: which way each speaks, on sentences that differ in nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from articles.article import Article
from summarize import bigram_terms, sentence_terms, story_terms
from summarize.bigram_terms import BIGRAM_TERMS, FEATURE, NEWS, Shape, Story, weigh_bigrams
from summarize.bigrams import find_bigrams, held_in
from summarize.candidates import find_candidates
from summarize.length import Length
from summarize.sentence_terms import ADDING_TERMS, SENTENCE_TERMS, facts
from summarize.textrank import DAMPING, ROUNDS, rank_sentences
from summarize.weighed import IN_HEADLINE, _worth, choose_sentences, opens_scene, shape_of
from tests.trained import MODELS

PLAIN = Shape("plain", place=0.0, openers=0.0, opening=1.0, ending=1.0)


def story(*paragraphs: str, above: str = "", shape: Shape = PLAIN) -> Story:
    """A story in which nothing weighs but what the test names."""
    candidates = find_candidates(paragraphs)
    bigrams = find_bigrams([one.text for one in candidates])
    repeated = np.zeros(len(bigrams.codes))
    return Story(candidates, bigrams, repeated, held_in(bigrams, above), bool(above), shape)


def weight(of: Story, pair: str, term: str = "") -> float:
    """What a pair of characters weighs, by one term or by all."""
    weights = BIGRAM_TERMS[term](of) if term else weigh_bigrams(of)
    return float(weights[held_in(of.bigrams, pair)][0])


THREE = ("苹果疏花开始了。大桥封闭通车了。", "苹果丰收在望了。新馆开馆迎客了。")


def test_what_comes_early_counts_more_and_far_more_in_news() -> None:
    """The first sentence that holds a pair decides; under a headline, which repeats the top, it counts less."""
    news, feature = story(*THREE, shape=NEWS), story(*THREE, shape=FEATURE)
    assert weight(news, "苹果", "place") == 1 > weight(news, "大桥", "place") > weight(news, "新馆", "place")
    assert weight(news, "新馆", "place") < weight(feature, "新馆", "place") < 1
    headed = replace(news, headed=True)
    assert weight(headed, "新馆", "under_headline") > weight(headed, "苹果", "under_headline") == 1
    assert weight(news, "新馆", "under_headline") == 1
    assert weight(headed, "新馆") < weight(headed, "苹果")


def test_what_paragraphs_open_with_counts_more() -> None:
    """By how many of them do."""
    found = story(*THREE, shape=FEATURE)
    assert weight(found, "苹果", "openers") == pytest.approx(3**0.5)
    assert weight(found, "新馆", "openers") == 1


def test_a_features_first_paragraph_and_every_storys_last_sentence_count_more() -> None:
    """A theme is named at the start and come back to at the end."""
    found = story(*THREE, shape=FEATURE)
    assert [weight(found, pair, "opening") for pair in ("苹果", "大桥", "新馆")] == [2, 2, 1]
    assert [weight(found, pair, "ending") for pair in ("苹果", "大桥", "新馆")] == [1, 1, 2.6]
    assert weight(story(*THREE, shape=NEWS), "新馆", "ending") == 1.5
    assert weight(story(*THREE, shape=NEWS), "苹果", "opening") == 1


def test_titles_quoted_names_and_the_headlines_words_count_more() -> None:
    """What stands in 《》 or “” anywhere, and what the headline names."""
    found = story("专利开放许可。", "会上印发《专利导航手册》。", above="手册印发")
    assert (
        weight(found, "专利", "quoted_names")
        == weight(found, "导航", "quoted_names")
        > weight(found, "开放", "quoted_names")
        == 1
    )
    assert weight(found, "手册", "headline") == 2 > weight(found, "开放", "headline") == 1


def test_a_term_can_be_left_out() -> None:
    """Its weight alone is then missing."""
    found = story("专利开放许可。", above="专利")
    assert weigh_bigrams(found) == pytest.approx(weigh_bigrams(found, "headline") * BIGRAM_TERMS["headline"](found))
    assert set(BIGRAM_TERMS) < set(vars(bigram_terms))


# For each term a sentence that it holds against, and one as good in every other way.
WORSE_AND_BETTER = {
    "substance": ("会议要求提高政治站位，真抓实干。", "会议要求四月完成疏花，三天授粉。"),
    "exhortation": ("会议强调，要抓早，要抓实。", "会议强调，能抓早，能抓实。"),
    "question": ("预付卡能退吗？", "预付卡能退了。"),
    "asking": ("预付卡能退吗？", "预付卡能退了。"),
    "brevity": ("全县的农机工作都开始了。", "农机工作开始了。"),
    "scene": ("清晨六点，茶农把鲜叶装进竹篓。", "茶农六点把鲜叶装进竹篓。"),
    "judgment": ("清河公司诉至法院，要求赔偿五万元。", "清河公司负责人到了法院。"),
    "result": ("会议建议农机站月底开工。", "农机站月底开工。"),
    "example": ("张女士领到了农机补贴。", "农户们领到了农机补贴。"),
    "roll": ("顾怀远、江映雪、罗世安参加座谈。", "顾怀远、江映雪、罗世安说了建议。"),
}


@pytest.mark.parametrize("term", SENTENCE_TERMS | ADDING_TERMS)
def test_which_sentences_lose(term: str) -> None:
    """Each term takes something from the one and less or nothing from the other."""
    worse, better = WORSE_AND_BETTER[term]
    by_term = (SENTENCE_TERMS | ADDING_TERMS)[term]
    assert by_term(worse) < by_term(better) <= 1


def test_of_a_case_the_judgment_is_the_news() -> None:
    """It wins over what a party claims and what the law says, a decision over a proposal."""
    judged, claimed, law = (
        "法院判决被告赔偿三万元。",
        "原告诉至法院，要求赔偿五万元。",
        "《种子法》第九条规定，种子须检验。",
    )
    assert sentence_terms.judgment(judged) > 1 > sentence_terms.judgment(law) > sentence_terms.judgment(claimed)
    assert sentence_terms.result("会议审议通过农机条例。") > 1 > sentence_terms.result("会议建议修订农机条例。")


def test_few_names_are_no_roll() -> None:
    """Two names take part in what is told, three and more are a list; titles of one who acts are none."""
    assert sentence_terms.roll("顾怀远、江映雪参加座谈。") == 1
    assert sentence_terms.roll("顾怀远、江映雪、罗世安参加座谈。") < 1
    assert sentence_terms.roll("市委书记、市长、人大主任顾怀远出席并宣布开幕。") == 1


def test_words_without_a_speaker_lose_in_news() -> None:
    """我们 is whoever was named before; not where the speaker stands beside it, and not in an essay."""
    texts = ["昨天开会。", "我们要种好地。", "他说，我们要种好地。", "我国粮食丰收。"]
    assert story_terms.speech(story(*texts, above="农机", shape=NEWS)).tolist() == [1.0, 0.5, 1.0, 1.0]
    assert story_terms.speech(story(*texts, above="农机", shape=FEATURE)).tolist() == [1.0] * 4


def test_the_lead_may_stand_under_a_motto() -> None:
    """It is the sentence with the day, of the first two; the first where neither has one."""
    texts = ["种好地，收好粮。", "农机节昨天开幕。", "三百人到场。"]
    assert story_terms.lead(story("".join(texts), above="农机", shape=NEWS)).argmax() == 1
    assert story_terms.lead(story("".join(texts[::2]), above="农机", shape=NEWS)).argmax() == 0


def test_figures_and_titles_are_facts_under_a_headline() -> None:
    """Each counts, four at most; without a headline none does, for no one is asked to add to it."""
    texts = ["全县新增拖拉机320台。", "全县新增拖拉机了。", "三百人、12.5%、8公里、7家、《手册》和百分之三、9台、5户。"]
    headed = story(*texts, above="农机")
    one, none, many = facts(headed).tolist()
    assert (none, many) == (0, 4 * one)
    assert one > 0
    assert not facts(story(*texts)).any()
    assert not facts(headed, without="facts").any()


def test_the_walk_between_sentences_and_bigrams_is_the_plain_one() -> None:
    """From a sentence to a pair by its weight, from a pair to any of its sentences, now and then anew."""
    found = story("苹果疏花。", "苹果授粉忙。", "大桥封闭。")
    weights = np.random.default_rng(1).random(len(found.bigrams.codes)) + 0.1
    holds = np.zeros((3, len(weights)))
    holds[found.bigrams.sentences, found.bigrams.bigrams] = 1
    there = holds * weights / (holds * weights).sum(axis=1, keepdims=True)
    back = holds / holds.sum(axis=0)
    rank = np.full(3, 1 / 3)
    for _ in range(ROUNDS):
        rank = (1 - DAMPING) / 3 + DAMPING * (rank @ there) @ back.T
    assert rank_sentences(found.bigrams, weights, 3) == pytest.approx(rank)


def test_what_the_headline_says_already_counts_less() -> None:
    """A summary is to add to it; a chance is below one however great the odds."""
    found = story("苹果疏花。", "大桥封闭。", above="苹果疏花")
    known = held_in(found.bigrams, "苹果")
    assert _worth(found, "")[known] == pytest.approx(IN_HEADLINE * _worth(found, "in headline")[known])
    assert IN_HEADLINE < 1
    assert (_worth(found, "") < 1).all()


@pytest.mark.parametrize(
    ("body", "news"),
    [
        (("本报讯（记者周岚）他种了半辈子菜。", "二。", "三。"), True),
        (("他种了半辈子菜。", "新华社北京4月9日电 二。", "三。"), True),
        (("他种了半辈子菜。", "二。", "本报讯（记者周岚）三。"), False),
        (("4月9日，县里开会。", "二。", "三。"), True),
        (("近日，县里开会吗？", "二。", "三。"), False),
        (("“近日忙。”他说。", "二。", "三。"), False),
        (("我昨天种了菜。", "二。", "三。"), False),
        (("我市昨天种了树。", "二。", "三。"), True),
        (("他种了半辈子菜。", "二。"), True),
        (("他种了半辈子菜。", "二。", "三。"), False),
    ],
)
def test_what_is_news(body: tuple[str, ...], news: bool) -> None:
    """A dateline in the first two paragraphs, a day in a lead that is nobody's voice, or two paragraphs at most."""
    assert (shape_of(body, find_candidates(body)) is NEWS) is news


@pytest.mark.parametrize(
    ("lead", "scene"),
    [
        ("清晨，茶园里人声渐起。", True),
        ("预付卡能退吗？", True),
        ("“忙得很！”他说。", True),
        ("4月9日，县里开会。", False),
    ],
)
def test_what_opens_a_scene(lead: str, scene: bool) -> None:
    """A time of day, a voice or a question comes before the news."""
    assert opens_scene(find_candidates([lead])) is scene


def test_the_score_says_what_a_sentence_adds() -> None:
    """One for the weightiest, less for the others; a story given whole is one everywhere."""
    body = (
        "4月9日，县医院开通夜间门诊。",
        "门诊开到九点，医保当场结算，药也能拿。",
        "市民说好，都说方便，下班也能看病了。",
        "卫健委说，还要再开三家。",
    )
    article = Article("a", headline="夜间门诊开通", body=body)
    chosen = choose_sentences(article, find_candidates(body), Length(sentences=2), MODELS.language)
    assert max(one.score for one in chosen) == 1 > min(one.score for one in chosen) > 0
    whole = choose_sentences(article, find_candidates(body), Length(sentences=4), MODELS.language)
    assert [one.score for one in whole] == [1, 1, 1, 1]
    assert set(SENTENCE_TERMS) < set(vars(sentence_terms))


def factors(found: Story, without: str = "") -> list[float]:
    """What a story's sentences are multiplied by, as shares of the first."""
    values = story_terms.weigh_sentences(found, without)
    return (values / values[0]).tolist()


def test_the_headlines_own_words_and_the_lead_of_news_count_more() -> None:
    """Under a headline what it names counts up to twice, and the lead of news twice; without one nothing does."""
    texts = ("大桥封闭一天了。", "新馆开馆迎客了。", "苹果疏花开始了。")
    plain = story(*texts, above="新馆开馆迎客")
    assert factors(plain) == pytest.approx([1, 2, 1])
    assert factors(plain, "announcement") == pytest.approx([1, 1, 1])
    assert factors(replace(plain, shape=NEWS)) == pytest.approx([1, 1, 0.5])
    assert factors(story(*texts)) == pytest.approx([1, 1, 1])


def test_older_years_are_background() -> None:
    """Two years before the newest one that is named, and what once was."""
    texts = ("二零大桥2024年通车。", "二零大桥2023年通车。", "二零大桥2022年通车。", "二零大桥曾是渡口啊呀。")
    found = story_terms.background(story(*texts, above="新馆开馆"))
    assert found.tolist() == [1, 1, 0.8, 0.8]


def test_where_demands_are_the_news_they_lose_nothing() -> None:
    """Under 通知 or 意见 a row of demands is what the headline announces."""
    texts = ("大桥四月通车，能抓早，能抓实。", "大桥四月通车，要抓早，要抓实。")
    for head, share in (("大桥通车的通知", 1.0), ("大桥通车", 0.7)):
        found = replace(story(*texts, above=head), head=head)
        assert factors(found)[1] == pytest.approx(share)
