"""Secrets that a field name announces, in any notation that carries names and values."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import NamedTuple

from qt_app.core.patterns import lazily
from qt_app.core.redaction.model import Hit
from qt_app.core.redaction.names import KNOWN_NAMES, Names

MAX_VALUE = 8192
MAX_PASSWORD = 256
LEAST_TOLD = 8
_QUOTE = (
    r"(?:\\{0,16}[\"'`]|[“”‘’]|&(?:amp;)?(?:quot|apos|\#0?3[49]|\#x2[27]);"
    r"|%(?:25){0,3}2[27]|\\{1,8}u002[27])"
)
_BLANK = r"(?:[ \t\u00a0]|%(?:25){0,3}20|(?:\+|%(?:25){0,3}2[bB])(?=%)){0,60}"
_SEPARATOR = (
    r"(?:=>|->|→|:=|={1,2}|:|%(?:25){0,3}3[aAdD]|\\{1,8}u003[aAdD]|&(?:amp;)?\#(?:58|61|x3[aAdD]);)"
)
_TYPE = r"(?:(?:string|str)\([0-9]{1,9}\)[ ]?|[bu](?=\\{0,8}[\"']))?"
_NAMED = lazily(
    rf"(?P<close>{_QUOTE}?)[\])]?{_BLANK}(?P<sep>{_SEPARATOR})"
    rf"(?P<gap>{_BLANK}(?:\r?\n[ \t]{{0,60}})?)"
    rf"(?P<list>(?:\[\s{{0,60}})?){_TYPE}(?P<open>{_QUOTE}?)"
)
_HAR = lazily(
    rf"(?P<close>{_QUOTE}){_BLANK},\s{{0,60}}{_QUOTE}value{_QUOTE}{_BLANK}:{_BLANK}(?P<open>{_QUOTE})"
)
_PAIR = lazily(rf"(?P<close>{_QUOTE}){_BLANK},{_BLANK}[bu]?(?P<open>{_QUOTE})")
_TAG = lazily(
    rf"(?P<close>{_QUOTE}?)(?:>|&gt;)(?:<!\[CDATA\[)?(?P<value>[^<>&\r\n]{{1,{MAX_VALUE}}})"
)
_ATTRIBUTE = lazily(
    rf"{_QUOTE}?(?:(?:[ \t][\w-]{{1,20}}=[\"']?[\w-]{{0,20}}[\"']?){{0,3}}[ \t]|\()"
    rf"value[=:][ ]?(?P<open>{_QUOTE}?)"
)
# {"token": {"value": "…", "ttl": 1}}: an object under the name, the value a field of it.
_OBJECT = lazily(
    rf"\{{[^{{}}\r\n]{{0,200}}?{_QUOTE}(?:value|val|raw|plain){_QUOTE}"
    rf"{_BLANK}:{_BLANK}(?P<open>{_QUOTE})"
)
_TEMPLATE = lazily(r"[A-Z]+(?:_[A-Z]+)*")
_STRONG = lazily(
    r"[\"'“”)\]】]?[ \t]{0,4}(?:[|\t]|是|为|is\b|值|如下|[ \t\r\n:=]){1,8}[ \t]{0,8}[\"'“]?"
    r"(?P<value>(?=[A-Za-z_./+-]{0,200}[0-9])[A-Za-z0-9_\-+/.=]{16,4096})(?![A-Za-z0-9_(])"
)
# 密码是 abc12345: told in a sentence, so it must look made (a digit in it).
_TOLD = lazily(
    r"[\"'“”]?[ ]?(?:是|为|改成了?|改为|换成了?)[ :“\"']{0,3}"
    r"(?P<value>(?=[!-+\--:<-~]{0,60}[0-9])[!-+\--:<-~]{4,64})"
)
_BARE_PERCENT = lazily(
    r"(?:[^\s\"'`“”‘’<>{}()\[\],;&|\\。，；、！？…«»\ufffd%]"
    r"|%(?!(?:25){0,3}(?:2[26cC]|3[bB]|7[dD]|0[aAdD]))[0-9A-Fa-f]{0,2})+"
)
_BARE_PASSWORD = lazily(r"[^\s\"'`“”‘’<>,;&\\。，；、！？…«»]+")
_HEADER = lazily(r"[^\r\n\"'`“”‘’<>\\]+")
_NEXT_FIELD = lazily(r",[ ]?[A-Za-z_][\w-]{1,60}[=:]|[}\]]")
_SCHEME = lazily(r"(?i)(?P<scheme>Bearer|Basic|Token|Digest|MAC)(?:[ +\t]|%20){1,8}(?=\S)")
_CREDENTIAL = lazily(r"[^\s,;\"'\\]+")
_COOKIE = lazily(r"([^=;\s,]{1,200})=([^;\s,]{1,4096})")
_WRAP = lazily(
    r"\r?\n[ \t>|]{0,8}(?![0-9]{4}[-/])([A-Za-z0-9_\-+/.=%]{8,4096})"
    r"(?=[\"'\\,}\])]|[ \t]{0,40}(?:\r?\n|\Z))"
)
_CLOSERS = {"“": "”", "‘": "’"}
_PLAIN_WORDS = frozenset(
    (
        *("null", "none", "nil", "undefined", "true", "false", "empty", "expired", "invalid"),
        *("missing", "error", "required", "failed", "fail", "ok", "valid", "timeout", "not", "is"),
        *("wrong", "bad", "incorrect", "absent", "success", "yes", "no", "nan", "string", "str"),
        *("int", "number", "object", "bool", "boolean", "optional", "unauthorized", "bearer"),
        *("basic", "token", "secret"),
    )
)
_COOKIE_EXTRAS = frozenset(
    ("path", "domain", "expires", "max-age", "samesite", "secure", "httponly", "version", "comment")
)
# Addresses and paths are no secrets; masked everywhere, they would take the story with them.
_ADDRESS = lazily(r"https?://[^\s?#@]*|(?:/[a-z0-9_.-]+)+/?")
_HOST = lazily(r"(?=[a-z0-9.-]{4,80}\Z)(?:[a-z0-9-]+\.)+[a-z]{2,6}")
_ENDINGS = tuple(sorted(KNOWN_NAMES))
_ALNUM = lazily(r"[^\W_]")
# When something happened to a token is no token.
_MOMENT = lazily(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[t_ ]\d{1,2}:\d\d\S{0,24})?")
_CJK = lazily("[\u3400-\u9fff]")


class Place(NamedTuple):
    """Where a value stands, and whether quotes held it."""

    start: int
    end: int
    quoted: bool


def find_fields(text: str, low: str, names: Names) -> Iterator[Hit]:
    """Hits in text order; a name inside a value that was already taken is skipped."""
    done = 0
    for start, end, kind in names.find(text, low):
        if start < done:
            continue
        for place in _places(text, end, kind):
            for hit in _hits(text, place, kind):
                yield hit
                done = max(done, hit.end)


def _places(text: str, end: int, kind: str) -> list[Place]:
    named = _NAMED.match(text, end)
    if named is not None and not _breaks_line(named):
        if named["list"] and named["open"]:
            return _list_places(text, named)
        inner = _OBJECT.match(text, named.end()) if not named["open"] else None
        if inner is not None:
            return _one(_value(text, inner.end(), inner["open"], kind, False))
        return _one(_value(text, named.end(), named["open"], kind, _is_header(named)))
    for pattern in (_HAR, _ATTRIBUTE):
        other = pattern.match(text, end)
        if other is not None:
            return _one(_value(text, other.end(), other["open"], kind, False))
    return _one(_loose(text, end, kind))


def _one(place: Place | None) -> list[Place]:
    return [] if place is None else [place]


def _breaks_line(named: re.Match[str]) -> bool:
    """A bare name, a line break and a bare word are two things (YAML's nested keys)."""
    return "\n" in named["gap"] and not named["open"]


def _is_header(named: re.Match[str]) -> bool:
    return named["sep"] == ":" and not named["close"]


def _loose(text: str, end: int, kind: str) -> Place | None:
    tag = _TAG.match(text, end)
    if tag is not None:
        return Place(*tag.span("value"), True)
    pair = _PAIR.match(text, end)
    if pair is not None:
        place = _value(text, pair.end(), pair["open"], kind, False)
        if place is not None and looks_made(text[place.start : place.end]):
            return place
        return None
    told = _TOLD.match(text, end)
    if told is not None and len(told["value"]) >= (4 if kind == "password" else LEAST_TOLD):
        return Place(*told.span("value"), False)
    strong = _STRONG.match(text, end)
    return None if strong is None else Place(*strong.span("value"), False)


def looks_made(value: str) -> bool:
    """Whether it is no word that a person would write."""
    return any(char.isdigit() for char in value) or len(value) >= 24


def _list_places(text: str, named: re.Match[str]) -> list[Place]:
    places: list[Place] = []
    at, opener = named.end(), named["open"]
    while len(places) < 200:
        place = _quoted(text, at, opener)
        if place is None:
            break
        places.append(place)
        following = re.compile(rf"{_QUOTE}\s{{0,60}},\s{{0,60}}{_QUOTE}").match(text, place.end)
        if following is None:
            break
        at = following.end()
    return places


def _value(text: str, at: int, opener: str, kind: str, header: bool) -> Place | None:
    if opener:
        return _quoted(text, at, opener)
    if kind in ("auth", "cookie"):
        return _header_value(text, at, header)
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


def _trimmed(text: str, start: int, end: int, kind: str) -> int:
    """Without the sentence's own signs and unmatched brackets at the end."""
    while end > start and text[end - 1] in (")]}|" if kind == "password" else ".:!?|*#>"):
        pair = {")": "(", "]": "[", "}": "{"}.get(text[end - 1])
        if pair is not None and pair in text[start:end]:
            break
        end -= 1
    return end


def _quoted(text: str, at: int, opener: str) -> Place | None:
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
        following = _WRAP.match(text, end)
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


def _hits(text: str, place: Place, kind: str) -> Iterator[Hit]:
    value = text[place.start : place.end]
    if kind == "auth" or _SCHEME.match(value):
        yield from _credentials(value, place.start)
        return
    if kind == "cookie":
        yield from _cookies(value, place.start)
        return
    if _is_secret(value, kind, place.quoted):
        yield Hit(place.start, place.end, "cookie" if kind == "session" else kind, value)


def hits_of(text: str, start: int, end: int, kind: str) -> Iterator[Hit]:
    """Hits in a value whose place is known from elsewhere."""
    return _hits(text, Place(start, end, True), kind)


def _credentials(value: str, offset: int) -> Iterator[Hit]:
    scheme = _SCHEME.match(value)
    at = scheme.end() if scheme is not None else 0
    name = scheme["scheme"].lower() if scheme is not None else ""
    if name in ("bearer", "token", "basic"):
        found = _CREDENTIAL.match(value, at)
        end = found.end() if found is not None else len(value)
    else:
        end = len(value)
    if end <= at or not _is_secret(value[at:end], "auth", True):
        return
    yield Hit(offset + at, offset + end, "auth" if name != "bearer" else "token", value[at:end])


def basic_password(value: str) -> str | None:
    """The password inside Basic credentials, None if these are none."""
    try:
        plain = base64.b64decode(value + "=" * (-len(value) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    _, colon, password = plain.partition(":")
    return password if colon and password.isprintable() else None


def _cookies(value: str, offset: int) -> Iterator[Hit]:
    pairs = [found for found in _COOKIE.finditer(value) if found[1].lower() not in _COOKIE_EXTRAS]
    if not pairs and _is_secret(value, "cookie", True):
        yield Hit(offset, offset + len(value), "cookie", value)
    for pair in pairs:
        if _HOST.fullmatch(pair[2]) or _ADDRESS.fullmatch(pair[2]):
            continue
        yield Hit(offset + pair.start(2), offset + pair.end(2), "cookie", pair[2])


def _is_secret(value: str, kind: str, quoted: bool) -> bool:
    """False for what only looks like a value: words, templates, other labels."""
    plain = value.strip().lower()
    if not _ALNUM.search(plain) or plain.startswith(("«", "${")):
        return False
    if plain in _PLAIN_WORDS or plain.replace("_", "").replace("-", "") in KNOWN_NAMES:
        return False
    if _TEMPLATE.fullmatch(value) and plain.endswith(_ENDINGS):
        return False
    if not plain.strip("*x.-•") or (plain[0] in "{[<" and not quoted):
        return False
    if kind == "password":
        return len(plain) <= MAX_PASSWORD and (quoted or not _CJK.match(plain))
    if _ADDRESS.fullmatch(value) or _MOMENT.fullmatch(plain):
        return False
    return not (_CJK.search(plain) or (" " in plain and not _one_run(plain)))


def _one_run(plain: str) -> bool:
    """Text with blanks counts only if a part of it looks made by a machine."""
    return any(len(part) >= 16 and any(c.isdigit() for c in part) for part in plain.split())
