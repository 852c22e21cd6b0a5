"""`check token`: an access_token read locally. Nothing of the token itself leaves this module."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import unquote

from qt_app.core.checks.masking import show
from qt_app.core.checks.model import CheckResult, Note, Step
from qt_app.core.checks.outcomes import Token

LIMIT = 200_000
LIFETIME_MS = 7_200_000
# The platform and its users are in China, which has one time zone.
CHINA = timezone(timedelta(hours=8))
_BLANK = re.compile(r"[\s\u200b\u2060\ufeff\xa0]+")
_QUOTES = "\"'`“”‘’"
_BEARER = re.compile(r"(?i)^(?:authorization\s{0,9}:\s{0,9})?(?:bearer|token)[\s:]{1,9}")
_JWT = re.compile(r"eyJ[A-Za-z0-9_=+/-]{5,}(?:(?:\.|%2[eE])[A-Za-z0-9_=+/%-]*){0,4}")
# A whole token in other text: three parts, the signature of the right length.
_WHOLE = re.compile(
    r"(?<![A-Za-z0-9_.%-])eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_.%=-])"
)
_AROUND = tuple("\"'&,;})]>|")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_GONE = re.compile(r"\*{2,}|…|\.{3}|«")
_PART = re.compile(r"[A-Za-z0-9_-]*")
_HS256 = 43


@dataclass(slots=True)
class Read:
    """What was read so far: the claims where they can be read, and what was noticed."""

    notes: list[Note] = field(default_factory=list)
    claims: Mapping[str, Any] | None = None
    length: int = 0

    def note(self, outcome: Token, **args: str) -> None:
        """Notice one thing, once."""
        if all(note.outcome != outcome.value for note in self.notes):
            self.notes.append(outcome.note(**args))


def check_token(raw: str, at: datetime) -> CheckResult:
    """The steps of the contract; `at` (aware) is the moment at which the token was used."""
    read = read_token(raw)
    form = Step.of(
        "token.form",
        read.notes or [Token.FORM_OK.note(length=str(read.length))],
        {"length": read.length},
    )
    steps = (form, _app(read.claims), _expiry(read.claims, at))
    return CheckResult("token", f"*** ({read.length})", steps)


def read_token(raw: str) -> Read:
    """Take a pasted token apart; faults of pasting are noticed and undone."""
    read = Read()
    token = _unwrap(raw[:LIMIT], read)
    read.length = len(token)
    if not token:
        read.note(Token.EMPTY)
        return read
    if _GONE.search(token):
        read.note(Token.MASKED)
    _take_apart(token, read)
    return read


def _unwrap(raw: str, read: Read) -> str:
    text = raw.strip()
    if text != raw.rstrip("\r\n"):
        read.note(Token.OUTER_BLANK)
    bearer = _BEARER.match(text)
    if bearer:
        read.note(Token.BEARER)
        text = text[bearer.end() :]
    unquoted = text.strip(_QUOTES)
    if unquoted != text:
        read.note(Token.QUOTED)
    whole = _WHOLE.search(unquoted)
    if whole and whole[0] != unquoted:
        read.note(Token.EMBEDDED)
        return whole[0]
    joined = _BLANK.sub("", unquoted)
    if joined != unquoted:
        read.note(Token.INNER_BLANK)
    found = _JWT.search(joined)
    if found and (found.start() > 0 or joined[found.end() : found.end() + 1] in _AROUND):
        read.note(Token.EMBEDDED)
        joined = found[0]
    return _decoded(joined, read)


def _decoded(token: str, read: Read) -> str:
    for _ in range(3):
        if not _ENCODED.search(token):
            break
        read.note(Token.URL_ENCODED)
        token = unquote(token, errors="replace")
    return token


def _take_apart(token: str, read: Read) -> None:
    parts = token.split(".")
    header = _json(parts[0], read)
    if not isinstance(header, Mapping) or not token.startswith("ey"):
        read.note(
            Token.NOT_JWT if len(parts) != 3 or not token.startswith("ey") else Token.BAD_JSON
        )
        return
    if len(parts) > 3:
        read.note(Token.TOO_MANY_PARTS, parts=str(len(parts)))
    if header.get("alg") != "HS256":
        read.note(Token.OTHER_ALGORITHM, found=show(str(header.get("alg")), 20))
    claims = _json(parts[1], read) if len(parts) > 1 else None
    if isinstance(claims, Mapping):
        read.claims = claims
    elif len(parts) >= 3 and parts[2]:
        read.note(Token.BAD_JSON)
    _signature(parts, header.get("alg") == "HS256", read)


def _is_a_word(signature: str) -> bool:
    """True for a stand-in put where the signature was ("signature", "c2ln"), not a cut one."""
    letters = signature.rstrip("=").replace("_", "").replace("-", "")
    if len(letters) > 2 and letters.isalpha() and (letters.islower() or letters.isupper()):
        return True
    try:
        decoded = base64.b64decode(signature + "=" * (-len(signature) % 4), altchars=b"-_")
    except (ValueError, binascii.Error):
        return False
    return len(decoded) > 2 and all(0x20 <= byte < 0x7F for byte in decoded)


def _signature(parts: list[str], hs256: bool, read: Read) -> None:
    """A signature of the wrong length: the token was cut, or something was pasted behind it."""
    length = len(parts[2].rstrip("=")) if len(parts) > 2 else 0
    if length == 0 or (hs256 and length < _HS256 and not _is_a_word(parts[2])):
        read.note(Token.CUT)
    elif len(parts) == 3 and hs256 and length > _HS256:
        read.note(Token.SIGNATURE_LONG)
    elif len(parts) > 2 and not _PART.fullmatch(_url_safe(parts[2], read)):
        read.note(Token.BAD_BASE64)


def _url_safe(part: str, read: Read) -> str:
    plain = part.rstrip("=").replace("+", "-").replace("/", "_")
    if plain != part:
        read.note(Token.PADDED)
    return plain


def _json(part: str, read: Read) -> Any:
    """The JSON value in one part; None if it cannot be read."""
    plain = _url_safe(part, read)
    if not plain:
        return None
    if not _PART.fullmatch(plain):
        read.note(Token.BAD_BASE64)
        return None
    try:
        text = base64.urlsafe_b64decode(plain + "=" * (-len(plain) % 4)).decode("utf-8")
        return json.loads(text)
    except (ValueError, binascii.Error, RecursionError):
        return None


def _app(claims: Mapping[str, Any] | None) -> Step:
    app = _text(claims, "appid")
    domain = _text(claims, "domain_id")
    if claims is None:
        note = Token.APP_UNREADABLE.note()
    elif app is None and domain is None:
        note = Token.NOT_QINGTUI.note()
    elif app is None or domain is None:
        missing = "appid" if app is None else "domain_id"
        note = Token.APP_PARTLY.note(missing=missing, found=app or domain or "")
    else:
        note = Token.APP_OK.note(appid=app, domain_id=domain)
    return Step(
        "token.app", note.status, note.outcome, note.args, {"appid": app, "domain_id": domain}
    )


def _text(claims: Mapping[str, Any] | None, key: str) -> str | None:
    value = (claims or {}).get(key)
    if isinstance(value, str) and value.strip():
        return show(value.strip(), 64)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        return str(value)
    return None


def _expiry(claims: Mapping[str, Any] | None, at: datetime) -> Step:
    now = round(at.timestamp() * 1000)
    data: dict[str, Any] = {"expires": None, "issued": None, "at": _iso(now), "seconds_left": None}
    if claims is None:
        return Step.of("token.expiry", [Token.EXPIRY_UNREADABLE.note()], data)
    notes: list[Note] = []
    issued = _moment(_number(claims, "dispatch", "iat"), notes)
    expires = _expires(_number(claims, "expires_in", "exp"), issued, notes)
    if expires is None:
        return Step.of("token.expiry", [*notes, Token.NO_EXPIRY.note()], data)
    left = (expires - now) // 1000
    data |= {"expires": _iso(expires), "issued": _iso(issued), "seconds_left": left}
    notes.insert(0, _life(expires, now))
    if issued is not None and issued > now + 60_000:
        notes.append(Token.FROM_FUTURE.note(issued=_china(issued), at=_china(now)))
    return Step.of("token.expiry", notes, data)


def _life(expires: int, now: int) -> Note:
    minutes = abs(expires - now) // 60_000
    args = {"expires": _china(expires), "at": _china(now), "minutes": str(minutes)}
    if now < expires:
        return Token.VALID.note(**args)
    if minutes < 24 * 60:
        return Token.EXPIRED.note(**args)
    return Token.EXPIRED_LONG.note(**args, days=str(minutes // (24 * 60)))


def _number(claims: Mapping[str, Any], *keys: str) -> int | None:
    for key in keys:
        value = claims.get(key)
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,16}", value):
            return int(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e16:
            return int(value)
    return None


def _moment(value: int | None, notes: list[Note]) -> int | None:
    """Milliseconds since 1970, out of milliseconds or (said) seconds; None for neither."""
    if value is None or value < 10**9:
        return None
    if value < 10**11:
        if not any(note.outcome == Token.IN_SECONDS.value for note in notes):
            notes.append(Token.IN_SECONDS.note())
        return value * 1000
    return value if value < 250_000_000_000_000 else None


def _expires(value: int | None, issued: int | None, notes: list[Note]) -> int | None:
    if value is None or value >= 10**9:
        return _moment(value, notes)
    if issued is None:
        return None
    # A duration where a moment belongs: seconds, or milliseconds from ten days on.
    notes.append(Token.DURATION.note(found=str(value)))
    return issued + (value * 1000 if value < 864_000 else value)


def _iso(moment: int | None) -> str | None:
    if moment is None:
        return None
    return datetime.fromtimestamp(moment / 1000, UTC).isoformat(timespec="seconds")


def _china(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, CHINA).strftime("%Y-%m-%d %H:%M:%S")
