"""A certificate as the checks need it, read from DER as tolerantly as browsers do."""

from __future__ import annotations

import ipaddress
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Name = tuple[tuple[str, str], ...]
T = TypeVar("T")
# What the parser may say about a certificate that others take.
_REFUSALS = (ValueError, TypeError, UnsupportedAlgorithm, NotImplementedError, OverflowError)
_KEY_OIDS = {
    "1.2.840.113549.1.1.1": "RSA",
    "1.2.840.113549.1.1.10": "RSA",
    "1.2.840.10040.4.1": "DSA",
    "1.2.840.10045.2.1": "EC",
    "1.3.101.112": "Ed25519",
    "1.3.101.113": "Ed448",
    "1.2.156.10197.1.301": "SM2",
}
_HASH_OIDS = {
    "1.2.840.113549.1.1.2": "MD2",
    "1.2.840.113549.1.1.3": "MD4",
    "1.2.840.113549.1.1.4": "MD5",
    "1.2.840.113549.1.1.5": "SHA-1",
    "1.2.840.10040.4.3": "SHA-1",
    "1.2.840.10045.4.1": "SHA-1",
    "1.3.14.3.2.29": "SHA-1",
}


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate. Names are ((oid, value folded), …); `title` is what to call it.

    `key_bits` is 0 where the key cannot be read; `aia` holds the addresses of the issuer's
    certificate; `server_use` is None where the certificate does not limit its use.
    """

    der: bytes
    title: str
    issuer_title: str
    subject: Name
    issuer: Name
    not_before: datetime
    not_after: datetime
    dns_names: tuple[str, ...] = ()
    ip_names: tuple[IpAddress, ...] = ()
    has_san: bool = False
    common_name: str = ""
    is_ca: bool | None = None
    key_id: bytes | None = None
    issuer_key_id: bytes | None = None
    issuer_of_issuer: Name = ()
    aia: tuple[str, ...] = ()
    server_use: bool | None = None
    key_kind: str = ""
    key_bits: int = 0
    curve: str = ""
    signature_hash: str = ""
    parsed: x509.Certificate | None = field(default=None, repr=False, compare=False)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the DER in hex."""
        return sha256(self.der).hexdigest()

    @property
    def self_issued(self) -> bool:
        """Subject and issuer are the same name."""
        return self.subject == self.issuer

    def names(self) -> list[str]:
        """Every name and address it is made for."""
        return [*self.dns_names, *(str(ip) for ip in self.ip_names)]


