"""Changes to a text that remember where every letter came from.

A repair finds edits and does not make them; `Mended` makes them and keeps, for each letter that is left, the
index of the letter of the original that it stands for. So a box per letter stays a box per letter.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""`text[start:end]` becomes the string. Edits of one pass are in order and do not touch each other."""
Repair = Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after some edits. `origins[i]` is the index in the original of what became `text[i]`."""

    text: str
    origins: Sequence[int]

    def after(self, edits: Iterable[Edit]) -> "Mended":
        """This text with `edits` made in it."""
        letters: list[str] = []
        origins: list[int] = []
        done = 0
        for start, end, new in edits:
            letters += (self.text[done:start], new)
            origins += self.origins[done:start]
            origins += _shared_out(self.origins[start:end], len(new))
            done = end
        if not letters:
            return self
        return Mended("".join(letters) + self.text[done:], (*origins, *self.origins[done:]))


def mend(text: str, repairs: Iterable[Repair]) -> Mended:
    """`text` after all `repairs`, in their order, and again until none of them finds anything."""
    repairs = tuple(repairs)
    mended, before = Mended(text, range(len(text))), None
    while mended.text != before:
        before = mended.text
        for repair in repairs:
            mended = mended.after(repair(mended.text))
    return mended


def by_pattern(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Repair:
    """The repair that replaces every match of `pattern`, as `re.sub` would."""
    compiled = re.compile(pattern)

    def found(text: str) -> Iterator[Edit]:
        for match in compiled.finditer(text):
            new = replacement(match) if callable(replacement) else match.expand(replacement)
            if new != match.group():
                yield match.start(), match.end(), new

    return found


def _shared_out(old: Sequence[int], size: int) -> list[int]:
    """The origins of `size` letters that replace the letters `old`: the first half from its head, the rest
    from its tail, since what a repair drops or joins stands before the last (` า` to `ำ`)."""
    head = size // 2
    return [old[min(at, len(old) - 1)] for at in range(head)] + [
        old[max(len(old) - size + at, 0)] for at in range(head, size)
    ]
