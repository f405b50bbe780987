"""Formulas that converters write into running text, as the plain characters that they stand for."""

import re

from articles.expressions import expression

# Between dollars or \( \): no Chinese, so that two prices in a sentence are none.
FORMULA = expression(r"\$\$?([^$\u4e00-\u9fff]{1,400}?)\$\$?|\\[(\[](.{1,400}?)\\[)\]]", re.DOTALL)
STYLE = expression(r"\\(?:mathrm|mathbf|mathit|mathsf|boldsymbol|text|textbf|textrm|operatorname|mbox|rm|bf|it)\b\s*")
NAMED = {
    "%": "%",
    "times": "×",
    "div": "÷",
    "pm": "±",
    "sim": "～",
    "approx": "≈",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "neq": "≠",
    "cdot": "·",
    "circ": "°",
    "degree": "°",
    "mu": "μ",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "pi": "π",
    "rightarrow": "→",
    "to": "→",
    "cdots": "……",
    "ldots": "……",
    "dots": "……",
    "sharp": "#",
    "yen": "¥",
    "prime": "′",
}
FRACTION = expression(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
COMMAND = expression(r"\\([A-Za-z]+|[^A-Za-z\s])")
SPACES = {",", ";", ":", "!", "quad", "qquad", "left", "right", "displaystyle", "hspace", "\\"}


def plain_formulas(text: str) -> str:
    """A text with its formulas as plain characters.

    >>> plain_formulas(r"增长 $3 4 . 8 \\%$，气温$25^{\\circ}\\mathrm{C}$，票价$5，童票$3")
    '增长 34.8%，气温25°C，票价$5，童票$3'
    """
    return FORMULA.sub(lambda found: _plain(found[1] or found[2]), text) if "$" in text or "\\" in text else text


def _plain(formula: str) -> str:
    """A formula in a line; blanks mean nothing in it."""
    inner = FRACTION.sub(r"\1/\2", STYLE.sub("", formula))
    inner = COMMAND.sub(lambda found: "" if found[1] in SPACES else NAMED.get(found[1], found[1]), inner)
    return re.sub(r"[\s{}^_~&]+", "", inner)
