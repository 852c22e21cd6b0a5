"""What a library guesses of broken JSON: its field names, said as a guess, never a code.

Only with the extra `guess` (json_repair), which invents values without saying so: names are all
that is taken from it.
"""

from __future__ import annotations

import ast
import json
import warnings
from typing import Any

MAX_CHARS = 20_000
MAX_NAMES = 8
MAX_NAME = 40


def guessed_fields(text: str) -> list[str]:
    """The top field names of what looks like one broken JSON object; empty if it doesn't."""
    start = text.find("{")
    if start < 0 or len(text) - start > MAX_CHARS or ":" not in text:
        return []
    if _is_complete(text[start:]):
        return []
    try:
        from json_repair import repair_json
    except ImportError:
        return []
    try:
        guess: Any = repair_json(text[start:], return_objects=True, skip_json_loads=True)
    except (ValueError, RecursionError, IndexError, TypeError):
        return []
    if not isinstance(guess, dict):
        return []
    names = [name for name in guess if isinstance(name, str) and _is_a_name(name)]
    return names[:MAX_NAMES]


def _is_complete(text: str) -> bool:
    """Whether a whole object stands there, as JSON or as Python prints it."""
    try:
        json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        pass
    else:
        return True
    # `1and` in somebody's text is no fault of this program's code.
    with warnings.catch_warnings(action="ignore"):
        try:
            ast.literal_eval(text.strip())
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return False
    return True


def _is_a_name(name: str) -> bool:
    """A field's name, and not a sentence or a number that the guess took for one."""
    return 0 < len(name) <= MAX_NAME and name.replace("_", "").isalnum() and not name.isdigit()
