"""The network's, the JS-SDK's and the SDK's own words: found in a text, one hit per event."""

from __future__ import annotations

from qt_app.core.phrasebook.build import book_from_raw
from qt_app.core.phrasebook.find import find_phrases
from qt_app.core.phrasebook.model import Phrasebook, PhraseHit, PhraseRule

__all__ = ["PhraseHit", "PhraseRule", "Phrasebook", "book_from_raw", "find_phrases"]
