"""What was typed where a web address is wanted: host, port, path, and each fault of form."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from qt_app.core.checks.hosts import Typed, read_host
from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import Note
from qt_app.core.checks.outcomes import Domain
from qt_app.core.checks.web.outcomes import Https

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
HTTPS_PORT, HTTP_PORT = 443, 80
_SAFE = "/?:@!$&'()*+,;=-._~%[]"

_FAULTS: dict[str, Https] = {
    Domain.EMPTY.value: Https.EMPTY,
    Domain.NO_HOST.value: Https.OTHER_SCHEME,
    Domain.NO_SCHEME.value: Https.NO_SCHEME,
    Domain.BLANK.value: Https.BLANK,
    Domain.OUTER_BLANK.value: Https.BLANK,
    Domain.NEWLINE.value: Https.BLANK,
    Domain.INVISIBLE.value: Https.BLANK,
    Domain.FULL_WIDTH.value: Https.FULL_WIDTH,
    Domain.USER_INFO.value: Https.USER_INFO,
    Domain.ODD_IP.value: Https.ODD_IP,
    Domain.BROKEN_SCHEME.value: Https.NO_SCHEME,
    Domain.TWO_NAMES.value: Https.TWO_NAMES,
    Domain.WILDCARD.value: Https.BAD_HOST,
    Domain.EMPTY_LABEL.value: Https.BAD_HOST,
    Domain.HYPHEN.value: Https.BAD_HOST,
    Domain.LABEL_LONG.value: Https.BAD_HOST,
    Domain.NAME_LONG.value: Https.BAD_HOST,
    Domain.BAD_CHARACTER.value: Https.BAD_HOST,
    Domain.BAD_IDN.value: Https.BAD_HOST,
    Domain.BAD_IP.value: Https.BAD_HOST,
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where to go. `host` is the xn-- form or the IP as text, "" if there is none to go to."""

    host: str
    shown: str
    port: int = HTTPS_PORT
    http_port: int = HTTP_PORT
    path: str = "/"
    ip: IpAddress | None = None
    notes: tuple[Note, ...] = ()

    @property
    def usable(self) -> bool:
        """No fault that forbids the connection."""
        return bool(self.host) and all(note.status != "fail" for note in self.notes)

    def address(self, scheme: str = "https") -> str:
        """The address as a browser would write it."""
        port = self.port if scheme == "https" else self.http_port
        usual = port == (HTTPS_PORT if scheme == "https" else HTTP_PORT)
        return f"{scheme}://{self.authority}{'' if usual else f':{port}'}{self.path}"

    @property
    def authority(self) -> str:
        """The host as it stands in an address: IPv6 in brackets."""
        return f"[{self.host}]" if ":" in self.host else self.host


def read_target(raw: str) -> Target:
    """Take a typed address apart. Never raises; the scheme does not matter but is noted."""
    typed = read_host(raw)
    notes = _notes(typed)
    scheme = typed.scheme
    if scheme not in (None, "http", "https", "ws", "wss"):
        notes.append(Https.OTHER_SCHEME.note(scheme=show(scheme or "", 20)))
    elif scheme == "http":
        notes.append(Https.HTTP_GIVEN.note())
    elif scheme is None and typed.host is not None:
        notes.append(Https.NO_SCHEME.note())
    port = _port(typed, notes)
    host = typed.host
    name = (host.ascii or "") if host and not host.ip else str(host.ip) if host else ""
    if host and (not name or _is_made_up(raw, host.text)):
        notes.append(Https.BAD_HOST.note(found=show(mask_address(raw.strip()), 80)))
    plain = scheme == "http"
    return Target(
        host=name,
        shown=show(host.text, 120) if host else show(mask_address(raw.strip()), 80),
        port=HTTPS_PORT if port is None or plain else port,
        http_port=port if port is not None and plain else HTTP_PORT,
        path=_path(typed.rest),
        ip=host.ip if host else None,
        notes=tuple(_once(notes)),
    )


def _is_made_up(raw: str, host: str) -> bool:
    """Words run together to a name that nobody typed: nobody meant to connect there."""
    return "." not in host and bool(re.search(r"\s", raw.strip())) and host not in raw.lower()


def _notes(typed: Typed) -> list[Note]:
    args = {"host": show(typed.host.text, 80) if typed.host else ""}
    found: list[Note] = []
    for note in typed.notes:
        outcome = _FAULTS.get(note.outcome)
        if outcome is not None:
            values = {"found": args["host"], "scheme": "", "ip": ""} | args | dict(note.args)
            found.append(outcome.note(**values))
    return found


def _once(notes: Sequence[Note]) -> list[Note]:
    return list({note.outcome: note for note in reversed(notes)}.values())[::-1]


def _port(typed: Typed, notes: list[Note]) -> int | None:
    if not typed.port:
        return None
    number = int(typed.port) if re.fullmatch(r"[0-9]{1,6}", typed.port) else 0
    if 0 < number < 65_536:
        return number
    notes.append(Https.BAD_PORT.note(port=show(typed.port, 20)))
    return None


def _path(rest: str) -> str:
    """Path and query as sent: no fragment, what is not ASCII percent-encoded."""
    text = rest.split("#", 1)[0]
    if not text.startswith("/"):
        text = f"/{text}"
    return quote(text.encode("utf-8", "replace"), safe=_SAFE)


_INNER_4 = tuple(
    ipaddress.IPv4Network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
)
_INNER_6 = (ipaddress.IPv6Network("fc00::/7"),)


def address_kind(ip: IpAddress) -> str:
    """public | private | loopback | link_local | unspecified | reserved (for examples, tests)."""
    mapped = getattr(ip, "ipv4_mapped", None)
    ip = mapped or ip
    if ip.is_loopback:
        return "loopback"
    if ip.is_unspecified:
        return "unspecified"
    if ip.is_link_local:
        return "link_local"
    if ip.is_global:
        return "public"
    inner = _INNER_4 if isinstance(ip, ipaddress.IPv4Address) else _INNER_6
    return "private" if any(ip in network for network in inner) else "reserved"


def is_private(addresses: Sequence[IpAddress]) -> bool:
    """Is any of the addresses not reachable from the whole internet?"""
    return any(address_kind(ip) != "public" for ip in addresses)
