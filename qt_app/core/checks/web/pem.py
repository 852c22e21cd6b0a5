"""Certificates out of whatever was pasted: PEM, `openssl s_client -showcerts`, quotes, DER."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs7

from qt_app.core.checks.web.certificates import Certificate, read_certificate

LIMIT = 4_000_000
_COUNT_LIMIT = 200
_BEGIN = re.compile(
    r"-{2,8} ?BEGIN (TRUSTED |X509 )?CERTIFICATE ?-{2,8}|-{2,8} ?BEGIN (PKCS ?#?7|CMS) ?-{2,8}"
)
_END = re.compile(r"-{2,8} ?END ")
_PRIVATE = re.compile(r"BEGIN ([A-Z0-9]+ ){0,3}PRIVATE KEY")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_HEADER_LINE = re.compile(r"^[A-Za-z0-9-]{1,40}: .*$", re.MULTILINE)
# "> " before each line of a mail, "| " of a chat, line numbers of a terminal.
_QUOTE = re.compile(r"^[ \t]*(?:[>|»][ \t>|»]*)+", re.MULTILINE)
_CHAIN_ROW = re.compile(r"^[ \t>|]*([0-9]{1,2}) s:", re.MULTILINE)
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "－": "-", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Pasted:
    """`certificates` in order, each once; `broken` blocks could not be read.

    `listed` is how many a pasted `s_client` says the server sent, 0 if it is none.
    """

    certificates: tuple[Certificate, ...] = ()
    broken: int = 0
    listed: int = 0
    private_key: bool = False


def read_pasted(data: bytes) -> Pasted:
    """Every certificate in `data`. Never raises, keeps no private key; linear."""
    data = data[:LIMIT]
    if data[:1] == b"\x30":
        single = read_certificate(data)
        bag = [single] if single is not None else _bag(data)
        if bag:
            return Pasted(tuple(bag))
    text = _QUOTE.sub("", _decode(data).translate(_DASHES).replace("\\n", "\n"))
    found: list[Certificate] = []
    broken = 0
    for block in _blocks(text):
        certificate = read_certificate(block) if block else None
        several = [certificate] if certificate is not None else _bag(block)
        broken += not several
        found += several
    if not found and not broken:
        bare = _decoded(text)
        single = read_certificate(bare) if bare else None
        found += [single] if single else []
    listed = max((int(match[1]) + 1 for match in _CHAIN_ROW.finditer(text)), default=0)
    return Pasted(tuple(dict.fromkeys(found)), broken, listed, bool(_PRIVATE.search(text)))


def _bag(block: bytes) -> list[Certificate]:
    """The certificates in a PKCS #7 bag, as Windows exports them."""
    if not block:
        return []
    try:
        bag = pkcs7.load_der_pkcs7_certificates(block)
        encoded = [item.public_bytes(serialization.Encoding.DER) for item in bag]
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return []
    return [c for der in encoded[:_COUNT_LIMIT] if (c := read_certificate(der)) is not None]


def _decode(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def _blocks(text: str) -> list[bytes]:
    """The bytes of each block; b"" where they cannot be decoded."""
    blocks: list[bytes] = []
    begins = list(_BEGIN.finditer(text))[:_COUNT_LIMIT]
    for index, begin in enumerate(begins):
        until = begins[index + 1].start() if index + 1 < len(begins) else len(text)
        end = _END.search(text, begin.end(), until)
        blocks.append(_decoded(text[begin.end() : end.start() if end else until]))
    return blocks


def _decoded(body: str) -> bytes:
    plain = _NOT_BASE64.sub("", _HEADER_LINE.sub("", body))
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return b""
