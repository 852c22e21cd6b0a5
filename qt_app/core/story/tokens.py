"""Tokens in a text, read offline: which app, which enterprise, how long they last."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qt_app.core.patterns import lazily
from qt_app.core.story.moments import from_epoch_ms

_JWT = lazily(r"(?<![\w-])eyJ[\w-]{4,400}\.(eyJ[\w-]{4,4000})(?:\.[\w-]{0,1000})?")
_MAX_TOKENS = 2000


@dataclass(frozen=True, slots=True)
class Token:
    """A readable token at `start`; nothing of its signature is kept."""

    start: int
    end: int
    appid: str | None
    domain_id: str | None
    expires: datetime | None
    issued: datetime | None


def tokens_in(text: str) -> list[Token]:
    """Readable tokens in text order, at most 2,000; each distinct one is decoded once."""
    payloads: dict[str, Mapping[str, Any] | None] = {}
    found: list[Token] = []
    if "eyJ" not in text:
        return found
    for match in _JWT.finditer(text):
        if len(found) >= _MAX_TOKENS:
            break
        body = match.group(1)
        if body not in payloads:
            payloads[body] = _payload(body)
        payload = payloads[body]
        if payload is not None:
            found.append(_token(match, payload))
    return found


def _payload(body: str) -> Mapping[str, Any] | None:
    try:
        raw = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
        payload = json.loads(raw)
    except (ValueError, binascii.Error, RecursionError):
        return None
    return payload if isinstance(payload, dict) else None


def _token(match: re.Match[str], payload: Mapping[str, Any]) -> Token:
    expires = _moment(payload, "expires_in", 1) or _moment(payload, "exp", 1000)
    issued = _moment(payload, "dispatch", 1) or _moment(payload, "iat", 1000)
    return Token(
        start=match.start(),
        end=match.end(),
        appid=_short(payload.get("appid")),
        domain_id=_short(payload.get("domain_id")),
        expires=expires,
        issued=issued,
    )


def _moment(payload: Mapping[str, Any], key: str, factor: int) -> datetime | None:
    value = payload.get(key)
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1_000_000:
        return None
    return from_epoch_ms(value * factor)


def _short(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value)
    return text if re.fullmatch(r"[\w-]{1,64}", text, re.ASCII) else None
