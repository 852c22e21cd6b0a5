"""The certificate steps together: live from what was sent, offline from what was pasted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from qt_app.core.checks.masking import show
from qt_app.core.checks.model import CheckResult, Note, Step
from qt_app.core.checks.web.certificates import Certificate
from qt_app.core.checks.web.chain import Trust, chain_step, look_at_chain, pick_leaf
from qt_app.core.checks.web.dates import expiry_step, weak_step
from qt_app.core.checks.web.names import hostname_step, matching_name
from qt_app.core.checks.web.outcomes import Cert
from qt_app.core.checks.web.pem import Pasted, read_pasted
from qt_app.core.checks.web.target import Target, read_target


def certificate_steps(
    sent: Sequence[Certificate],
    target: Target | None,
    trust: Trust,
    now: datetime,
    *,
    server_clock: datetime | None = None,
    more: Sequence[Note] = (),
) -> list[Step]:
    """chain, hostname, expiry, weak: each judges its own fault only. `sent` is not empty."""
    chain = look_at_chain(sent, trust, now)
    return [
        chain_step(chain, trust, more),
        hostname_step(chain.leaf, target),
        expiry_step(chain, now, server_clock),
        weak_step(chain),
    ]


def check_cert(
    data: bytes, host: str | None, trust: Trust, now: datetime, name: str
) -> CheckResult:
    """Certificates from a file or a paste; `host` is the name that users type, if it is known."""
    pasted = read_pasted(data)
    target = read_target(host) if host is not None else None
    shown = show(name, 200)
    if not pasted.certificates:
        return CheckResult("cert", shown, tuple(_nothing(pasted)))
    sent = _ordered(pasted.certificates, target)
    more = [Cert.PRIVATE_KEY.note()] if pasted.private_key else []
    if sent[0] is not pasted.certificates[0]:
        more.append(Cert.ORDER.note())
    if pasted.broken:
        more.append(Cert.BROKEN_BLOCKS.note(broken=str(pasted.broken)))
    steps = certificate_steps(sent, target, trust, now, more=more)
    if len(pasted.certificates) < pasted.listed and steps[0].data.get("cause") in _OPEN:
        partial = Cert.PASTE_PARTIAL.note(
            listed=str(pasted.listed), n=str(len(pasted.certificates))
        )
        steps[0] = Step.of("https.chain", [partial, *more], _without_cause(steps[0]))
    return CheckResult("cert", shown, tuple(steps))


# What the certificates that were not pasted may have settled.
_OPEN = frozenset({"missing_intermediate", "unknown_ca"})


def _without_cause(step: Step) -> dict[str, object]:
    return {key: value for key, value in step.data.items() if key not in ("code", "cause")}


def _ordered(certificates: Sequence[Certificate], target: Target | None) -> list[Certificate]:
    """The server's certificate first: the one for the host, if several could be it."""
    leaf = pick_leaf(certificates)
    if target is not None and matching_name(leaf, target) is None:
        ends = [c for c in certificates if not c.is_ca and matching_name(c, target)]
        leaf = ends[0] if ends else leaf
    if certificates[0] is leaf:
        return list(certificates)
    return [leaf, *(c for c in certificates if c is not leaf)]


def _nothing(pasted: Pasted) -> list[Step]:
    note = Cert.NO_CERTIFICATE.note(broken=str(pasted.broken))
    more = [Cert.PRIVATE_KEY.note()] if pasted.private_key else []
    data = {"code": "tls.untrusted", "cause": "no_certificate"}
    skipped = ("https.hostname", "https.expiry", "https.weak")
    steps = [Step.of("https.chain", [note, *more], data)]
    return [*steps, *(Step.of(name, [Cert.NOT_READ.note()]) for name in skipped)]
