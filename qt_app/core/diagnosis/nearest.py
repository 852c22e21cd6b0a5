"""Codes of the catalogue that look like one it does not have."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from qt_app.core.catalogue.catalogue import Catalogue

MOST = 3


def nearest_codes(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """Up to three codes, nearest first: swapped or wrong digits, then a common beginning."""
    digits = code.lstrip("-")
    if not digits.isdigit() or not 3 <= len(digits) <= 8:
        return ()
    known = dict.fromkeys(entry.code for entry in catalogue.entries if entry.code.isdigit())
    ranked = sorted(
        (OSA.distance(digits, other), -_common(digits, other), number, other)
        for number, other in enumerate(known)
        if len(other) > 1
    )
    return tuple(other for distance, _, _, other in ranked[:MOST] if distance <= 2)


def _common(first: str, second: str) -> int:
    length = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        length += 1
    return length
