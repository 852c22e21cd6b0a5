"""`check https`: the steps of the connection, out of what the probe brought home."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import Note, Step
from qt_app.core.checks.web.outcomes import Https
from qt_app.core.checks.web.target import IpAddress, Target, address_kind

STEPS = (
    *("https.dns", "https.connect", "https.handshake", "https.protocol", "https.chain"),
    *("https.hostname", "https.expiry", "https.weak", "https.redirect", "https.hsts"),
    *("https.mixed", "https.injection"),
)
_OLD = ("TLS 1.0", "TLS 1.1")
_INNER = ("private", "link_local", "unspecified", "reserved")


@dataclass(frozen=True, slots=True)
class Tried:
    """One address that was connected to: `trouble` "" (works), refused, timeout, reset …"""

    address: str
    port: int
    trouble: str = ""
    milliseconds: int = 0


@dataclass(frozen=True, slots=True)
class Handshake:
    """How the first handshake went, verification off. `version` "" where there was none.

    Troubles: not_tls no_common reset timeout unknown_name client_cert.
    """

    version: str = ""
    cipher: str = ""
    trouble: str = ""
    speaks: str = ""
    message: str = ""
    without_name: bool = False


def skipped(ids: Sequence[str], reason: Https = Https.NOT_RUN) -> list[Step]:
    """Steps that could not run."""
    return [Step.of(name, [reason.note()]) for name in ids]


def dns_step(target: Target, addresses: Sequence[str], trouble: str, connect: str | None) -> Step:
    """`addresses` as resolved; `trouble`: not_found, temporary, timeout; `connect`: sent there."""
    if not target.usable:
        faults = [note for note in target.notes if note.status == "fail"]
        notes = faults or [Https.EMPTY.note()]
        bad = {"code": "dns.not_found", "cause": "bad_url", "host": target.shown}
        return Step.of("https.dns", [*notes, *(n for n in target.notes if n not in notes)], bad)
    if connect is not None:
        note = Https.ELSEWHERE.note(host=target.shown, to=show(connect, 80))
        there = {"host": target.host, "connect": connect}
        return Step("https.dns", "skip", note.outcome, note.args, there, target.notes)
    data: dict[str, Any] = {
        "host": target.host,
        "addresses": [_address_row(text) for text in addresses],
    }
    if trouble:
        outcome = Https.NOT_FOUND if trouble == "not_found" else Https.DNS_TROUBLE
        note = outcome.note(host=target.shown)
        data |= {"code": "dns.not_found", "cause": trouble}
        return Step.of("https.dns", [note, *target.notes], data)
    return Step.of("https.dns", [*_kinds(target, addresses), *target.notes], data)


def _address_row(text: str) -> dict[str, Any]:
    found = as_ip(text)
    return {
        "address": text,
        "family": f"IPv{found.version}" if found else None,
        "kind": address_kind(found) if found else "reserved",
    }


def as_ip(text: str) -> IpAddress | None:
    """The address in `text`, or None."""
    try:
        return ipaddress.ip_address(text.split("%", 1)[0])
    except ValueError:
        return None


def _kinds(target: Target, addresses: Sequence[str]) -> list[Note]:
    found = [ip for ip in map(as_ip, addresses) if ip is not None]
    kinds = {address_kind(ip) for ip in found}
    listed = ", ".join(addresses[:6]) + (" …" if len(addresses) > 6 else "")
    args = {"host": target.shown, "addresses": listed, "n": str(len(addresses))}
    notes: list[Note] = []
    if "loopback" in kinds:
        notes.append(Https.LOOPBACK.note(**args))
    if kinds & set(_INNER):
        notes.append(Https.PRIVATE.note(**args))
    if target.ip is None and found and all(ip.version == 6 for ip in found):
        notes.append(Https.IPV6_ONLY.note(**args))
    usual = Https.IS_IP if target.ip is not None else Https.RESOLVED
    return [usual.note(**args), *notes]


def connect_step(tried: Sequence[Tried], proxy: str | None) -> Step:
    """`tried` in order; the last one is the one that works, if any does."""
    rows = [{"address": t.address, "port": t.port, "trouble": t.trouble or None} for t in tried]
    data: dict[str, Any] = {"tried": rows}
    last = tried[-1]
    args = {
        "address": last.address,
        "port": str(last.port),
        "ms": str(last.milliseconds),
        "n": str(len(tried)),
    }
    more = [Https.PROXY.note(proxy=show(mask_address(proxy), 80))] if proxy else []
    if not last.trouble:
        data["milliseconds"] = last.milliseconds
        notes = [Https.CONNECTED.note(**args)]
        # No way to an IPv6 address is this network's lack, not the server's.
        dead = [t for t in tried if t.trouble and not (_is_6(t) and t.trouble == "unreachable")]
        if dead:
            notes.append(Https.SOME_DEAD.note(dead=", ".join(t.address for t in dead), **args))
        return Step.of("https.connect", [*notes, *more], data)
    trouble = _worst_trouble(tried)
    outcome, code = _CONNECT[trouble]
    data |= {"code": code, "cause": trouble}
    return Step.of("https.connect", [outcome.note(**args), *more], data)


def _is_6(tried: Tried) -> bool:
    return ":" in tried.address


_CONNECT = {
    "refused": (Https.REFUSED, "tcp.refused"),
    "timeout": (Https.TIMEOUT, "tcp.timeout"),
    "unreachable": (Https.UNREACHABLE, "tcp.unreachable"),
    "reset": (Https.RESET, "tcp.reset"),
}


def _worst_trouble(tried: Sequence[Tried]) -> str:
    """What an IPv4 address said counts more: many networks have no IPv6 at all."""
    plain = [t.trouble for t in tried if not _is_6(t)] or [t.trouble for t in tried]
    return next((t for t in ("refused", "reset", "timeout") if t in plain), "unreachable")


def handshake_step(found: Handshake) -> Step:
    """Fails only where no session at all is possible."""
    data: dict[str, Any] = {"version": found.version or None, "cipher": found.cipher or None}
    if found.version:
        notes = [Https.SESSION.note(version=found.version, cipher=found.cipher or "-")]
        if found.without_name:
            notes.append(Https.NO_SNI.note())
        return Step.of("https.handshake", notes, data)
    outcome, code = _HANDSHAKE.get(found.trouble, (Https.NO_COMMON, "tls.protocol"))
    note = outcome.note(speaks=found.speaks or "-", message=show(found.message, 160) or "-")
    data |= {"code": code, "cause": found.trouble or "no_common", "message": found.message}
    if found.speaks:
        data["speaks"] = found.speaks
    return Step.of("https.handshake", [note], data)


_HANDSHAKE = {
    "not_tls": (Https.NOT_TLS, "tls.not_tls"),
    "no_common": (Https.NO_COMMON, "tls.protocol"),
    "reset": (Https.RESET, "tcp.reset"),
    "timeout": (Https.STALLED, "tcp.timeout"),
    "unknown_name": (Https.UNKNOWN_NAME, "tls.hostname_mismatch"),
    "client_cert": (Https.CLIENT_CERT, "tls.protocol"),
}


def protocol_step(versions: Mapping[str, str]) -> Step:
    """`versions`: "TLS 1.0" … "TLS 1.3" -> yes, no, cannot_test, unknown."""
    offered = [name for name, state in versions.items() if state == "yes"]
    blind = [name for name, state in versions.items() if state in ("cannot_test", "unknown")]
    args = {"offered": ", ".join(offered) or "-", "old": ", ".join(n for n in offered if n in _OLD)}
    data: dict[str, Any] = {"versions": dict(versions)}
    current = [name for name in offered if name not in _OLD]
    old = [name for name in offered if name in _OLD]
    if old and not current:
        data |= {"code": "tls.protocol", "cause": "old_versions"}
        note = Https.OLD_ONLY.note(**args)
    elif old:
        note = Https.OLD_TOO.note(**args)
    else:
        outcome = Https.ONLY_13 if current == ["TLS 1.3"] else Https.VERSIONS_OK
        note = outcome.note(**args)
    more = [Https.CANNOT_TEST.note(names=", ".join(blind))] if blind else []
    return Step.of("https.protocol", [note, *more], data)
