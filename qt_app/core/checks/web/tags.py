"""Tags of a page, one pass, linear on any input.

The standard library's parser looks to the end of the text again for each unclosed comment, so a
hostile page of a megabyte would hold it for a minute; this one ends there, as browsers do.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_OPEN = re.compile(r"<(?:(/?)([A-Za-z][^\s/>]{0,60})|(!--)|([!?/]))")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?:(>)|([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(?![\"'])([^\s>]*)))?)"
)
_SHORT_COMMENT = re.compile(r"-?>")
_RAW = {
    name: re.compile(rf"(?i)</{name}(?=[\s/>])")
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_MAX_ATTRIBUTES = 400


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or an end tag (`closing`); `text` is the raw text inside, `at` its place."""

    name: str
    at: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    closing: bool = False


def tags(page: str) -> Iterator[Tag]:
    """All tags in order; comments and raw text are passed over."""
    at = 0
    while match := _OPEN.search(page, at):
        if match[3]:
            # "<!-->" and "<!--->" are whole comments.
            short = _SHORT_COMMENT.match(page, match.end())
            end = match.end() if short else page.find("-->", match.end())
            if end < 0:
                return
            at = page.find(">", end) + 1
        elif match[4]:
            at = page.find(">", match.end()) + 1
            if not at:
                return
        else:
            found = _attributes(page, match.end())
            if found is None:
                return
            attributes, at = found
            name = match[2].lower()
            text, at = _raw(page, name, at) if not match[1] else ("", at)
            yield Tag(name, match.start(), attributes, text, bool(match[1]))


def _attributes(page: str, at: int) -> tuple[dict[str, str], int] | None:
    """(attributes, where the tag ends); None where the page ends first."""
    if page[at : at + 1] == ">":
        return {}, at + 1
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(page, at):
        at = match.end()
        if match[1]:
            return found, at
        name = match[2].lower()
        if len(found) < _MAX_ATTRIBUTES and name not in found:
            value = match[3] or match[4] or match[5] or ""
            found[name] = html.unescape(value)
        if page[at : at + 1] == "=":
            # A quote that is never closed, or a stray sign.
            rest = page[at + 1 : at + 200].lstrip()
            if rest[:1] in ("'", '"'):
                return None
            at += 1
    return _skip_sign(page, at, found)


def _skip_sign(page: str, at: int, found: dict[str, str]) -> tuple[dict[str, str], int] | None:
    end = page.find(">", at)
    return None if end < 0 else (found, end + 1)


def _raw(page: str, name: str, at: int) -> tuple[str, int]:
    closing = _RAW.get(name)
    if closing is None:
        return "", at
    match = closing.search(page, at)
    end = match.start() if match else len(page)
    return page[at:end], end
