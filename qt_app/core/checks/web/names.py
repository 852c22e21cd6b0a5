"""`https.hostname`: is the certificate made for this host? SAN only, as browsers do."""

from __future__ import annotations

import idna

from qt_app.core.checks.masking import show
from qt_app.core.checks.model import Note, Step
from qt_app.core.checks.web.certificates import Certificate
from qt_app.core.checks.web.outcomes import Cert
from qt_app.core.checks.web.target import Target

_LISTED = 8


def hostname_step(certificate: Certificate, target: Target | None) -> Step:
    """The step; without a host it is skipped and only lists the names."""
    names = certificate.names()
    args = {"names": _listed(names), "n": str(len(names)), "cn": show(certificate.common_name, 80)}
    data = {"names": names[:200], "common_name": certificate.common_name or None}
    if target is None:
        return Step.of("https.hostname", [Cert.NO_HOST.note(**args)], data)
    data["host"] = target.host
    if target.ip is None and not target.host:
        note = Cert.BAD_HOST.note(found=target.shown)
    else:
        matched = matching_name(certificate, target)
        if matched is not None:
            found = Cert.NAME_OK.note(**args, host=target.shown, name=show(matched, 80))
            return Step.of("https.hostname", [found], data | {"matched": matched})
        note = _why_not(certificate, target, args)
    causes = {"cause": _CAUSES.get(note.outcome, "other_names")}
    return Step.of("https.hostname", [note], data | causes | {"code": "tls.hostname_mismatch"})


_CAUSES: dict[str, str] = {
    Cert.WILDCARD_DEEP.value: "wildcard_deep",
    Cert.WILDCARD_PARENT.value: "wildcard_parent",
    Cert.NO_SAN.value: "no_san",
    Cert.IP_ONLY.value: "ip_only",
    Cert.IP_NOT_NAMED.value: "ip_not_named",
    Cert.NAME_WWW.value: "www",
    Cert.BAD_HOST.value: "bad_host",
}


def matching_name(certificate: Certificate, target: Target) -> str | None:
    """The name that covers the host, or None."""
    if target.ip is not None:
        return str(target.ip) if target.ip in certificate.ip_names else None
    return next((n for n in certificate.dns_names if name_covers(n, target.host)), None)


def name_covers(pattern: str, host: str) -> bool:
    """RFC 6125 as browsers do: a star is the whole first label and stands for just one."""
    wanted, given = _folded(pattern), host.lower().rstrip(".")
    if not wanted.startswith("*."):
        return "*" not in wanted and wanted == given
    rest = wanted[2:]
    first, _, below = given.partition(".")
    return "*" not in rest and "." in rest and bool(first) and below == rest


def _folded(name: str) -> str:
    name = name.strip().lower().rstrip(".")
    if name.isascii():
        return name
    star = "*." if name.startswith("*.") else ""
    try:
        return star + idna.encode(name.removeprefix("*."), uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError, ValueError, IndexError):
        return name


def _why_not(certificate: Certificate, target: Target, args: dict[str, str]) -> Note:
    args = args | {"host": target.shown}
    host, names = target.host, [_folded(name) for name in certificate.dns_names]
    if not certificate.has_san or not certificate.names():
        return Cert.NO_SAN.note(**args)
    if target.ip is not None:
        return Cert.IP_NOT_NAMED.note(**args)
    if not names:
        return Cert.IP_ONLY.note(**args)
    for name in names:
        base = name.removeprefix("*.")
        if name.startswith("*.") and base == host:
            return Cert.WILDCARD_PARENT.note(**args, name=name)
        if name.startswith("*.") and host.endswith(f".{base}"):
            return Cert.WILDCARD_DEEP.note(**args, name=name)
    twin = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    if twin in names:
        return Cert.NAME_WWW.note(**args, name=twin)
    return Cert.NAME_OTHER.note(**args)


def _listed(names: list[str]) -> str:
    shown = ", ".join(show(name, 80) for name in names[:_LISTED])
    return f"{shown} …" if len(names) > _LISTED else shown
