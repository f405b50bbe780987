"""The moment that feeds ask for: a paper's day begins at midnight in Beijing."""

import datetime

BEIJING = datetime.timezone(datetime.timedelta(hours=8))


def moment(day: datetime.date) -> str:
    """The day's first moment after RFC 3339.

    >>> moment(datetime.date(2024, 3, 16))
    '2024-03-16T00:00:00+08:00'
    """
    return datetime.datetime.combine(day, datetime.time(), BEIJING).isoformat()
