"""The disguises of one value: escaped, percent-encoded, as HTML; and what base64 hides."""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus, unquote

from qt_app.core.patterns import lazily

_BLOB = lazily(r"[A-Za-z0-9+/_-](?<![A-Za-z0-9+/_-].)[A-Za-z0-9+/_-]{11,}={0,2}")
_PERCENT = lazily(r"%[0-9a-fA-F]{2}")
_ESCAPE = lazily(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_URL_SAFE = str.maketrans("-_", "+/")
_SIMPLE = lazily(r"[A-Za-z0-9_.-]*")
# Shorter values are masked in place only: a 4-digit password must not eat other digits.
LEAST = 8
MAX_BLOB = 262_144
MAX_BLOBS = 4000


def plain_forms(value: str) -> list[str]:
    """The value, and what it is once escapes, percent signs and entities are undone."""
    if _SIMPLE.fullmatch(value):
        return [value] if len(value) >= LEAST else []
    forms = [value]
    if "\\" in value:
        forms.append(_ESCAPE.sub(_unescaped, value))
    if "&" in value:
        forms.append(html.unescape(value))
    for form in tuple(forms):
        once = unquote(form) if "%" in form else form
        forms += [once, unquote(once) if "%" in once else once]
    parts = [part for part in value.split() if len(part) >= LEAST]
    parts.append("".join(value.split()))
    if len(value.split()) > 1:
        forms += parts
    return [form for form in dict.fromkeys(forms) if len(form) >= LEAST]


def _unescaped(match: re.Match[str]) -> str:
    if match[1] is not None:
        return _character(match[1])
    return _NAMED.get(match[2], match[2])


def _character(digits: str) -> str:
    char = chr(int(digits, 16))
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char


def disguises(value: str) -> set[str]:
    """Every way the value may be written in text (base64 is looked into, not listed)."""
    if _SIMPLE.fullmatch(value):
        return {value}
    forms = {value, json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]}
    forms |= {form.replace("/", "\\/") for form in forms}
    forms |= {form.replace("\\", "\\\\") for form in forms}
    forms |= {html.escape(value), html.escape(value, quote=False), repr(value)[1:-1]}
    once = {quote(value), quote(value, safe=""), quote_plus(value)}
    once |= {quote(value, safe="~()*!.'"), quote(value, safe="!$&'()*+,;=:@/?-._~")}
    once |= {_PERCENT.sub(lambda found: found[0].lower(), form) for form in once}
    once |= {form.replace("%", "%25") for form in once}
    markdown = re.sub(r"([\\`*_{}\[\]<>()#+.!|~-])", r"\\\1", value)
    return forms | once | {markdown}


def blobs(text: str, least: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, decoded) of the runs that are base64 of readable text."""
    looked = 0
    for found in _BLOB.finditer(text):
        run = found[0]
        if len(run) < least or run.islower() or run.isupper() or run.isdigit():
            continue
        looked += 1
        if looked > MAX_BLOBS:
            return
        for start in _starts(run):
            plain = _decoded(run[start : start + MAX_BLOB])
            if plain is not None:
                yield found.start() + start, found.end(), plain
                break


def _starts(run: str) -> list[int]:
    """Where base64 may begin: a path or a name can stand right before it."""
    cuts = [0]
    slash = run.rfind("/")
    if 0 <= slash < len(run) - 12:
        cuts.append(slash + 1)
    return [*cuts, 1, 2, 3]


def _decoded(run: str) -> str | None:
    body = run.rstrip("=").translate(_URL_SAFE)
    body = body[: len(body) - (len(body) % 4 == 1)]
    try:
        data = base64.b64decode(body + "=" * (-len(body) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A cut piece may end inside a character.
        if error.start < len(data) - 3:
            return None
        text = data[: error.start].decode("utf-8")
    readable = sum(char.isprintable() or char in "\r\n\t" for char in text)
    return text if text and readable == len(text) else None
