"""The filter row of the codes page and the words that say how it was read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from qt_app.core.catalogue.entries import SEVERITIES, WHO
from qt_app.core.phrases import Words
from qt_app.gui.desk import Desk
from qt_app.gui.models.codes import Filters
from qt_app.gui.pages.codes_saved import SavedFilters
from qt_app.gui.vocabulary import SEVERITY, who_word
from qt_app.gui.widgets.buttons import DropDown
from qt_app.gui.widgets.filter_field import FilterField
from qt_app.gui.widgets.flow import FlowLayout
from qt_app.gui.widgets.words import set_tip
from qt_app.services.filters import SavedFilter

_FIELD, _MOST_FIELD = 240, 280  # the least width of the field, px


class FilterRow(QWidget):
    """Field and three drop-downs; `changed()` on every change."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.field = FilterField(desk.theme, "codesFilter")
        self.tables = DropDown(desk.theme, "codesTableFilter")
        self.severities = DropDown(desk.theme, "codesSeverityFilter")
        self.people = DropDown(desk.theme, "codesWhoFilter")
        self.saved = SavedFilters(desk)
        flow = FlowLayout(self, gap=8, row_gap=8)
        flow.setContentsMargins(16, 12, 16, 12)
        for widget in (self.field, self.tables, self.severities, self.people, self.saved):
            flow.addWidget(widget)
        self._flow = flow
        desk.theme.changed.connect(self._size_field)
        self._size_field()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.field.textChanged.connect(self.changed)
        for drop in self._drops():
            drop.currentIndexChanged.connect(self.changed)
        self.changed.connect(self._tell_saved)
        self.saved.chosen.connect(self.apply)
        self.retranslate()

    @Slot()
    def _size_field(self) -> None:
        # Large words must not send the drop-downs to a second row that the table then lacks.
        self._flow.set_stretch(self.field, min(self._desk.theme.scaled(_FIELD), _MOST_FIELD))

    def filters(self) -> Filters:
        """What the drop-downs ask for."""
        table, severity, who = (drop.currentData() or "" for drop in self._drops())
        return Filters(table, severity, who)

    @Slot(object)
    def apply(self, saved: SavedFilter) -> None:
        """Set field and drop-downs as they were saved; one change for all."""
        self.blockSignals(True)
        for drop, value in zip(
            self._drops(), (saved.table, saved.severity, saved.who), strict=True
        ):
            drop.setCurrentIndex(max(drop.findData(value), 0))
        self.field.setText(saved.text)
        self.blockSignals(False)
        self.changed.emit()

    def clear_filters(self) -> None:
        """All drop-downs back to "all"."""
        for drop in self._drops():
            drop.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Words and choices in the language in force."""
        lang = self._desk.translations.language
        self.field.setPlaceholderText(self.tr("Code, words or pinyin; -word leaves out"))
        self.field.setAccessibleName(self.tr("Search the code table"))
        set_tip(self.field, self.tr("Search (Ctrl+F). Down goes to the table, Esc clears."))
        self.field.set_clear_words(self.tr("Clear the search (Esc)"))
        tables = [(name.get(lang), key) for key, name in self._tables()]
        severities = [(SEVERITY[key].text(), key) for key in SEVERITIES]
        people = [(who_word(key), key) for key in WHO]
        self._fill(self.tables, self.tr("All tables"), tables, self.tr("Table"))
        self._fill(self.severities, self.tr("All severities"), severities, self.tr("Severity"))
        self._fill(self.people, self.tr("Anyone"), people, self.tr("Who acts"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tables(self) -> list[tuple[str, Words]]:
        catalogue = self._desk.catalogue
        used = dict.fromkeys(entry.table for entry in catalogue.entries)
        return [(key, catalogue.tables[key]) for key in used if key in catalogue.tables]

    @Slot()
    def _tell_saved(self) -> None:
        asked = self.filters()
        now = SavedFilter("", self.field.text(), asked.table, asked.severity, asked.who)
        self.saved.show_current(now)

    def _drops(self) -> tuple[DropDown, DropDown, DropDown]:
        return self.tables, self.severities, self.people

    def _fill(
        self, drop: DropDown, everything: str, choices: list[tuple[str, str]], name: str
    ) -> None:
        chosen = drop.currentData()
        drop.blockSignals(True)
        drop.clear()
        drop.addItem(everything, "")
        for words, key in choices:
            drop.addItem(words, key)
        drop.setCurrentIndex(max(drop.findData(chosen), 0))
        drop.blockSignals(False)
        drop.set_name(name)
        drop.updateGeometry()
