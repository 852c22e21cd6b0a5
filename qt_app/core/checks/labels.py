"""The labels of a host name: what is allowed in one, its Unicode and its xn-- form."""

from __future__ import annotations

import ipaddress
import re

import idna

from qt_app.core.checks.outcomes import Domain

LABEL_LIMIT = 63
NAME_LIMIT = 253
_PLAIN = re.compile(r"[a-z0-9_-]+")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
Problem = tuple[Domain, str]


def to_forms(name: str) -> tuple[str, str | None, list[Problem]]:
    """(Unicode form, xn-- form or None, what is wrong) of a lower-case name."""
    problems: list[Problem] = []
    pairs = [_forms(label, problems) for label in name.split(".")]
    shown = ".".join(pair[0] for pair in pairs)
    encoded = [pair[1] for pair in pairs if pair[1] is not None]
    return shown, ".".join(encoded) if len(encoded) == len(pairs) else None, problems


def _forms(label: str, problems: list[Problem]) -> tuple[str, str | None]:
    if not label.isascii() or label.startswith("xn--"):
        return _international(label, problems)
    if not _PLAIN.fullmatch(label):
        wrong = next(char for char in label if not _PLAIN.fullmatch(char))
        problems.append((Domain.BAD_CHARACTER, wrong))
        return label, None
    if "_" in label:
        problems.append((Domain.UNDERSCORE, label))
    if label.startswith("-") or label.endswith("-"):
        problems.append((Domain.HYPHEN, label))
    if len(label) > LABEL_LIMIT:
        problems.append((Domain.LABEL_LONG, f"{label[:20]}…"))
    return label, label


def _international(label: str, problems: list[Problem]) -> tuple[str, str | None]:
    # The encoder's time grows with the square of the length.
    if len(label) > 4 * LABEL_LIMIT:
        problems.append((Domain.LABEL_LONG, f"{label[:20]}…"))
        return label, None
    try:
        encoded = idna.encode(label, uts46=True, transitional=False).decode("ascii").lower()
        return idna.decode(encoded), encoded
    except (idna.IDNAError, UnicodeError, ValueError, IndexError) as error:
        too_long = "too long" in str(error)
        problems.append((Domain.LABEL_LONG if too_long else Domain.BAD_IDN, f"{label[:20]}"))
        return label, None


def usable(name: str) -> bool:
    """Can `name` (xn-- form) be registered: letters, digits, inner hyphens, within the limits?"""
    parts = name.split(".")
    return len(name) <= NAME_LIMIT and all(
        0 < len(part) <= LABEL_LIMIT
        and _PLAIN.fullmatch(part) is not None
        and "_" not in part
        and not part.startswith("-")
        and not part.endswith("-")
        for part in parts
    )


def ends_in_number(name: str) -> bool:
    """Browsers read a name whose last label is a number as an IPv4 address, or refuse it."""
    return _NUMBER.fullmatch(name.rsplit(".", 1)[-1].lower()) is not None


def odd_ipv4(name: str) -> ipaddress.IPv4Address | None:
    """The address that browsers make of `2130706433`, `0x7f.1` or `0177.0.0.1`; None if none."""
    parts = name.lower().split(".")
    if len(parts) > 4 or any(len(part) > 40 for part in parts):
        return None
    numbers = [_number(part) for part in parts]
    values = [number for number in numbers if number is not None]
    if len(values) != len(parts) or any(value > 255 for value in values[:-1]):
        return None
    if values[-1] >= 256 ** (5 - len(values)):
        return None
    heads = sum(value << (8 * (3 - index)) for index, value in enumerate(values[:-1]))
    return ipaddress.IPv4Address(heads + values[-1])


def _number(part: str) -> int | None:
    if not _NUMBER.fullmatch(part):
        return None
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    if not part.startswith("0"):
        return int(part)
    return int(part, 8) if all(digit in "01234567" for digit in part) else None
