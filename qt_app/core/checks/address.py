"""An authorize link taken apart as a server would: what is sent, what its parts are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from qt_app.core.checks.masking import LIMIT, mask_address, show

_OUTER = " \t\r\n\f\v\x85\xa0\u200b\u2028\u2029\u3000\ufeff\"'`<>“”‘’"
_BLANK = re.compile(r"[\s\u200b\u2060\ufeff]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):(/{0,3})")
_PIECE = re.compile(r"([^&=]*)(=?)([^&]*)(&?)")
_PLAIN_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+-]{0,30}:(?:/|(?!%(?:25)*2f))")
_RAW_RESERVED = re.compile(r"[:/?#\[\]@=]")


@dataclass(frozen=True, slots=True)
class Address:
    """The parts as written; `params` in order, values still encoded; `fragment` None if no `#`."""

    scheme: str
    authority: str
    path: str
    query: str | None
    fragment: str | None
    params: tuple[tuple[str, str], ...]
    blank: bool = False

    def values(self, name: str) -> list[str]:
        """The raw values of one parameter."""
        return [value for key, value in self.params if key == name]

    @property
    def received(self) -> str:
        """What is sent to the server: all before the `#`."""
        query = "" if self.query is None else f"?{self.query}"
        return f"{self.scheme}{self.authority}{self.path}{query}"


def split_address(raw: str) -> Address:
    """Take a pasted link apart; blanks inside are taken out and said (`blank`)."""
    text = raw[:LIMIT].strip(_OUTER)
    whole = _BLANK.sub("", text)
    before, hash_mark, fragment = whole.partition("#")
    before, question, query = before.partition("?")
    scheme = _SCHEME.match(before)
    # "host:8080/x" has no scheme: what stands before the colon is the host.
    has_scheme = scheme is not None and (scheme[2] != "" or "." not in scheme[1])
    start = scheme.end() if scheme and has_scheme else 0
    if not has_scheme and before.startswith("//"):
        start = 2
    slash = before.find("/", start)
    end = len(before) if slash < 0 else slash
    return Address(
        scheme=before[:start],
        authority=before[start:end],
        path=before[end:],
        query=query if question else None,
        fragment=fragment if hash_mark else None,
        params=tuple(_params(query)),
        blank=whole != text,
    )


def _params(query: str) -> list[tuple[str, str]]:
    pairs = (piece.partition("=") for piece in query.split("&") if piece)
    return [(unquote(key, errors="replace"), value) for key, _, value in pairs]


def encoding_depth(value: str) -> int:
    """How often `value` (an address) is percent-encoded: decodings until its scheme is plain.

    Without a scheme, decodings until nothing changes. At most 9.
    """
    for depth in range(9):
        if _PLAIN_SCHEME.match(value):
            return depth
        decoded = unquote(value, errors="replace")
        if decoded == value:
            return depth
        value = decoded
    return 9


def is_half_encoded(value: str) -> bool:
    """Does an encoded value still hold characters that encoding would have replaced?"""
    return _RAW_RESERVED.search(value) is not None


def decode(value: str, depth: int) -> str:
    """`value` decoded `depth` times."""
    for _ in range(depth):
        value = unquote(value, errors="replace")
    return value


def parts(raw: str) -> list[tuple[str, str]]:
    """The link in pieces for coloured display, secrets masked: (text, role).

    Roles: scheme host path mark key appid redirect value lost. Joined, they are the masked link.
    """
    address = split_address(show(mask_address(raw[:LIMIT].strip(_OUTER)), LIMIT))
    found = [(address.scheme, "scheme"), (address.authority, "host"), (address.path, "path")]
    if address.query is not None:
        found.append(("?", "mark"))
        found.extend(_query_parts(address.query))
    if address.fragment is not None:
        found.append((f"#{address.fragment}", "lost"))
    return [(text, role) for text, role in found if text]


def _query_parts(query: str) -> list[tuple[str, str]]:
    roles = {"appid": "appid", "redirect_uri": "redirect"}
    found: list[tuple[str, str]] = []
    for match in _PIECE.finditer(query):
        found += [(match[1], "key"), (match[2], "mark")]
        found += [(match[3], roles.get(match[1], "value")), (match[4], "mark")]
    return found
