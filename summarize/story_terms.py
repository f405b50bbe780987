"""What a sentence is in its story: what the headline announces wins, what leans on what may be left out loses."""

import re
from collections.abc import Callable, Mapping
from math import prod

import numpy as np

from articles.expressions import expression
from articles.sentences import QUOTES_CLOSE, QUOTES_OPEN
from summarize.bigram_terms import NEWS, Story
from summarize.bigrams import Floats
from summarize.introductions import STRANGER, strangers
from summarize.sentence_terms import ADDING_TERMS, MARKS, SENTENCE_TERMS

# What a headline of one that tells others what to do calls it; then the demands are the news.
DEMANDING = expression(r"通知|意见|指示|批示|要求|强调|部署|倡议|提醒|提示|办法|规定|措施")


def announcement(story: Story) -> Floats:
    """What the headline announces is told in the headline's own words, and that is the news.

    Source: cue and title words after H. P. Edmundson, New Methods in Automatic Extracting, J. ACM 16 (1969). With it
    120 characters hold 49 instead of 41% of the headlines, and as much of withheld subheads (247 articles).
    """
    held = story.bigrams.within(story.above.astype(np.float64), len(story.candidates))
    return np.asarray(1.0 + held / max(held.max(initial=0), 1.0))


# A headline that opens with a quotation, or has it behind a colon; what it quotes elsewhere, or shorter, is a name.
QUOTATION = expression(
    rf"(?:^|[：:])[{QUOTES_OPEN}‘]([^{QUOTES_OPEN}{QUOTES_CLOSE}‘’]{{6,}})[{QUOTES_CLOSE}’]", re.MULTILINE
)
QUOTED = 4.0
# Withheld subheads do not care whether a lead of news counts once or twice; without it a line of the day lacks its day
# and who acted.
LEAD = 2.0
NEWS_DAY = expression(
    r"[今昨][天日晚晨]|近日|日前|最近|不久前|新近|连日来|当地时间|今年|\d+月\d*日|\d日|[一二三四五六七八九十]日"
)
SPEECH = 0.5


def quotation(story: Story) -> Floats:
    """A headline's quotation is told by the sentence that holds it, with who said it."""
    said = [_letters(quote) for quote in QUOTATION.findall(story.head)]
    texts = [_letters(candidate.text) if said else "" for candidate in story.candidates]
    return np.array([QUOTED if any(quote in text for quote in said) else 1.0 for text in texts])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


ONCE = expression(r"曾[是有经]|一度")
YEAR = expression(r"(?<!\d)(?:19|20)\d\d(?=年)")


def background(story: Story) -> Floats:
    """What happened two years or more before the newest year named, or once was, is not the news."""
    years = [[int(year) for year in YEAR.findall(candidate.text)] for candidate in story.candidates]
    newest = max((year for found in years for year in found), default=0)
    old = [0.8 if found and max(found) < newest - 1 else 1.0 for found in years]
    return np.array([0.8 if ONCE.search(c.text) else past for past, c in zip(old, story.candidates, strict=True)])


def lead(story: Story) -> Floats:
    """The lead of news says who did what, however much of it the headline has said; a motto may stand over it."""
    opening = [at for at, c in enumerate(story.candidates) if not c.paragraph and c.place < 2]
    dated = [at for at in opening if NEWS_DAY.search(story.candidates[at].text)]
    first = [at for at in opening if not story.candidates[at].place]
    found = np.ones(len(story.candidates))
    if story.shape is NEWS:
        found[[*dated, *first][:1]] = LEAD
    return found


def stranger(story: Story) -> Floats:
    """Who is named without saying who that is was introduced before; what he says hangs on that."""
    return np.where(strangers([candidate.text for candidate in story.candidates], story.head), STRANGER, 1.0)


# Who speaks is said before.
SPOKEN = expression(r"(?:^|[，,；;])(?:我们?|咱们?|你们?|贵国|贵方)(?![国市省县区州军党院校方])")
SPEAKER = expression(rf"[{QUOTES_OPEN}]|说|表示|指出|强调|认为|介绍|回忆|写道|：")


def speech(story: Story) -> Floats:
    """我 and 我们 without a speaker in news are somebody's words who was named before."""
    spoken = [bool(SPOKEN.search(c.text)) and not SPEAKER.search(c.text) for c in story.candidates]
    return np.where(np.array(spoken, dtype=np.bool_) & (story.shape is NEWS), SPEECH, 1.0)


# Factors of a story's sentences under its headline.
STORY_TERMS: Mapping[str, Callable[[Story], Floats]] = {
    term.__name__: term for term in (announcement, quotation, background, lead, stranger, speech)
}


def weigh_sentences(story: Story, without: str = "") -> Floats:
    """The factor of each sentence."""
    table = {**SENTENCE_TERMS, **ADDING_TERMS} if story.headed else SENTENCE_TERMS
    text = "\n".join([candidate.text for candidate in story.candidates])
    idle = {name for name, marks in MARKS.items() if not any(mark.search(text) for mark in marks)} | {without}
    if DEMANDING.search(story.head):
        idle.add("exhortation")
    terms = [term for name, term in table.items() if name not in idle]
    factors = np.array([prod([term(c.text) for term in terms]) for c in story.candidates])
    if story.headed:
        factors *= np.prod([term(story) for name, term in STORY_TERMS.items() if name != without], axis=0)
    return factors
