"""People, organizations and places told apart, by the dictionary's tags, their form and what stands beside them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.expressions import expression
from articles.segmenter import ASCII
from articles.words import in_dictionary, remembered, stop_words, tags
from summarize.whole import ALL, PLAIN, REMEMBERED, SOUNDS, known_tags
from summarize.word_types import ENDINGS, OTHER, TITLES, known_types, listed

# With the words before it, a body: 清禾市公交公司.
BODY = expression(
    r".*(?:公司|集团|委员会|政府|政协|人大|法院|检察院|大学|学院|[中小]学|医院|银行|协会|学会|商会|联合会|基金会|研究[院所]|科学院|"
    r"办公[厅室]|指挥部|事务所|出版社|报社|电视台|博物馆|图书馆|合作社|办事处|管理处|派出所|[支大总]队|联盟|俱乐部|工厂|剧院|"
    r"常委会|领导小组|总署|审计署|(?:商务|教育|外交|财政|交通|建设|水利|公安|民政|农业|农村|国防|组织|宣传|统战|工信|司法|人社|"
    r"住建|文化|卫生|信息化|资源|环境|运输|管理|政治|武装)部|(?:管理|公安|监管|监督|税务|统计|气象|铁路|海关|教育|财政|民政|卫生|"
    r"水务|水利|林业|农业|商务|文化|旅游|司法|审计|建设|城管|农村|资源|环境|知识产权|药监|能源|邮政|情报|移民|警察|安全|总)局|"
    r"[省市县区军纪监卫改教工党]委|中宣部|中组部|统战部|国务院|联合国|新华社|党中央|国办|中办|外交部|(?:省|财政|公安|教育|水利|商务|卫生|农业|农村|民政|司法|交通|运输|文化|旅游|建设|环境|资源|科技)[^\W\d_]{0,2}厅)"
)
# The dictionary calls 深度 and 英雄 places: one that no list has must end as places do, or stand where places stand.
# 深山, 各县区, 周边城市: any of its kind.
NO_PLACE = expression(r"[深浅大小高低远近荒上下各两多].|各.*|.*(?:城市|乡村)|.+[山郊市城矿灾牧林库景园辖]区|[^新]城区")
KINDS_OF_PLACE = frozenset("省市县区州旗镇乡村")
PLACE_ENDS = frozenset("省市县区州旗镇乡村岛山江河湖港湾路街桥寺国")
BEFORE_PLACE = frozenset(["在", "到", "赴", "抵", "驻", "来自", "位于", "前往", "抵达", "访问", "来到", "途经"])
NO_END = frozenset("庄崖沟坪屯营祠口平质树色广漾贷语观荷湖以说了的上下中里怕开头尾格性们方愿将也都")
LONGEST_BODY = 18
# There is one of each, so that nothing before it is of its name.
ONE_NAMED = frozenset(["党中央", "国务院", "中宣部", "中组部", "联合国", "新华社", "外交部", "国办", "中办"])
# 李先生, 张老汉: an example, named by no name.
CALLED_SO = expression(r".(?:先生|女士|某某?|家|叔|婶|老[汉师]|大[姐哥]|大爷|大妈|大娘|阿姨|奶奶|大夫|师傅|婆婆)")
# Whom a foreign name of three characters names so often is somebody.
OFTEN = 3
INTO_BODY = frozenset(("n", "ns", "nz", "nt", "j", "b", "vn", "nr", "nrt"))
PROPER = frozenset(("ns", "nz", "nt", "nr", "nrt", "nrfg", "j", "x"))
# Surnames that are little else.
FIRM = frozenset(
    "李王张刘陈杨赵吴周徐孙朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余杜苏魏吕丁任沈姚卢姜崔陆汪范石廖贾夏韦傅邹孟秦邱江薛闫侯龙陶黎贺郝龚邵覃"
)
ROLE = expression(r"[^\W\d_]+[员长师生工户民手兵医家理警官]")
CALLED = frozenset(["经理", "总经理", "居民", "村民", "市民", "患者", "老师", "教师", "医生", "工程师", "农户", "职工"])
SPEAKS = frozenset(
    [
        "说",
        "表示",
        "指出",
        "介绍",
        "认为",
        "强调",
        "告诉",
        "出席",
        "主持",
        "会见",
        "表态",
        "坦言",
        "主任",
        "先生",
        "女士",
    ]
)

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a text and how often each is said, the most frequent first, of equals the earlier."""

    person: Counts = ()
    organization: Counts = ()
    place: Counts = ()


NO_NAMES = Names()


