"""The moment that feeds ask for: a paper's day begins at midnight in Beijing; a day unknown is the first of 1970."""

import datetime

BEIJING = datetime.timezone(datetime.timedelta(hours=8))
UNKNOWN = datetime.date(1970, 1, 1)


def moment(day: datetime.date | None) -> str:
    """The day's first moment after RFC 3339.

    >>> moment(datetime.date(2024, 3, 16)), moment(None)
    ('2024-03-16T00:00:00+08:00', '1970-01-01T00:00:00+08:00')
    """
    return datetime.datetime.combine(day or UNKNOWN, datetime.time(), BEIJING).isoformat()
