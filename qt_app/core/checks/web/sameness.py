"""When two things of two copies are one: the same file in another version, code with other values.

A signature leaves out what differs with every call; a neutral signature also what differs with
every release of a site: hashes and versions in names, and the values that code holds.
"""

from __future__ import annotations

import re

from qt_app.core.checks.web.page_reader import Item

# Values that differ with every call: nonces, csrf tokens, timestamps, session numbers.
_VOLATILE = re.compile(
    r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{9,40}"
    r"|(?<![A-Za-z0-9+/_-])(?=[A-Za-z+/_-]{0,80}[0-9])[A-Za-z0-9+/_-]{16,400}={0,2}(?![A-Za-z0-9])"
    r"|[0-9]{4,40}|(?<![0-9A-Za-z])[0-9a-fA-F]{8,128}(?![0-9A-Za-z])"
)
_LONG_NUMBER = re.compile(r"[0-9]{9,20}|(?<![0-9A-Za-z])[0-9a-fA-F]{16,128}(?![0-9A-Za-z])")
_DATE = re.compile(r"[0-9]{1,4}[-/:.年月][0-9]{1,2}(?:[-/:.月日][0-9]{1,4})?")
_WEB_SCHEME = re.compile(r"(?i)\bhttps?:(\\?/\\?/)", re.ASCII)
# The parameters by which sites tell their files' versions; "?20260101" has no name at all.
_VERSION_PARAMETER = re.compile(
    r"(?i)(?:^|(?<=&))(?:(?:_?v|_?ver|version|vsn|rev|revision|r|_?t|_?ts|time|timestamp|stamp"
    r"|build|_?hash|_?h|md5|_|cb|cache|nocache|rnd|rand|random|date|d|sv|m|mtime)=[^&]{0,200}"
    r"|[\w.-]{1,64}(?=&|$))"
)
_VERSION = re.compile(r"(?i)(?<![a-z0-9])v?[0-9]{1,4}(?:\.[0-9a-z]{1,8}){1,4}(?=[./_-]|$)")
_PIECE = re.compile(r"[A-Za-z0-9]{5,64}")
_HEX = re.compile(r"(?=[a-f]{0,64}[0-9])(?=[0-9]{0,64}[a-f])[0-9a-f]{5,64}|[0-9]{5,64}")
# A text or a number in code; a text may hold an address, which is no mere value.
_LITERAL = re.compile(
    r"\"(?:[^\"\\\n]|\\.){0,4000}\"|'(?:[^'\\\n]|\\.){0,4000}'|`[^`\\]{0,4000}`"
    r"|(?<![\w$])-?[0-9][\w.]{0,64}"
)
_HOST = re.compile(r"//([A-Za-z0-9.-]{1,253}\.[A-Za-z]{2,24})(?![A-Za-z0-9.-])")
_MAX_CODE = 200_000


def signature(item: Item) -> tuple[str, str]:
    """What the item is, but for what differs with every call."""
    if item.url:
        return item.kind, _bare(item.url)
    return item.kind, masked(" ".join(item.text.split()))


def _bare(url: str) -> str:
    """An address without its scheme and without what differs with every call.

    In the path only long numbers count as such: another file is another address.
    """
    path, mark, rest = url.split("#", 1)[0].partition("?")
    path, semicolon, session = _WEB_SCHEME.sub("//", path).partition(";")
    return f"{_LONG_NUMBER.sub('#', path)}{semicolon}{masked(session)}{mark}{masked(rest)}"


def masked(text: str) -> str:
    """Text without dates, tokens and long numbers, and without the scheme of its addresses."""
    text = _WEB_SCHEME.sub(r"\1", text[:_MAX_CODE])
    return _VOLATILE.sub("#", _DATE.sub("#", text))


def neutral(item: Item) -> tuple[str, str]:
    """What the item is whatever its version, or whatever values its code holds."""
    return (item.kind, _unversioned(item.url)) if item.url else (item.kind, _valueless(item.text))


def _unversioned(url: str) -> str:
    path, _, query = url.split("#", 1)[0].partition("?")
    path = _WEB_SCHEME.sub("//", path).partition(";")[0]
    start = path.find("/", path.find("//") + 2)
    folders = _VERSION.sub("#", path[start:]) if start >= 0 else ""
    folders = _PIECE.sub(lambda found: "#" if _is_hash(found[0]) else found[0], folders)
    rest = masked(_VERSION_PARAMETER.sub("", query)).strip("&")
    return f"{path[:start] if start >= 0 else path}{folders}?{rest}"


def _is_hash(piece: str) -> bool:
    """3f2a1b, BdK3x9aQ; not main1 and not chunk."""
    if _HEX.fullmatch(piece) is not None:
        return True
    digits = sum(char.isdigit() for char in piece)
    ends = piece.rstrip("0123456789").isalpha() and (piece.islower() or piece.istitle())
    return len(piece) >= 8 and 1 <= digits < len(piece) and not ends


def _valueless(code: str) -> str:
    return " ".join(_LITERAL.sub("#", code[:_MAX_CODE]).split())


def values(code: str) -> list[str]:
    """The texts and numbers in the code, in order."""
    return _LITERAL.findall(code[:_MAX_CODE])


def is_call_value(value: str) -> bool:
    """A token, a time, a number: what a server writes anew with every answer."""
    plain = value.strip("\"'`")
    made = any(char.isdigit() for char in plain) or len(plain) >= 16
    return not plain or (made and not any(sign in plain for sign in " /<>\u3000"))


def hosts_in(code: str) -> set[str]:
    """The hosts of the addresses that code names."""
    return {found[1].lower() for found in _HOST.finditer(code[:_MAX_CODE].replace("\\/", "/"))}
