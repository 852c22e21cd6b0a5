"""An entry's sentences with generic words where a diagnosis would fill in the customer's values."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from qt_app.core.catalogue.entries import Entry, Sentence
from qt_app.gui.vocabulary import SEVERITY, who_word

_GENERIC = {
    "domain": QT_TRANSLATE_NOOP("EntryWords", "the customer's domain"),
    "path": QT_TRANSLATE_NOOP("EntryWords", "the called path"),
    "param": QT_TRANSLATE_NOOP("EntryWords", "the named parameter"),
    "host": QT_TRANSLATE_NOOP("EntryWords", "the customer's server"),
    "code": QT_TRANSLATE_NOOP("EntryWords", "this code"),
    "appid": QT_TRANSLATE_NOOP("EntryWords", "the app's AppID"),
    "value": QT_TRANSLATE_NOOP("EntryWords", "the value"),
}


def spoken(sentence: Sentence, lang: str, code: str = "") -> str:
    """The sentence in `lang`, its placeholders replaced by generic words."""
    text = sentence.text.get(lang)
    for name, word in _GENERIC.items():
        if f"{{{name}}}" in text:
            generic = code if name == "code" and code else _say(word)
            text = text.replace(f"{{{name}}}", generic)
    return text


def ready_sentence(entry: Entry, lang: str) -> str:
    """One or two sentences to send to the customer, code and message first."""
    head = f"{entry.code} {entry.title.get(lang)}"
    colon = ": " if lang == "en" else "："
    if entry.customer is not None:
        return head + colon + spoken(entry.customer, lang, entry.code)
    parts = [spoken(entry.meaning, lang, entry.code)]
    parts += [spoken(step, lang, entry.code) for step in entry.remedies[:1]]
    return head + colon + (" " if lang == "en" else "").join(parts)


def whole_row(entry: Entry, table: str, lang: str) -> str:
    """The row's cells with tabs between, as a spreadsheet takes them."""
    cells = (
        entry.code,
        entry.title.get(lang),
        entry.message,
        table,
        who_word(entry.who),
        SEVERITY[entry.severity].text(),
    )
    return "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells)


def _say(word: str) -> str:
    return QCoreApplication.translate("EntryWords", word)
