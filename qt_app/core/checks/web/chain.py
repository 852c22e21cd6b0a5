"""Is the chain that was sent complete, and does it end at a trusted root?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from qt_app.core.checks.masking import show
from qt_app.core.checks.model import Note, Step
from qt_app.core.checks.web.certificates import Certificate, Name, fits, signed_by
from qt_app.core.checks.web.outcomes import Cert

_DEPTH = 8
# More certificates than any honest chain; the rest is looked at by nobody.
SENT_LIMIT = 30
_ROOT_WORD = re.compile(r"(?i)(?<![a-z])(root|ca root|rootca|anchor)(?![a-z])|根证书|根ca")
_MIDDLE_WORD = re.compile(
    r"(?i)intermedia|(?<![a-z])(issuing|sub|subordinate|inter|int|ica|subca)(?![a-z])|中间|中级"
)
_ORGANISATION = "2.5.4.10"


@dataclass(frozen=True, slots=True)
class Trust:
    """What this machine trusts, and what it said itself.

    `known` are certificates of authorities that are no roots. `os_trusts` is the verdict of the
    system's own check (None: not asked), `os_code` OpenSSL's number, `os_message` its words.
    """

    roots: tuple[Certificate, ...] = ()
    known: tuple[Certificate, ...] = ()
    os_trusts: bool | None = None
    os_code: int | None = None
    os_message: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """The best path from the server's certificate upwards, and what speaks against it."""

    leaf: Certificate
    sent: tuple[Certificate, ...]
    path: tuple[Certificate, ...]
    anchor: Certificate | None
    note: Note
    cause: str | None = None
    code: str | None = None
    missing: str | None = None
    remarks: tuple[Note, ...] = field(default=())


def pick_leaf(sent: Sequence[Certificate]) -> Certificate:
    """The server's own certificate: the first that issued none of the others and is no CA."""
    ends = [c for c in sent if not c.is_ca]
    for certificate in ends:
        if not any(other is not certificate and fits(other, certificate) for other in sent):
            return certificate
    return ends[0] if ends else sent[0]


def look_at_chain(sent: Sequence[Certificate], trust: Trust, now: datetime) -> Chain:
    """Judge what was sent (server's certificate first); dates and strength are not judged here."""
    own = tuple(dict.fromkeys(sent))[:SENT_LIMIT]
    leaf = own[0]
    if leaf.self_issued and signed_by(leaf, leaf) is not False:
        return _self_signed(leaf, own, trust)
    path, anchor = _best_path(leaf, own, trust, now)
    if anchor is None:
        return _without_anchor(own, path, trust)
    return _with_anchor(own, path, anchor, trust)


def _self_signed(leaf: Certificate, sent: tuple[Certificate, ...], trust: Trust) -> Chain:
    if leaf in trust.roots or trust.os_trusts:
        note = Cert.CHAIN_OK.note(leaf=leaf.title, root=leaf.title)
        return Chain(leaf, sent, (leaf,), leaf, note, remarks=_remarks(sent, (leaf,), None))
    note = Cert.SELF_SIGNED.note(leaf=leaf.title)
    return Chain(leaf, sent, (leaf,), None, note, "self_signed", "tls.self_signed")


def _best_path(
    leaf: Certificate, sent: Sequence[Certificate], trust: Trust, now: datetime
) -> tuple[tuple[Certificate, ...], Certificate | None]:
    """Of all ways to a root the one with the fewest dead certificates, else the longest way."""
    anchored: list[tuple[tuple[Certificate, ...], Certificate]] = []
    longest: tuple[Certificate, ...] = (leaf,)
    open_paths: list[tuple[Certificate, ...]] = [(leaf,)]
    budget = 500
    while open_paths and budget:
        budget -= 1
        path = open_paths.pop()
        last = path[-1]
        longest = path if len(path) > len(longest) else longest
        if last in trust.roots and len(path) > 1:
            anchored.append((path, last))
            continue
        anchored += [(path, root) for root in trust.roots if _issued(last, root)]
        if len(path) < _DEPTH and not last.self_issued:
            open_paths += [(*path, c) for c in sent if c not in path and _issued(last, c)]
    if not anchored:
        return longest, None
    return min(anchored, key=lambda found: (_dead(found, now), len(found[0])))


def _dead(found: tuple[tuple[Certificate, ...], Certificate], now: datetime) -> int:
    return sum(not c.not_before <= now <= c.not_after for c in {*found[0], found[1]})


