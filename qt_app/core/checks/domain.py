"""`check domain`: is this a fit 安全域名, and does it cover the page?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from qt_app.core.checks import labels
from qt_app.core.checks.hosts import Host, Typed, read_host
from qt_app.core.checks.lookalike import latin_twin
from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import CheckResult, Note, Step
from qt_app.core.checks.outcomes import Domain

# A host of WeChat's own, copied from its manual instead of the customer's.
_WECHAT = frozenset({"qq.com", "wechat.com", "weixin.com"})


class Suffixes(Protocol):
    """The public suffix list, private section included; names in their xn-- form."""

    def public_suffix(self, host: str) -> str | None:
        """The longest suffix that `host` ends in, maybe all of it; None if unknown."""

    def registrable(self, host: str) -> str | None:
        """One label more than the suffix; None if `host` is a suffix or its suffix unknown."""

    def is_private(self, suffix: str) -> bool:
        """Is the suffix one of a company (github.io), not of a registry (com.cn)?"""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the back office should hold for a host: `enter` (None: nothing fits) and why."""

    note: Note
    enter: Host | None
    suffix: str | None = None


def check_domain(safe_domain: str, page: str | None, suffixes: Suffixes) -> CheckResult:
    """The steps of the contract for a 安全域名 and, if there is one, the page to be covered."""
    typed = read_host(safe_domain)
    form = Step.of("domain.form", typed.notes or [Domain.FORM_OK.note()], _form_data(typed))
    opened = read_host(page) if page is not None else None
    ruling = rule(typed.host, suffixes)
    covers = _covers(typed.host, opened, ruling, suffixes)
    failed = "fail" in (ruling.note.status, covers.status)
    wanted = ruling
    if failed and opened is not None and opened.host is not None:
        wanted = rule(opened.host, suffixes)
    steps = (form, _registrable(typed.host, ruling, wanted.enter), covers, _cache())
    return CheckResult("domain", show(mask_address(safe_domain), 300), steps)


def suggest_domain(page: str, suffixes: Suffixes) -> CheckResult:
    """The same steps where nobody knows what is entered now: what should be, for this page."""
    opened = read_host(page)
    ruling = rule(opened.host, suffixes)
    registrable = _registrable(opened.host, ruling, ruling.enter)
    if registrable.status == "pass" or ruling.note.outcome == Domain.SUBDOMAIN:
        args = {**registrable.args, "page": show(opened.host.text) if opened.host else ""}
        suggested = Domain.SUGGESTED.note(**args)
        registrable = Step.of("domain.registrable", [suggested], registrable.data)
    steps = (
        Step.of("domain.form", [Domain.NOT_GIVEN.note()], {"host": None, "faults": []}),
        registrable,
        Step.of("domain.covers", [Domain.NOT_COMPARED.note()]),
        _cache(),
    )
    return CheckResult("domain", show(mask_address(page), 300), steps)


def _form_data(typed: Typed) -> dict[str, Any]:
    return {
        "host": typed.host.text if typed.host else None,
        "faults": [Domain(note.outcome).name.lower() for note in typed.notes],
    }


def rule(host: Host | None, suffixes: Suffixes) -> Ruling:
    """Which domain to enter for `host`."""
    if host is None:
        return Ruling(Domain.NOTHING.note(), None)
    if host.ip is not None:
        return Ruling(_ip_outcome(host).note(host=host.text), host)
    name = host.ascii or host.text
    suffix = suffixes.public_suffix(name)
    if labels.ends_in_number(name):
        return Ruling(Domain.NOT_AN_IP.note(host=show(host.text)), None)
    if suffix is None:
        lone = Domain.SINGLE_LABEL if "." not in name else Domain.UNKNOWN_SUFFIX
        return Ruling(lone.note(host=show(host.text), last=show(host.labels[-1])), None)
    private = suffixes.is_private(suffix)
    own = suffixes.registrable(name)
    if own is None:
        outcome = Domain.PRIVATE_SUFFIX if private else Domain.PUBLIC_SUFFIX
        return Ruling(outcome.note(host=show(host.text)), None, suffix)
    return _named(host, own, suffix, private)


