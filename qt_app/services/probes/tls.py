"""TLS handshakes: the sent chain with verification off, each version, the system's verdict."""

from __future__ import annotations

import contextlib
import socket
import ssl
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import truststore

from qt_app.core.checks.web.https import Handshake
from qt_app.services.probes.network import Clock, Network, Stop, trouble_of

VERSIONS = {
    "TLS 1.0": ssl.TLSVersion.TLSv1,
    "TLS 1.1": ssl.TLSVersion.TLSv1_1,
    "TLS 1.2": ssl.TLSVersion.TLSv1_2,
    "TLS 1.3": ssl.TLSVersion.TLSv1_3,
}
_CIPHERS = "ALL:COMPLEMENTOFALL:@SECLEVEL=0"
_LEGACY_SERVERS = 0x4  # SSL_OP_LEGACY_SERVER_CONNECT: no secure renegotiation
_NAMES = {"TLSv1": "TLS 1.0", "TLSv1.1": "TLS 1.1", "TLSv1.2": "TLS 1.2", "TLSv1.3": "TLS 1.3"}
_NOT_TLS = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "UNKNOWN_PROTOCOL")
_NOT_TLS_TOO = ("RECORD_LAYER_FAILURE", "BAD_RECORD_TYPE", "UNEXPECTED_MESSAGE", "INVALID_CCS")
# What a web server with TLS answers when it is spoken to without.
_TLS_AFTER_ALL = (b"plain HTTP request was sent to HTTPS", b"speaking plain HTTP to an SSL")
_SHORT = 4.0


@dataclass(frozen=True, slots=True)
class Where:
    """An address to connect to and the name to ask for there ("" for an IP)."""

    address: str
    port: int
    name: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A handshake with what the server sent; `leaf_only` where Python cannot give the rest."""

    handshake: Handshake
    chain: tuple[bytes, ...] = ()
    leaf_only: bool = False


@contextlib.contextmanager
def connection(
    network: Network, where: Where, clock: Clock, stop: Stop, most: float | None = None
) -> Iterator[socket.socket]:
    """A TCP connection that `stop` can shut; OSError as the system raises it."""
    stop.check()
    sock = network.connect((where.address, where.port), clock.limit(most))
    try:
        stop.watch(sock)
        sock.settimeout(clock.limit(most))
        yield sock
    finally:
        stop.forget(sock)
        sock.close()


def open_context(version: ssl.TLSVersion | None = None) -> ssl.SSLContext:
    """A context that takes anything: no verification, old versions, weak keys."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with warnings.catch_warnings():
        # Old versions are deprecated; here they are looked for on purpose.
        warnings.simplefilter("ignore", DeprecationWarning)
        _loosen(context, version)
    return context


def _loosen(context: ssl.SSLContext, version: ssl.TLSVersion | None) -> None:
    with contextlib.suppress(ssl.SSLError):
        context.set_ciphers(_CIPHERS)
    context.options |= _LEGACY_SERVERS
    with contextlib.suppress(ValueError, ssl.SSLError):
        context.minimum_version = version or ssl.TLSVersion.TLSv1
        if version is not None:
            context.maximum_version = version


@contextlib.contextmanager
def encrypted(sock: socket.socket, context: Any, name: str, stop: Stop) -> Iterator[ssl.SSLSocket]:
    """`sock` after the handshake."""
    secure = context.wrap_socket(
        sock, server_hostname=name or None, do_handshake_on_connect=False, suppress_ragged_eofs=True
    )
    try:
        stop.watch(secure)
        secure.do_handshake()
        yield secure
    finally:
        stop.forget(secure)
        secure.close()


def take_chain(network: Network, where: Where, clock: Clock, stop: Stop) -> Sent:
    """The handshake with everything allowed; again without the name if the name is refused."""
    first = _attempt(network, where, clock, stop)
    if first.handshake.version or first.handshake.trouble == "timeout":
        return _asked_plainly(first, network, where, clock, stop)
    if first.handshake.trouble in ("unknown_name", "reset") and where.name:
        bare = Where(where.address, where.port, "")
        second = _attempt(network, bare, clock, stop, without_name=True)
        if second.handshake.version:
            return second
    return _asked_plainly(first, network, where, clock, stop)


def _attempt(
    network: Network, where: Where, clock: Clock, stop: Stop, *, without_name: bool = False
) -> Sent:
    try:
        with connection(network, where, clock, stop) as sock:
            return _greet(sock, where.name, stop, without_name)
    except (OSError, ValueError) as error:
        stop.check()
        return Sent(Handshake(trouble=_trouble(error), message=_message(error)))


def _greet(sock: socket.socket, name: str, stop: Stop, without_name: bool) -> Sent:
    chain: tuple[bytes, ...] = ()
    secure = open_context().wrap_socket(
        sock, server_hostname=name or None, do_handshake_on_connect=False
    )
    try:
        stop.watch(secure)
        secure.do_handshake()
        chain, leaf_only = sent_chain(secure)
        cipher = (secure.cipher() or ("",))[0]
        version = _NAMES.get(secure.version() or "", secure.version() or "TLS")
        return Sent(Handshake(version, cipher, without_name=without_name), chain, leaf_only)
    except ssl.SSLError as error:
        # A certificate came and yet no session: it is the visitor's own that is missing.
        chain, leaf_only = sent_chain(secure)
        trouble = _trouble(error)
        if chain and trouble == "no_common":
            trouble = "client_cert"
        return Sent(Handshake(trouble=trouble, message=_message(error)), chain, leaf_only)
    finally:
        stop.forget(secure)
        secure.close()