def _issued(certificate: Certificate, issuer: Certificate) -> bool:
    return fits(certificate, issuer) and signed_by(certificate, issuer) is not False


def _with_anchor(
    sent: tuple[Certificate, ...],
    path: tuple[Certificate, ...],
    anchor: Certificate,
    trust: Trust,
) -> Chain:
    leaf = sent[0]
    fault = _path_fault(leaf, path, trust)
    if fault:
        note, cause = fault
        return Chain(leaf, sent, path, anchor, note, cause, "tls.untrusted")
    note = Cert.CHAIN_OK.note(leaf=leaf.title, root=anchor.title)
    return Chain(leaf, sent, path, anchor, note, remarks=_remarks(sent, path, anchor))


def _path_fault(
    leaf: Certificate, path: Sequence[Certificate], trust: Trust
) -> tuple[Note, str] | None:
    for authority in path[1:]:
        if authority.is_ca is False and authority not in trust.roots:
            return Cert.NOT_A_CA.note(name=authority.title), "invalid_ca"
    if leaf.server_use is False:
        return Cert.WRONG_PURPOSE.note(leaf=leaf.title), "wrong_purpose"
    if trust.os_trusts is False and trust.os_code in _STRUCTURE:
        note = Cert.REFUSED_HERE.note(message=show(trust.os_message, 200))
        return note, "refused"
    return None


# OpenSSL's numbers for faults of the chain's make, which no other step would name.
_STRUCTURE = frozenset(
    {24, 25, 26, 32, 34, 37, 38, 39, 41, 47, 48, 49, 50, 51, 52, 53, 79, 80, 81, 82, 83}
)


def _without_anchor(
    sent: tuple[Certificate, ...], path: tuple[Certificate, ...], trust: Trust
) -> Chain:
    leaf, last = sent[0], path[-1]
    if trust.os_trusts and len(path) > 1:
        note = Cert.CHAIN_OK.note(leaf=leaf.title, root=last.issuer_title)
        remarks = _remarks(sent, path, last)
        return Chain(leaf, sent, path, last, note, remarks=remarks)
    forged = next((c for c in (*sent, *trust.roots) if _forged(last, c)), None)
    if forged is not None and not trust.os_trusts:
        note = Cert.BAD_SIGNATURE.note(name=last.title, issuer=forged.title)
        return Chain(leaf, sent, path, None, note, "bad_signature", "tls.untrusted")
    if not last.self_issued and _is_gap(sent, last, trust):
        return _gap(sent, path, trust)
    if not trust.roots and trust.os_trusts is None:
        return Chain(leaf, sent, path, None, Cert.NO_STORE.note(name=last.issuer_title))
    outcome = Cert.UNKNOWN_ROOT_SENT if last.self_issued else Cert.UNKNOWN_CA
    note = outcome.note(leaf=leaf.title, issuer=last.issuer_title)
    return Chain(leaf, sent, path, None, note, "unknown_ca", "tls.untrusted")


def _forged(certificate: Certificate, issuer: Certificate) -> bool:
    """Name and key identifier fit and yet the signature is not the issuer's."""
    named = certificate.issuer_key_id is not None and issuer.key_id is not None
    return named and fits(certificate, issuer) and signed_by(certificate, issuer) is False


def _gap(sent: tuple[Certificate, ...], path: tuple[Certificate, ...], trust: Trust) -> Chain:
    leaf, last = sent[0], path[-1]
    others = [c for c in sent if c not in path and c.is_ca and not c.self_issued]
    outcome = Cert.WRONG_INTERMEDIATE if others else Cert.MISSING_INTERMEDIATE
    note = outcome.note(
        leaf=leaf.title,
        missing=last.issuer_title,
        **({"sent": others[0].title} if others else {}),
    )
    remarks = [Cert.REPAIRED.note(missing=last.issuer_title)] if trust.os_trusts else []
    return Chain(
        leaf,
        sent,
        path,
        None,
        note,
        "missing_intermediate",
        "tls.untrusted",
        last.issuer_title,
        tuple(remarks),
    )


def _is_gap(sent: Sequence[Certificate], last: Certificate, trust: Trust) -> bool:
    """Is the issuer that was not sent an intermediate (True) or an unknown root (False)?

    Sure where the issuer is known, the machine repaired the chain, or the certificate tells who
    issued its issuer. Else by its name and by the address of the issuer's certificate: public
    authorities sign a server's certificate by an intermediate only, and always give the address.
    """
    if trust.os_trusts or any(_issued(last, c) for c in trust.known):
        return True
    grand = last.issuer_of_issuer
    if grand:
        return grand != last.issuer
    trusted = {root.subject for root in trust.roots}
    if any(c.self_issued and c.subject in trusted for c in sent):
        return True
    if _MIDDLE_WORD.search(last.issuer_title):
        return True
    if _ROOT_WORD.search(last.issuer_title):
        return False
    if _same_house(last, trust):
        return True
    return bool(last.aia) and not last.is_ca


