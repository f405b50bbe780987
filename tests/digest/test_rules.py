"""Rules: which stories a profile and a budget let in, and which come first."""

from dataclasses import replace

import pytest

from articles.article import Article
from classify.label import Label
from digest.profile import Profile
from digest.rules import choose, front_page, weight
from digest.story import Digest, LeftOut, Section, Story
from summarize.summary import Sentence, Summary


def story(
    name: str, page: int | None = 1, body: str = "正文。", told: str = "十个字的摘要就是这样", **more: object
) -> Story:
    """A story whose headline is its name and whose summary has ten characters."""
    article = Article(name, page=page, headline=name, body=(body,))
    return Story(
        article, Label("other", 0.9, {"other": 0.9}, (), False), Summary((Sentence(told, 0, 0, 1.0),), ()), **more
    )  # type: ignore[arg-type]


def digest(*stories: Story, lines: tuple[tuple[str, Story], ...] = (), unsure: tuple[Story, ...] = ()) -> Digest:
    """A digest of one section."""
    return Digest(None, None, 1, lines, (), (Section("other", "其他", stories),), unsure, (), (), (), {"other": "其他"})


def names(found: Digest) -> list[str]:
    return [one.article.id for one in found.stories]


def test_the_front_pages_stories_come_first() -> None:
    """In little space the paper's first pages win, whatever the order, and stand in the digest's own order."""
    third, second, first, nowhere = story("三版", 3), story("二版", 2), story("头版", 1), story("无版", None)
    sheet = front_page(digest(nowhere, third, second, first), 24)
    assert names(sheet) == ["二版", "头版"]
    assert [out.story.article.id for out in sheet.left_out] == ["无版", "三版"]
    assert names(front_page(digest(nowhere, third, second, first), 36)) == ["三版", "二版", "头版"]


def test_a_must_word_beats_the_page_and_length_decides_on_one_page() -> None:
    """What the profile forces in comes before page one; on a page the longer story is the weightier."""
    forced, front, long = story("必收", 9, must="必"), story("头版", 1), story("长稿", 1, "长长的正文。")
    assert names(front_page(digest(front, long, forced), 12)) == ["必收"]
    assert names(front_page(digest(front, long, forced), 24)) == ["长稿", "必收"]
    assert weight(forced) > weight(long) > weight(front)


def test_what_fits_exactly_is_in() -> None:
    """Headline and summary are counted, to the last character; a smaller story may still fit where a larger did not."""
    one, two = story("头条", 1), story("短稿", 2, told="短短的摘要")
    assert names(front_page(digest(one, two), 12)) == ["头条"]
    assert names(front_page(digest(one, two), 11)) == ["短稿"]
    assert names(front_page(digest(one, two), 19)) == ["头条", "短稿"]
    assert names(front_page(digest(one, two), 18)) == ["头条"]


def test_the_days_lines_come_before_all_stories() -> None:
    """A line that does not fit is left away with all after it, be they ever so short; the rest is for stories."""
    one = story("头条", 1)
    whole = digest(one, lines=(("第一句话。", one), ("第二句话比较长一些。", one), ("三。", one)))
    assert [text for text, _ in front_page(whole, 5).lines] == ["第一句话。"]
    assert [text for text, _ in front_page(whole, 14).lines] == ["第一句话。"]
    assert [text for text, _ in front_page(whole, 17).lines] == ["第一句话。", "第二句话比较长一些。", "三。"][:3]
    assert names(front_page(whole, 16)) == []
    assert names(front_page(whole, 17 + 12)) == ["头条"]


def test_the_unsure_are_asked_too_and_all_is_told() -> None:
    """Unsure stories compete as the others do; what the space keeps out stands with what rules kept out, and why."""
    sure, unsure, out = story("稳妥", 2), story("存疑", 1), LeftOut(story("早出"), "不在所选领域")
    sheet = front_page(replace(digest(sure, unsure=(unsure,)), left_out=(out,)), 12)
    assert (names(sheet), sheet.unsure, sheet.budget) == (["存疑"], (unsure,), 12)
    assert sheet.left_out == (out, LeftOut(sure, "篇幅所限"))


@pytest.mark.parametrize("field", ["kicker", "headline", "subhead", "body"])
def test_a_word_is_looked_for_in_all_that_a_story_prints(field: str) -> None:
    """A never word keeps a story out wherever it stands; the first that is found is the reason."""
    plain = story("新馆开馆")
    text = "夜市重开" if field != "body" else ("夜市重开",)
    one = replace(plain, article=replace(plain.article, **{field: text}))
    kept, out = choose([one, plain], Profile(never=("大桥", "重开", "夜市")))
    assert ([item.story for item in out], [item.reason for item in out]) == ([one], ["含不收的词“重开”"])
    assert kept == [plain]


def test_domains_wanted_let_the_unsure_pass() -> None:
    """What is surely of another domain goes; nobody knows that of an unsure story."""
    sure, other = story("稳妥"), story("存疑")
    unsure = replace(other, label=replace(other.label, unsure=True))
    kept, out = choose([sure, unsure], Profile(domains=("ip",)))
    assert (kept, [item.reason for item in out]) == ([unsure], ["不在所选领域"])
    assert choose([sure, unsure], Profile(domains=("ip", "other")))[0] == [sure, unsure]
    assert choose([sure], Profile())[0] == [sure]