def sent_chain(secure: ssl.SSLSocket) -> tuple[tuple[bytes, ...], bool]:
    """(DER certificates in the order sent, True if Python gives only the first)."""
    public = getattr(secure, "get_unverified_chain", None)
    try:
        if public is not None:
            return tuple(public()), False
        # Public from Python 3.13 on; the same function is there before, one level down.
        raw = secure._sslobj.get_unverified_chain()  # type: ignore[attr-defined]
        return tuple(ssl.PEM_cert_to_DER_cert(item.public_bytes()) for item in raw or ()), False
    except (AttributeError, TypeError, ValueError):
        return _leaf(secure), True


def _leaf(secure: ssl.SSLSocket) -> tuple[bytes, ...]:
    try:
        found = secure.getpeercert(binary_form=True)
    except ValueError:
        return ()
    return (found,) if found else ()


def _message(error: BaseException) -> str:
    return str(getattr(error, "reason", None) or error)


def _trouble(error: BaseException) -> str:
    if not isinstance(error, ssl.SSLError):
        return "timeout" if trouble_of(error) == "timeout" else "reset"
    reason = (getattr(error, "reason", None) or "").upper()
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return "reset"
    if "UNRECOGNIZED_NAME" in reason:
        return "unknown_name"
    if "CERTIFICATE_REQUIRED" in reason or "BAD_CERTIFICATE" in reason:
        return "client_cert"
    if any(word in reason for word in (*_NOT_TLS, *_NOT_TLS_TOO)):
        return "not_tls"
    return "reset" if "EOF" in reason else "no_common"


def _asked_plainly(sent: Sent, network: Network, where: Where, clock: Clock, stop: Stop) -> Sent:
    """Where the answer was no TLS: what does the port speak? Silence stays what it was."""
    if sent.handshake.trouble not in ("not_tls", "reset", "timeout"):
        return sent
    greeting = _plain_answer(network, where, clock, stop)
    speaks = _protocol(greeting)
    if not speaks and sent.handshake.trouble != "not_tls":
        return sent
    found = Handshake(trouble="not_tls", speaks=speaks, message=sent.handshake.message)
    return Sent(found)


def _plain_answer(network: Network, where: Where, clock: Clock, stop: Stop) -> bytes:
    name = where.name or where.address
    try:
        with connection(network, where, clock, stop, _SHORT) as sock:
            sock.sendall(f"HEAD / HTTP/1.0\r\nHost: {name}\r\n\r\n".encode("ascii", "replace"))
            return sock.recv(2000)
    except OSError:
        stop.check()
        return b""


def _protocol(greeting: bytes) -> str:
    if any(words in greeting for words in _TLS_AFTER_ALL):
        return ""
    if greeting.startswith(b"HTTP/") or greeting.lstrip()[:9].lower().startswith(b"<!doctype"):
        return "http"
    for start, name in ((b"SSH-", "ssh"), (b"220", "smtp/ftp"), (b"+OK", "pop3")):
        if greeting.startswith(start):
            return name
    return ""


def offered_versions(
    network: Network, where: Where, clock: Clock, stop: Stop, known: str
) -> dict[str, str]:
    """Each version by itself: yes, no, cannot_test (this OpenSSL cannot), unknown."""
    found: dict[str, str] = {}
    for label, version in VERSIONS.items():
        if label == known:
            found[label] = "yes"
        elif not can_offer(version):
            found[label] = "cannot_test"
        else:
            found[label] = _offered(network, where, clock, stop, version)
    return found


def can_offer(version: ssl.TLSVersion) -> bool:
    """Can the local OpenSSL say hello in this version at all?"""
    context = open_context(version)
    if context.maximum_version != version or context.minimum_version != version:
        return False
    try:
        context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO()).do_handshake()
    except ssl.SSLWantReadError:
        return True
    except (ssl.SSLError, ValueError):
        return False
    return False


def _offered(
    network: Network, where: Where, clock: Clock, stop: Stop, version: ssl.TLSVersion
) -> str:
    try:
        with (
            connection(network, where, clock, stop, _SHORT) as sock,
            encrypted(sock, open_context(version), where.name, stop),
        ):
            return "yes"
    except TimeoutError:
        return "unknown"
    except ssl.SSLError as error:
        stop.check()
        return "yes" if "CERTIFICATE_REQUIRED" in (error.reason or "") else "no"
    except (OSError, ValueError):
        stop.check()
        return "no"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the system says of the chain; `trusts` None where it could not be asked."""

    trusts: bool | None = None
    code: int | None = None
    message: str = ""


def system_verdict(
    network: Network, where: Where, clock: Clock, stop: Stop, ca_pem: str | None
) -> Verdict:
    """The system's own check, host name left out: only the chain is asked about."""
    try:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        _prepare(context, ca_pem)
        with (
            connection(network, where, clock, stop, _SHORT) as sock,
            encrypted(sock, context, where.name, stop),
        ):
            return Verdict(True)
    except ssl.SSLCertVerificationError as error:
        code = getattr(error, "verify_code", None)
        return Verdict(False, code, str(getattr(error, "verify_message", "") or error))
    except (OSError, ValueError, NotImplementedError):
        stop.check()
        return Verdict()


def _prepare(context: Any, ca_pem: str | None) -> None:
    if ca_pem:
        context.load_verify_locations(cadata=ca_pem)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        with contextlib.suppress(ssl.SSLError, ValueError, AttributeError):
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.options |= _LEGACY_SERVERS
