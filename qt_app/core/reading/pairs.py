"""Answers without brackets: `errcode=1, errmsg=x`, query strings, `key: value` over lines."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import unquote_plus

from qt_app.core.patterns import lazily
from qt_app.core.reading.anchors import Anchor
from qt_app.core.reading.found import Found, Harvest
from qt_app.core.reading.keys import (
    GENERIC_CODE,
    GENERIC_MESSAGE,
    code_rank,
    message_rank,
    normal_code,
)
from qt_app.core.reading.strings import CLOSERS, unescape

MOST_LINES = 4
LONGEST_VALUE = 2000
# A border is told by what stands this near behind it.
_BORDER_REACH = 160
# What programs hold in place of a message: format strings, variables, calls.
_PLACEHOLDER = lazily(
    r"[{%$&@+]|[A-Za-z_]\w{0,40}[.\[(]\w|[A-Za-z_]\w{0,40}[;)]|(?i:string|null)\b"
)
_PAIR = lazily(
    r"(?<![A-Za-z0-9_.\-])\[?\"?[@$]{0,2}(?P<key>[A-Za-z_\u4e00-\u9fff][\w.\-]{0,63})\"?\]"
    r"?[ \t]{0,20}(?P<separator>=>|[:=|\t]|->)(?!//)[ \t]{0,20}"
)
_LINE_LEAD = lazily(r"[ \t]{0,20}(?:[-*•>|#]{1,3}[ \t]{0,8})?\"?")


class Pair(NamedTuple):
    """One `key separator value`, at [start, end)."""

    key: str
    value: Any
    start: int
    end: int
    separator: str


class Borders:
    """Where pairs' values end in one text. What was searched in vain is not searched again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._vain = (0, 0)

    def after(self, at: int, limit: int) -> int:
        """Where, from `at` on, the next pair begins or ends what stands before it; else `limit`."""
        low, high = self._vain
        begin = max(at, high - _BORDER_REACH) if low <= at <= high else at
        found = _NEXT.search(self._text, begin, limit)
        if found is None:
            self._vain = (low if low <= at <= high else at, limit)
            return limit
        return found.start()


def loose_pairs(
    text: str, original: str, anchor: Anchor, floor: int, borders: Borders | None = None
) -> tuple[Harvest, int] | None:
    """The answer whose first known key is at `anchor`, and where it ends."""
    if anchor.kind == "success":
        return None
    borders = borders or Borders(text)
    pairs = _run(text, original, _key_start(text, anchor.start, floor), borders)
    known = [pair for pair in pairs if _rank(pair.key)]
    if not known or known[0].start > anchor.end:
        return None
    pairs, decoded = _unquoted(text, pairs)
    known = [pair for pair in pairs if _rank(pair.key)]
    best = _best(known)
    if best is None:
        return None
    fields = {pair.key: pair.value for pair in pairs}
    start, end = known[0].start, known[-1].end
    code, message = best
    found = Found(
        start,
        end,
        normal_code(code.value) if code else None,
        code.key if code else None,
        message.value if message else None,
        message.key if message else None,
        fields,
        "pairs",
        {"pairs", "percent"} if decoded else {"pairs"},
    )
    return Harvest([found]), end


def _key_start(text: str, at: int, floor: int) -> int:
    """Where a dotted name such as `resp.errcode` begins."""
    low = max(floor, at - 60)
    found = re.search(r"[@A-Za-z0-9_][A-Za-z0-9_.\-]*\Z", text[low:at])
    return low + found.start() if found else at


def _unquoted(text: str, pairs: list[Pair]) -> tuple[list[Pair], bool]:
    """Pairs of a query string with their values decoded, and whether that changed any."""
    joined = any(text[pair.end : pair.end + 1] == "&" for pair in pairs)
    asked = any(text[max(0, pair.start - 1) : pair.start] in "?&" for pair in pairs if pair.start)
    if not (joined or asked):
        return pairs, False
    plain = [pair._replace(value=_query_value(pair.value)) for pair in pairs]
    return plain, plain != pairs


def _query_value(value: Any) -> Any:
    if not isinstance(value, str) or ("%" not in value and "+" not in value):
        return value
    for codec in ("utf-8", "gb18030"):
        try:
            return unquote_plus(value, codec, "strict")
        except UnicodeDecodeError:
            continue
    return value


