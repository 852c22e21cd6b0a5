"""An entry's sentences with generic words where a diagnosis would fill in the customer's values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qt_app.core.catalogue.entries import Entry, Sentence
from qt_app.core.catalogue.filling import fill
from qt_app.gui.marking import QT_TRANSLATE_NOOP
from qt_app.gui.vocabulary import SEVERITY, who_word

# The same words as [generic] in resources/messages, which a test compares. Asking the library for
# them at start would take longer than painting the window.
_GENERIC = {
    "domain": QT_TRANSLATE_NOOP("EntryWords", "the customer's domain"),
    "path": QT_TRANSLATE_NOOP("EntryWords", "the path of this call"),
    "param": QT_TRANSLATE_NOOP("EntryWords", "the parameter in question"),
    "host": QT_TRANSLATE_NOOP("EntryWords", "the host in the error"),
    "code": QT_TRANSLATE_NOOP("EntryWords", "this code"),
    "appid": QT_TRANSLATE_NOOP("EntryWords", "the app's appid"),
    "value": QT_TRANSLATE_NOOP("EntryWords", "the value in use"),
}


def spoken(sentence: Sentence, lang: str) -> str:
    """The sentence in `lang`, its placeholders replaced by generic words."""
    text = sentence.text.get(lang)
    if "{" not in text:
        return text
    starts_generic = text.startswith("{")
    text = fill(text, {}, lambda name: QCoreApplication.translate("EntryWords", _GENERIC[name]))
    return text[0].upper() + text[1:] if starts_generic else text


def ready_sentence(entry: Entry, lang: str) -> str:
    """One or two sentences to send to the customer, code and message first."""
    head = f"{entry.code} {entry.title.get(lang)}"
    colon = ": " if lang == "en" else "："
    if entry.customer is not None:
        return head + colon + spoken(entry.customer, lang)
    parts = [spoken(entry.meaning, lang)]
    parts += [spoken(step, lang) for step in entry.remedies[:1]]
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
