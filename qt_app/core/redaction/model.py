"""What the redaction is told and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

KINDS = (
    "token", "secret", "ticket", "signature", "cookie", "auth", "qt_code", "password", "key",
    "mobile", "mail", "id", "card", "user", "ip",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RedactionOptions:
    """What is masked besides secrets: ids of people (openid, user_id …), addresses inside."""

    user_ids: bool = False
    inner_ips: bool = False


class Hit(NamedTuple):
    """A secret's place in a text; `value` is what the place holds."""

    start: int
    end: int
    kind: str
    value: str


class MaskSpan(NamedTuple):
    """Half-open range of characters that is shown as `label`."""

    start: int
    end: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class MaskedValue:
    """One secret: its kind, its label, how often it stands in the input."""

    kind: str
    label: str
    count: int
