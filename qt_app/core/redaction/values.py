"""Reads the value that stands at a place: in quotes, bare, wrapped in a call, over lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from qt_app.core.patterns import lazily
from qt_app.core.redaction.judge import MAX_PASSWORD, looks_made

MAX_VALUE = 8192
QUOTE = (
    r"(?:\\{0,16}[\"'`]|[“”‘’]|&(?:amp;)?(?:quot|apos|\#0?3[49]|\#x2[27]);"
    r"|%(?:25){0,3}2[27]|\\{1,8}u002[27])"
)
BLANK = r"(?:[ \t\u00a0]|%(?:25){0,3}20|(?:\+|%(?:25){0,3}2[bB])(?=%)){0,60}"
# What may stand before a quote: b'…', f"…", @"…", r#"…"#, PHP's string(32).
TYPE = r"(?:(?:string|str)\([0-9]{1,9}\)[ ]?|[bBuUrRfFLN@$]{1,2}(?=\\{0,8}[\"'])|r\#{1,3}(?=\"))?"
_BARE_PERCENT = lazily(
    r"(?:[^\s\"'`“”‘’<>{}()\[\],;&|\\。，；、！？…«»\ufffd%]"
    r"|%(?!(?:25){0,3}(?:2[26cC]|3[bB]|7[dD]|0[aAdD]))[0-9A-Fa-f]{0,2})+"
)
_BARE_PASSWORD = lazily(r"[^\s\"'`“”‘’<>,;&\\。，；、！？…«»]+")
_HEADER = lazily(r"[^\r\n\"'`“”‘’<>\\]+")
_NEXT_FIELD = lazily(r",[ ]?[A-Za-z_][\w-]{1,60}[=:]|[}\]]")
_NEXT_LINE = lazily(
    r"\r?\n[ \t>|]{0,8}(?![0-9]{4}[-/])([A-Za-z0-9_\-+/.=%]{8,4096})"
    r"(?=[\"'\\,}\])]|[ \t]{0,40}(?:\r?\n|\Z))"
)
# Optional("…"), Some(…), new String("…"), Just "…", Box::new("…"), SecretStr(value='…').
_CALL = lazily(
    r"(?:(?:new|await|try)[ ]{1,4}){0,2}(?P<callee>[A-Za-z_$][A-Za-z0-9_$.:]{0,60}+)"
    r"(?:<[^<>()\r\n]{0,40}>)?(?P<sign>[(\[{]|[ ](?=[\"']))\s{0,60}"
    r"(?:(?:value|val|inner|raw|plain|0)[\"']?[ ]?[:=][ ]?)?" + TYPE + f"(?P<open>{QUOTE}?)"
)
# Most values are none of these; this is one look.
_MAY_WRAP = lazily(
    r"[!&]|(?:(?:new|await|try)[ ]{1,4}){0,2}[A-Za-z_$][A-Za-z0-9_$.:]{0,60}+"
    r"[ ]{0,4}[(\[{<=?!\"']"
)
_DECLARED = lazily(
    r"&?(?:'[a-z]{1,20}[ ])?[A-Za-z_][A-Za-z0-9_.]{0,30}+(?:<[^<>()\r\n]{0,40}>)?[?!]?"
    r"[ ]{0,4}=(?!=)[ ]{0,4}" + TYPE + f"(?P<open>{QUOTE})"
)
_YAML_TAG = lazily(f"!{{1,2}}[A-Za-z0-9_./-]{{0,40}}[ ]{{1,4}}(?P<open>{QUOTE}?)")
_CODE_NAME = lazily(r"[A-Za-z_$]*(?:[a-z][A-Z]|[._:$])[A-Za-z_$.:]*")
_OPTIONAL = frozenset(("optional", "some", "just", "ok", "maybe", "right", "option", "present"))
_TEXTS = frozenset(
    (
        *("string", "str", "text", "bytes", "bytearray", "byte", "buffer", "cow", "box", "arc"),
        *("rc", "secretstr", "secretstring", "secretbytes", "secret", "sensitive", "nsstring"),
        *("value", "ref", "literal", "stringvalue", "charsequence", "stringbuilder", "zeroizing"),
        *("password", "token", "result", "success", "nonnull", "atomicreference"),
    )
)
_MAKERS = frozenset(
    ("of", "new", "from", "ofnullable", "valueof", "borrowed", "owned", "from_str", "fromstring")
)
_DEEPEST = 4
_CLOSERS = {"“": "”", "‘": "’"}


class Place(NamedTuple):
    """Where a value stands, and whether quotes held it."""

    start: int
    end: int
    quoted: bool


def value(text: str, at: int, opener: str, kind: str, header: bool) -> Place | None:
    """The value that begins here, behind its quote (`opener`) if it has one."""
    if opener:
        return quoted(text, at, opener)
    if kind in ("auth", "cookie"):
        return _header_value(text, at, header)
    if _MAY_WRAP.match(text, at) is not None:
        inside = _inside(text, at, kind)
        if inside is not None:
            return inside or None
    return _bare(text, at, kind)


def _bare(text: str, at: int, kind: str) -> Place | None:
    if kind == "password":
        found = _BARE_PASSWORD.match(text, at, at + MAX_PASSWORD)
    else:
        found = _BARE_PERCENT.match(text, at, at + MAX_VALUE)
    if found is None:
        return None
    end = _trimmed(text, at, found.end(), kind)
    if end - at >= 60 and end == found.end():
        end = _unwrapped(text, end)
    return Place(at, end, False) if end > at else None


def _inside(text: str, at: int, kind: str) -> Place | tuple[()] | None:
    """The value in Optional("…") or behind String =; () if code stands there, None if neither."""
    wrapped = ""
    for depth in range(_DEEPEST):
        call = _CALL.match(text, at)
        if call is None:
            if not depth:
                return _declared(text, at)
            break
        wrapper = _wrapper(call["callee"])
        if not (wrapper or wrapped or depth or _is_code(text, call, kind)):
            return None
        wrapped, at = wrapper or wrapped, call.end()
        if call["open"]:
            place = quoted(text, at, call["open"])
            made = place is not None and looks_made(text[place.start : place.end])
            return place or () if wrapped or made else ()
    place = _bare(text, at, "token") if wrapped else None
    made = place is not None and looks_made(text[place.start : place.end])
    return place if place is not None and (made or wrapped in _OPTIONAL) else ()


def _declared(text: str, at: int) -> Place | None:
    """token: String = "…", secret: !!str …"""
    found = _DECLARED.match(text, at)
    if found is not None:
        return quoted(text, found.end(), found["open"])
    tag = _YAML_TAG.match(text, at)
    if tag is None:
        return None
    return quoted(text, tag.end(), tag["open"]) if tag["open"] else _bare(text, tag.end(), "token")


def _wrapper(callee: str) -> str:
    """The type that holds a text, "" for any other call."""
    *_, before, last = ["", *callee.lower().replace("::", ".").split(".")]
    name = before if last in _MAKERS else last
    return name if name in _OPTIONAL or name in _TEXTS else ""


def _is_code(text: str, call: re.Match[str], kind: str) -> bool:
    """A call or a look into a map; a value may also stand right before a bracket."""
    callee, following = call["callee"], text[call.end() : call.end() + 1]
    argument = bool(call["open"]) or following == ")"
    if call["sign"] != "(":
        return call["sign"] == "[" and (bool(call["open"]) or following.isdigit())
    if argument or kind == "password":
        return argument
    return _CODE_NAME.fullmatch(callee) is not None


def _trimmed(text: str, start: int, end: int, kind: str) -> int:
    """Without the sentence's own signs and unmatched brackets at the end."""
    while end > start and text[end - 1] in (")]}|" if kind == "password" else ".:!?|*#>"):
        pair = {")": "(", "]": "[", "}": "{"}.get(text[end - 1])
        if pair is not None and pair in text[start:end]:
            break
        end -= 1
    return end


