"""`check link`: an authorize link, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from qt_app.core.checks.address import (
    Address,
    decode,
    encoding_depth,
    is_half_encoded,
    parts,
    split_address,
)
from qt_app.core.checks.domain import Suffixes, rule
from qt_app.core.checks.endpoint import endpoint_notes, is_platform
from qt_app.core.checks.hosts import Host, read_host
from qt_app.core.checks.masking import LIMIT, mask_address, show
from qt_app.core.checks.model import CheckResult, Note, Step
from qt_app.core.checks.outcomes import Domain, Link

KNOWN = ("appid", "redirect_uri")
# A link copied out of a page's source has "&amp;" between its parameters.
_ESCAPED = "amp;"
_WECHAT = frozenset(
    {"response_type", "scope", "state", "connect_redirect", "agentid", "component_appid"}
    | {"forcePopup", "forceSnapShot", "self_redirect", "style", "href", "corpid"}
)
_SECRET = re.compile(r"(?i)(?:app|client|corp)?_?secret|access_?token|refresh_?token")
_PLACEHOLDER = re.compile(
    r"(?i)(?:your|my|the|some)?[_-]?(?:app_?id|redirect_?ur[il]|url_?encoded?|url|uri|callback)"
    r"(?:_here)?|x{2,}|[<{\[$%(].*[>}\])%]|.*[你您的填替换].*"
)
_WECHAT_ID = re.compile(
    r"(?:wx[0-9a-f]{16}|ww[0-9a-f]{16}|gh_[0-9a-f]{12}|ding[0-9a-z]{8,}|cli_[0-9a-z]+)"
)
_APPID_TWINS = frozenset(
    {"appid", "app_id", "app-id", "client_id", "clientid", "corpid", "app_key"}
)
_REDIRECT_TWINS = frozenset(
    {"redirect_uri", "redirect_url", "redirecturi", "redirecturl", "redirect", "redirect-uri"}
    | {"redircet_uri", "redirct_uri", "rediect_uri", "callback", "return_url", "goto", "url"}
)
_DOMAIN = {
    Domain.REGISTRABLE: Link.DOMAIN_OK,
    Domain.SUBDOMAIN: Link.DOMAIN_OK,
    Domain.WECHAT_HOST: Link.DOMAIN_OK,
    Domain.REGISTRABLE_IDN: Link.DOMAIN_IDN,
    Domain.BELOW_PRIVATE: Link.DOMAIN_PRIVATE,
    Domain.DEEP_PRIVATE: Link.DOMAIN_PRIVATE,
    Domain.IP_LAN: Link.DOMAIN_LAN,
    Domain.IP_LOOPBACK: Link.DOMAIN_LOOPBACK,
    Domain.IP_PUBLIC: Link.DOMAIN_IP,
    Domain.LOOKALIKE: Link.DOMAIN_LOOKALIKE,
}


def check_link(raw: str, suffixes: Suffixes) -> CheckResult:
    """The steps of the contract for one authorize link. Never raises; linear in `raw`."""
    address = split_address(raw)
    steps = (
        Step.of("link.endpoint", endpoint_notes(address) or [Link.ENDPOINT_OK.note()]),
        _appid(address),
        _redirect(address),
        _fragment(address, raw),
        _domain(address, suffixes),
        _params(address),
    )
    return CheckResult("link", show(mask_address(raw[:LIMIT].strip()), 500), steps)


def is_link(raw: str) -> bool:
    """Is it an authorize link, of Qingtui or another platform, and not just a page's address?"""
    address = split_address(raw)
    names = {key.removeprefix(_ESCAPED) for key, _ in address.params}
    host = read_host(address.authority).host if address.authority else None
    own = host is not None and is_platform(host.text)
    return own or "redirect_uri" in names or address.path.rstrip("/").endswith("/authorize")


