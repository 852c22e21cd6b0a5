"""Codes of the catalogue that an unknown one may have been meant for."""

from __future__ import annotations

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.search import nearest_codes

MOST = 3


def near_misses(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """Up to three codes, nearest first; none for a number too short or too long for a slip."""
    digits = code.lstrip("-")
    if not digits.isdigit() or not 3 <= len(digits) <= 8:
        return ()
    return tuple(nearest_codes(catalogue, code, MOST))
