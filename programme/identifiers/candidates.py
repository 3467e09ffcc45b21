"""Which part of a text was probably meant as a number of letters and digits, though it is not a right one."""

import re
from typing import Final

_CHUNK: Final = re.compile(r"[A-Z\d]+(?:[._/-]{1,3}[A-Z\d]+)*")
_SEPARATORS: Final = re.compile(r"[._/-]+")


def likeliest(text: str, length: int) -> str:
    """The candidate in an upper-case text, its separators taken out; empty without any digit in the text.

    One chunk of nearly the right length is it; else whatever stands from the first chunk with a digit to the last
    (somebody spaced it out).
    """
    chunks = [_SEPARATORS.sub("", chunk) for chunk in _CHUNK.findall(text)]
    marked = [place for place, chunk in enumerate(chunks) if any(map(str.isdigit, chunk))]
    if not marked:
        return ""
    longest = max((chunks[place] for place in marked), key=len)
    if len(longest) * 3 >= length * 2:
        return longest
    return "".join(chunks[marked[0] : marked[-1] + 1])
