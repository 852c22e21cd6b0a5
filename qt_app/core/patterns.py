"""Patterns that are compiled when they are first used: a program start has no time for all."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern; the first use compiles it, later uses go straight to it."""

    def __init__(self, source: str, flags: int) -> None:
        self._later = (source, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        source, flags = self._later
        compiled = re.compile(source, flags)
        for used in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, used, getattr(compiled, used))
        return getattr(compiled, name)


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, but compiled when first used; only for patterns known to be right."""
    return cast("re.Pattern[str]", _Later(source, flags))
