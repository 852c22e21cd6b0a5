"""Where a text may carry an answer: the places at which a known member name stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_AFTER = (
    r"(?=(?:\\{0,8}[\"'“”‘’`]|&(?:amp;)*(?:quot|apos|#34|#39|#x22|#x27);|%(?:25)*2[27]|\\{1,4}u00(?:22|27)"
    r"|\"\")?\]?\s{0,40}(?:[:=>\t|,]|%(?:25)*3[AaDd]|-\s?>|\Z|\n|&(?:amp;)*gt;|\s{2}|<))"
)
_STRONG = r"err(?:or)?[_\-]?(?:code|msg|message|desc)"
_GENERIC = r"(?:code|msg|message|ret|retcode|ret_code|errno|return_?code|result_?code|resp_?code)"
_SUCCESS = (
    r"(?:access_?token|msg_?id|media_?id|has_?more|result_?list|followers|(?:jsapi_)?ticket|msg_?status"
    r"|openid)"
)
_ANCHOR = re.compile(
    rf"(?P<strong>{_STRONG}(?:_?cn|ription)?)(?![0-9A-Za-z])|(?P<chinese>错误码|返回码|错误代码)(?=\"?[\t|,;│])"
    rf"|(?<![0-9A-Za-z_\-])(?:(?P<generic>{_GENERIC})|(?P<success>{_SUCCESS}))(?![0-9A-Za-z_]){_AFTER}",
    re.IGNORECASE,
)


class Anchor(NamedTuple):
    """A member name at [start, end); `kind` is strong, generic or success."""

    start: int
    end: int
    kind: str


def anchors(text: str, start: int = 0) -> Iterator[Anchor]:
    """All anchors in text order."""
    for found in _ANCHOR.finditer(text, start):
        yield Anchor(found.start(), found.end(), found.lastgroup or "strong")
