"""From characters of the decoded text to line numbers."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """Line numbers of one text. A lone CR ends a line only in a text without any LF."""

    def __init__(self, text: str) -> None:
        self._size = len(text)
        self._starts = [0]
        ending = "\n" if "\n" in text else "\r"
        at = text.find(ending)
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find(ending, at + 1)

    def number(self, place: int) -> int:
        """The line, from 1, that holds the character at `place`."""
        return bisect_right(self._starts, place)

    @property
    def count(self) -> int:
        """How many lines the text has; a final line break starts none."""
        if not self._size:
            return 0
        return len(self._starts) - (1 if self._starts[-1] == self._size else 0)
