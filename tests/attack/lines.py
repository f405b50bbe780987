"""JSON lines: articles whose fields hold what no article has, and lines that break off."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from articles.article import to_json
from tests.attack.case import Case, Kind
from tests.attack.command import VERBS, taken
from tests.attack.damage import BYTE_WOUNDS, VALUES, damaged, json_wounds
from tests.attack.pages import opened
from tests.invented import PATENTS

ROW = to_json(PATENTS)
NAMES = st.sampled_from([*ROW, "title", "text", "content", "正文", "标题", "links", "domain", "label", "__class__", ""])
ROWS: st.SearchStrategy[Any] = st.one_of(
    json_wounds(ROW),
    st.dictionaries(NAMES, VALUES, max_size=6).map(lambda more: ROW | more),
    st.dictionaries(NAMES, VALUES, max_size=6),
    VALUES,
)
NESTED = st.sampled_from(['{"title":' + "[" * 100_000, '{"title":"a","page":' + "9" * 5000 + "}", '{"a":1,"a":2}'])
LINES = st.lists(st.one_of(ROWS.map(json.dumps), ROWS.map(json.dumps), NESTED), min_size=1, max_size=5)
DATA = st.builds(
    lambda lines, found: damaged("\n".join(lines).encode(), found), LINES, st.one_of(st.just([]), BYTE_WOUNDS)
)


def check(case: Case, folder: Path) -> None:
    """A verb takes the lines: what is no article is told, the others are done."""
    taken(case.how, case.write(folder))
    list(opened(case))


ARTICLES = Kind("lines", st.builds(Case, st.sampled_from(sorted(VERBS)), st.just(".jsonl"), DATA), check, 40)
