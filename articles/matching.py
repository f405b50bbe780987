"""All joints of a page chosen together."""

import numpy as np
import numpy.typing as npt


def best_matching(gain: npt.NDArray[np.float32], alone: float) -> dict[int, int]:
    """The matching of rows to columns with the greatest sum of gains, a row left out gaining `alone`.

    Where every row's own best column is another one that is the answer; else the assignment problem is solved
    (D. F. Crouse, IEEE Trans. Aerospace and Electronic Systems 52, 2016, as scipy has it).

    >>> best_matching(np.array([[3., 1.], [2., 1.]], dtype=np.float32), alone=0)
    {0: 0, 1: 1}
    """
    if not gain.size:
        return {}
    best = gain.argmax(axis=1)
    wanted = np.flatnonzero(gain.max(axis=1) > alone)
    if len(set(best[wanted].tolist())) == len(wanted):
        return dict(zip(wanted.tolist(), best[wanted].tolist(), strict=True))
    from scipy.optimize import linear_sum_assignment  # imported late: it alone takes as long as reading a page

    rows, columns = gain.shape
    padded = np.hstack([gain, np.full((rows, rows), alone, dtype=np.float32)])
    chosen = zip(*linear_sum_assignment(padded, maximize=True), strict=True)
    return {int(row): int(column) for row, column in chosen if column < columns}
