"""Stories that are akin: on an undamaged page each stays what it is, however many words it shares with the others."""

from tests.three_stories import page, stories

MEETINGS = {
    "岚川市领导会见青溪县考察团": (
        "本报讯（记者田雨晴）4月8日下午，市委书记陶世安在市会展中心会见了由青溪县县长邬大林率领的考察团一行。",
        "陶世安对考察团的到来表示欢迎。他说，岚川市与青溪县一水相连，两地企业往来密切，希望双方在水利、旅游方面加强合作。",
        "邬大林说，青溪县愿与岚川市共同治理青水河，办好沿河旅游线路。市领导罗安参加会见。",
    ),
    "岚川市领导会见清禾商会客人": (
        "本报讯（记者高原）4月8日上午，市委书记陶世安在市会展中心会见了清禾商会会长柴正阳一行。",
        "陶世安介绍了岚川市的产业情况。他说，岚川市正在改善营商环境，欢迎商会会员企业来岚川市投资兴业，加强合作。",
        "柴正阳说，商会将组织会员企业到岚川市考察冷链物流项目。市领导周岚参加会见。",
    ),
    "岚川市领导会见云岭大学校长": (
        "本报讯（记者许明达）4月8日下午，市长周岚在市会展中心会见了云岭大学校长贺志强一行。",
        "周岚对云岭大学长期以来给予岚川市的支持表示感谢。她说，希望双方在人才培养、科技成果转化方面加强合作。",
        "贺志强说，云岭大学将在岚川市设立研究院，派出教师和学生驻点。市领导罗安参加会见。",
    ),
    "岚川市领导会见获奖运动员": (
        "本报讯（记者温若溪）4月8日上午，市长周岚在市会展中心会见了在全省运动会上获奖的岚川市运动员代表。",
        "周岚向运动员和教练员表示祝贺。她说，运动员为岚川市争得了荣誉，希望大家刻苦训练，再创佳绩。",
        "射箭运动员曲小满说，回到岚川市感到亲切，会把奖牌当作新的起点。市领导鲍立诚参加会见。",
    ),
    "岚川市领导会见援外医疗队": (
        "本报讯（记者严桂芬）4月8日下午，副市长鲍立诚在市会展中心会见了即将出发的援外医疗队队员。",
        "鲍立诚对医疗队队员表示慰问。他说，队员们要发扬医者精神，注意安全，希望各有关部门照顾好队员家属。",
        "医疗队队长孟凡说，队员们已完成三个月的培训，将在当地医院工作一年。市卫生部门负责人参加会见。",
    ),
}


def test_akin_stories_of_a_day_are_left_as_they_are() -> None:
    """Nothing is loose on the page: no text moves, though the next story shares as much with it as its own."""
    parts = [part for head, body in MEETINGS.items() for part in (head, *body)]
    reading = page(*parts)
    assert stories(reading) == MEETINGS
    assert not reading.joins
    assert all("moved" not in trace.why for trace in reading.traces)


def test_a_strayed_run_goes_home_where_its_start_is_loose() -> None:
    """Cut in mid-sentence and printed behind the next story, it comes back, and nothing else moves."""
    (first, own), *others = MEETINGS.items()
    loose, rest = own[1][:38], own[1][38:]
    behind, after = ([part for head, body in some for part in (head, *body)] for some in (others[:1], others[1:]))
    reading = page(first, own[0], loose, *behind, rest, own[2], *after)
    assert stories(reading) == MEETINGS
    assert [trace.text for trace in reading.traces if "moved" in trace.why] == [rest, own[2]]
