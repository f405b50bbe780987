"""Every format: what it must hold, the same at each run, valid after its own standard."""

import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx
import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openpyxl import load_workbook

from articles.errors import InputError
from digest.marks import paragraphs
from digest.profile import Profile
from digest.render import RENDERERS, SUFFIXES
from digest.rules import choose, front_page
from digest.story import Digest
from digest.wording import headline_of, numeral, summary_of
from tests.invented import NAMES, day, hostile

SCHEMA = Path("digest/schema/digest.schema.json")


def valid(text: str, schema: Path) -> None:
    rules = json.loads(schema.read_text("utf-8"))
    Draft202012Validator(rules, format_checker=FormatChecker()).validate(json.loads(text))


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("make", [day, hostile])
def test_same_digest_same_bytes(name: str, make: Callable[[], Digest]) -> None:
    """A format is a function of the digest: no clock, no chance."""
    assert RENDERERS[name](make()) == RENDERERS[name](make())


@pytest.mark.parametrize("name", RENDERERS)
def test_every_story_stands_in_every_format(name: str) -> None:
    """A story of the digest is in each of its formats, with its summary."""
    text = squeezed(as_text(RENDERERS[name](day())))
    for story in day().stories:
        assert squeezed(story.article.headline or "") in text
        assert all(squeezed(sentence.text) in text for sentence in story.summary.sentences)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_takes_any_text(name: str) -> None:
    """Whatever a page holds, a digest is written of it that can be read, and an empty one too."""
    assert "倒" in as_text(RENDERERS[name](hostile()))
    empty = replace(day(), lines=(), keywords=(), sections=(), unsure=(), left_out=(), paper=None)
    assert isinstance(as_text(RENDERERS[name](empty)), str)
    if name != "atom":
        assert isinstance(as_text(RENDERERS[name](replace(empty, date=None))), str)


def as_text(content: str | bytes) -> str:
    """The text that a reader sees of a file, by what the file is."""
    if isinstance(content, str):
        return content
    if content.startswith(b"PK"):  # an archive of XML, as offices write it
        with zipfile.ZipFile(BytesIO(content)) as parts:
            names = [name for name in parts.namelist() if name.endswith(".xml")]
            return "\n".join(text for name in names for text in ElementTree.fromstring(parts.read(name)).itertext())
    if b"\nMIME-Version: " in content:
        return message_from_bytes(content, policy=default).get_body(("plain",)).get_content()
    return content.decode()


def squeezed(text: str) -> str:
    return re.sub(r"\s|\\n|<[^>]*>|\\", "", text)


@pytest.mark.parametrize("make", [day, hostile])
def test_json_holds_to_its_schemas(make: Callable[[], Digest]) -> None:
    """The JSON is what digest.schema.json says, and the ninjs item what the standard's properties allow."""
    valid(str(RENDERERS["json"](make())), SCHEMA)
    valid(str(RENDERERS["ninjs"](make())), Path("tests/digest/ninjs-3.0-used.schema.json"))
    valid(str(RENDERERS["jsonfeed"](make())), Path("tests/digest/jsonfeed-1.1.schema.json"))


def test_feeds_are_read_by_a_feed_reader() -> None:
    """feedparser finds the Atom feed well formed, with an entry a story and the media topics as categories."""
    feed = feedparser.parse(RENDERERS["atom"](day()))
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.title for entry in feed.entries] == [headline_of(s.article, s.summary) for s in day().stories]
    assert len({entry.id for entry in feed.entries}) == len(day().stories)
    assert (feed.entries[0].tags[0].term, feed.entries[0].tags[0].label) == ("20000206", "知识产权")


def test_a_feed_makes_up_no_day() -> None:
    """A story without one is of the feed's, the latest of several; where no page names one the feed is not written."""
    section = day().sections[0]
    first, *rest = section.stories
    undated = replace(first, article=replace(first.article, date=None))
    mixed = replace(day(), date=None, lines=(), sections=(replace(section, stories=(undated, *rest)),), unsure=())
    feed = feedparser.parse(RENDERERS["atom"](mixed))
    assert {feed.feed.updated, *(entry.updated for entry in feed.entries)} == {"2025-04-25T00:00:00+08:00"}
    alone = replace(mixed, sections=(replace(section, stories=(undated,)),))
    with pytest.raises(InputError, match="--date"):
        RENDERERS["atom"](alone)


