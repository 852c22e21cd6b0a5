"""The catalogue: every documented meaning of every code, as data."""

from __future__ import annotations

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import Entry, Relation, Sentence

__all__ = ["Catalogue", "Entry", "Relation", "Sentence"]
