"""Answers without brackets: `errcode=1, errmsg=x`, query strings, `key: value` over lines."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import unquote_plus

from qt_app.core.patterns import lazily
from qt_app.core.reading.anchors import Anchor, has_anchor
from qt_app.core.reading.brackets import Brackets, holds_code
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
# What a program writes when its request went through, or how it did not.
_SENT = lazily(r"0|[1-5]\d\d")
_BLANK_LINE = lazily(r"\r?\n[ \t]{0,40}(?=\r?\n)")
_LINE_LEAD = lazily(r"[ \t]{0,20}(?:[-*•>|#]{1,3}[ \t]{0,8})?\"?")


class Pair(NamedTuple):
    """One `key separator value`, at [start, end); `nested` is what the value holds in brackets.

    `cut` says that the value is a number that was cut, masked or broken up.
    """

    key: str
    value: Any
    start: int
    end: int
    separator: str
    nested: tuple[int, int] | None = None
    cut: bool = False


class PairList(NamedTuple):
    """What a list of pairs says, where it ends, and which values hold an answer of their own."""

    harvest: Harvest
    end: int
    nested: list[tuple[int, int]]


class Borders:
    """Where pairs' values end in one text. What was searched in vain is not searched again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._vain = (0, 0)
        self.brackets = Brackets(text)

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
) -> PairList | None:
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
    found = _found(pairs, known, decoded)
    cut = [pair for pair in known if pair.cut and (code_rank(pair.key) or 0) < GENERIC_CODE]
    nested = [
        pair.nested for pair in pairs if pair.nested and holds_code(text[slice(*pair.nested)])
    ]
    if found is None:
        return _without_answer(known, cut, nested)
    end = found.end
    return PairList(Harvest([found], cut_numbers=[pair.start for pair in cut]), end, nested)


def only_wraps(outer: Harvest, inner: Harvest) -> bool:
    """Whether a list of pairs adds nothing to the answers that its values hold: `code=200 body=…`.

    A name that anybody uses, with a success or an HTTP status, is the word of the one who logged.
    """
    ranks = [code_rank(one.code_key) for one in inner.found if one.code and one.code_key]
    one = outer.found[0] if outer.found and ranks else None
    if one is None:
        return False
    if one.code is None or one.code_key is None:
        return True
    if (code_rank(one.code_key) or 0) < GENERIC_CODE:
        return False
    sure = any((rank or 0) < GENERIC_CODE for rank in ranks)
    return sure or _SENT.fullmatch(one.code) is not None


def _says_sent(pair: Pair) -> bool:
    """Whether a pair only says how the request went: ret=0, code=200."""
    if (code_rank(pair.key) or 0) < GENERIC_CODE:
        return False
    return _SENT.fullmatch(normal_code(pair.value) or "") is not None


def _without_answer(
    known: list[Pair], cut: list[Pair], nested: list[tuple[int, int]]
) -> PairList | None:
    """Pairs that say nothing themselves: their numbers are no codes in plain words either."""
    if not cut and not nested:
        return None
    codes = cut or [pair for pair in known if _says_sent(pair)]
    harvest = Harvest(
        dead=[(pair.start, pair.end) for pair in codes], cut_numbers=[pair.start for pair in cut]
    )
    return PairList(harvest, codes[-1].end if codes else known[0].start, nested)


def _found(pairs: list[Pair], known: list[Pair], decoded: bool) -> Found | None:
    best = _best(known)
    if best is None:
        return None
    code, message = best
    return Found(
        known[0].start,
        known[-1].end,
        normal_code(code.value) if code else None,
        code.key if code else None,
        message.value if message else None,
        message.key if message else None,
        {pair.key: pair.value for pair in pairs},
        "pairs",
        {"pairs", "percent"} if decoded else {"pairs"},
    )


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
    apart = False
    for _ in range(MOST_LINES):
        end = _line_end(text, at)
        seen = {pair.key for pair in pairs}
        here = _line(text, original, (at, min(end, at + 8000)), seen, borders)
        if not here or (pairs and not any(_rank(pair.key) for pair in here)):
            break
        if apart and not _completes(pairs, here[0]):
            break
        pairs += here
        end = end if here[-1].end <= end else _line_end(text, here[-1].end)
        blank = _BLANK_LINE.match(text, end)
        apart = blank is not None
        end = blank.end() if blank else end
        following = _LINE_LEAD.match(text, end + 1) if end + 1 < len(text) else None
        if following is None:
            break
        at = following.end()
    return pairs


