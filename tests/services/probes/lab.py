"""A small PKI and small servers on 127.0.0.1, for the tests of the web checks."""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import socket
import ssl
import subprocess
import threading
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)
DAY = dt.timedelta(days=1)
NAME = "oa.example.test"
_OTHER_USES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
    *("key_agreement", "encipher_only", "decipher_only"),
)


def new_key(kind: str = "ec") -> Any:
    """ec, ec192, rsa1024, rsa2048, ed25519."""
    if kind == "ed25519":
        return ed25519.Ed25519PrivateKey.generate()
    if kind.startswith("rsa"):
        return rsa.generate_private_key(public_exponent=65537, key_size=int(kind[3:]))
    return ec.generate_private_key(ec.SECP192R1() if kind == "ec192" else ec.SECP256R1())


@dataclass(frozen=True)
class Made:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: Any

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    @property
    def key_pem(self) -> str:
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode()


def name(common: str, organisation: str = "") -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, common)]
    if organisation:
        parts.insert(0, x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name(parts)


def make(
    common: str,
    issuer: Made | None = None,
    *,
    ca: bool = False,
    dns: Sequence[str] | None = (NAME,),
    ips: Sequence[str] = (),
    start: dt.datetime = NOW - 30 * DAY,
    end: dt.datetime = NOW + 300 * DAY,
    key: str | Any = "ec",
    aia: str = "",
    uses: Sequence[x509.ObjectIdentifier] | None = (ExtendedKeyUsageOID.SERVER_AUTH,),
    organisation: str = "",
    key_ids: bool = True,
    path_length: int | None = None,
) -> Made:
    """A certificate; without an issuer it signs itself. `dns` None: no SAN at all."""
    own = new_key(key) if isinstance(key, str) else key
    signer = issuer.key if issuer else own
    subject = name(common, organisation)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca, path_length), critical=True)
    )
    extensions = _extensions(ca, dns, ips, aia, uses)
    if key_ids:
        extensions.append(x509.SubjectKeyIdentifier.from_public_key(own.public_key()))
        authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
        extensions.append(authority)
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    digest = None if isinstance(signer, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return Made(builder.sign(signer, digest), own)


def _extensions(
    ca: bool,
    dns: Sequence[str] | None,
    ips: Sequence[str],
    aia: str,
    uses: Sequence[x509.ObjectIdentifier] | None,
) -> list[Any]:
    found: list[Any] = []
    if not ca and dns is not None:
        general: list[x509.GeneralName] = [x509.DNSName(item) for item in dns]
        general += [x509.IPAddress(ipaddress.ip_address(item)) for item in ips]
        found.append(x509.SubjectAlternativeName(general))
    if not ca and uses is not None:
        found.append(x509.ExtendedKeyUsage(uses))
    if ca:
        flags = dict.fromkeys(_OTHER_USES, False)
        found.append(x509.KeyUsage(key_cert_sign=True, crl_sign=True, **flags))
    if aia:
        address = x509.UniformResourceIdentifier(aia)
        access = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, address)
        found.append(x509.AuthorityInformationAccess([access]))
    return found


def with_old_hash(leaf: Made, issuer: Made, folder: Path, digest: str = "sha1") -> Made:
    """The same names and key, signed with SHA-1 (which cryptography refuses to do)."""
    request = (
        x509.CertificateSigningRequestBuilder()
        .subject_name(leaf.certificate.subject)
        .sign(leaf.key, hashes.SHA256())
    )
    (folder / "r.csr").write_bytes(request.public_bytes(serialization.Encoding.PEM))
    (folder / "i.pem").write_text(issuer.pem)
    (folder / "i.key").write_text(issuer.key_pem)
    (folder / "x.cnf").write_text(
        f"subjectAltName=DNS:{NAME}\nbasicConstraints=critical,CA:FALSE\n"
        "authorityKeyIdentifier=keyid\n"
    )
    command = ["openssl", "x509", "-req", f"-{digest}", "-days", "200", "-in", "r.csr"]
    command += ["-CA", "i.pem", "-CAkey", "i.key", "-extfile", "x.cnf", "-set_serial", "77"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True)
    return Made(x509.load_pem_x509_certificate(done.stdout.encode()), leaf.key)


Reply = bytes | Iterable[bytes]
Responder = Callable[[str, dict[str, str]], Reply]


class Server:
    """Answers each connection with what `respond(path, headers)` gives; counts requests.

    `context` None: plain. `raw` takes the bare socket instead.
    """

    def __init__(
        self,
        respond: Responder | None = None,
        context: ssl.SSLContext | None = None,
        raw: Callable[[socket.socket], None] | None = None,
    ) -> None:
        self._respond, self._context, self._raw = respond, context, raw
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port: int = self._listener.getsockname()[1]
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    def close(self) -> None:
        self.closing.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        while not self.closing.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(sock,), daemon=True).start()

    def _one(self, sock: socket.socket) -> None:
        sock.settimeout(20)
        try:
            with sock, contextlib.suppress(OSError, ValueError):
                if self._raw:
                    self._raw(sock)
                elif self._context:
                    with self._context.wrap_socket(sock, server_side=True) as secure:
                        self._answer(secure)
                else:
                    self._answer(sock)
        except OSError:
            pass

    def _answer(self, sock: socket.socket) -> None:
        data = b""
        while b"\r\n\r\n" not in data:
            piece = sock.recv(4096)
            if not piece:
                return
            data += piece
        first, *lines = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        headers = {key.lower(): value for key, _, value in (ln.partition(": ") for ln in lines)}
        path = first.split(" ")[1]
        self.requests.append((path, headers))
        reply = self._respond(path, headers) if self._respond else answer()
        for piece in [reply] if isinstance(reply, bytes) else reply:
            if self.closing.is_set():
                return
            sock.sendall(piece)


def answer(
    body: bytes
    | str = b"<!doctype html><html><head><title>OA</title></head><body>ok</body></html>",
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    **headers: str,
) -> bytes:
    """One HTTP answer; underscores in header names become hyphens."""
    body = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    lines += [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("utf-8") + body


def to(location: str, status: str = "301 Moved Permanently", **headers: str) -> bytes:
    """A redirect."""
    return answer(b"", status, Location=location, **headers)


HSTS = {"Strict_Transport_Security": "max-age=31536000"}


def server_context(
    leaf: Made,
    others: Sequence[Made],
    folder: Path,
    low: ssl.TLSVersion = ssl.TLSVersion.TLSv1_2,
    high: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3,
) -> ssl.SSLContext:
    """A server's context that sends `leaf` and then `others`, in this order."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version, context.maximum_version = low, high
    # The key may have served other certificates of the lab: each server has its own file.
    file = folder / f"{leaf.certificate.serial_number:x}-{len(others)}-{low}-{high}.pem"
    file.write_text(leaf.key_pem + leaf.pem + "".join(other.pem for other in others))
    context.load_cert_chain(file)
    return context
