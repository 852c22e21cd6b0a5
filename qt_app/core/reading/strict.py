"""Well-formed JSON at a place of a text, looked for at the cost of what is read there.

Python's decoder, where it fails, counts the line breaks of the whole text before the fault; asked
at each of thousands of places it would read a log thousands of times. So it is given a piece.
"""

from __future__ import annotations

import json

_FIRST, _GROWTH, _NEAR_END = 2048, 16, 32
_SCAN = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode


def json_end(text: str, at: int, limit: int) -> tuple[int, int]:
    """Where the JSON value at `at` ends (0 if it is none before `limit`), and how much was read."""
    size, read = _FIRST, 0
    while True:
        stop = min(limit, at + size)
        piece = text[at:stop]
        read += len(piece)
        try:
            return at + _SCAN(piece)[1], read
        except json.JSONDecodeError as error:
            if stop == limit or not _is_cut(error, len(piece)):
                return 0, read - len(piece) + error.pos
        except (ValueError, RecursionError):
            return 0, read
        size *= _GROWTH


def _is_cut(error: json.JSONDecodeError, size: int) -> bool:
    """Whether the piece's end may be the fault; a string's fault is told at its beginning."""
    return error.pos >= size - _NEAR_END or error.msg.startswith("Unterminated string")
