"""Answers in XML elements, and HTML whose tags stand in the way."""

from __future__ import annotations

import html
import re
from typing import Any

from qt_app.core.patterns import lazily
from qt_app.core.reading.anchors import Anchor
from qt_app.core.reading.found import Found, Harvest
from qt_app.core.reading.hints import hint_of
from qt_app.core.reading.keys import GENERIC_MESSAGE, code_rank, message_rank, normal_code
from qt_app.core.reading.layers import Layer, rewrite

REACH = 16_384
_TAG = lazily(r"<(?P<slash>/?)(?P<name>[A-Za-z_][\w:.\-]{0,80})(?P<rest>[^<>]{0,500})>")
_LEAF = lazily(
    r"<(?:[\w\-]{1,40}:)?(?P<name>[A-Za-z_][\w.\-]{0,80})(?:\s[^<>]{0,300})?>"
    r"\s{0,200}(?:<!\[CDATA\[(?P<data>.{0,4000}?)\]\]>|(?P<text>[^<]{0,4000}))\s{0,200}</",
    re.DOTALL,
)
_PAGE = {
    "html",
    "body",
    "div",
    "pre",
    "p",
    "span",
    "code",
    "td",
    "tr",
    "table",
    "tbody",
    "head",
    "li",
}
_NUMBER = lazily(r"[^<>]{0,300}>\s{0,20}[+-]?\d{1,12}\s{0,20}<")
_BREAKS = lazily(
    r"</(?:tr|p|div|li|h\d|pre|dl|dd|table|string|integer|member)\b|<br\b", re.IGNORECASE
)
_CELLS = lazily(r"</(?:td|th|dt|label|key|name)\b", re.IGNORECASE)
# What property lists and XML-RPC put between a name and its value, or between two of them, is no
# line of its own.
_ANY_TAG = lazily(
    r"</(?:td|th|dt|key|name|string|integer)>(?:\s{1,200}(?=<(?!/)))?|<[/!]?[A-Za-z][^<>]{0,500}>",
    re.IGNORECASE,
)
_BLOCK_END = lazily(r"</(?:table|pre|html|dl|ul|body)>", re.IGNORECASE)
_BLOCK_START = lazily(r"<(?:table|pre|html|dl|ul|body)\b", re.IGNORECASE)


def element_at(text: str, original: str, anchor: Anchor, floor: int) -> tuple[Harvest, int] | None:
    """The answer whose element name is at `anchor`, and where it ends."""
    tag = text.rfind("<", max(floor, anchor.start - 42), anchor.start)
    if tag < 0 or not re.fullmatch(r"<(?:[\w\-]{1,40}:)?", text[tag : anchor.start]):
        return None
    if text[anchor.start : anchor.end].lower() in _PAGE and not _NUMBER.match(text, anchor.end):
        return None  # <code> of a page
    start, end, closed = _parent(text, tag, floor)
    leaves = list(_LEAF.finditer(original, start, end))
    fields: dict[str, Any] = {leaf["name"]: _value(leaf) for leaf in leaves}
    codes = [name for name in fields if code_rank(name) is not None]
    code_key = min(codes, key=lambda name: code_rank(name) or 0, default=None)
    code = normal_code(fields[code_key]) if code_key else None
    messages = [name for name in fields if message_rank(name) is not None and fields[name]]
    message_key = min(messages, key=lambda name: message_rank(name) or 0, default=None)
    generic = message_key is None or (message_rank(message_key) or 0) >= GENERIC_MESSAGE
    if code is None and generic:
        return Harvest(dead=[(start, end)]), max(end, anchor.end)
    found = Found(
        start,
        end,
        code,
        code_key if code else None,
        fields[message_key] if message_key else None,
        message_key,
        fields,
        "xml",
        set() if closed else {"truncated"},
        not closed,
        hint=hint_of(fields.items()),
    )
    return Harvest([found]), max(end, anchor.end)


def _value(leaf: re.Match[str]) -> str:
    return leaf["data"] if leaf["data"] is not None else html.unescape(leaf["text"]).strip()


def _parent(text: str, tag: int, floor: int) -> tuple[int, int, bool]:
    """Start, end and completeness of the element that holds the tag: outermost with one answer."""
    open_tags: list[tuple[str, int]] = []
    for found in _TAG.finditer(text, max(floor, tag - REACH), tag):
        name = found["name"].lower()
        if found["rest"].endswith("/") or name in _PAGE:
            continue
        if not found["slash"]:
            open_tags.append((name, found.start()))
        elif any(name == one for one, _ in open_tags):
            while open_tags.pop()[0] != name:
                pass
    own = _TAG.match(text, tag)
    word = own["name"] if own else ""
    for name, start in open_tags:
        close = re.compile(rf"</{re.escape(name)}\s{{0,20}}>", re.IGNORECASE)
        ending = close.search(text, tag, tag + REACH)
        end = ending.end() if ending else min(len(text), tag + REACH)
        inside = len(re.findall(rf"<{re.escape(word)}[\s>]", text[start:end]))
        if inside == 1:
            return start, end, ending is not None
    return tag, _last_sibling(text, tag), True


def _last_sibling(text: str, tag: int) -> int:
    """The end of the run of simple elements that begins at `tag`."""
    end, at = tag, tag
    sibling = re.compile(
        r"\s{0,200}<(?P<name>[\w:.\-]{1,80})(?:\s[^<>]{0,300})?>(?:<!\[CDATA\[.{0,4000}?\]"
        r"\]>|[^<]{0,4000})</(?P=name)>",
        re.DOTALL,
    )
    for _ in range(40):
        found = sibling.match(text, at)
        if not found:
            break
        end = at = found.end()
    return end if end > tag else min(len(text), tag + 1)


def tagged_region(text: str, anchor: Anchor, floor: int) -> tuple[int, int] | None:
    """The stretch of HTML around an anchor whose name and value stand in different tags."""
    before = text[max(floor, anchor.start - 200) : anchor.start]
    after = text[anchor.end : anchor.end + 12]
    if not re.search(r">[\s\"'&quot;]{0,12}\Z", before) and not re.match(
        r"[\"'\s&quot;]{0,8}</", after
    ):
        return None
    if "<" not in after and "<" not in before:
        return None
    low = max(floor, anchor.start - REACH)
    start = low
    for found in _BLOCK_START.finditer(text, low, anchor.start):
        start = found.start()
    if start == low:
        start = max(low, text.rfind("\n", low, anchor.start) + 1)
    ending = _BLOCK_END.search(text, anchor.end, anchor.end + 4 * REACH)
    return start, ending.end() if ending else min(len(text), anchor.end + REACH)


def without_tags(text: str) -> Layer | None:
    """HTML as lines and tab-separated cells."""

    def plain(found: re.Match[str]) -> str:
        if _CELLS.match(found[0]):
            return "\t"
        return "\n" if _BREAKS.match(found[0]) else ""

    return rewrite(text, _ANY_TAG, plain, "html_tags")
