"""The catalogue as the contract's `codes` gives it."""

from __future__ import annotations

from typing import Any

from qt_app.api.knowing import load_catalogue
from qt_app.api.messages import messages
from qt_app.api.sentences import with_values
from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import Entry, Sentence
from qt_app.core.search import search


def search_codes(
    words: str,
    lang: str = "zh",
    table: str | None = None,
    catalogue: Catalogue | None = None,
) -> list[dict[str, Any]]:
    """Entries that match all words, best first, as plain dicts in "zh" or "en"."""
    known = catalogue if catalogue is not None else load_catalogue()
    return [code_row(entry, lang) for entry in search(known, words, table)]


def code_row(entry: Entry, lang: str = "zh") -> dict[str, Any]:
    """One entry with the contract's fields; placeholders hold generic words."""
    return {
        "id": entry.id,
        "table": entry.table,
        "code": entry.code,
        "message": entry.message,
        "title": entry.title.get(lang),
        "severity": entry.severity,
        "who": entry.who,
        "provenance": entry.provenance,
        "meaning": _said(entry.meaning, lang),
        "causes": [_said(one, lang) for one in entry.causes],
        "checks": [_said(one, lang) for one in entry.checks],
        "remedies": [_said(one, lang) for one in entry.remedies],
        "next": [_said(one, lang) for one in entry.next],
        "endpoints": list(entry.endpoints),
        "related": [relation.id for relation in entry.related],
        "checklist": entry.checklist,
    }


def _said(sentence: Sentence, lang: str) -> dict[str, str]:
    text = with_values(sentence.text.get(lang), {}, messages(lang))
    return {"text": text, "source": sentence.source}
