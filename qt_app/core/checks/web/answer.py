"""What came back over HTTP, and the hops that led there."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

_CHARSET = re.compile(r"(?i)charset\s*=\s*[\"']?([a-z0-9_.:-]{1,40})")
_META_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?([a-z0-9_.:-]{1,40})")
_CONTROL = re.compile("[\t\r\n\x00-\x1f]")
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `cut` where a limit ended the body, `trouble` where none came at all.

    Troubles: refused timeout reset unreachable tls broken cancelled late.
    """

    url: str
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    cut: bool = False
    trouble: str = ""

    def all(self, name: str) -> list[str]:
        """The values of a header, in order."""
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def first(self, name: str) -> str:
        """The first value of a header or ""."""
        return next(iter(self.all(name)), "")

    @property
    def is_html(self) -> bool:
        """Would a browser read the body as a page?"""
        kind = self.first("content-type").split(";")[0].strip().lower()
        if kind:
            return kind in ("text/html", "application/xhtml+xml")
        return self.body.lstrip()[:1] == b"<"

    @property
    def text(self) -> str:
        """The body decoded; never fails."""
        return decode_page(self.body, self.first("content-type"))


def decode_page(body: bytes, content_type: str = "") -> str:
    """A page's text: mark, then header, then meta, then UTF-8 or GB18030."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if body.startswith(mark):
            return body.decode(name, "replace").lstrip("\ufeff")
    named = _CHARSET.search(content_type[:500])
    meta = _META_CHARSET.search(body[:4096])
    found = named[1] if named else meta[1].decode("ascii") if meta else ""
    if found.lower() in ("gb2312", "gbk"):
        found = "gb18030"
    try:
        if found and not codecs.lookup(found).name.startswith(("utf-16", "utf-32")):
            return body.decode(found, "replace")
    except (LookupError, UnicodeError, ValueError, AttributeError):
        pass
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        near_end = error.start > len(body) - 4
        return body.decode("utf-8" if near_end else "gb18030", "replace")


def split(url: str) -> SplitResult | None:
    """The parts, or None where the address is broken."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def join(base: str, url: str) -> str | None:
    """`url` as a browser resolves it against `base`; None where it is broken."""
    cleaned = _CONTROL.sub("", url.strip(" \t\r\n\f")).replace("\\", "/")
    try:
        return urljoin(base, cleaned)
    except ValueError:
        return None
