"""The language in force: installs the window's strings and Qt's own, and tells the pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from qt_app.core.errors import ResourceError
from qt_app.services.resources import read_bytes


def default_language(locale: QLocale | None = None) -> str:
    """ "en" for an English locale, else "zh"."""
    language = (locale or QLocale.system()).language()
    return "en" if language == QLocale.Language.English else "zh"


class Translations(QObject):
    """`language` is "zh" or "en"; `changed(language)` fires after the strings were swapped.

    Widgets get QEvent.LanguageChange from Qt (see widgets/__init__); what shows catalogue texts
    listens to `changed`.
    """

    changed = Signal(str)

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = ""
        self._installed: list[QTranslator] = []
        self._kept: list[bytes] = []
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Swap all strings; nothing happens if that language is in force already."""
        if language == self.language:
            return
        self.language = language
        self.remove()
        self._install_qt(language)
        self._install_own(language)
        locale = QLocale("zh_CN" if language == "zh" else "en_US")
        QLocale.setDefault(locale)
        self.changed.emit(language)

    def remove(self) -> None:
        """Take our translators out of the application."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
        self._kept.clear()

    def _install_own(self, language: str) -> None:
        try:
            data = read_bytes(f"i18n/qt_app_{language}.qm")
        except (ResourceError, OSError):
            return
        translator = QTranslator(self)
        # Qt reads from this memory as long as the translator lives.
        self._kept.append(data)
        if translator.load(data):
            self._add(translator)

    def _install_qt(self, language: str) -> None:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        if language == "zh" and translator.load("qtbase_zh_CN", folder):
            self._add(translator)

    def _add(self, translator: QTranslator) -> None:
        QCoreApplication.installTranslator(translator)
        self._installed.append(translator)
