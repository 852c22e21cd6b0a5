"""`https.mixed`: what a page served over https loads over http."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import CheckResult, Note, Step
from qt_app.core.checks.web.answer import Answer, split
from qt_app.core.checks.web.outcomes import Page
from qt_app.core.checks.web.page_reader import Item, PageText, read_page, upgrades

ROW_LIMIT = 200
# What browsers turn into https by themselves; the rest they block.
_UPGRADED = frozenset({"image", "media"})
_NAVIGATION = frozenset({"form", "refresh"})
_NEVER = frozenset({"link", "inline", "event"})


@dataclass(frozen=True, slots=True)
class Row:
    """One insecure address. `browser`: blocked, upgraded, warned (forms), leaves (refresh)."""

    item: Item
    browser: str

    @property
    def is_jssdk(self) -> bool:
        """Qingtui's own script."""
        return self.item.kind == "script" and (
            "qingtui_jssdk" in self.item.url.lower()
            or (_host(self.item.url).startswith("resource.qingtui") and "jssdk" in self.item.url)
        )


def mixed_rows(page: PageText) -> list[Row]:
    """Every address that an https page may not load over http, in page order, each once."""
    found: dict[tuple[str, str], Row] = {}
    for item in page.items:
        if item.kind in _NEVER or not item.url.lower().startswith(("http:", "ws:")):
            continue
        if _is_trusted(item.url):
            continue
        row = Row(item, _browser(item, page))
        found.setdefault((item.url, row.browser), row)
    return list(found.values())


def _browser(item: Item, page: PageText) -> str:
    if item.kind == "refresh":
        return "leaves"
    if page.upgrade:
        return "upgraded"
    if item.kind == "form":
        return "warned"
    # Addresses that are numbers are never turned into https (Mixed Content, section 4.1).
    return "upgraded" if item.kind in _UPGRADED and not _is_ip(item.url) else "blocked"


def _host(url: str) -> str:
    parts = split(url)
    return (parts.hostname or "") if parts else ""


def _is_trusted(url: str) -> bool:
    """Browsers trust the device itself (Secure Contexts, section 3.1): no mixed content."""
    host = _host(url).rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_ip(url: str) -> bool:
    try:
        ipaddress.ip_address(_host(url))
    except ValueError:
        return False
    return True


def check_page(body: bytes, base: str | None, name: str) -> CheckResult:
    """A saved page, read as if it had come over https from `base`."""
    step = mixed_step(Answer(secure(base), 200, body=body), given=True)
    return CheckResult("page", show(mask_address(name), 200), (step,))


def secure(base: str | None) -> str:
    """`base` as the https address it will have; "" if there is none."""
    text = (base or "").strip()
    if not text:
        return ""
    if "://" not in text:
        text = f"https://{text.lstrip('/')}"
    return "https:" + text[5:] if text[:5].lower() == "http:" else text


def own_rows(answer: Answer, limit: int) -> list[str]:
    """Insecure addresses on the page's own host, as https: worth a try whether they work."""
    host = _host(answer.url)
    rows = mixed_rows(read_page(answer.text, answer.url))
    found = ["https:" + row.item.url[5:] for row in rows if _host(row.item.url) == host]
    return [url for url in found if urlsplit(url).port is None][:limit]


def mixed_step(
    answer: Answer | None,
    given: bool = False,
    works: Mapping[str, bool] | None = None,
    *,
    elsewhere: bool = False,
) -> Step:
    """`given`: the page is a file, its type is not asked. `works`: https address -> it loads.

    `elsewhere`: there is no page, as https leads to another host, which was not followed.
    """
    if elsewhere:
        return Step.of("https.mixed", [Page.OTHER_PAGE.note()])
    if answer is None or answer.trouble:
        return Step.of("https.mixed", [Page.NO_PAGE.note()])
    if answer.status >= 400:
        return Step.of("https.mixed", [Page.ERROR_PAGE.note(status=str(answer.status))])
    if not answer.body.strip():
        return Step.of("https.mixed", [Page.EMPTY_PAGE.note(status=str(answer.status))])
    if not given and not answer.is_html:
        kind = show(answer.first("content-type") or "-", 60)
        return Step.of("https.mixed", [Page.NOT_HTML.note(type=kind)])
    page = read_page(answer.text, answer.url)
    if given and not page.tag_count and answer.body.lstrip()[:2] != b"<!":
        return Step.of("https.mixed", [Page.NOT_HTML.note(type="-")])
    page.upgrade = page.upgrade or any(upgrades(v) for v in answer.all("content-security-policy"))
    return _worded(answer, page, works or {})


def _worded(answer: Answer, page: PageText, works: Mapping[str, bool]) -> Step:
    rows = mixed_rows(page)
    notes = _notes(rows, page)
    if page.http_base:
        notes.append(Page.HTTP_BASE.note())
    if answer.cut:
        notes.append(Page.CUT.note())
    tried = [works[url] for row in rows if (url := "https:" + row.item.url[5:]) in works]
    if tried:
        outcome = Page.HTTPS_WORKS if all(tried) else Page.HTTPS_BREAKS
        notes.append(outcome.note(n=str(len(tried)), broken=str(tried.count(False))))
    data: dict[str, Any] = {
        "rows": [_row(row, answer.url, works) for row in rows[:ROW_LIMIT]],
        "count": len(rows),
        "upgrade_insecure_requests": page.upgrade,
    }
    step = Step.of("https.mixed", notes)
    if step.status == "fail":
        data |= {"code": "http.mixed_content", "cause": "mixed_content"}
    return Step(step.id, step.status, step.outcome, step.args, data, step.more)


def _notes(rows: Sequence[Row], page: PageText) -> list[Note]:
    by = {kind: [r for r in rows if r.browser == kind] for kind in ("blocked", "upgraded")}
    away = [r for r in rows if r.browser in ("warned", "leaves")]
    sdk = [r for r in by["blocked"] if r.is_jssdk]
    notes: list[Note] = []
    if sdk:
        notes.append(Page.JSSDK.note(address=show(mask_address(sdk[0].item.url), 160)))
    blocked = [r for r in by["blocked"] if not r.is_jssdk]
    if blocked:
        notes.append(Page.BLOCKED.note(**_count(blocked)))
    if away:
        notes.append(Page.FORM.note(**_count(away)))
    if by["upgraded"]:
        outcome = Page.CSP_UPGRADES if page.upgrade else Page.UPGRADED
        notes.append(outcome.note(**_count(by["upgraded"])))
    return notes or [Page.CLEAN.note(n=str(len(page.items)))]


def _count(rows: Sequence[Row]) -> dict[str, str]:
    return {"n": str(len(rows)), "first": show(mask_address(rows[0].item.url), 160)}


def _row(row: Row, base: str, works: Mapping[str, bool]) -> dict[str, Any]:
    item = row.item
    secure_url = "https:" + item.url[5:]
    tried = works.get(secure_url)
    return {
        "address": show(mask_address(item.url), 500),
        "tag": item.tag,
        "kind": item.kind,
        "line": item.line,
        "browser": row.browser,
        "https": "unknown" if tried is None else "yes" if tried else "no",
        "own_host": bool(base) and _host(item.url) == _host(base),
        "jssdk": row.is_jssdk,
    }
