"""The sentences of a paragraph: final marks kept, quotes and brackets whole, nothing lost."""


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; put together they are the paragraph without white space at sentence ends.

    >>> sentences("他说：“好！就这么办。”大家都笑了")
    ['他说：“好！就这么办。”', '大家都笑了']
    """
    raise NotImplementedError
