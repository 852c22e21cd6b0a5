"""Whether two saved files are two copies of one page at all."""

from __future__ import annotations

import re

from qt_app.core.checks.masking import show
from qt_app.core.checks.model import Note
from qt_app.core.checks.web.answer import Answer
from qt_app.core.checks.web.outcomes import Injection
from qt_app.core.checks.web.page_reader import Item, PageText

_PACKED = (
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4096
# "301 Moved Permanently", "302 Found", "404 Not Found": what servers write themselves.
_SERVER_TITLE = re.compile(r"(?i)\s{0,20}([345][0-9]{2})\b|\s{0,20}(?:object|document) moved")
_LEADS_ON = re.compile(r"(?i)redirecting|跳转中|正在跳转")
_MOST_TAGS = 30
_NO_TEXT = re.compile(
    r"(?is)<(script|style|title|head)\b.*?(?:</\1\s{0,20}>|\Z)|<[^>]{0,4000}>|&nbsp;"
)


def file_obstacle(http: Answer, https: Answer) -> Note | None:
    """Why two files cannot be compared before they are read, None if they can."""
    if not http.body.strip() or not https.body.strip():
        return Injection.NO_COPY.note()
    if _is_packed(http.body) or _is_packed(https.body):
        return Injection.PACKED.note()
    return None


def _is_packed(body: bytes) -> bool:
    """Compressed, an image, or other bytes that are no text."""
    if body.startswith(_PACKED):
        return True
    return not body.startswith(_WIDE) and b"\0" in body[:_LOOKED_AT]


def not_one_page(old: PageText, new: PageText, http: Answer, https: Answer) -> Note | None:
    """Why what the files hold is no page, or not the same one."""
    if not old.tag_count or not new.tag_count:
        return Injection.NOT_HTML.note()
    first, second = _code(old), _code(new)
    if first.startswith("3") and not second:
        return Injection.ONLY_REDIRECTS.note()
    if first != second:
        return Injection.NO_PAGE.note(title=show(old.title if first else new.title, 80))
    if _is_empty(old, http) != _is_empty(new, https):
        return Injection.NO_PAGE.note(title="-")
    return None


def _code(page: PageText) -> str:
    """The status that a server's own little page tells in its title, "" for a real page."""
    if page.tag_count > _MOST_TAGS:
        return ""
    if _LEADS_ON.search(page.title) and all(_leads_to_https(item) for item in page.items):
        return "302"
    found = _SERVER_TITLE.match(page.title)
    return (found[1] or "302") if found is not None else ""


def _leads_to_https(item: Item) -> bool:
    return item.kind in ("link", "refresh") and item.url.startswith("https:")


def _is_empty(page: PageText, answer: Answer) -> bool:
    """Nothing to load, nothing to read."""
    if page.items or page.tag_count > _MOST_TAGS:
        return False
    return not _NO_TEXT.sub("", answer.text[:200_000]).strip()
