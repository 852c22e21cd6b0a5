"""Secrets that may stand in an address, taken out before anything is printed."""

from __future__ import annotations

import re

_SECRET_KEYS = (
    "access_?token|refresh_?token|id_token|token|jsapi_?ticket|ticket|qt_code|code|app_?secret|"
    "client_?secret|corp_?secret|secret|signature|sign|password|passwd|pwd|api_?key|jsessionid"
)
# The equals sign may be encoded once or twice: the value of redirect_uri is an address too.
_PAIR = re.compile(
    rf"(?i)(?:(?<![0-9a-z_])|(?<=%3f|%26|%23)|(?<=%253f|%2526|%2523))({_SECRET_KEYS})(=|%3d|%253d)((?:(?!%26|%2526|%23|%2523)[^&#\s])+)"
)
# A user and password inside a link, itself encoded once or twice.
_NESTED = re.compile(
    r"(?i)((?::|%3a|%253a)(?:/|%2f|%252f){2}"
    r"(?:(?!%3a|%253a|%2f|%252f|%40|%2540)[^/?#&\s@:])*(?::|%3a|%253a))"
    r"(?:(?!%2f|%252f|%40|%2540)[^/?#&\s@])+(@|%40|%2540)"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+-]{0,30}:[/\\]{1,3}")
_FULL_WIDTH = {0xFF1A: ":", 0xFF20: "@", 0xFF0F: "/", 0xFF3C: "\\", 0xFF1F: "?", 0xFF03: "#"}
MASK = "***"
LIMIT = 65_536


def mask_address(text: str) -> str:
    """`text` (its first LIMIT characters) without passwords and without secret query values."""
    nested = _NESTED.sub(lambda m: f"{m[1]}{MASK}{m[2]}", mask_user(text[:LIMIT]))
    return _PAIR.sub(lambda m: f"{m[1]}{m[2]}{MASK}", nested)


def mask_user(text: str) -> str:
    """`user:password@` becomes `user:***@`; rather too much than too little."""
    plain = text.translate(_FULL_WIDTH)
    query = min((i for i in (plain.find("?"), plain.find("#")) if i >= 0), default=len(plain))
    end = plain.rfind("@", 0, query)
    if end < 0 and ":" not in plain[query:]:
        end = plain.rfind("@")
    scheme = _SCHEME.match(plain)
    start = scheme.end() if scheme else 0
    colon = plain.find(":", start, max(end, 0))
    if colon < 0:
        return text
    return f"{text[: colon + 1]}{MASK}{text[end:]}"


def show(text: str, limit: int = 200) -> str:
    """`text` on one line, control and bidi characters made visible, cut at `limit`."""
    shown = "".join(_visible(char) for char in text[: limit + 1])
    return shown if len(text) <= limit else f"{shown[:limit]}…"


def _visible(char: str) -> str:
    code = ord(char)
    if code in _UNSEEN or 0xD800 <= code <= 0xDFFF or (char != " " and not char.isprintable()):
        return f"<U+{code:04X}>"
    return char


_UNSEEN = frozenset({0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0x3164, 0xFEFF})
