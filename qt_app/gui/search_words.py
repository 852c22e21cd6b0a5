"""Says in words how a search was read: "codes starting with 400 · in the manual's order"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qt_app.core.catalogue.entries import Entry
from qt_app.core.search import Query

translate = QCoreApplication.translate
_LOOKED_AT = 50


def describe_search(query: Query, hits: Sequence[Entry], order: str) -> str:
    """One line: each word as it was understood, then the order of the rows."""
    parts = [_word(word, hits) for word in query.words]
    parts += [translate("SearchWords", "without {0}").format(word) for word in query.excluded]
    comma = translate("SearchWords", ", ")
    read = comma.join(parts[:6])
    return " · ".join(part for part in (read, order) if part)


def _word(word: str, hits: Sequence[Entry]) -> str:
    if word.startswith("-"):
        return translate("SearchWords", "the code {0}").format(word)
    if word.isdecimal():
        return translate("SearchWords", "codes starting with {0}").format(word)
    if (
        word.isascii()
        and word.isalnum()
        and hits
        and not any(_literal(word, e) for e in hits[:_LOOKED_AT])
    ):
        return translate("SearchWords", "pinyin {0}").format(word)
    return translate("SearchWords", "containing {0}").format(word)


def _literal(word: str, entry: Entry) -> bool:
    search = entry.search
    texts = (search.message, search.title, search.meaning, entry.code.casefold())
    return any(word in text for text in texts)
