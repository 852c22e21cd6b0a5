"""What a person typed or pasted where a domain was wanted: its host, and every fault of form.

Reading never refuses: whatever is wrong is noted, and the host goes on into the later steps.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field

from qt_app.core.checks import labels
from qt_app.core.checks.masking import show
from qt_app.core.checks.model import Note
from qt_app.core.checks.outcomes import Domain

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# More than any address bar takes; what lies behind cannot be part of a host.
_LIMIT = 8_192
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3002: ord("."),
    0xFF61: ord("."),
    0x3000: ord(" "),
}
_BLANK = " \t\r\n\f\v\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ud800-\udfff"
)
_OUTER = re.compile(f"^[{_BLANK}{_INVISIBLE}]+|[{_BLANK}{_INVISIBLE}]+$")
_BLANKS = re.compile(f"[{_BLANK}]+")
_NEWLINE = re.compile("[\r\n\f\v\x85\u2028\u2029]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_QUOTES = "\"'`“”‘’"
_PAIRS = frozenset({"<>", "()", "《》", "〈〉", "「」", "『』", "【】", "（）"})
_SEPARATOR = re.compile(f"[{_BLANK},;|、]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]{0,30})?:(/{1,100})")
_BARE_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]{0,30}):(?!/)")
_PORT = re.compile(r"[0-9]{0,10}(?=$|[/?#])")
_WECHAT_FILE = re.compile(r"(?i)(?:MP|WW)_verify_")
_WEB = frozenset({"http", "https", "ws", "wss", "ftp"})
_HOSTLESS = frozenset(
    {"javascript", "data", "mailto", "tel", "sms", "about", "blob", "file", "vbscript"}
    | {"view-source", "urn", "magnet"}
)


@dataclass(frozen=True, slots=True)
class Host:
    """A host name: `text` in Unicode, lower case, no final dot; `ascii` its xn-- form or None."""

    text: str
    ascii: str | None = None
    ip: IpAddress | None = None

    @property
    def labels(self) -> list[str]:
        """The labels of `text`, left to right; an address is one label."""
        return [self.text] if self.ip else self.text.split(".")


@dataclass(slots=True)
class Typed:
    """What was read; `host` is None where nothing of a host is left."""

    host: Host | None = None
    notes: list[Note] = field(default_factory=list)
    scheme: str | None = None
    port: str | None = None
    rest: str = ""
    full_width: bool = False

    def note(self, outcome: Domain, **args: str) -> None:
        """Keep one fault; the same kind counts once."""
        if all(note.outcome != outcome.value for note in self.notes):
            self.notes.append(outcome.note(**{key: show(args[key], 80) for key in args}))


def read_host(raw: str) -> Typed:
    """Take a typed domain, address or link apart. Never raises; linear in `raw`."""
    typed = Typed()
    text = _unwrap(raw[:_LIMIT], typed)
    if not text:
        typed.note(Domain.EMPTY)
        return typed
    text = _one_name(text, typed)
    text = _scheme(text, typed)
    if text:
        _authority(text, typed)
    if len(raw) > _LIMIT:
        typed.note(Domain.NAME_LONG, length=str(len(raw)))
    return typed


def _unwrap(raw: str, typed: Typed) -> str:
    text = _OUTER.sub("", raw)
    if text and text != raw:
        typed.note(Domain.OUTER_BLANK)
    inner = text.strip(_QUOTES)
    if inner[:1] + inner[-1:] in _PAIRS:
        inner = inner[1:-1]
    if inner and inner != text:
        typed.note(Domain.QUOTED)
        text = _OUTER.sub("", inner)
    folded = text.translate(_FOLD)
    if folded != text:
        typed.full_width = True
        typed.note(Domain.FULL_WIDTH)
    seen = _UNSEEN.sub("", folded)
    if seen != folded:
        typed.note(Domain.INVISIBLE, code=show(_UNSEEN.findall(folded)[0][0]))
    return _OUTER.sub("", seen).replace("\\", "/")


def _one_name(text: str, typed: Typed) -> str:
    """The first of several names, with blanks inside taken out."""
    pieces = [piece for piece in _SEPARATOR.split(text) if piece]
    names = [piece for piece in pieces if _is_name(piece)]
    blank = _BLANKS.search(text)
    listed = blank is not None or "/" not in text
    if len(names) > 1 and listed:
        typed.note(Domain.TWO_NAMES, first=_bare(names[0]), second=_bare(names[1]))
        return names[0]
    if not blank:
        return text
    typed.note(Domain.NEWLINE if _NEWLINE.search(text) else Domain.BLANK)
    joined = _BLANKS.sub("", text)
    return joined if joined.isascii() or not names else names[0]


def _is_name(piece: str) -> bool:
    host = re.split(r"[/?#]", re.sub(r"^[A-Za-z+-]{1,20}:/{1,3}", "", piece, count=1))[0]
    host = host.rsplit("@", 1)[-1].split(":", 1)[0].strip(".")
    return "." in host


def _bare(piece: str) -> str:
    """A name fit to be shown: no user, no path."""
    host = re.split(r"[/?#]", re.sub(r"^[A-Za-z+-]{1,20}:/{1,3}", "", piece, count=1))[0]
    return host.rsplit("@", 1)[-1]


def _scheme(text: str, typed: Typed) -> str:
    """`text` without what stands before the host; "" if there is no host behind it."""
    for _ in range(3):
        if text.startswith("//"):
            typed.note(Domain.NO_SCHEME)
            text = text.lstrip("/")
        match = _SCHEME.match(text)
        bare = None if match else _BARE_SCHEME.match(text)
        if match:
            text = _with_slashes(text, match, typed)
        elif bare and bare[1].lower() in _HOSTLESS:
            typed.note(Domain.NO_HOST, scheme=bare[1].lower())
            return ""
        elif bare and bare[1].lower() in _WEB and not _PORT.match(text, bare.end()):
            typed.scheme = bare[1].lower()
            typed.note(Domain.BROKEN_SCHEME, found=bare[0])
            text = text[bare.end() :]
        else:
            return text
    return text


def _with_slashes(text: str, match: re.Match[str], typed: Typed) -> str:
    name = (match[1] or "").lower()
    typed.scheme = typed.scheme or name or None
    if name in _HOSTLESS:
        typed.note(Domain.NO_HOST, scheme=name)
        return ""
    if len(match[2]) == 2 and name:
        typed.note(Domain.SCHEME, scheme=f"{name}://")
    else:
        typed.note(Domain.BROKEN_SCHEME, found=match[0])
    return text[match.end() :]


def _authority(text: str, typed: Typed) -> None:
    end = next((i for i, char in enumerate(text) if char in "/?#"), len(text))
    at = text.rfind("@", 0, end)
    colon = text.find(":", 0, end)
    if at < 0 and colon >= 0 and not _PORT.match(text, colon + 1):
        # A password may hold a slash: the user part then ends behind what looks like the host.
        at = text.rfind("@", end)
    if at >= 0:
        typed.note(Domain.USER_INFO)
        text = text[at + 1 :]
        end = next((i for i, char in enumerate(text) if char in "/?#"), len(text))
    typed.rest = text[end:]
    if typed.rest:
        typed.note(Domain.PATH)
    if _WECHAT_FILE.search(typed.rest):
        typed.note(Domain.WECHAT_FILE)
    _name(_without_port(text[:end], typed), typed)


def _without_port(text: str, typed: Typed) -> str:
    if text.startswith("["):
        inside, _, behind = text[1:].partition("]")
        typed.note(Domain.BRACKETS)
        if behind:
            _port(behind.lstrip(":"), typed)
        return inside
    if text.count(":") >= 2 and _ip(text):
        return text
    name, colon, port = text.partition(":")
    if colon:
        _port(port, typed)
    return name


def _port(port: str, typed: Typed) -> None:
    typed.port = port
    typed.note(Domain.PORT, port=port if port.isdigit() else "")


def _name(text: str, typed: Typed) -> None:
    """Judge the bare host and keep it."""
    text = _clean(text, typed)
    if not text:
        typed.note(Domain.EMPTY)
        return
    address = _ip(text)
    if address is None and labels.ends_in_number(text):
        address = labels.odd_ipv4(text)
        typed.note(Domain.ODD_IP if address else Domain.BAD_IP, found=text, ip=str(address))
    if address is not None:
        typed.host = Host(str(address), None, address)
        return
    typed.host = _judge(text, typed)


def _clean(text: str, typed: Typed) -> str:
    if text.endswith(".") and not text.endswith(".."):
        typed.note(Domain.FINAL_DOT)
        text = text[:-1]
    if "*" in text:
        typed.note(Domain.WILDCARD)
        text = text.replace("*", "").lstrip(".")
    if text != text.strip(".") or ".." in text:
        typed.note(Domain.EMPTY_LABEL)
        text = ".".join(label for label in text.split(".") if label)
    return text


def _judge(text: str, typed: Typed) -> Host:
    lowered = text.lower()
    if lowered != text:
        typed.note(Domain.CASE)
    unicode_form, ascii_form, problems = labels.to_forms(lowered)
    for outcome, found in problems:
        typed.note(outcome, found=found)
    measured = ascii_form or unicode_form
    if len(measured) > labels.NAME_LIMIT:
        typed.note(Domain.NAME_LONG, length=str(len(measured)))
    return Host(unicode_form, ascii_form)


def _ip(text: str) -> IpAddress | None:
    try:
        return ipaddress.ip_address(text.split("%", 1)[0] if ":" in text else text)
    except ValueError:
        return None