def quoted(text: str, at: int, opener: str) -> Place | None:
    """What stands between this quote and the one that closes."""
    limit = min(len(text), at + (MAX_VALUE if opener.isascii() else 2048))
    closer = _CLOSERS.get(opener, opener)
    end = _closing(text, at, limit, closer)
    line = text.find("\n", at, limit)
    if 0 <= line < (limit if end < 0 else end):
        wrapped = _unwrapped(text, line - (text[line - 1] == "\r"))
        if wrapped > line and (end < 0 or wrapped <= end):
            end = wrapped
        else:
            end = line - (text[line - 1 : line] == "\r")
    if end < 0 and limit < len(text):
        # No quote closes it in reach: what follows the quote up to the next sign is the value.
        found = _BARE_PERCENT.match(text, at, limit)
        end = found.end() if found is not None else at
    elif end < 0:
        end = limit
    return Place(at, end, True) if end > at else None


def _closing(text: str, at: int, limit: int, closer: str) -> int:
    """Where the quote that closes stands, -1 if it does not before `limit`."""
    end = text.find(closer, at, limit)
    while end > at and len(closer) == 1 and _escaped(text, end, at):
        end = text.find(closer, end + 1, limit)
    return end


def _escaped(text: str, at: int, start: int) -> bool:
    slashes = 0
    while at - slashes - 1 >= start and text[at - slashes - 1] == "\\" and slashes < 64:
        slashes += 1
    return slashes % 2 == 1


def _unwrapped(text: str, end: int) -> int:
    """The end of a value that goes on in the next lines, as mail programs break them."""
    for _ in range(64):
        following = _NEXT_LINE.match(text, end)
        if following is None or ":" in following[1]:
            return end
        end = following.end(1)
    return end


def _header_value(text: str, at: int, header: bool) -> Place | None:
    found = _HEADER.match(text, at, at + MAX_VALUE)
    if found is None:
        return None
    end = found.end()
    if not header:
        stop = _NEXT_FIELD.search(text, at, end)
        end = stop.start() if stop is not None else end
    while end > at and text[end - 1] in " \t,;}])":
        end -= 1
    return Place(at, end, False) if end > at else None
