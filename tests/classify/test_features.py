"""What the classifier sees of an article."""

from articles.article import Article
from articles.corpus import Labelled
from classify.features import parts, story_words

HEAD, BODY = "医院夜诊", "门诊开到九点。"


def test_a_headline_counts_twice() -> None:
    """Its words stand before all others, two times over; those of kicker, subhead and captions once."""
    found = story_words(
        Article("a", headline=HEAD, kicker="健康", subhead="医保", captions=("图为诊室。",), body=(BODY,))
    )
    assert [found.count(word) for word in ("医院", "门诊", "健康", "医保", "诊室")] == [2, 1, 1, 1, 1]
    assert story_words(Labelled("health", "s", HEAD, (BODY,))).count("医院") == 2


def test_a_word_speaks_by_its_parts() -> None:
    """Itself, its pairs and its characters; a hot line is a word, another number is none."""
    assert parts("知识产权") == ("知识产权", "知识", "识产", "产权", "知", "识", "产", "权")
    assert parts("专利") == ("专利", "专", "利")
    assert (parts("12315"), parts("12"), parts("1998"), parts("，"), parts("a"), parts("AI")) == (
        ("12315",),
        (),
        (),
        (),
        (),
        ("ai",),
    )
