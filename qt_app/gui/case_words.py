"""A kept case in the language in force."""

from __future__ import annotations

from dataclasses import replace

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.gui.entry_words import spoken
from qt_app.services.cases import KeptCase


def in_language(case: KeptCase, catalogue: Catalogue, lang: str) -> KeptCase:
    """The case with title and verdict in `lang`; as it was kept where no entry can say it."""
    entry = catalogue.get(case.entry_id)
    if case.lang == lang or entry is None:
        return case
    title, verdict = f"{entry.code} {entry.title.get(lang)}", spoken(entry.meaning, lang)
    return replace(case, title=title, verdict=verdict, lang=lang)
