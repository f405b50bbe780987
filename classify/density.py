"""How densely the signs of a domain stand in an article.

Words alone do not tell a complaint from a piece on buying, nor a ruling on a patent from a statute that names patents
once: both have the words. What tells them apart is how often in a hundred words they come.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from classify.domains import Domain

Floats = npt.NDArray[np.float64]
# Both were chosen on half of the real articles of an ordinary year (benchmarks/classify_choices.py tells the others).
SCALE = 12.0  # what a share of signs is multiplied with, so that it weighs beside tf-idf vectors of length 1
SHORT = 150  # words; an article with fewer counts as if it had so many: one sign in a brief is no density


def sign_features(domains: Iterable[Domain], vocabulary: Sequence[str]) -> Floats:
    """1 where a feature is a sign of a domain, features by the domains that have signs."""
    groups = [domain.signs for domain in domains if domain.signs]
    all_signs = {word for words in groups for word in words}
    columns = {feature: column for column, feature in enumerate(vocabulary) if feature in all_signs}
    signs = np.zeros((len(vocabulary), len(groups)))
    for group, words in enumerate(groups):
        signs[[columns[word] for word in words if word in columns], group] = 1
    return signs


def spans(words: npt.NDArray[np.int64]) -> Floats:
    """What the signs of articles are divided by, of the number of words of each.

    >>> spans(np.array([3, 600])).tolist()
    [12.5, 50.0]
    """
    return np.asarray(np.maximum(words, SHORT) / SCALE)