def page_of(raw: str) -> str:
    """The page that `raw` leads to: a link's redirect_uri, else `raw` itself."""
    return (target_of(split_address(raw)) or "") if is_link(raw) else raw


def target_of(address: Address) -> str | None:
    """The decoded redirect_uri, None if there is none or only a placeholder."""
    named = address.values("redirect_uri") + address.values(f"{_ESCAPED}redirect_uri")
    values = [value for value in named if value]
    if not values:
        return None
    target = decode(values[0], encoding_depth(values[0]))
    return None if _is_placeholder(target) else target


def _is_placeholder(value: str) -> bool:
    """Was the manual's word left in place of a value?"""
    return "://" not in value and _PLACEHOLDER.fullmatch(value[:300]) is not None


def _appid(address: Address) -> Step:
    values = [decode(value, 1) for value in address.values("appid")]
    notes = [_appid_note(values[0], address) if values else _appid_missing(address)]
    if len(set(values)) > 1:
        notes.append(Link.APPID_TWICE.note())
    data = {"appid": show(values[0], 80) if values else None}
    return Step.of("link.appid", notes, data)


def _appid_note(value: str, address: Address) -> Note:
    shown = show(value, 40)
    if not value.strip():
        return _appid_missing(address)
    if value.isascii() and value.isdigit():
        outcome = Link.APPID_OK if len(value) == 10 else Link.APPID_LENGTH
        return outcome.note(appid=shown, length=str(len(value)))
    if _WECHAT_ID.fullmatch(value[:100]):
        return Link.APPID_WECHAT.note(appid=shown)
    outcome = Link.APPID_NO_NUMBER
    if _is_placeholder(value):
        outcome = Link.APPID_PLACEHOLDER
    return outcome.note(appid=shown)


def _appid_missing(address: Address) -> Note:
    twin = _twin(address, "appid", _APPID_TWINS)
    return Link.APPID_SPELLING.note(found=twin) if twin else Link.APPID_MISSING.note()


def _twin(address: Address, name: str, twins: Iterable[str]) -> str | None:
    """A parameter whose name was meant to be `name`."""
    keys = [key for key, _ in address.params if key != name]
    return next(
        (show(key, 40) for key in keys if key.removeprefix(_ESCAPED).lower() in twins), None
    )


def _redirect(address: Address) -> Step:
    values = [value for value in address.values("redirect_uri") if value]
    depth = encoding_depth(values[0]) if values else None
    note = _redirect_note(values[0], depth or 0) if values else _redirect_missing(address)
    target = target_of(address)
    data: dict[str, Any] = {
        "redirect_uri": show(mask_address(target), 500) if target else None,
        "encoded": depth,
    }
    return Step("link.redirect", note.status, note.outcome, note.args, data)


def _redirect_missing(address: Address) -> Note:
    if any(key.startswith(_ESCAPED) for key, _ in address.params):
        return Link.HTML_ESCAPED.note()
    twin = _twin(address, "redirect_uri", _REDIRECT_TWINS)
    return Link.REDIRECT_SPELLING.note(found=twin) if twin else Link.REDIRECT_MISSING.note()


def _redirect_note(value: str, depth: int) -> Note:
    target = decode(value, depth)
    args = {"target": show(mask_address(target), 120), "times": str(depth)}
    if _is_placeholder(target):
        return Link.REDIRECT_PLACEHOLDER.note(**args)
    web = re.match(r"(?i)https?:/{0,3}", target)
    if web is None and re.match(r"(?i)[a-z][a-z0-9+-]{0,30}:(?![0-9]{1,5}(?:/|$))", target):
        return Link.NOT_WEB.note(**args)
    if web is None or len(web[0].partition(":")[2]) != 2 or read_host(target).host is None:
        return Link.NOT_ABSOLUTE.note(**args)
    if depth == 0:
        return Link.NOT_ENCODED.note(**args)
    if depth > 1:
        return Link.TWICE_ENCODED.note(**args)
    return (Link.HALF_ENCODED if is_half_encoded(value) else Link.REDIRECT_OK).note(**args)


