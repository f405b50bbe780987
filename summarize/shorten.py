"""A sentence made shorter by named rules: whole clauses, none inside quotation marks; …… stands where they were."""

from dataclasses import replace

from articles.expressions import expression
from articles.segmenter import ASCII
from articles.words import tags, words
from summarize.candidates import Candidate, rule

GAP = "……"
# A first part of fewer characters is a place, a day or who acts, and no news; a last one is not worth its gap.
FIRST, LAST = 14, 8
# In fewer characters one sentence stands, and any may end behind a clause; in more only the lead: others are left out.
ONE = 80

# Cut from a sentence wherever they stand in it; what they match is gone.
CUTS = (
    rule(
        "who told the reporter",
        r"^(?:(?:\d+月)?\d+日，?|近日，?|日前，?)?(?:本报)?记者(?:\d+日|近日|日前|今天|昨日|昨天)?[从在][^，,。：:“”]{2,24}(?:获悉|了解到)[，,：:]",
        "记者从市水务局获悉：新水厂投产。",
    ),
    rule(
        "leading purpose",
        r"^为(?:了|进一步|更好|深入|切实|全面|加强|积极|推动|保障|做好|贯彻|落实|规范|确保|解决|让|有效|方便|庆祝|纪念)[^。；;：:“”]{2,60}?，"
        r"(?:(?:贯彻|落实|持续|深化|推动|加强|进一步|不断|充分|切实|发挥|在[^，。；]{2,12}形成)[^。；;：:“”，]{2,40}，){0,4}(?=[^，。；：]{8,})",
        "为规范养犬，市政府昨天印发养犬办法。",
    ),
    rule(
        "guiding thought",
        r"(?<=[，：])要?(?:坚持|高举|始终)?以[^，。；：“”]{2,24}(?:思想|精神)为(?:指导|指引|引领)，"
        r"(?:(?:全面|深入|认真)?(?:学习)?(?:贯彻|落实)[^，。；：“”]{2,40}，){0,3}(?=[^。；]{8,})",
        "会议强调，要以党的二十大精神为指导，全面落实市委部署，三年内建成五十所幼儿园。",
    ),
    rule(
        "roll of those present",
        r"(?<=[^，。；]{6}[。，；])(?<![日天午晨晚间]，)(?=[^，。；]*、)[^，。；“”]{2,}(?:出席|参加|陪同|列席)[^，,。；;“”]{0,14}(?=。$)",
        "会谈昨日举行，王远、李近、张平等参加会见。",
    ),
    rule(
        "tail of purpose or praise",
        r"，(?:旨在|为的是|以期|从而|进而|进一步|切实|不断|努力|奋力|着力|全力)[^，。；“”]{4,60}(?=。$)"
        r"|，为[^，。；“”]{2,40}(?:提供|奠定|贡献|注入|创造|营造|打下|作出|增添)[^，。；“”]{2,24}(?=。$)",
        "新水厂投产，为全市用水提供坚强保障。",
    ),
)
SEMICOLON, COMMA = "all behind a semicolon", "further clauses"