def find_names(words: Sequence[str]) -> Names:
    """The names among the words of a text, as `whole_words` gives them.

    >>> find_names(["清禾市", "公交", "公司", "经理", "柴正阳", "到", "北京", "。"])
    Names(person=(('柴正阳', 1),), organization=(('清禾市公交公司', 1),), place=(('北京', 1),))
    """
    people, bodies, lands = Counter[str](), Counter[str](), Counter[str]()
    surely: set[str] = set()
    sorts = known_sorts()
    for at, word in [(at, word) for at, word in enumerate(words) if sorts[word]]:
        sort = sorts[word]
        if sort == "body":
            if body := _body(words, at):
                bodies[body] += 1
        elif sort == "place" or (sort == "ns" and at and words[at - 1] in BEFORE_PLACE):
            lands[word] += 1
        elif sort in ("person", "nr"):
            people[word] += 1
            if sort == "person" or _is_person(words, at):
                surely.add(word)
    people = Counter({name: times for name, times in people.items() if name in surely or _foreign(name, times)})
    return Names(*(tuple(found.most_common()) for found in (people, bodies, lands)))


def _foreign(name: str, times: int) -> bool:
    firm = name[0] in FIRM and known_tags()[name] == "nr"
    return times >= OFTEN and (firm or (len(name) > 2 and SOUNDS.issuperset(name)))


class _Sorts(dict[str, str]):
    """What each word names: body, place, person; ns, nr where it is for its neighbours to tell; or nothing."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[word] = _sort(word)
        return found


def _sort(word: str) -> str:
    if len(word) < 2 or ASCII.search(word) or word in stop_words():
        return ""
    if BODY.fullmatch(word):
        return "body"
    return _sort_of_place(word) or _sort_of_person(word)


def _sort_of_place(word: str) -> str:
    if word in listed("place"):
        return "place"
    if word in listed("no-place") or known_tags()[word] not in ("ns", "x") or NO_PLACE.fullmatch(word):
        return ""
    if len(word) > 3 and word[-1] not in KINDS_OF_PLACE and known_tags()[word[:2]] in ("v", "vn", "a", "ad"):
        return ""
    ends = word[-1] in PLACE_ENDS and len(word) > 2
    if ends and (known_tags()[word] == "ns" or known_tags()[word[:-1]] == "ns"):
        return "place"
    return "ns" if known_tags()[word] == "ns" else ""


def _sort_of_person(word: str) -> str:
    """The sort by the dictionary, else by the form of the word."""
    known = known_tags()[word] in ("nr", "nrfg", "nrt")
    if word in listed("no-person") or word[-1] in ENDINGS or not (known or known_tags()[word] == "x"):
        return ""
    if CALLED_SO.fullmatch(word):
        return ""
    if known_tags()[word] == "nrfg" or (
        known_tags()[word] == "nr" and len(word) == 3 and word[0] in FIRM and word[-1] not in NO_END
    ):
        return "person"
    if "·" in word:
        return "person"
    if len(word) > 2 and SOUNDS.issuperset(word):
        return "nr"
    if word[0] not in ALL or len(word) > 3 or (len(word) == 2 and word[0] in PLAIN):
        return ""
    if known or word[0] in PLAIN or len(word) == 2:
        return "nr"
    if in_dictionary(word[:2]) or "之" in word or word[-1] in NO_END:
        return ""
    return "person" if known_tags()[word[1:]] in ("x", "nr") else "nr"


@remembered
def known_sorts() -> _Sorts:
    """What has been found out so far."""
    return _Sorts()


def _is_person(words: Sequence[str], at: int) -> bool:
    """Whether a title, a calling, a verb of saying or the dot of foreign names stands beside a word."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    return (
        bool(TITLES.fullmatch(before) or TITLES.fullmatch(after) or ROLE.fullmatch(before))
        or before in CALLED
        or after in SPEAKS
        or "·" in (before, after)
    )


def _body(words: Sequence[str], at: int) -> str:
    """The name of a body that ends with a word, from the first word of it; empty where it is only called what it is."""
    start, size = at, len(words[at])
    while (
        start
        and words[at] not in ONE_NAMED
        and _belongs(words[start - 1], words[start])
        and size + len(words[start - 1]) <= LONGEST_BODY
    ):
        start -= 1
        size += len(words[start])
    while start < at and _deed(words[start]):
        start += 1
    name = "".join(words[start : at + 1])
    plain = name in listed("plain-body") or name.startswith(("各", "该", "本", "我", "某"))
    return "" if plain or not any(map(_proper, words[start : at + 1])) else name


def _deed(word: str) -> bool:
    """Whether a word is what was done with a body, no part of its name: 参观博物馆, 交由全国人大."""
    tag = known_tags()[word]
    return tag in ("v", "vn", "d", "p", "c") or (tag == "x" and word[0] not in ALL and tags(word)[0][0] in "vdpcf")


def _proper(word: str) -> bool:
    """Whether a word tells one body from others of its kind."""
    return known_tags()[word] in PROPER and word not in listed("plain-body")


def _belongs(word: str, after: str) -> bool:
    """Whether a word stands before the next in the name of a body; before a place only a place does."""
    if word in stop_words() or TITLES.fullmatch(word) or len(word) < 2:
        return False
    tag = known_tags()[word]
    if "ns" in (known_tags()[after], known_tags()[after[:2]]) or after[-1] in "省市县区镇乡":
        return tag == "ns" or (len(word) > 2 and word[-1] in "省市县区州")
    return tag in INTO_BODY or (tag == "x" and word.isalpha() and known_types()[word] != OTHER)
