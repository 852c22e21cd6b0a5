"""What stands in the place of a step before one is chosen: what to enter, and what happens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qt_app.gui.marking import QT_TRANSLATE_NOOP
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.cards import Section, SentenceRows
from qt_app.gui.widgets.words import plain_label

_TITLES = {
    "domain": QT_TRANSLATE_NOOP("ChecklistIntro", "What to enter"),
    "https": QT_TRANSLATE_NOOP("ChecklistIntro", "What to enter"),
}
_STEPS = {
    "domain": (
        QT_TRANSLATE_NOOP(
            "ChecklistIntro",
            "Paste the address of the failing page above, or the whole authorize link.",
        ),
        QT_TRANSLATE_NOOP(
            "ChecklistIntro",
            "Beside it, enter what the app's back office holds as the safe domain (安全域名). "
            "Leave it empty if nobody knows.",
        ),
        QT_TRANSLATE_NOOP(
            "ChecklistIntro",
            "Press Run checks. The steps that no tool can see are left for you to check.",
        ),
    ),
    "https": (
        QT_TRANSLATE_NOOP(
            "ChecklistIntro",
            "Enter the address of the page that shows ads or does not open.",
        ),
        QT_TRANSLATE_NOOP(
            "ChecklistIntro",
            "Press Run checks. Only then is the server contacted; the grey line says which host "
            "and ports.",
        ),
        QT_TRANSLATE_NOOP(
            "ChecklistIntro",
            "If the server cannot be reached from here, answer the steps by hand.",
        ),
    ),
}
_KEYS = QT_TRANSLATE_NOOP(
    "ChecklistIntro",
    "Keys: F5 runs the checks. In the list, 1 is pass, 2 fail, 3 not sure, 4 skip. F8 goes to the "
    "next failed step.",
)


def intro(theme: Theme, name: str) -> list[tuple[QWidget, list[str]]]:
    """The parts of the card for a list, each with its plain lines."""
    if name not in _STEPS:
        return []
    title = _say(_TITLES[name])
    rows, lines = SentenceRows(theme, "circle"), [title]
    for number, sentence in enumerate(_STEPS[name], 1):
        rows.add(_say(sentence))
        lines.append(f"{number}. {_say(sentence)}")
    section = Section("")
    section.title.hide()
    section.add(rows)
    keys = plain_label(_say(_KEYS), "small", "text2", wrap=True)
    keys.setContentsMargins(0, 12, 0, 0)
    return [
        (plain_label(title, "display", wrap=True), [title]),
        (section, lines[1:]),
        (keys, [_say(_KEYS)]),
    ]


def _say(words: str) -> str:
    return QCoreApplication.translate("ChecklistIntro", words)