def test_word_is_set_as_official_documents_are() -> None:
    """GB/T 9704: A4, its margins, its sizes; and real headings, so that the outline works."""
    document = docx.Document(BytesIO(bytes(RENDERERS["docx"](day()))))
    sheet = document.sections[0]
    margins = (sheet.top_margin, sheet.bottom_margin, sheet.left_margin, sheet.right_margin)
    assert [round(length.mm) for length in (sheet.page_width, sheet.page_height)] == [210, 297]
    assert [round(length.mm) for length in margins] == [37, 35, 28, 26]
    sizes = {name: document.styles[name].font.size.pt for name in ("Title", "Normal", "Heading 1", "Heading 2")}
    assert sizes == {"Title": 22, "Normal": 16, "Heading 1": 16, "Heading 2": 16}
    outline = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert outline[:3] == [
        ("Heading 1", "一、今日要点"),
        ("Heading 1", "二、知识产权（2篇）"),
        ("Heading 2", "（一）云岭专利转化“加速跑”"),
    ]


def test_excel_is_ready_to_filter() -> None:
    """A row a story, the header frozen, filters over the whole table, confidence as a number."""
    sheet = load_workbook(BytesIO(bytes(RENDERERS["xlsx"](day())))).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:N{len(day().stories) + 1}"
    assert (sheet["C2"].value, sheet["D2"].value, sheet["D2"].number_format) == ("知识产权", 0.98, "0%")


def test_marks_change_no_text() -> None:
    """The marked story, its runs put together, is the story as the page prints it."""
    for story in day().stories:
        texts = ["".join(run.text for run in paragraph.runs) for paragraph in paragraphs(story)]
        assert texts == list(story.article.body)
    first = paragraphs(day().stories[0])
    assert [run.text for run in first[2].runs if run.evidence] == ["专利", "专利", "专利"]
    assert [paragraph.open for paragraph in first] == [False, False, False, True, False]


def test_front_sheet_keeps_its_promise() -> None:
    """A front sheet holds no more characters than its budget, the day's lines first, and names what did not fit."""
    for budget in (30, 150, 500, 5000):
        sheet = front_page(day(), budget)
        stories = [headline_of(story.article, story.summary) + summary_of(story) for story in sheet.stories]
        assert sum(map(len, stories)) + sum(len(text) for text, _ in sheet.lines) <= budget
        assert len(sheet.stories) + len(sheet.left_out) == len(day().stories) + len(day().left_out)
    assert front_page(day(), 5000).stories == day().stories
    assert front_page(day(), 30).lines == ()


def test_profile_words_force_and_forbid() -> None:
    """A never word keeps a story out, a domain not wanted too, and a must word wins over both and is shown."""
    profile = Profile(domains=("health", "ip"), must=("茶农",), never=("夜间门诊", "茶农"))
    kept, out = choose(day().stories, profile)
    assert [(story.article.headline, story.must) for story in kept if story.must] == [
        ("万亩春茶开采，茶农用上无人机运茶", "茶农")
    ]
    reasons = {item.story.article.headline: item.reason for item in out}
    assert reasons["家门口的诊室，夜里也亮着灯"] == "含不收的词“夜间门诊”"
    assert reasons["预付卡退费难？七天内可以反悔"] == "不在所选领域"
    assert {story.label.domain for story in kept if not story.label.unsure} <= {"health", "ip", "other"}


def test_formats_have_suffixes_of_their_own() -> None:
    """No two formats write to the same file."""
    assert len(set(SUFFIXES.values())) == len(RENDERERS)
    assert SUFFIXES.keys() == RENDERERS.keys()
    assert set(NAMES) == set(day().names)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_takes_a_crowded_day(name: str) -> None:
    """A section of some hundred stories, a paper of any name: Word counts on, and its properties hold what they can."""
    section = day().sections[0]
    crowd = tuple(replace(section, name=f"领域{number}", stories=section.stories * 60) for number in range(120))
    digest = replace(
        day(),
        paper="岚" * 300,
        sections=(*crowd[:1], *(replace(one, stories=section.stories[:1]) for one in crowd[1:])),
    )
    text = as_text(RENDERERS[name](digest))
    assert squeezed(section.stories[0].article.headline or "") in squeezed(text)
    if name == "docx":
        assert "（一百二十）" in text
        assert "一百二十、" in text


def test_numbers_in_chinese_read_back() -> None:
    """Every number has its own numeral, and the figures of one tell the number."""
    said = [numeral(number) for number in range(1, 12_000)]
    assert len(set(said)) == len(said)
    assert not [word for word in said if "零零" in word or word.endswith("零")]
    tried = {100: "一百", 105: "一百零五", 111: "一百一十一", 1010: "一千零一十", 10_001: "一万零一", 110_000: "十一万"}
    assert {number: numeral(number) for number in tried} == tried
    assert numeral(10**8) == "100000000"