# A clause that such words open or close needs what follows.
WAITS = expression(
    r"(?:在|从|对|随着|为|由于|因为?|如果|虽然?|尽管|即使|只要|只有|不仅|不但|不论|无论|当|自|根据|按照?|据|通过|经过?|以|与|针对|"
    r"要?(?:坚持|高举|始终)?以|要?(?:全面|深入|认真)?(?:学习)?(?:贯彻|落实)|围绕|面对|除|作为|其中|截至|截止|过去|近|目前|今[年天日]|当[前时]|一旦|既|一方面|首先|与其|如|若|比如|例如|包括|有的|不是)"
    r"|.*(?:时|后|前|中|上|下|里|间|内|来|际|同时|起|的|说|道|表示|介绍|认为|指出|强调|要求|看到|发现|获悉|显示|以及|等|称|是|让|使|"
    r"提出|明确|规定|透露|坦言|告诉|记者|外|为|与|和|悉|到|知道|认定|希望|指示|建议|呼吁|了解)[，,]$"
)
PAIRED = expression(
    r"不仅|不但|既[^然]|不是|一方面|首先|宁|与其|一是|虽|尽管|如果|只要|只有|无论|不论|是否|为什么|如何"
)
# A clause that such words open belongs to the one before.
BOUND = expression(
    r"但|而|却|不过|然而|否则|才|也|就|则|都|即|特别|尤其|是|仅|其中|以|所以|因此|因为|由于|除|这|那|该|其|等|乃至|甚至|同比|环比|比上年"
)
FIGURE = expression(r"\d")
BREAK = expression(r"[，；;]|,(?!\d)")
INSIDE = expression(
    r"“[^“”]*”?|「[^「」]*」?|『[^『』]*』?|《[^《》]*》?|（[^（）]*）?|\([^()]*\)?|\"[^\"]*\"?|‘[^‘’]*’?"
)


def shortened(candidate: Candidate, most: int) -> list[Candidate]:
    """A sentence longer than `most` characters, cuts made, as the part that may be given alone, and the rest if any.

    The second part needs the first; put together they are the sentence with …… for what was cut.
    """
    if len(candidate.text) <= most:
        return [candidate]
    text, cuts = cut(candidate.text)
    end, leaves = _end(text, most, clauses=most < ONE or not candidate.paragraph + candidate.place)
    first = replace(candidate, text=text[:end], cuts=cuts, leaves=leaves)
    return [first, replace(candidate, text=text[end:], part=1, needs_previous=True)] if leaves else [first]


def cut(sentence: str) -> tuple[str, tuple[str, ...]]:
    """A sentence without what the rules cut, and their names.

    >>> cut("为规范养犬，市政府昨天印发养犬办法。")
    ('……市政府昨天印发养犬办法。', ('leading purpose',))
    """
    names = []
    for each in CUTS:
        found = each.pattern.search(sentence)
        if found and not _quoted(sentence, found.start(), found.end()):
            left, right = sentence[: found.start()].rstrip("，；"), sentence[found.end() :]
            sentence = left + GAP + (right if right.strip("。") else "")
            names.append(each.name)
    return sentence, tuple(names)


def _quoted(sentence: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends inside marks that it does not hold whole."""
    return any(m.start() < start < m.end() or m.start() < end < m.end() for m in INSIDE.finditer(sentence))


def _end(text: str, most: int, clauses: bool) -> tuple[int, str]:
    """Where a text may end within `most` characters, …… included, and by which rule; none if it fits or may not.

    As late as may be: behind a semicolon, or behind a clause if that may be.
    """
    inside = [(match.start(), match.end()) for match in INSIDE.finditer(text)]
    found, clause = (len(text), ""), 0
    for mark in BREAK.finditer(text) if len(text) > most else ():
        at = mark.end()
        if any(start < at < end for start, end in inside):
            continue
        before, clause = text[clause:at], at
        if at < FIRST or len(text) - at < LAST:
            continue
        if at + 1 > most:
            break
        if text[at - 1] in "；;":
            found = at, SEMICOLON
        elif clauses and _complete(text[:at], before, text[at : at + 4]):
            found = at, COMMA
    return found


def _complete(whole: str, clause: str, after: str) -> bool:
    """Whether a sentence may end behind a clause: it tells something, and neither side waits for the other."""
    if WAITS.match(clause.removeprefix(GAP)) or PAIRED.search(whole) or BOUND.match(after) or "：" in whole:
        return False
    return _tells(clause) or bool(FIGURE.search(clause))


def _tells(clause: str) -> bool:
    """Whether a clause has a verb of its own, none that only describes (位于山区的村庄).

    >>> _tells("新馆今天开放，"), _tells("位于山区的小村庄，")
    (True, False)
    """
    found = words(clause[clause.rfind("的") + 1 :])
    return any(tag.startswith("v") and tag != "vn" for word in found if not ASCII.search(word) for tag in tags(word))