def _fragment(address: Address, raw: str) -> Step:
    data = {
        "received": show(mask_address(address.received), 8192),
        "fragment": show(mask_address(address.fragment), 500) if address.fragment else None,
        "parts": [list(part) for part in parts(raw)],
    }
    note = _fragment_note(address)
    return Step("link.fragment", note.status, note.outcome, note.args, data)


def _fragment_note(address: Address) -> Note:
    if address.fragment is None:
        return Link.NO_FRAGMENT.note()
    args = {
        "lost": show(mask_address(f"#{address.fragment}"), 120),
        "received": show(mask_address(address.received), 200),
    }
    if address.fragment in ("wechat_redirect", "wechat_webview"):
        return Link.FRAGMENT_WECHAT.note(**args)
    last = address.params[-1][0] if address.params else ""
    return (Link.FRAGMENT_IN_REDIRECT if last == "redirect_uri" else Link.FRAGMENT).note(**args)


def _domain(address: Address, suffixes: Suffixes) -> Step:
    target = target_of(address)
    host = read_host(target).host if target else _own_host(address)
    if host is None:
        note = Link.DOMAIN_NONE.note()
        return Step("link.domain", note.status, note.outcome, {}, _domain_data(None, None))
    ruling = rule(host, suffixes)
    args = {**ruling.note.args, "host": show(host.text)}
    if ruling.enter:
        args["enter"] = show(ruling.enter.text)
    outcome = _DOMAIN.get(Domain(ruling.note.outcome), Link.DOMAIN_UNFIT)
    notes = [outcome.note(**args)]
    if target is None:
        notes.insert(0, Link.DOMAIN_OF_PAGE.note(**args))
    return Step.of("link.domain", notes, _domain_data(host, ruling.enter))


def _own_host(address: Address) -> Host | None:
    """A customer's page pasted instead of the link: its own host will have to be entered."""
    host = read_host(address.authority).host if address.authority else None
    return None if host is None or is_platform(host.text) else host


def _domain_data(host: Host | None, enter: Host | None) -> dict[str, Any]:
    return {
        "enter": enter.text if enter else None,
        "ascii": (enter.ascii or enter.text) if enter else None,
        "host": host.text if host else None,
    }


def _params(address: Address) -> Step:
    keys = [key.removeprefix(_ESCAPED) for key, _ in address.params]
    extra = [key for key in keys if key not in KNOWN]
    wechat = [key for key in extra if key in _WECHAT]
    if address.fragment in ("wechat_redirect", "wechat_webview"):
        wechat.append(f"#{address.fragment}")
    secret = [key for key in extra if _SECRET.fullmatch(key)]
    rest = [key for key in extra if key not in wechat and key not in secret]
    notes = []
    if secret:
        notes.append(Link.PARAMS_SECRET.note(names=_names(secret)))
    if wechat:
        notes.append(Link.PARAMS_WECHAT.note(names=_names(wechat)))
    if rest:
        values = address.values("redirect_uri")
        # A redirect_uri with a bare "?" or "=" ends at its first "&"; what follows was its own.
        unsafe = bool(values) and ("?" in values[0] or "=" in values[0])
        outcome = Link.PARAMS_LOST if unsafe else Link.PARAMS_UNKNOWN
        notes.append(outcome.note(names=_names(rest)))
    if not address.params and not notes:
        notes.append(Link.PARAMS_NONE.note())
    data = {"extra": [show(key, 80) for key in extra], "wechat": [show(key, 80) for key in wechat]}
    return Step.of("link.params", notes or [Link.PARAMS_OK.note()], data)


def _names(names: list[str]) -> str:
    unique = list(dict.fromkeys(show(name, 40) for name in names))
    return ", ".join(unique[:8]) + (" …" if len(unique) > 8 else "")
