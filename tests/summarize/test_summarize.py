"""The summary: the story's own sentences, in its order, within the length, and none that must not be there."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.article import Article
from formats.corpus import read_corpus
from summarize.bigram_terms import NEWS, Story, count_powers, specificity
from summarize.bigrams import find_bigrams, held_in
from summarize.candidates import (
    ATTRIBUTION,
    DEPENDENT,
    UNFIT,
    Rule,
    dependent,
    find_candidates,
    unfit,
)
from summarize.length import Length
from summarize.rank import METHODS, summarize
from summarize.shorten import GAP
from summarize.summary import Sentence
from tests.trained import MODELS

CORPUS = read_corpus(Path(__file__).parents[2] / "seeds")
STORIES = [Article(str(at), headline=one.headline, body=one.body) for at, one in enumerate(CORPUS[::9])]
LENGTHS = st.one_of(
    st.integers(1, 6).map(lambda n: Length(sentences=n)),
    st.integers(20, 600).map(lambda n: Length(chars=n)),
    st.integers(20, 600).map(lambda n: Length(chars=n, whole=True)),
)


def stands_in(sentence: Sentence, paragraph: str) -> bool:
    """Whether a paragraph holds a sentence word for word, of a shortened one what is left of it, in its order."""
    at = 0
    for part in sentence.text.split(GAP) if sentence.cuts else [sentence.text]:
        at = paragraph.find(part, at)
        if at < 0:
            return False
    return True


@settings(deadline=None)
@given(st.sampled_from(STORIES), LENGTHS, st.sampled_from(list(METHODS)))
def test_sentences_are_the_storys_own_in_its_order(story: Article, length: Length, method: str) -> None:
    """Every sentence stands in its paragraph, word for word but for what …… stands for, and none before an earlier."""
    chosen = summarize(story, length, MODELS.language, method).sentences
    assert chosen
    assert all(stands_in(sentence, story.body[sentence.paragraph]) for sentence in chosen)
    assert [(s.paragraph, s.place) for s in chosen] == sorted({(s.paragraph, s.place) for s in chosen})


@settings(deadline=None)
@given(st.sampled_from(STORIES), LENGTHS, st.sampled_from(list(METHODS)))
def test_length_is_a_promise(story: Article, length: Length, method: str) -> None:
    """A summary is never longer than asked, unless it is one sentence."""
    chosen = summarize(story, length, MODELS.language, method).sentences
    assert len(chosen) == 1 or sum(length.spent_on(sentence.text) for sentence in chosen) <= length.budget


@pytest.mark.parametrize(("chars", "share"), [(80, 0.88), (150, 0.94)])
def test_characters_are_used(chars: int, share: float) -> None:
    """Over the corpus a summary comes near to its length, the nearer the longer it is, on the average."""
    long = [story for story in STORIES if len(story.text) > 2.5 * chars]
    used = [
        sum(len(s.text) for s in summarize(story, Length(chars=chars), MODELS.language).sentences) for story in long
    ]
    assert long
    assert sum(min(one, chars) for one in used) > share * chars * len(used)


def test_what_comes_again_counts_by_its_rarity() -> None:
    """A pair that stands in two sentences weighs more where it is rare in the language."""
    texts = ["国家重视榨菜。", "国家支持榨菜。", "天晴。"]
    bigrams = find_bigrams(texts)
    candidates = find_candidates(texts)
    repeated, above = count_powers(bigrams, MODELS.language), np.zeros(len(bigrams.codes), dtype=bool)
    weights = specificity(Story(candidates, bigrams, repeated, above, False, NEWS))
    rare, common, once = (weights[held_in(bigrams, text)][0] for text in ("榨菜", "国家", "天晴"))
    assert rare > common
    assert once == 1


def test_an_editors_note_is_none_of_the_story() -> None:
    """What editors say of a letter is never its summary, however many sentences they say it in."""
    body = ("编者按：来信恳切。我们衷心欢迎大家多多来信，把专栏办得更活更好。", "建议专栏在时效性上再下功夫。" * 3)
    chosen = summarize(
        Article("a", headline="愿专栏越办越好", body=body), Length(sentences=2), MODELS.language
    ).sentences
    assert {sentence.paragraph for sentence in chosen} == {1}


def test_a_short_story_is_given_whole() -> None:
    """A story that the length holds loses its dateline, its sign-off, and not a word more."""
    body = ("本报讯（记者李明）1月5日，大会召开。其中，青年占三成。", "他说，要办好。（张三）")
    chosen = summarize(Article("a", body=body), Length(chars=200), MODELS.language).sentences
    assert "".join(s.text for s in chosen) == "1月5日，大会召开。其中，青年占三成。他说，要办好。"


@settings(deadline=None)
@given(
    st.lists(st.text(alphabet="他说好大会1月。！？“”（）\n，、；开 a%《》", max_size=60), max_size=5),
    st.sampled_from([None, "大会开", "“好？”", ""]),
    LENGTHS,
)
@example(["《1他》"], None, Length(sentences=1))
@example([], "大会开", Length(sentences=1))
def test_any_text_has_a_summary(paragraphs: list[str], headline: str | None, length: Length) -> None:
    """Whatever a page holds, there is a summary, and it is empty only where nothing is said."""
    for method in METHODS:
        article = Article("a", headline=headline, body=tuple(paragraphs))
        summary = summarize(article, length, MODELS.language, method)
        assert all(stands_in(sentence, paragraphs[sentence.paragraph]) for sentence in summary.sentences)


def test_a_dependent_sentence_comes_with_the_one_before() -> None:
    """对此 or 其中 is never chosen without what it hangs on."""
    for story in STORIES:
        chosen = summarize(story, Length(sentences=2), MODELS.language).sentences
        if len(chosen) == 2 and dependent(chosen[1].text) and not dependent(chosen[0].text):
            left, right = chosen
            between = story.text[story.text.index(left.text) + len(left.text) : story.text.index(right.text)]
            assert not any(unfit(part) == "" and len(part) > 7 for part in between.split("\n") if part.endswith("。"))


def test_news_comes_before_the_scene() -> None:
    """Under a headline the news is chosen before a voice, and who spoke never without what was said."""
    assert ATTRIBUTION.pattern.match(ATTRIBUTION.example)
    voice = "“机器一响，棚里的活就轻了。”"
    said = "一早，在石湾村的大棚里，种植户柳长庚指着新装的卷帘机对记者说。"
    news = "今年以来，县农业农村局联合农机合作社推行农机共享，累计为412户菜农节约成本90万元。"
    body = (voice + said, "柳长庚种了半辈子菜。村里人都爱听他说笑。", news, "风从河面吹来，棚膜轻轻作响。")
    story = Article("a", headline="农机共享 菜农省钱", body=body)
    assert [s.text for s in summarize(story, Length(sentences=1), MODELS.language).sentences] == [news]
    for count in range(1, 5):
        chosen = [s.text for s in summarize(story, Length(sentences=count), MODELS.language).sentences]
        assert said not in chosen
    assert voice + said in chosen


def test_figures_come_before_slogans_and_rolls() -> None:
    """Under a headline a summary tells the outcome, not who was there nor what meetings always say."""
    lead = "3月2日，清河县召开农机工作会议。"
    names = "县农业农村局局长陆文舟、县农机中心主任韩立夏、各乡镇负责人等参加了会议。"
    slogan = "会议指出，农机工作要提高政治站位，凝心聚力，真抓实干，奋力谱写农机工作新篇章。"
    outcome = "去年全县新增拖拉机320台，农机作业面积达到46万亩，增长12%。"
    body = (lead + names, slogan, "会场外摆着几台新到的样机，不少人围着看。", outcome)
    story = Article("a", headline="清河县召开农机工作会议", body=body)
    assert [s.text for s in summarize(story, Length(sentences=2), MODELS.language).sentences] == [lead, outcome]


@pytest.mark.parametrize("rule", UNFIT, ids=lambda rule: rule.name)
def test_unfit_rules_name_their_examples(rule: Rule) -> None:
    """Each rule takes the line that called for it."""
    assert rule.pattern.match(rule.example)
    assert unfit(rule.example)


@pytest.mark.parametrize("rule", DEPENDENT, ids=lambda rule: rule.name)
def test_dependent_rules_name_their_examples(rule: Rule) -> None:
    """Each rule takes the line that called for it, and no ordinary lead."""
    assert rule.pattern.match(rule.example)
    assert dependent(rule.example)
    assert not dependent("4月8日，市志愿者联合会第三次代表大会召开。")


def test_the_same_story_gives_the_same_summary() -> None:
    """Nothing depends on what was summarized before."""
    first = [summarize(story, Length(chars=120), MODELS.language) for story in STORIES[:40]]
    assert [summarize(story, Length(chars=120), MODELS.language) for story in reversed(STORIES[:40])] == first[::-1]


@pytest.mark.parametrize("marks", ["“”", "「」", "『』", '""', "＂＂", "＇＇", "‘’", "〝〞", "｢｣"])
def test_a_quotation_stays_with_its_speaker(marks: str) -> None:
    """In whatever marks, what was said and who said it are one sentence, and neither is given alone."""
    said = f"{marks[0]}菜软，味道淡，老人吃得惯。{marks[1]}八十岁的严桂芬吃完午饭后说。"
    found = find_candidates([f"4月1日，社区食堂开张。{said}"])
    assert [one.text for one in found if one.fit] == ["4月1日，社区食堂开张。", said]
    assert unfit("八十岁的严桂芬吃完午饭后说。")
    assert unfit(said[:15])


def test_what_points_to_a_sentence_that_is_never_chosen_is_never_chosen() -> None:
    """这些问题 without the questions tells nothing; behind an inner headline a sentence may stand."""
    asked, noted = "“菜价贵不贵？”“能不能送上门？”", "开张前，这些问题被写在一块白板上。"
    assert [one.fit for one in find_candidates([asked + noted])] == [False, False]
    assert [one.fit for one in find_candidates(["办法有了", noted])] == [False, True]


def test_nothing_is_said_twice() -> None:
    """A sentence that another holds whole is left out, in a story that is given whole too."""
    body = ("4月1日，双桥镇开展防汛演练。群众安全是第一位的。镇长鲍立诚说，群众安全是第一位的。",)
    chosen = summarize(Article("a", body=body), Length(chars=120), MODELS.language).sentences
    assert [s.text for s in chosen] == ["4月1日，双桥镇开展防汛演练。", "镇长鲍立诚说，群众安全是第一位的。"]


def test_a_headline_that_quotes_is_told_by_who_said_it() -> None:
    """The sentence that holds the quotation comes first, though a voice else tells nothing."""
    said = "“没救下人，我这辈子都会后悔。”列车员郑守田在病房里对来看他的同事们说。"
    body = ("3月2日，云岭站发生一起险情。", "列车员郑守田救下一位老人，自己失去右腿。", said, "医院为他会诊三次。")
    story = Article("a", headline="「没救下人，我这辈子都会后悔」", kicker="列车员郑守田——", body=body)
    assert [s.text for s in summarize(story, Length(sentences=1), MODELS.language).sentences] == [said]
