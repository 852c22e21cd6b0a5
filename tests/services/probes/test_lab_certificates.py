"""Each bad certificate has its own verdict, and only its own step fails."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID

STEPS = ("handshake", "protocol", "chain", "hostname", "expiry", "weak")


def fails(**wanted: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {f"https.{key}": value for key, value in wanted.items()}


def leaf(lab: Any, pki: Any, **options: Any) -> Any:
    return lab.make(options.pop("common", lab.NAME), pki.middle, **options)


# name -> (what the server sends, the steps that do not pass: status, outcome, code, cause)
CASES: dict[str, tuple[Callable[[Any, Any], list[Any]], dict[str, tuple[str, ...]]]] = {
    "good": (lambda lab, pki: [pki.good, pki.middle], {}),
    "wildcard": (lambda lab, pki: [leaf(lab, pki, dns=["*.example.test"]), pki.middle], {}),
    "root sent too": (lambda lab, pki: [pki.good, pki.middle, pki.root], {}),
    "wrong order": (lambda lab, pki: [pki.good, pki.root, pki.middle], {}),
    "no key ids": (lambda lab, pki: [leaf(lab, pki, key_ids=False), pki.middle], {}),
    "rsa": (lambda lab, pki: [leaf(lab, pki, key="rsa2048"), pki.middle], {}),
    "expired": (
        lambda lab, pki: [leaf(lab, pki, end=lab.NOW - lab.DAY), pki.middle],
        fails(expiry=("fail", "H-32", "tls.expired", "expired")),
    ),
    "not yet valid": (
        lambda lab, pki: [leaf(lab, pki, start=lab.NOW + 2 * lab.DAY), pki.middle],
        fails(expiry=("fail", "H-33", "tls.not_yet_valid", "not_yet_valid")),
    ),
    "expires in 6 days": (
        lambda lab, pki: [leaf(lab, pki, end=lab.NOW + 6 * lab.DAY), pki.middle],
        fails(expiry=("warn", "H-31")),
    ),
    "authority expired": (
        lambda lab, pki: _under_old_authority(lab, pki),
        fails(expiry=("fail", "H-34", "tls.expired", "ca_expired")),
    ),
    "wrong host": (
        lambda lab, pki: [leaf(lab, pki, dns=["www.other.test"]), pki.middle],
        fails(hostname=("fail", "H-21", "tls.hostname_mismatch", "other_names")),
    ),
    "wildcard of a deeper level": (
        lambda lab, pki: [leaf(lab, pki, dns=["*.oa.example.test"]), pki.middle],
        fails(hostname=("fail", "H-23", "tls.hostname_mismatch", "wildcard_parent")),
    ),
    "wildcard of a higher level": (
        lambda lab, pki: [leaf(lab, pki, dns=["*.test"]), pki.middle],
        fails(hostname=("fail", "H-22", "tls.hostname_mismatch", "wildcard_deep")),
    ),
    "ip only": (
        lambda lab, pki: [leaf(lab, pki, dns=[], ips=["127.0.0.1"]), pki.middle],
        fails(hostname=("fail", "H-25", "tls.hostname_mismatch", "ip_only")),
    ),
    "common name only": (
        lambda lab, pki: [leaf(lab, pki, dns=None), pki.middle],
        fails(hostname=("fail", "H-24", "tls.hostname_mismatch", "no_san")),
    ),
    "missing intermediate": (
        lambda lab, pki: [pki.good],
        fails(chain=("fail", "H-05", "tls.untrusted", "missing_intermediate")),
    ),
    "root instead of the intermediate": (
        lambda lab, pki: [leaf(lab, pki), pki.root],
        fails(chain=("fail", "H-05", "tls.untrusted", "missing_intermediate")),
    ),
    "wrong intermediate": (
        lambda lab, pki: [pki.good, lab.make("Example DV CA G1", pki.root, ca=True)],
        fails(chain=("fail", "H-06", "tls.untrusted", "missing_intermediate")),
    ),
    "unknown authority": (
        lambda lab, pki: [lab.make(lab.NAME, pki.other_root)],
        fails(chain=("fail", "H-03", "tls.untrusted", "unknown_ca")),
    ),
    "unknown authority with its intermediate": (
        lambda lab, pki: _unknown(lab, pki, root=False),
        fails(chain=("fail", "H-03", "tls.untrusted", "unknown_ca")),
    ),
    "unknown authority with its root": (
        lambda lab, pki: _unknown(lab, pki, root=True),
        fails(chain=("fail", "H-04", "tls.untrusted", "unknown_ca")),
    ),
    "self-signed": (
        lambda lab, pki: [lab.make(lab.NAME)],
        fails(chain=("fail", "H-02", "tls.self_signed", "self_signed")),
    ),
    "intermediate that is no authority": (
        lambda lab, pki: _under_no_authority(lab, pki),
        fails(chain=("fail", "H-07", "tls.untrusted", "invalid_ca")),
    ),
    "for clients only": (
        lambda lab, pki: [leaf(lab, pki, uses=[ExtendedKeyUsageOID.CLIENT_AUTH]), pki.middle],
        fails(chain=("fail", "H-08", "tls.untrusted", "wrong_purpose")),
    ),
    "forged": (
        lambda lab, pki: _forged(lab, pki),
        fails(chain=("fail", "H-09", "tls.untrusted", "bad_signature")),
    ),
    "path too long": (
        lambda lab, pki: _too_long(lab, pki),
        fails(chain=("fail", "H-14", "tls.untrusted", "refused")),
    ),
    "rsa 1024": (
        lambda lab, pki: [leaf(lab, pki, key="rsa1024"), pki.middle],
        fails(weak=("fail", "H-41", "tls.weak", "weak_key")),
    ),
    "sha-1": (
        lambda lab, pki: [lab.with_old_hash(pki.good, pki.middle, pki.folder), pki.middle],
        fails(weak=("fail", "H-42", "tls.weak", "weak_signature")),
    ),
    "expired and wrong host and weak": (
        lambda lab, pki: [
            leaf(lab, pki, dns=["a.test"], end=lab.NOW - lab.DAY, key="rsa1024"),
            pki.middle,
        ],
        fails(
            hostname=("fail", "H-21", "tls.hostname_mismatch", "other_names"),
            expiry=("fail", "H-32", "tls.expired", "expired"),
            weak=("fail", "H-41", "tls.weak", "weak_key"),
        ),
    ),
}


def _under_old_authority(lab: Any, pki: Any) -> list[Any]:
    old = lab.make("Old DV CA", pki.root, ca=True, end=lab.NOW - lab.DAY)
    return [lab.make(lab.NAME, old), old]


def _unknown(lab: Any, pki: Any, root: bool) -> list[Any]:
    middle = lab.make("Unknown DV CA", pki.other_root, ca=True)
    chain = [lab.make(lab.NAME, middle, aia="http://aia.example.test/u.crt"), middle]
    return [*chain, pki.other_root] if root else chain


def _under_no_authority(lab: Any, pki: Any) -> list[Any]:
    middle = lab.make("not.an.authority.test", pki.root)
    return [lab.make(lab.NAME, middle), middle]


def _too_long(lab: Any, pki: Any) -> list[Any]:
    upper = lab.make("Upper CA", pki.root, ca=True, path_length=0)
    lower = lab.make("Lower CA", upper, ca=True)
    return [lab.make(lab.NAME, lower), lower, upper]


def _forged(lab: Any, pki: Any) -> list[Any]:
    """Same name and key identifier as the real intermediate, another key."""
    twin = lab.make("Example DV CA G2", pki.root, ca=True)
    certificate = lab.make(lab.NAME, lab.Made(pki.middle.certificate, twin.key), key_ids=True)
    real = lab.make(lab.NAME, pki.middle)
    assert certificate.certificate.signature != real.certificate.signature
    return [_with_real_id(lab, pki, twin), pki.middle]


def _with_real_id(lab: Any, pki: Any, twin: Any) -> Any:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    key = lab.new_key()
    real = pki.middle.certificate
    builder = (
        x509.CertificateBuilder()
        .subject_name(lab.name(lab.NAME))
        .issuer_name(real.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(lab.NOW - lab.DAY)
        .not_valid_after(lab.NOW + 99 * lab.DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(lab.NAME)]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(real.public_key()), critical=False
        )
    )
    return lab.Made(builder.sign(twin.key, hashes.SHA256()), key)


@pytest.mark.parametrize("case", CASES)
def test_each_server_has_its_own_verdict(
    case: str, lab: Any, pki: Any, serve: Any, check: Any, by_id: Any, worded: Any
) -> None:
    make, wanted = CASES[case]
    result = check(serve(context=pki.context(*make(lab, pki)), respond=_page(lab)))
    found = by_id(result)
    expected = {f"https.{name}": "pass" for name in STEPS}
    expected |= {step: parts[0] for step, parts in wanted.items()}
    assert {step: found[step].status for step in expected} == expected
    for step, parts in wanted.items():
        status, outcome, *codes = parts
        assert (found[step].status, found[step].outcome) == (status, outcome)
        assert [found[step].data.get(key) for key in ("code", "cause")][: len(codes)] == codes
    statuses = [parts[0] for parts in wanted.values()]
    assert result.verdict == ("fail" if "fail" in statuses else "warn" if statuses else "pass")
    for lang in ("zh", "en"):
        for step in worded(result, lang).steps:
            assert step.title
            assert step.detail
            assert "{" not in step.detail + (step.remedy or "")


def _page(lab: Any) -> Any:
    return lambda path, headers: lab.answer(**lab.HSTS)


def test_the_chain_rows_say_what_was_not_sent(
    pki: Any, lab: Any, serve: Any, check: Any, by_id: Any
) -> None:
    found = by_id(check(serve(context=pki.context(pki.good), respond=_page(lab))))
    rows = found["https.chain"].data["chain"]
    assert [(row["name"], row["role"], row["state"]) for row in rows] == [
        (lab.NAME, "leaf", "sent"),
        ("Example DV CA G2", "intermediate", "not_sent"),
    ]


def test_order_and_spare_certificates_are_remarked(
    pki: Any, lab: Any, serve: Any, check: Any, by_id: Any
) -> None:
    context = pki.context(pki.good, pki.root, pki.middle)
    step = by_id(check(serve(context=context, respond=_page(lab))))["https.chain"]
    assert {note.outcome for note in step.more} == {"H-10", "H-11"}


@pytest.mark.parametrize(
    ("low", "high", "status", "outcome"),
    [
        ("TLSv1", "TLSv1", "fail", "H-91"),
        ("TLSv1_1", "TLSv1_1", "fail", "H-91"),
        ("TLSv1_1", "TLSv1_2", "warn", "H-92"),
        ("TLSv1_2", "TLSv1_2", "pass", "H-90"),
        ("TLSv1_3", "TLSv1_3", "pass", "H-93"),
    ],
)
def test_protocol_versions(
    low: str, high: str, status: str, outcome: str,
    pki: Any, lab: Any, serve: Any, check: Any, by_id: Any,
) -> None:  # fmt: skip
    limits = {"low": ssl.TLSVersion[low], "high": ssl.TLSVersion[high]}
    server = serve(context=pki.context(pki.good, pki.middle, **limits), respond=_page(lab))
    result = check(server)
    found = by_id(result)
    assert (found["https.protocol"].status, found["https.protocol"].outcome) == (status, outcome)
    assert found["https.protocol"].data.get("code") == (
        "tls.protocol" if status == "fail" else None
    )
    others = ("handshake", "chain", "hostname", "expiry", "weak")
    assert {found[f"https.{name}"].status for name in others} == {"pass"}


def test_versions_that_cannot_be_probed_are_not_called_off(
    pki: Any, lab: Any, serve: Any, check: Any, by_id: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qt_app.services.probes import tls

    real = tls.can_offer
    monkeypatch.setattr(tls, "can_offer", lambda v: v >= ssl.TLSVersion.TLSv1_2 and real(v))
    server = serve(context=pki.context(pki.good, pki.middle), respond=_page(lab))
    step = by_id(check(server))["https.protocol"]
    assert step.data["versions"]["TLS 1.0"] == "cannot_test"
    assert step.status == "pass"
    assert [note.outcome for note in step.more] == ["H-94"]