def _same_house(last: Certificate, trust: Trust) -> bool:
    """The issuer that was not sent belongs to the organisation of a trusted root."""
    own = _house(last.issuer, last.issuer_title)
    return any(own & _house(root.subject, root.title) for root in trust.roots)


def _house(name: Name, title: str) -> set[str]:
    """The organisation, and the brand that the name begins with (DigiCert, GlobalSign …)."""
    found = {value for oid, value in name if oid == _ORGANISATION}
    words = title.casefold().split()
    if len(words) > 1 and words[0] not in _COMMON_WORDS:
        found.add(words[0])
    return found


# First words that say nothing about whose authority it is.
_COMMON_WORDS = frozenset(
    (
        *("a", "ca", "certificate", "class", "ecc", "go", "global", "internal", "lab", "local"),
        *("my", "new", "private", "public", "root", "rsa", "secure", "server", "ssl", "test"),
        *("the", "tls", "trust", "trusted", "unknown"),
    )
)


def _remarks(
    sent: Sequence[Certificate], path: Sequence[Certificate], anchor: Certificate | None
) -> tuple[Note, ...]:
    """What is accepted and yet worth a word."""
    notes: list[Note] = []
    places = [sent.index(c) for c in (*path, anchor) if c is not None and c in sent]
    if places != sorted(places):
        notes.append(Cert.ORDER.note())
    extra = [c for c in sent if c not in path]
    roots = [c for c in sent[1:] if c.self_issued and (c in path or c == anchor)]
    if roots:
        notes.append(Cert.ROOT_SENT.note(name=roots[0].title))
    extra = [c for c in extra if c not in roots]
    if extra:
        notes.append(Cert.EXTRA.note(n=str(len(extra)), name=extra[0].title))
    return tuple(notes)


def chain_step(chain: Chain, trust: Trust, more: Sequence[Note] = ()) -> Step:
    """`https.chain`; `data.chain` holds a row per certificate, the server's first."""
    data: dict[str, Any] = {"chain": chain_rows(chain), "sent": len(chain.sent)}
    if chain.code:
        data |= {"code": chain.code, "cause": chain.cause}
    if trust.os_trusts is not None:
        data["system"] = {"trusted": trust.os_trusts, "message": trust.os_message}
    if chain.leaf.aia:
        data["aia"] = list(chain.leaf.aia[:3])
    notes = {note.outcome: note for note in (*more, *chain.remarks)}
    return Step.of("https.chain", [chain.note, *notes.values()], data)


def chain_rows(chain: Chain) -> list[dict[str, Any]]:
    """{name, role leaf|intermediate|root, issuer, state sent|not_sent|trusted|extra, …}."""
    rows = [_row(c, "leaf" if c is chain.leaf else _role(c), "sent") for c in chain.path]
    if chain.missing:
        rows.append({"name": chain.missing, "role": "intermediate", "issuer": None})
        rows[-1] |= {"state": "not_sent", "sent": False, "trusted": False}
    anchor = chain.anchor
    if anchor is not None:
        if anchor in chain.path:
            rows[chain.path.index(anchor)]["trusted"] = True
        else:
            rows.append(_row(anchor, _role(anchor), "trusted") | {"trusted": True, "sent": False})
    elif not chain.missing and not chain.path[-1].self_issued:
        rows.append({"name": chain.path[-1].issuer_title, "role": "root", "issuer": None})
        rows[-1] |= {"state": "unknown", "sent": False, "trusted": False}
    rows += [_row(c, _role(c), "extra") for c in chain.sent if c not in chain.path and c != anchor]
    return rows


def _role(certificate: Certificate) -> str:
    if certificate.self_issued:
        return "root"
    return "leaf" if certificate.is_ca is False else "intermediate"


def _row(certificate: Certificate, role: str, state: str) -> dict[str, Any]:
    return {
        "name": certificate.title,
        "role": role,
        "issuer": certificate.issuer_title,
        "state": state,
        "sent": True,
        "trusted": False,
        "not_after": certificate.not_after.isoformat(),
        "sha256": certificate.fingerprint,
    }
