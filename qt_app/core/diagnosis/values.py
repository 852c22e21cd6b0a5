"""The paste's own values for the sentences of an entry, and the exact string to type."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import parse_qsl, unquote, urlsplit

from qt_app.core.catalogue.entries import Entry
from qt_app.core.checks.labels import to_forms
from qt_app.core.diagnosis.context import is_own_host
from qt_app.core.diagnosis.draft import Draft
from qt_app.core.diagnosis.messages import required_param
from qt_app.core.diagnosis.model import Evidence
from qt_app.core.diagnosis.surroundings import Surroundings, host_of
from qt_app.core.patterns import lazily

Registrable = Callable[[str], str | None]
SAFE_DOMAIN = "enter.safe_domain"
_REDIRECT = lazily(r"redirect_(?:uri|url)=([^&\s\"'<>]{1,2000})", re.IGNORECASE)
_APPID = lazily(r"app_?id[\"']?\s{0,3}[=:]\s{0,3}[\"']?(\d{6,16})(?!\d)", re.IGNORECASE)
_BARE_HOST = lazily(
    r"(?<![\w.@/-])((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}"
    r"|\d{1,3}(?:\.\d{1,3}){3})(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_DOMAIN_IDS = frozenset({"global/50002", "faq/faq.domain"})
_NOT_PAGES = ("w3.org", "schema.org", "jquery.com", "apache.org", "spring.io", "xmlsoap.org")
_REACH = 4000
_SHORT = lazily(r"-?[\w.]{1,20}")


def ip_or_none(host: str) -> str | None:
    """The host if it is an IP address."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return None


def page_host(text: str, urls: Sequence[str], draft: Draft) -> tuple[str | None, str]:
    """The host of the page that a 50002 is about, and the sign that says where it stands.

    That of the link's redirect, else of a page, else one that is named.
    """
    for url in urls:
        host = _redirect_host(url)
        if host is not None:
            return host, "host.link"
    for url in urls:
        host = host_of(url)
        if host is not None and _is_page(host):
            return host, "host.page"
    return _spoken_host(text, draft), "host.named"


def _redirect_host(url: str) -> str | None:
    if "redirect" not in url.lower():
        return None
    found = _REDIRECT.search(url) or _REDIRECT.search(unquote(url))
    if found is None:
        return None
    target = found.group(1)
    for _ in range(3):
        if "://" in target:
            break
        target = unquote(target)
    if "://" not in target:
        target = "http://" + target.lstrip("/")
    host = host_of(target)
    return host if host is not None and _is_page(host) else None


def _spoken_host(text: str, draft: Draft) -> str | None:
    """A host named without a scheme in the same lines or close by."""
    start = max(0, draft.span.start - 300)
    best: tuple[int, str] | None = None
    for found in _BARE_HOST.finditer(text[start : draft.span.end + 300]):
        host = found.group(1).lower()
        distance = abs(start + found.start() - draft.span.start)
        if _is_page(host) and _looks_real(host) and (best is None or distance < best[0]):
            best = (distance, host)
    return best[1] if best else None


def _looks_real(host: str) -> bool:
    """Not a class name, a file or a version number."""
    if host[0].isdigit() and host.replace(".", "").isdigit():
        return ip_or_none(host) is not None
    ending = host.rsplit(".", 1)[-1]
    return ending in _ENDINGS or (len(ending) == 2 and ending not in ("js", "py", "md", "sh", "go"))


_ENDINGS = frozenset(
    [
        "com",
        "net",
        "org",
        "info",
        "top",
        "xyz",
        "vip",
        "club",
        "site",
        "online",
        "shop",
        "tech",
        "ltd",
        "group",
    ]
)


def _is_page(host: str) -> bool:
    return not is_own_host(host) and not host.endswith(_NOT_PAGES)


def values_for(
    text: str,
    around: Surroundings,
    draft: Draft,
    entry: Entry | None,
    registrable: Registrable | None,
) -> tuple[dict[str, str], str | None, tuple[Evidence, ...]]:
    """Values by placeholder, the string to enter (None where nothing is to be typed), its sign."""
    values = _plain_values(draft) | _value_meant(draft, entry)
    enter: str | None = None
    signs: tuple[Evidence, ...] = ()
    if entry is not None and entry.id in _DOMAIN_IDS:
        values.pop("host", None)  # that of the call; the page's is meant
        urls = around.urls(draft.span.start, _REACH)
        host, sign = page_host(text, urls, draft)
        if host is not None:
            enter = ip_or_none(host) or (registrable(host) if registrable else None)
            enter = to_forms(enter)[0] if enter and "xn--" in enter else enter
            values["host"] = host
            values["domain"] = enter or host
            signs = (Evidence(sign, 0.0, {"host": host}),)
    return values, enter, signs


def _plain_values(draft: Draft) -> dict[str, str]:
    exchange = draft.exchange
    pairs = {
        "code": draft.code,
        "host": exchange.host,
        "path": None if ip_or_none((exchange.path or "").strip("/")) else exchange.path,
        "param": required_param(draft.message),
        "appid": _appid(exchange.params, exchange.url),
    }
    values = {name: value for name, value in pairs.items() if value}
    if draft.hit is not None:
        values |= {name: value for name, value in draft.hit.values.items() if value}
    return values


def _value_meant(draft: Draft, entry: Entry | None) -> dict[str, str]:
    """What the message is about: the function called, or what was sent for its parameter."""
    called = draft.hit.values.get("api") if draft.hit is not None else None
    if called:
        return {"value": called}
    if entry is None or len(entry.params) != 1 or " must be " not in entry.message:
        return {}
    value = draft.exchange.params.get(entry.params[0], "")
    return {"value": value} if _SHORT.fullmatch(value) else {}


def _appid(params: Mapping[str, str], url: str | None) -> str | None:
    for name in ("appid", "app_id", "appId"):
        if params.get(name):
            return params[name][:40]
    plain = unquote(url) if url else ""
    if "appid=" not in plain and "app_id=" not in plain:
        return None
    try:
        pairs = dict(parse_qsl(urlsplit(plain).query))
    except ValueError:
        return None
    return pairs.get("appid") or pairs.get("app_id")
