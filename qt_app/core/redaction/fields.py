"""Secrets that a field name announces, in any notation that carries names and values."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from qt_app.core.patterns import lazily
from qt_app.core.redaction.apart import cookie_places, place_apart
from qt_app.core.redaction.judge import (
    ADDRESS,
    COOKIE_EXTRAS,
    HOST,
    SCHEME,
    is_issue,
    is_secret,
    looks_made,
)
from qt_app.core.redaction.model import Hit
from qt_app.core.redaction.names import Names
from qt_app.core.redaction.told import login_place, place_told
from qt_app.core.redaction.values import BLANK, QUOTE, TYPE, Place, quoted, value

__all__ = ["basic_password", "find_fields", "hits_of", "looks_made"]

_SEPARATOR = (
    r"(?:=>|->|→|:=|={1,2}|:|%(?:25){0,3}3[aAdD]|\\{1,8}u003[aAdD]|&(?:amp;)?\#(?:58|61|x3[aAdD]);)"
)
_NAMED = lazily(
    rf"(?P<close>{QUOTE}?)[\])]?{BLANK}(?P<sep>{_SEPARATOR})"
    rf"(?P<gap>{BLANK}(?:\r?\n[ \t]{{0,60}})?)"
    rf"(?P<list>(?:\[\s{{0,60}})?){TYPE}(?P<open>{QUOTE}?)"
)
_ATTRIBUTE = lazily(
    rf"{QUOTE}?(?:(?:[ \t][\w-]{{1,20}}=[\"']?[\w-]{{0,20}}[\"']?){{0,3}}[ \t]|\()"
    rf"value[=:][ ]?(?P<open>{QUOTE}?)"
)
# {"token": {"value": "…", "ttl": 1}}: an object under the name, the value a field of it.
_OBJECT = lazily(
    rf"\{{[^{{}}\r\n]{{0,200}}?{QUOTE}(?:value|val|raw|plain){QUOTE}"
    rf"{BLANK}:{BLANK}(?P<open>{QUOTE})"
)
_WORDS = lazily(r"[a-z]{1,20}[ ][A-Za-z]{1,20}(?:[ .,:]|$)")
# Machines make tokens and signatures: a word is none.
_WORD = lazily(r"[a-z]{1,16}(?:[ .,:;)\r\n]|\Z)")
# Where words in a row may well be the value: a password, a header.
_OWN_WORDS = ("password", "auth", "cookie")
_YAML_BLOCK = lazily(r"[|>][+-]?[ \t]{0,8}\r?\n")
_NEXT_ITEM = lazily(rf"{QUOTE}\s{{0,60}},\s{{0,60}}{QUOTE}")
_CREDENTIAL = lazily(r"[^\s,;\"'\\]+")
_IS_DIGEST = lazily(r"(?i)(?:digest|signature|hawk|aws4-hmac-sha256|hmac-sha256)[ ]")
_DIGEST = lazily(
    r"(?i)(?:response|nonce|cnonce|signature|mac|key)=\\{0,8}[\"']?([^\s,;\"'\\]{8,512})"
)
_COOKIE = lazily(r"([^=;\s,]{1,200})=([^;\s,]{1,4096})")


def find_fields(text: str, low: str, names: Names) -> Iterator[Hit]:
    """Hits in text order; a name inside a value that was already taken is skipped."""
    done = 0
    for start, end, kind in names.find(text, low):
        if start < done:
            continue
        for place in _places(text, start, end, kind):
            if kind == "ticket" and _is_issue(text, low, start, place):
                continue
            for hit in _hits(text, place, kind):
                yield hit
                done = max(done, hit.end)


def _is_issue(text: str, low: str, start: int, place: Place) -> bool:
    """The ticket of an issue tracker; a js ticket is one for the SDK."""
    return is_issue(text[place.start : place.end]) and "js" not in low[max(0, start - 6) : start]


def _places(text: str, start: int, end: int, kind: str) -> list[Place]:
    if kind == "password" and (login := login_place(text, start, end)) is not None:
        return [login]
    named = _NAMED.match(text, end)
    if named is not None and not _breaks_line(text, named):
        places = _named_places(text, named, kind)
        tells = text[start - 1 : start] == "/" or _is_prose(text, named, kind)
        return [one for one in places if looks_made(text[one.start : one.end])] if tells else places
    attribute = _ATTRIBUTE.match(text, end)
    if attribute is not None:
        return _one(value(text, attribute.end(), attribute["open"], kind, False))
    return _one(place_apart(text, start, end, kind) or place_told(text, start, end, kind))


def _named_places(text: str, named: re.Match[str], kind: str) -> list[Place]:
    if named["list"] and named["open"]:
        return _list_places(text, named)
    if kind == "auth" and not named["open"] and _IS_DIGEST.match(text, named.end()):
        stop = text.find("\n", named.end(), named.end() + 2000)
        parts = _DIGEST.finditer(text, named.end(), stop if stop >= 0 else named.end() + 2000)
        return [Place(*found.span(1), True) for found in parts]
    if not named["open"] and text[named.end() : named.end() + 1] == "{":
        if kind == "cookie":
            return cookie_places(text, named.end())
        inner = _OBJECT.match(text, named.end())
        if inner is not None:
            return _one(value(text, inner.end(), inner["open"], kind, False))
    return _one(value(text, named.end(), named["open"], kind, _is_header(named)))


def _is_prose(text: str, named: re.Match[str], kind: str) -> bool:
    """invalid token: contains no segments; Get ".../v1/token": dial tcp: words, no value."""
    if not named["gap"] or named["open"] or kind in _OWN_WORDS or named["sep"] not in (":", "="):
        return False
    words = _WORDS if kind in ("secret", "key") else _WORD
    return words.match(text, named.end()) is not None


def _one(place: Place | None) -> list[Place]:
    return [] if place is None else [place]


def _breaks_line(text: str, named: re.Match[str]) -> bool:
    """A bare name, a line break and a bare word are two things (YAML's nested keys)."""
    if named["open"]:
        return False
    if text[named.end() : named.end() + 1] in ("|", ">"):
        return _YAML_BLOCK.match(text, named.end()) is not None
    return "\n" in named["gap"]


def _is_header(named: re.Match[str]) -> bool:
    return named["sep"] == ":" and not named["close"]


def _list_places(text: str, named: re.Match[str]) -> list[Place]:
    places: list[Place] = []
    at, opener = named.end(), named["open"]
    while len(places) < 200:
        place = quoted(text, at, opener)
        if place is None:
            break
        places.append(place)
        following = _NEXT_ITEM.match(text, place.end)
        if following is None:
            break
        at = following.end()
    return places


def _hits(text: str, place: Place, kind: str) -> Iterator[Hit]:
    value = text[place.start : place.end]
    if kind == "auth" or SCHEME.match(value):
        yield from _credentials(value, place.start)
        return
    if kind == "cookie":
        yield from _cookies(value, place.start)
        return
    if is_secret(value, kind, place.quoted):
        yield Hit(place.start, place.end, "cookie" if kind == "session" else kind, value)


def hits_of(text: str, start: int, end: int, kind: str) -> Iterator[Hit]:
    """Hits in a value whose place is known from elsewhere."""
    return _hits(text, Place(start, end, True), kind)


def _credentials(value: str, offset: int) -> Iterator[Hit]:
    scheme = SCHEME.match(value)
    at = scheme.end() if scheme is not None else 0
    name = scheme["scheme"].lower() if scheme is not None else ""
    if name in ("bearer", "token", "basic"):
        found = _CREDENTIAL.match(value, at)
        end = found.end() if found is not None else len(value)
    else:
        end = len(value)
    if end <= at or not is_secret(value[at:end], "auth", True):
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
    pairs = [found for found in _COOKIE.finditer(value) if found[1].lower() not in COOKIE_EXTRAS]
    if not pairs and is_secret(value, "cookie", True):
        yield Hit(offset, offset + len(value), "cookie", value)
    for pair in pairs:
        if HOST.fullmatch(pair[2]) or ADDRESS.fullmatch(pair[2]):
            continue
        yield Hit(offset + pair.start(2), offset + pair.end(2), "cookie", pair[2])
