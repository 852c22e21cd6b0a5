"""Encoded text: strings that hold answers, and regions in HTML, percent or backslash code."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote_plus

from qt_app.core.reading.anchors import Anchor, anchors
from qt_app.core.reading.found import Harvest
from qt_app.core.reading.strings import unescape

LONGEST_REGION = 65_536
_BASE64 = re.compile(r"[A-Za-z0-9+/_\-\s]{16,}={0,2}\s*\Z")
_BASE64_KEYS = re.compile(r"base64|b64|body|payload|content|data|text|raw", re.IGNORECASE)


@dataclass(slots=True)
class Region:
    """Encoded text at [start, end) and what it says."""

    start: int
    end: int
    text: str
    repair: str

    def mapped(self, part: Harvest) -> Harvest:
        """What was found in it, at the place of the region."""
        return part.moved(self.start, self.end)


def unwrap_string(value: str, key: str) -> str | None:
    """The text of a string member worth reading for itself, None if it holds no answer."""
    if next(anchors(value), None) is not None:
        return value
    if _BASE64_KEYS.search(key) and len(value) >= 16 and _BASE64.match(value):
        return decode_base64(value)
    return None


def decode_base64(value: str) -> str | None:
    """The UTF-8 text that `value` encodes, None if it encodes none."""
    packed = re.sub(r"\s+", "", value).replace("-", "+").replace("_", "/").rstrip("=")
    try:
        data = base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)
        return data.decode("utf-8")
    except (binascii.Error, ValueError):
        return None


_PERCENT_BEHIND = re.compile(r"%(?:25)*(?:2[27]|3[AaDd])")
_HTML_BEHIND = re.compile(r"&(?:amp;)*(?:quot|apos|#34|#39|#x22|#x27|gt|#62);")
_SLASH_BEHIND = re.compile(r"\\+[\"'u]")


def encoded_region(text: str, original: str, anchor: Anchor, floor: int) -> Region | None:
    """The encoded text around an anchor, decoded once; None where nothing is encoded."""
    behind = anchor.end
    if _PERCENT_BEHIND.match(text, behind):
        return _percent(text, original, anchor, floor)
    if _HTML_BEHIND.match(text, behind):
        return _lines(original, anchor, floor, "&", html.unescape, "html_entities")
    if _SLASH_BEHIND.match(text, behind):
        return _lines(original, anchor, floor, "\\", unescape, "unescaped")
    return None


_NOT_PERCENT = re.compile(r"[\s\"'<>{}]")


def _percent(text: str, original: str, anchor: Anchor, floor: int) -> Region:
    low = max(floor, anchor.start - LONGEST_REGION)
    start = low
    for found in _NOT_PERCENT.finditer(text, low, anchor.start):
        start = found.end()
    stop = _NOT_PERCENT.search(text, anchor.end, anchor.end + LONGEST_REGION)
    end = stop.start() if stop else min(len(text), anchor.end + LONGEST_REGION)
    return Region(start, end, unquote_plus(original[start:end], errors="replace"), "percent")


def _lines(
    original: str, anchor: Anchor, floor: int, sign: str, decode: Callable[[str], str], repair: str
) -> Region:
    start = max(
        floor, original.rfind("\n", max(0, anchor.start - LONGEST_REGION), anchor.start) + 1
    )
    end = original.find("\n", anchor.end, anchor.end + LONGEST_REGION)
    end = min(len(original), anchor.end + LONGEST_REGION) if end < 0 else end
    del sign
    return Region(start, end, decode(original[start:end]), repair)