def read_certificate(der: bytes) -> Certificate | None:
    """The certificate in `der`; None if it is none. Broken extensions count as absent."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _read(x509.load_der_x509_certificate(der), der)
        except _REFUSALS:
            return None


def _read(parsed: x509.Certificate, der: bytes) -> Certificate:
    extensions = _try(lambda: parsed.extensions, None)
    san = _extension(extensions, x509.SubjectAlternativeName)
    authority = _extension(extensions, x509.AuthorityKeyIdentifier)
    key_id = _extension(extensions, x509.SubjectKeyIdentifier)
    common_name = _attribute(parsed.subject, NameOID.COMMON_NAME)
    kind, bits, curve = _key(parsed)
    return Certificate(
        der=der,
        title=_title(parsed.subject),
        issuer_title=_title(parsed.issuer),
        subject=_name(parsed.subject),
        issuer=_name(parsed.issuer),
        not_before=_moment(lambda: parsed.not_valid_before_utc, datetime.min),
        not_after=_moment(lambda: parsed.not_valid_after_utc, datetime.max),
        dns_names=tuple(san.get_values_for_type(x509.DNSName)) if san else (),
        ip_names=_addresses(san),
        has_san=san is not None,
        common_name=common_name,
        is_ca=_is_ca(parsed, extensions),
        key_id=key_id.digest if key_id else None,
        issuer_key_id=authority.key_identifier if authority else None,
        issuer_of_issuer=_issuer_of_issuer(authority),
        aia=_issuer_addresses(extensions),
        server_use=_server_use(extensions),
        key_kind=kind,
        key_bits=bits,
        curve=curve,
        signature_hash=_signature_hash(parsed),
        parsed=parsed,
    )


def _try(action: Callable[[], T], default: Any) -> T | Any:
    try:
        return action()
    except (*_REFUSALS, x509.ExtensionNotFound, x509.DuplicateExtension):
        return default


def _extension(extensions: x509.Extensions | None, kind: type[Any]) -> Any:
    if extensions is None:
        return None
    return _try(lambda: extensions.get_extension_for_class(kind).value, None)


def _moment(action: Callable[[], datetime], default: datetime) -> datetime:
    value: datetime = _try(action, default.replace(tzinfo=UTC))
    return value


def _name(name: x509.Name) -> Name:
    """Comparable: types of strings, case and blanks do not count (RFC 5280, 7.1)."""
    return tuple(
        (item.oid.dotted_string, " ".join(str(item.value).split()).casefold()) for item in name
    )


def _attribute(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(oid)
    return str(found[-1].value) if found else ""


def _title(name: x509.Name) -> str:
    for oid in (
        NameOID.COMMON_NAME,
        NameOID.ORGANIZATIONAL_UNIT_NAME,
        NameOID.ORGANIZATION_NAME,
    ):
        if value := _attribute(name, oid):
            return value
    return str(_try(name.rfc4514_string, ""))


def _addresses(san: Any) -> tuple[IpAddress, ...]:
    found = san.get_values_for_type(x509.IPAddress) if san else ()
    return tuple(
        item for item in found if isinstance(item, ipaddress.IPv4Address | ipaddress.IPv6Address)
    )


def _is_ca(parsed: x509.Certificate, extensions: x509.Extensions | None) -> bool | None:
    constraints = _extension(extensions, x509.BasicConstraints)
    if constraints is not None:
        return bool(constraints.ca)
    # Version 1 certificates know no extensions: some old roots are such.
    return None if _try(lambda: parsed.version, None) == x509.Version.v1 else False


def _issuer_of_issuer(authority: Any) -> Name:
    for item in (authority.authority_cert_issuer or ()) if authority else ():
        if isinstance(item, x509.DirectoryName):
            return _name(item.value)
    return ()


def _issuer_addresses(extensions: x509.Extensions | None) -> tuple[str, ...]:
    access = _extension(extensions, x509.AuthorityInformationAccess)
    return tuple(
        str(item.access_location.value)
        for item in access or ()
        if item.access_method == AuthorityInformationAccessOID.CA_ISSUERS
    )


def _server_use(extensions: x509.Extensions | None) -> bool | None:
    uses = _extension(extensions, x509.ExtendedKeyUsage)
    if uses is None:
        return None
    allowed = (ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE)
    return any(use in allowed for use in uses)


def _signature_hash(parsed: x509.Certificate) -> str:
    known = _HASH_OIDS.get(parsed.signature_algorithm_oid.dotted_string)
    if known:
        return known
    found = _try(lambda: parsed.signature_hash_algorithm, None)
    name = found.name if found is not None else ""
    return {"sha1": "SHA-1", "md5": "MD5"}.get(name, name.upper().replace("SHA", "SHA-"))


def _key(parsed: x509.Certificate) -> tuple[str, int, str]:
    """(kind, bits, curve); bits 0 where the key is of a kind that cannot be read."""
    kind = _KEY_OIDS.get(_try(lambda: parsed.public_key_algorithm_oid.dotted_string, ""), "")
    key = _try(parsed.public_key, None)
    if isinstance(key, rsa.RSAPublicKey):
        return "RSA", key.key_size, ""
    if isinstance(key, dsa.DSAPublicKey):
        return "DSA", key.key_size, ""
    if isinstance(key, ec.EllipticCurvePublicKey):
        return "EC", key.curve.key_size, key.curve.name
    if isinstance(key, ed25519.Ed25519PublicKey):
        return "Ed25519", 256, ""
    if isinstance(key, ed448.Ed448PublicKey):
        return "Ed448", 456, ""
    return kind, 0, ""


def signed_by(certificate: Certificate, issuer: Certificate) -> bool | None:
    """Did `issuer` sign it? None where the signature cannot be computed here (MD5, SM2)."""
    if certificate.parsed is None or issuer.parsed is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            certificate.parsed.verify_directly_issued_by(issuer.parsed)
        except InvalidSignature:
            return False
        except _REFUSALS:
            return None
    return True


def fits(certificate: Certificate, issuer: Certificate) -> bool:
    """By name and key identifier, `issuer` can be the issuer."""
    if certificate.issuer != issuer.subject:
        return False
    wanted, own = certificate.issuer_key_id, issuer.key_id
    return wanted is None or own is None or wanted == own
