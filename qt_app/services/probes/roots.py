"""The roots that this machine trusts, and those that a file adds."""

from __future__ import annotations

import functools
import os
import ssl
from collections.abc import Sequence
from pathlib import Path

from qt_app.core.checks.web.certificates import Certificate, read_certificate
from qt_app.core.checks.web.chain import Trust
from qt_app.core.checks.web.pem import read_pasted
from qt_app.core.errors import InputError
from qt_app.core.phrases import Phrase

_FILE_LIMIT = 20_000_000
_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def read_ca(path: Path) -> tuple[Certificate, ...]:
    """The certificates of a file; InputError if it cannot be read or holds none."""
    try:
        with path.open("rb") as file:
            found = read_pasted(file.read(_FILE_LIMIT)).certificates
    except (OSError, ValueError) as error:
        raise InputError(Phrase("check.ca_unreadable", {"path": str(path)})) from error
    if not found:
        raise InputError(Phrase("check.ca_empty", {"path": str(path)}))
    return found


def load_trust(added: Sequence[Certificate] = ()) -> Trust:
    """The machine's roots and `added`; of these only the self-signed are roots, if there are any.

    A file that holds no root but an authority makes that authority trusted, as it asks.
    """
    roots = [c for c in added if c.self_issued]
    known = [c for c in added if not c.self_issued]
    if added and not roots:
        roots, known = known, []
    system = system_certificates()
    return Trust(
        tuple(dict.fromkeys([*roots, *(c for c in system if c.self_issued)])),
        tuple(dict.fromkeys([*known, *(c for c in system if not c.self_issued)])),
    )


@functools.cache
def system_certificates() -> tuple[Certificate, ...]:
    """What OpenSSL finds on this machine; empty where the system keeps its roots to itself."""
    found: dict[bytes, None] = {}
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_default_certs()
        found.update(dict.fromkeys(context.get_ca_certs(binary_form=True)))
    except (OSError, ValueError):
        pass
    if not found:
        found.update(dict.fromkeys(_from_bundle()))
    read = (read_certificate(der) for der in found)
    return tuple(certificate for certificate in read if certificate is not None)


def _from_bundle() -> list[bytes]:
    for name in (os.environ.get("SSL_CERT_FILE") or "", *_BUNDLES):
        try:
            data = Path(name).read_bytes() if name else b""
        except OSError:
            continue
        if found := [c.der for c in read_pasted(data).certificates]:
            return found
    return []


def as_pem(certificates: Sequence[Certificate]) -> str:
    """The certificates as one PEM text."""
    return "".join(ssl.DER_cert_to_PEM_cert(c.der) for c in certificates)
