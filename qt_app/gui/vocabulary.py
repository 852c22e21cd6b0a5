"""The fixed words of the domain, each with its icon and colour: severity, who acts, source …

Never colour alone: whoever draws a severity, certainty or step state takes all three from here.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from qt_app.gui.marking import QT_TRANSLATE_NOOP


class Mark(NamedTuple):
    """How one value is shown: `word` (English source), icon name and colour token."""

    word: str
    icon: str
    tone: str

    def text(self) -> str:
        """The word in the language in force."""
        return QCoreApplication.translate("Vocabulary", self.word)


SEVERITY = {
    "error": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Error"), "circle-x", "error"),
    "warning": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Warning"), "alert-triangle", "warn"),
    "info": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Note"), "info-circle", "accenttext"),
    "success": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Success"), "circle-check", "ok"),
}
CERTAINTY = {
    "sure": Mark(QT_TRANSLATE_NOOP("Vocabulary", "sure"), "circle-check", "grey"),
    "likely": Mark(QT_TRANSLATE_NOOP("Vocabulary", "likely"), "circle-half-2", "grey"),
    "possible": Mark(QT_TRANSLATE_NOOP("Vocabulary", "possible"), "circle-dashed", "grey"),
}
UNDECIDED = Mark(QT_TRANSLATE_NOOP("Vocabulary", "Cannot tell yet"), "help-circle", "violet")
ORIGIN = {
    "platform": Mark(QT_TRANSLATE_NOOP("Vocabulary", "From the platform"), "building", "grey"),
    "client": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Customer's own program"), "code", "grey"),
    "network": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Network"), "world", "grey"),
    "foreign": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Another platform"), "building", "grey"),
    "unknown": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Origin unknown"), "building", "grey"),
}
WHO = {
    "developer": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Developer"), "users", "grey"),
    "admin": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Admin"), "users", "grey"),
    "user": Mark(QT_TRANSLATE_NOOP("Vocabulary", "User"), "users", "grey"),
    "platform": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Platform"), "users", "grey"),
}
WHO_ACTS = {
    "developer": QT_TRANSLATE_NOOP("Vocabulary", "For the developer"),
    "admin": QT_TRANSLATE_NOOP("Vocabulary", "For the admin"),
    "user": QT_TRANSLATE_NOOP("Vocabulary", "For the user"),
    "platform": QT_TRANSLATE_NOOP("Vocabulary", "For Qingtui support"),
}
STEP_STATE = {
    "pass": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Passed"), "circle-check", "ok"),
    "fail": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Failed"), "circle-x", "error"),
    "warn": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Attention"), "alert-triangle", "warn"),
    "unsure": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Not sure"), "help-circle", "violet"),
    "manual": Mark(QT_TRANSLATE_NOOP("Vocabulary", "You check"), "help-circle", "violet"),
    "skip": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Skipped"), "circle-minus", "text2"),
    "running": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Checking"), "loader-2", "accenttext"),
    "waiting": Mark(QT_TRANSLATE_NOOP("Vocabulary", "Waiting"), "circle-dotted", "text3"),
}
# For the column of the code table; cards and tooltips say a table's whole name.
_TABLES = {
    "global": QT_TRANSLATE_NOOP("Vocabulary", "Global"),
    "common": QT_TRANSLATE_NOOP("Vocabulary", "Common"),
    "params": QT_TRANSLATE_NOOP("Vocabulary", "Params"),
    "token": QT_TRANSLATE_NOOP("Vocabulary", "Token"),
    "org": QT_TRANSLATE_NOOP("Vocabulary", "Contacts"),
    "domain": QT_TRANSLATE_NOOP("Vocabulary", "Domain"),
    "member": QT_TRANSLATE_NOOP("Vocabulary", "Members"),
    "faq": QT_TRANSLATE_NOOP("Vocabulary", "FAQ"),
    "sdk": "SDK",
    "transport": QT_TRANSLATE_NOOP("Vocabulary", "Network"),
    "jssdk": "JS-SDK",
}
_SOURCES = {
    "manual": QT_TRANSLATE_NOOP("Vocabulary", "Manual"),
    "sdk": QT_TRANSLATE_NOOP("Vocabulary", "SDK"),
    "client": QT_TRANSLATE_NOOP("Vocabulary", "Client"),
    "general": QT_TRANSLATE_NOOP("Vocabulary", "General"),
    "inferred": QT_TRANSLATE_NOOP("Vocabulary", "Inferred"),
}
_SOURCE_TIPS = {
    "manual": QT_TRANSLATE_NOOP("Vocabulary", "From the platform's manual"),
    "sdk": QT_TRANSLATE_NOOP("Vocabulary", "Read in the official SDK's code"),
    "client": QT_TRANSLATE_NOOP("Vocabulary", "Read in third-party client code"),
    "general": QT_TRANSLATE_NOOP("Vocabulary", "Common network knowledge"),
    "inferred": QT_TRANSLATE_NOOP("Vocabulary", "Our conclusion; documented nowhere"),
}


def severity(value: str, *, undecided: bool = False) -> Mark:
    """How a severity is shown; `undecided` wins over it."""
    return UNDECIDED if undecided else SEVERITY.get(value, SEVERITY["error"])


def who_word(value: str) -> str:
    """Who acts, one word; "" if unknown."""
    return WHO[value].text() if value in WHO else ""


def who_acts(value: str) -> str:
    """Who acts, as a chip says it; "" if unknown."""
    return _say(WHO_ACTS.get(value, ""))


def table_word(table: str, name: str) -> str:
    """A table in a word or two; its whole `name` if there is no shorter one."""
    return _say(_TABLES.get(table, "")) or name


def source_word(value: str) -> str:
    """The word on a source tag."""
    return _say(_SOURCES.get(value, value))


def source_tip(value: str) -> str:
    """Where a sentence with this source was read."""
    return _say(_SOURCE_TIPS.get(value, ""))


def _say(word: str) -> str:
    return QCoreApplication.translate("Vocabulary", word) if word else ""