def _ip_outcome(host: Host) -> Domain:
    assert host.ip is not None
    if host.ip.is_loopback or host.ip.is_unspecified:
        return Domain.IP_LOOPBACK
    return Domain.IP_PUBLIC if host.ip.is_global else Domain.IP_LAN


def _named(host: Host, own: str, suffix: str, private: bool) -> Ruling:
    kept = own.count(".") + 1
    shown = ".".join(host.labels[-kept:])
    enter = Host(shown, own if host.ascii is not None else _ascii(shown))
    args = {"host": show(host.text), "own": show(shown), "suffix": suffix}
    if enter.ascii is None or not labels.usable(enter.ascii):
        return Ruling(Domain.UNUSABLE.note(**args), None, suffix)
    twin = latin_twin(shown)
    if twin is not None:
        return Ruling(Domain.LOOKALIKE.note(**args, twin=twin, ascii=enter.ascii), enter, suffix)
    deeper = len(host.labels) > kept
    if enter.ascii in _WECHAT and deeper:
        outcome = Domain.WECHAT_HOST
    elif private:
        outcome = Domain.DEEP_PRIVATE if deeper else Domain.BELOW_PRIVATE
    elif deeper:
        outcome = Domain.SUBDOMAIN
    else:
        outcome = Domain.REGISTRABLE if shown.isascii() else Domain.REGISTRABLE_IDN
    return Ruling(outcome.note(**args, ascii=enter.ascii), enter, suffix)


def _ascii(shown: str) -> str | None:
    return labels.to_forms(shown)[1]


def _registrable(host: Host | None, ruling: Ruling, enter: Host | None) -> Step:
    note = ruling.note
    args = dict(note.args)
    if enter is not None:
        args["enter"] = show(enter.text)
    data = {
        "enter": enter.text if enter else None,
        "ascii": (enter.ascii or enter.text) if enter else None,
        "host": host.text if host else None,
        "suffix": ruling.suffix,
    }
    return Step("domain.registrable", note.status, note.outcome, args, data)


def _covers(host: Host | None, page: Typed | None, ruling: Ruling, suffixes: Suffixes) -> Step:
    opened = page.host if page else None
    note = _relation(host, page, ruling, suffixes)
    data = {
        "host": host.text if host else None,
        "page_host": opened.text if opened else None,
    }
    return Step("domain.covers", note.status, note.outcome, note.args, data)


def _relation(host: Host | None, page: Typed | None, ruling: Ruling, suffixes: Suffixes) -> Note:
    if page is None:
        return Domain.NO_PAGE.note()
    if page.host is None:
        return Domain.NO_PAGE_HOST.note()
    args = {"page": show(page.host.text), "safe": show(host.text) if host else ""}
    enter = rule(page.host, suffixes).enter
    if enter is not None:
        args["enter"] = show(enter.text)
    if host is None:
        return Domain.NO_SAFE_DOMAIN.note(**args)
    if ruling.note.outcome in (Domain.PUBLIC_SUFFIX, Domain.PRIVATE_SUFFIX):
        return Domain.COVERS_NOTHING.note(**args)
    if _key(host) == _key(page.host):
        return Domain.SAME_HOST.note(**args)
    if page.host.ip is None and host.ip is None and _key(page.host).endswith(f".{_key(host)}"):
        return Domain.BELOW.note(**args)
    sibling = ruling.enter is not None and enter is not None and _key(ruling.enter) == _key(enter)
    return (Domain.SIBLING if sibling else Domain.OTHER_DOMAIN).note(**args)


def _key(host: Host) -> str:
    return host.ascii or host.text


def _cache() -> Step:
    return Step("domain.cache", Domain.CACHE.status, Domain.CACHE.value)
