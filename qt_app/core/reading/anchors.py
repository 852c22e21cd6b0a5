"""Where a text may carry an answer: the places at which a known member name stands.

The patterns spell both cases out and begin with plain characters, because Python's engine then
skips text that holds none of them many times faster than with IGNORECASE or a lookbehind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


def _any_case(pattern: str) -> str:
    """Lower-case letters outside brackets as classes of both cases."""
    return re.sub(r"(?<![\[\\?])[a-z]", lambda one: f"[{one[0]}{one[0].upper()}]", pattern)


_AFTER = (
    r"(?=(?:\\{0,8}[\"'“”‘’`]|&(?:amp;)*(?:quot|apos|#34|#39|#x22|#x27);|%(?:25)*2[27]|\\{1,4}u00(?:22|27)"
    r"|\"\")?\]?\s{0,40}(?:[:=>\t|,]|%(?:25)*3[AaDd]|-\s?>|\Z|\n|&(?:amp;)*gt;|\s{2}|<))"
)
_STRONG = _any_case(r"err(?:or)?[_\-]?(?:code|msg|message|desc)(?:_?cn|ription)?")
_GENERIC = _any_case(r"(?:code|msg|message|ret(?:_?code|urn_?code)?|errno|result_?code|resp_?code)")
_SUCCESS = _any_case(
    r"(?:access_?token|msg_?id|media_?id|has_?more|result_?list|followers|jsapi_?ticket|ticket|msg_?status"
    r"|openid)"
)
_ANCHOR = re.compile(
    rf"(?:(?P<strong>{_STRONG})(?![0-9A-Za-z])"
    rf"|(?:(?P<generic>{_GENERIC})|(?P<success>{_SUCCESS}))(?![0-9A-Za-z_]){_AFTER}"
    r"|(?P<chinese>错误码|返回码|错误代码)(?=\"?[\t|,;│]))"
)
_WORD_BEFORE = re.compile(r"[0-9A-Za-z_\-]")
_ESCAPE_BEFORE = re.compile(r"(?:\\[nrt]|%(?:25)*[0-9A-F]{2})\Z")


class Anchor(NamedTuple):
    """A member name at [start, end); `kind` is strong, generic, success or chinese."""

    start: int
    end: int
    kind: str


def anchors(text: str, start: int = 0) -> Iterator[Anchor]:
    """All anchors in text order."""
    for found in _ANCHOR.finditer(text, start):
        at = found.start()
        kind = found.lastgroup or "strong"
        if kind in ("generic", "success") and at and _WORD_BEFORE.match(text, at - 1):
            if not _ESCAPE_BEFORE.search(text, max(0, at - 12), at):
                continue
        yield Anchor(at, found.end(), kind)


def holds_anchor(text: str, start: int, end: int) -> bool:
    """Whether a known member name may stand in [start, end)."""
    return _ANCHOR.search(text, start, end) is not None
