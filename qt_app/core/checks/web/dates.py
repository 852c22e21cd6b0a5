"""`https.expiry` and `https.weak`: dates against a given now, keys and signatures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from qt_app.core.checks.model import Note, Step
from qt_app.core.checks.web.certificates import Certificate
from qt_app.core.checks.web.chain import Chain
from qt_app.core.checks.web.outcomes import Cert

SOON = timedelta(days=30)
_CLOCK = timedelta(minutes=10)
_RSA_BITS, _EC_BITS = 2048, 224
_WEAK_HASHES = frozenset({"MD2", "MD4", "MD5", "SHA-1"})
_BROWSERS_REFUSE = frozenset({"Ed25519", "Ed448", "SM2"})


def expiry_step(chain: Chain, now: datetime, server_clock: datetime | None = None) -> Step:
    """Dates of the server's certificate, then of the authorities above it that are in use."""
    leaf = chain.leaf
    notes = [_leaf_note(leaf, now)]
    above = [c for c in (*chain.path[1:], chain.anchor) if c is not None and c != leaf]
    notes += [note for note in (_ca_note(c, now) for c in above) if note is not None]
    if server_clock is not None and abs(server_clock - now) > _CLOCK:
        notes.append(Cert.CLOCK_OFF.note(here=_day(now, True), there=_day(server_clock, True)))
    data: dict[str, Any] = {
        "not_before": leaf.not_before.isoformat(),
        "not_after": leaf.not_after.isoformat(),
        "days_left": (leaf.not_after - now).days,
        "now": now.isoformat(timespec="seconds"),
    }
    step = Step.of("https.expiry", notes)
    if step.status == "fail":
        early = step.outcome in (Cert.NOT_YET.value, Cert.CA_NOT_YET.value)
        data["code"] = "tls.not_yet_valid" if early else "tls.expired"
        data["cause"] = "not_yet_valid" if early else "expired"
        if step.outcome in (Cert.CA_EXPIRED.value, Cert.CA_NOT_YET.value):
            data["cause"] = f"ca_{data['cause']}"
    return Step(step.id, step.status, step.outcome, step.args, data, step.more)


def _leaf_note(leaf: Certificate, now: datetime) -> Note:
    args = _args(leaf, now)
    if now > leaf.not_after:
        return Cert.EXPIRED.note(**args)
    if now < leaf.not_before:
        return Cert.NOT_YET.note(**args)
    soon = leaf.not_after - now <= SOON
    return (Cert.SOON if soon else Cert.VALID).note(**args)


def _ca_note(certificate: Certificate, now: datetime) -> Note | None:
    args = _args(certificate, now)
    if now > certificate.not_after:
        return Cert.CA_EXPIRED.note(**args)
    if now < certificate.not_before:
        return Cert.CA_NOT_YET.note(**args)
    if certificate.not_after - now <= SOON:
        return Cert.CA_SOON.note(**args)
    return None


def _args(certificate: Certificate, now: datetime) -> dict[str, str]:
    left = certificate.not_after - now
    return {
        "name": certificate.title,
        "start": _day(certificate.not_before),
        "end": _day(certificate.not_after),
        "days": str(max(left.days, 0)),
        "ago": str(max((now - certificate.not_after).days, 0)),
        "today": _day(now),
    }


def _day(moment: datetime, exact: bool = False) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC" if exact else "%Y-%m-%d")


def weak_step(chain: Chain) -> Step:
    """Keys and signatures of what is in use; a root's own signature proves nothing and is left."""
    used = [c for c in chain.path if c != chain.anchor or c is chain.leaf]
    faults = [fault for c in used for fault in _weak(c)]
    leaf = chain.leaf
    data: dict[str, Any] = {
        "keys": [{"name": c.title, "key": key_text(c), "signature": c.signature_hash} for c in used]
    }
    if not faults:
        found = Cert.STRONG.note(key=key_text(leaf), hash=leaf.signature_hash or "-")
        return Step.of("https.weak", [found], data)
    step = Step.of("https.weak", [note for note, _ in faults])
    if step.status == "fail":
        cause = next(cause for note, cause in faults if note.outcome == step.outcome)
        data |= {"code": "tls.weak", "cause": cause}
    return Step(step.id, step.status, step.outcome, step.args, data, step.more)


def _weak(certificate: Certificate) -> Sequence[tuple[Note, str]]:
    args = {"name": certificate.title, "key": key_text(certificate)}
    found: list[tuple[Note, str]] = []
    kind, bits = certificate.key_kind, certificate.key_bits
    if kind == "RSA" and 0 < bits < _RSA_BITS:
        found.append((Cert.RSA_SHORT.note(**args, bits=str(bits)), "weak_key"))
    if kind == "DSA":
        found.append((Cert.DSA_KEY.note(**args), "weak_key"))
    if kind == "EC" and 0 < bits < _EC_BITS:
        found.append((Cert.EC_SMALL.note(**args, bits=str(bits)), "weak_key"))
    if kind in _BROWSERS_REFUSE or (kind in ("", "EC") and not bits):
        found.append((Cert.UNCOMMON_KEY.note(**args), "uncommon_key"))
    # A self-signed certificate is believed or not for itself; its signature proves nothing.
    if certificate.signature_hash in _WEAK_HASHES and not certificate.self_issued:
        note = Cert.WEAK_SIGNATURE.note(**args, hash=certificate.signature_hash)
        found.append((note, "weak_signature"))
    return found


def key_text(certificate: Certificate) -> str:
    """ "RSA 2048", "EC 256"; a kind that cannot be read is "?"."""
    size = f" {certificate.key_bits}" if certificate.key_bits else ""
    named = certificate.key_kind in ("Ed25519", "Ed448")
    return (certificate.key_kind or "?") + ("" if named else size)