def _rank(key: str) -> bool:
    return code_rank(key) is not None or message_rank(key) is not None


def _best(known: list[Pair]) -> tuple[Pair | None, Pair | None] | None:
    codes = [pair for pair in known if code_rank(pair.key) is not None]
    codes = [pair for pair in codes if normal_code(pair.value) is not None]
    messages = [pair for pair in known if message_rank(pair.key) is not None and pair.value]
    code = min(codes, key=lambda pair: code_rank(pair.key) or 0, default=None)
    message = min(messages, key=lambda pair: message_rank(pair.key) or 0, default=None)
    if code is None:
        if message is None or (message_rank(message.key) or 0) >= GENERIC_MESSAGE:
            return None
        return None if _PLACEHOLDER.match(str(message.value)) else (None, message)
    if (code_rank(code.key) or 0) >= GENERIC_CODE and message is None:
        return None
    return code, message


def _run(text: str, original: str, at: int, borders: Borders) -> list[Pair]:
    """The pairs from `at` on, to the line's end or over the lines right below."""
    pairs: list[Pair] = []
    for _ in range(MOST_LINES):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        seen = {pair.key for pair in pairs}
        here = _line(text, original, (at, min(end, at + 8000)), seen, borders)
        if not here or (pairs and not any(_rank(pair.key) for pair in here)):
            break
        pairs += here
        following = _LINE_LEAD.match(text, end + 1) if end + 1 < len(text) else None
        if following is None:
            break
        at = following.end()
    return pairs


def _line(
    text: str, original: str, line: tuple[int, int], seen: set[str], borders: Borders
) -> list[Pair]:
    at, end = line
    pairs: list[Pair] = []
    found = _PAIR.match(text, at, end)
    while found:
        if found["key"] in seen and _rank(found["key"]):
            break
        seen.add(found["key"])
        value, stop = _value(text, original, found, end, borders)
        pairs.append(Pair(found["key"], value, found.start("key"), stop, found["separator"]))
        found = _PAIR.search(text, stop, end)
        if found and text[stop : found.start()].strip(" \t,;&|\"'") and len(pairs) > 20:
            break
    return pairs


_NEXT = lazily(
    r"[ \t]*(?:[,;&|]|\t)[ \t]*(?=[\"\[]?[A-Za-z_\u4e00-\u9fff][\w.\-]{0,63}[\"\]]?[ \t]{0"
    r",20}[=:|\t])"
    r"|[ \t]+(?=[A-Za-z_][\w.\-]{0,63}=)"
)


_SENTENCE = lazily(r"[;；。](?:(?<=。)(?=.)|(?<!。)\s)")


def _trimmed(raw: str) -> str:
    """A value without the sentence that goes on behind it and without stray closing marks."""
    sentence = _SENTENCE.search(raw)
    raw = (raw[: sentence.start()] if sentence else raw).rstrip(" \t\r,;|")
    while raw and raw[-1] in "\"'”’)]}>）】」":
        opening = {")": "(", "]": "[", "}": "{", ">": "<", "）": "（", "】": "【", "」": "「"}.get(
            raw[-1]
        )
        if opening is None and raw.count(raw[-1]) % 2 == 0:
            break
        if opening is not None and raw.count(opening) >= raw.count(raw[-1]):
            break
        raw = raw[:-1].rstrip()
    return raw


def _value(
    text: str, original: str, found: re.Match[str], end: int, borders: Borders
) -> tuple[Any, int]:
    at = found.end()
    quote = text[at : at + 1]
    if quote and quote in CLOSERS:
        for closer in CLOSERS[quote]:
            close = text.find(closer, at + 1, end)
            if close >= 0:
                return unescape(original[at + 1 : close]), close + 1
    stop = borders.after(at, min(end, at + LONGEST_VALUE))
    raw = _trimmed(original[at:stop])
    number = re.match(r"[+-]?\d+(?:\.0*)?(?![\w.%])", text[at:stop])
    if number and code_rank(found["key"]) is not None:
        return original[at : at + number.end()], at + number.end()
    return raw, at + len(raw)
