"""The way back from characters to bytes."""

from __future__ import annotations

_STEP = 4096


class Offsets:
    """Where each character's bytes begin in the input as given.

    `source` is the text before anything was replaced, `codec` and `errors` what encodes it again,
    `lead` the bytes before the first character (a byte order mark).
    """

    def __init__(self, source: str, codec: str, errors: str, lead: int = 0) -> None:
        self._source = source
        self._codec = codec
        self._errors = errors
        self._lead = lead
        self._plain = codec == "latin-1" or (codec == "utf-8" and source.isascii())
        self._marks: list[int] = []

    def _measure(self, start: int, end: int) -> int:
        try:
            return len(self._source[start:end].encode(self._codec, self._errors))
        except UnicodeError:
            return len(self._source[start:end].encode(self._codec, "replace"))

    def byte_offset(self, char: int) -> int:
        """The byte at which character `char` begins; past the end, the input's length."""
        char = max(0, min(char, len(self._source)))
        if self._plain:
            return self._lead + char
        if not self._marks:
            total = 0
            for start in range(0, len(self._source) + 1, _STEP):
                self._marks.append(total)
                total += self._measure(start, start + _STEP)
        mark = char // _STEP
        return self._lead + self._marks[mark] + self._measure(mark * _STEP, char)
