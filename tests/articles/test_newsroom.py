"""Who reported, in a bracket or in a sentence."""

from articles.newsroom import Credits, bracket_credits, running_credits


def names(told: str, found: Credits) -> list[str]:
    """The names that the spans hold."""
    return [told[start:end] for start, end in found.names]


def test_roles_are_no_part_of_a_name() -> None:
    """Ranks, offices and roles are set aside."""
    told = "（首席记者 温若溪 通讯员 鲍立诚）"
    found = bracket_credits(told, 1, len(told) - 1)
    assert (names(told, found), found.role) == (["温若溪", "鲍立诚"], True)


def test_a_running_credit_ends_where_the_report_begins() -> None:
    """记者陈雁报道 names one reporter, and the sentence behind it none."""
    told = "记者陈雁报道：鲍立诚到会"
    found = running_credits(told, 0, len(told), sure=False)
    assert (names(told, found), found.reported) == (["陈雁"], True)