def _completes(pairs: list[Pair], pair: Pair) -> bool:
    """Whether a pair below a blank line is what the pairs above it lack: the code, the message."""
    rank = code_rank if code_rank(pair.key) is not None else message_rank
    return rank(pair.key) is not None and all(rank(one.key) is None for one in pairs)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


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
        pair = _pair(text, original, found, end, borders)
        pairs.append(pair)
        if _MARKUP.match(text, pair.end, end):
            break
        found = _PAIR.search(text, pair.end, end)
        if found and text[pair.end : found.start()].strip(" \t,;&|\"'") and len(pairs) > 20:
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


# XML that begins in the middle of a value.
_MARKUP = lazily(r"[ \t,;]{0,8}<(?:\?xml\b|[A-Za-z][\w:.\-]{0,40}>)")
# What stands behind the digits of a number that was cut, masked, or broken by a screen's edge.
_GOES_ON = lazily(
    r"\.{2,}|…|[*＊]{1,9}(?!\w)|[xX]{1,9}(?!\w)"
    r"|(?<=\d\d)\r?\n\d{1,5}(?=[,;&}][ \t]{0,8}[\"']?[A-Za-z_])"
)
_GROUPED = lazily(r"[1-9]\d{0,2},\d{3}(?!\d)(?![ \t]?[=:])|\d(?: \d){2,9}(?![\w.:/\-])")
_NUMBER = lazily(r"[+-]?\d+(?:\.0*)?(?![\w.%])")
_DIGITS = lazily(r"[+-]?\d+")


def _number(text: str, original: str, found: re.Match[str], end: int) -> Pair | None:
    """The value of a code's key if it is a number, whole or not."""
    at = found.end()
    grouped = _GROUPED.match(text, at, end)
    if grouped:
        return _made(found, None, grouped.end(), cut=True)
    digits = _DIGITS.match(text, at, end)
    bold = text[max(0, found.start("key") - 1) : found.start("key")] in ("*", "_")
    goes_on = _GOES_ON.match(text, digits.end()) if digits and not bold else None
    if goes_on:
        return _made(found, None, min(goes_on.end(), end), cut=True)
    number = _NUMBER.match(text, at, end)
    return _made(found, original[at : number.end()], number.end()) if number else None


def _pair(text: str, original: str, found: re.Match[str], end: int, borders: Borders) -> Pair:
    at = found.end()
    if code_rank(found["key"]) is not None:
        number = _number(text, original, found, end)
        if number is not None:
            return number
    quoted = _quoted(text, original, found, end, borders)
    if quoted is not None:
        return quoted
    stop = borders.after(at, min(end, at + LONGEST_VALUE))
    markup = _MARKUP.search(text, at, stop)
    if markup and has_anchor(text[markup.start() : stop]):
        stop = markup.start()
    nested = borders.brackets.nested(at, stop, end)
    if nested:
        stop = borders.after(nested[1], max(nested[1], end))
    raw = _trimmed(original[at:stop])
    return _made(found, raw, max(at + len(raw), nested[1] if nested else 0), nested)


def _quoted(
    text: str, original: str, found: re.Match[str], end: int, borders: Borders
) -> Pair | None:
    at = found.end()
    quote = text[at : at + 1]
    if not quote or quote not in CLOSERS:
        return None
    nested = borders.brackets.quoted(at, end)
    if nested:
        return _made(found, unescape(original[at + 1 : nested[1] - 1]), nested[1], nested)
    for closer in CLOSERS[quote]:
        close = text.find(closer, at + 1, end)
        if close >= 0:
            return _made(found, unescape(original[at + 1 : close]), close + 1)
    return None


def _made(
    found: re.Match[str],
    value: Any,
    end: int,
    nested: tuple[int, int] | None = None,
    *,
    cut: bool = False,
) -> Pair:
    return Pair(found["key"], value, found.start("key"), end, found["separator"], nested, cut)
