"""Encoded text: strings that hold answers, and regions in HTML, percent or backslash code."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from qt_app.core.patterns import lazily
from qt_app.core.reading.anchors import Anchor, has_anchor
from qt_app.core.reading.layers import Layer, rewrite
from qt_app.core.reading.strings import ESCAPES, unescape

LONGEST_REGION = 65_536
_BASE64 = lazily(r"[A-Za-z0-9+/_\-\s]{16,}={0,2}\s*\Z")
_BASE64_KEYS = lazily(r"base64|b64|body|payload|content|data|text|raw|resp", re.IGNORECASE)
_PERCENT_BEHIND = lazily(r"%(?:25)*(?:2[27]|3[AaDd]|26(?:amp%3[Bb])*(?:quot|#|%23))")
_HTML_BEHIND = lazily(r"&(?:amp;)*(?:quot|apos|#0*34|#0*39|#x22|#x27|gt|#62|nbsp);")
_SLASH_BEHIND = lazily(r"\\+[\"'u]")
_NOT_PERCENT = lazily(r"[\s\"'<>{}]")
_PERCENT_RUN = lazily(r"(?:%[0-9A-Fa-f]{2})+|\+")
_ENTITY = lazily(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});|<br ?/?>")
_ONLY_BRACKETS = lazily(r"[\s{}\[\](),;\"]*\Z")


def unwrap_string(value: str, key: str) -> str | None:
    """The text of a string member worth reading for itself, None if it holds no answer."""
    if has_anchor(value):
        return value
    if _BASE64_KEYS.search(key) and len(value) >= 16 and _BASE64.match(value):
        text = decode_base64(value)
        return text if text and has_anchor(text) else None
    return None


def decode_base64(value: str) -> str | None:
    """The UTF-8 text that `value` encodes, None if it encodes none."""
    packed = re.sub(r"\s+", "", value).replace("-", "+").replace("_", "/").rstrip("=")
    try:
        data = base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)
        return data.decode("utf-8")
    except (binascii.Error, ValueError):
        return None


_PACKED = lazily(
    r"(?<![A-Za-z0-9+/._\-])(?:eyJ|eyAi|ewog|ewoJ|ew0K|W3si|PHhtb|PD94)"
    r"(?:[A-Za-z0-9+/_\-]|%2[BbFf]){13,}(?:\r?\n[A-Za-z0-9+/]{4,100})*"
    r"(?:={0,2}|(?:%3[Dd]){0,2})(?![A-Za-z0-9._\-])"
)
_IN_QUERY = lazily("%(?:2[BbFf]|3[Dd])")
MOST_PACKED = 2000


def packed(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and meaning of each run of base64 that holds an answer."""
    for count, found in enumerate(_PACKED.finditer(text)):
        if count >= MOST_PACKED:
            return
        plain = decode_base64(_IN_QUERY.sub(_of_query, found[0]))
        if plain and has_anchor(plain):
            yield found.start(), found.end(), plain


def _of_query(found: re.Match[str]) -> str:
    return {"%2B": "+", "%2F": "/"}.get(found[0].upper(), "=")


def encoded_region(text: str, anchor: Anchor, floor: int) -> tuple[int, int, str] | None:
    """Start and end of the encoded text around an anchor and its code; None for plain text."""
    if _PERCENT_BEHIND.match(text, anchor.end):
        return (*_unspaced(text, anchor, floor), "percent")
    if _HTML_BEHIND.match(text, anchor.end):
        return (*_lines(text, anchor, floor, "&"), "html_entities")
    if text.startswith('""', anchor.end) and text.endswith('""', 0, anchor.start):
        return (*_cell(text, anchor, floor), "csv_quotes")
    if _SLASH_BEHIND.match(text, anchor.end):
        return (*_lines(text, anchor, floor, "\\"), "unescaped")
    return None


def decoded_region(text: str, code: str) -> Layer | None:
    """`text` decoded once from `code`; None if that changes nothing."""
    if code == "percent":
        return rewrite(text, _PERCENT_RUN, _unquote, code)
    if code == "html_entities":
        return rewrite(text, _ENTITY, _entity, code)
    if code == "csv_quotes":
        return rewrite(text, re.compile('""'), lambda _: '"', code)
    return rewrite(text, ESCAPES, lambda found: unescape(found[0]), code)


def _unquote(found: re.Match[str]) -> str:
    if found[0] == "+":
        return " "
    data = unquote_to_bytes(found[0])
    for codec in ("utf-8", "gb18030"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _entity(found: re.Match[str]) -> str:
    return " " if found[0][0] == "<" else html.unescape(found[0])


_CELL_START = lazily(r'(?:^|[,;\t|])[ ]?"(?!"[^"])', re.MULTILINE)
_CELL_END = lazily(r'(?<!")(?:"")*"[ ]?(?=[,;\t|\r\n]|\Z)')


def _cell(text: str, anchor: Anchor, floor: int) -> tuple[int, int]:
    """The quoted CSV cell around an anchor, its quotes included."""
    low = max(floor, anchor.start - LONGEST_REGION)
    start = low
    for found in _CELL_START.finditer(text, low, anchor.start - 2):
        start = found.end() - 1
    ending = _CELL_END.search(text, anchor.end + 2, anchor.end + LONGEST_REGION)
    return start, ending.end() if ending else _line_end(text, anchor.end, anchor.end + 4000)


def _unspaced(text: str, anchor: Anchor, floor: int) -> tuple[int, int]:
    low = max(floor, anchor.start - LONGEST_REGION)
    start = low
    for found in _NOT_PERCENT.finditer(text, low, anchor.start):
        start = found.end()
    stop = _NOT_PERCENT.search(text, anchor.end, anchor.end + LONGEST_REGION)
    return start, stop.start() if stop else min(len(text), anchor.end + LONGEST_REGION)


def _lines(text: str, anchor: Anchor, floor: int, sign: str) -> tuple[int, int]:
    """The anchor's line and its neighbours as long as they are encoded or hold only brackets."""
    start = max(floor, text.rfind("\n", max(0, anchor.start - LONGEST_REGION), anchor.start) + 1)
    end = _line_end(text, anchor.end, anchor.end + LONGEST_REGION)
    for _ in range(60):
        above = max(floor, text.rfind("\n", max(0, start - 2000), max(0, start - 1)) + 1)
        line = text[above : max(above, start - 1)]
        if start <= floor or not line.strip() or not _belongs(line, sign):
            break
        start = above
    for _ in range(60):
        below = _line_end(text, end + 1, end + 4000)
        line = text[end + 1 : below]
        if not line.strip() or not _belongs(line, sign) or below <= end:
            break
        end = below
    return start, end


def _belongs(line: str, sign: str) -> bool:
    if _ONLY_BRACKETS.match(line):
        return True
    quote = '\\"' if sign == "\\" else "&quot;"
    return quote in line and line.lstrip().startswith((quote, "{", "}", "&nbsp;", "&#"))


def _line_end(text: str, at: int, limit: int) -> int:
    end = text.find("\n", at, limit)
    return min(len(text), limit) if end < 0 else end
