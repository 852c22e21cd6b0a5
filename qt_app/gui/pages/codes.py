"""The codes page: filter row, table, detail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.models.codes import COLUMNS, CodesModel, Filters
from qt_app.gui.page import Page
from qt_app.gui.pages.codes_detail import NOW, CodesDetail
from qt_app.gui.pages.codes_filters import FilterRow
from qt_app.gui.pages.codes_nothing import NothingFound
from qt_app.gui.search_words import describe_search
from qt_app.gui.widgets.codes_table import CodesTable
from qt_app.gui.widgets.count_line import CountLine
from qt_app.gui.widgets.lane_bar import keep_lane
from qt_app.gui.widgets.panes import HairSplitter, split_sizes
from qt_app.gui.widgets.row_menu import RowAction, RowMenu
from qt_app.gui.widgets.words import HairLine

_PAUSE = 40  # ms without a key until the card follows
_NARROW = 1120 - 72
_TABLE, _CARD = 611, 340
_COLUMNS_KEY = "codes.columns"
_SPLIT_KEY = "codes.split"


class CodesPage(Page):
    """Signals: where the user wants to go from here."""

    diagnose_requested = Signal()
    checklist_requested = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = CodesModel(desk.catalogue, desk.translations.language, self)
        self.filters = FilterRow(desk)
        self.table = CodesTable(desk.theme, self.model)
        self.nothing = NothingFound(desk, self.model.search)
        self.detail = CodesDetail(desk)
        keep_lane(self.table, desk.theme)
        self.row_menu = RowMenu(self.table, self._row_actions)
        self._chosen = ""
        self._is_split = False
        self._card_waits = NOW
        self._build()
        self._connect()
        self.retranslate()
        self.table.restore_columns(desk.preferences.layout(_COLUMNS_KEY))
        self._search()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self._focus_filter,
            "copy_main": self.detail.copy_code,
            "export": self.export,
        }

    def panes(self) -> list[QWidget]:
        return [self.filters.field, self.table, self.detail.card]

    def page_shown(self) -> None:
        self.detail.finish()
        self._focus_filter()

    @Slot()
    def export(self) -> None:
        """Save the rows in sight as a CSV file."""
        from qt_app.gui.codes_export import SUGGESTED, csv_text, write_csv

        name = self.desk.dialogs.save_file(self.window(), SUGGESTED)
        if not name:
            return
        file = Path(name)
        header = [self.model.header(column) for column in range(COLUMNS)]
        rows = [self.model.row_at(number).cells for number in range(self.model.rowCount())]
        try:
            write_csv(file, csv_text(header, rows))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            words = self.tr("Cannot save {0}: {1}. Try another place.")
            self.trouble.emit(words.format(file.name, reason))
            return
        saved = self.tr("Saved {0}").format(file.name)
        self.status.emit(f"{saved} · {self.tr('%n row(s)', '', len(rows))}")

    def show_entry(self, entry_id: str) -> None:
        """Choose an entry; filters that hide it are taken away."""
        entry = self.desk.catalogue.get(entry_id)
        if entry is None:
            return
        self._chosen = entry_id
        if self.model.find(entry_id) < 0:
            self.filters.clear_filters()
            self.filters.field.setText(entry.code)
        if self.model.find(entry_id) < 0:
            self.filters.field.clear()
        self._select_chosen()
        self.detail.finish()

    def retranslate(self) -> None:
        self.model.set_headers(
            (
                self.tr("Code"),
                self.tr("Title"),
                self.tr("Message in the manual"),
                self.tr("Table"),
                self.tr("Who acts"),
                self.tr("Severity"),
            )
        )
        self.table.setAccessibleName(self.tr("Code table"))
        self._count.count.setAccessibleName(self.tr("What was searched for"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filters.field.text():
            self.filters.field.clear()
            self._focus_filter()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.set_narrow(event.size().width() < self.desk.theme.scaled(_NARROW))
        self._orient(event.size().width())
        self._fit_panes(event.size().width())
        self._fit_rows()
        if event.oldSize().width() <= 0 or not self._is_split:
            self._split()

    def _build(self) -> None:
        self._count = CountLine(self.desk.theme, "codesCount")
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self.nothing)
        left = QWidget()
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 0, 0)
        left_column.setSpacing(0)
        left_column.addWidget(self._count)
        left_column.addWidget(self._middle, 1)
        self._splitter = HairSplitter(self.desk.theme, Qt.Orientation.Horizontal)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 66)
        self._splitter.setStretchFactor(1, 34)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(HairLine())
        column.addWidget(self._splitter, 1)
        self._left = left

    def _connect(self) -> None:
        self.filters.changed.connect(self._search)
        self.filters.saved.said.connect(self.status)
        self.filters.saved.failed.connect(self.trouble)
        self.filters.field.left_down.connect(self._focus_table)
        self.table.typed.connect(self._type_on)
        self.table.meaning_requested.connect(self._walk_meanings)
        self.table.copy_requested.connect(self.detail.copy_code)
        self.table.opened.connect(self._focus_detail)
        self.table.columns_changed.connect(self._remember_columns)
        self.table.delegate.badge_clicked.connect(self._on_badge)
        self.table.pressed.connect(self._on_pressed)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.model.layoutChanged.connect(self._say_search)
        self.nothing.entry_requested.connect(self.show_entry)
        self.nothing.diagnose_requested.connect(self.diagnose_requested)
        self.nothing.unfilter_requested.connect(self._unfilter)
        self.detail.entry_requested.connect(self.show_entry)
        self.detail.diagnose_requested.connect(self.diagnose_requested)
        self.detail.checklist_requested.connect(self.checklist_requested)
        self.detail.copied.connect(self.status)
        self._splitter.splitterMoved.connect(self._remember_split)
        self.desk.translations.changed.connect(self._on_language)

    @Slot()
    def _search(self) -> None:
        text = self.filters.field.text()
        self.model.set_search(text, self.filters.filters())
        found = self.model.rowCount()
        self._middle.setCurrentWidget(self.table if found else self.nothing)
        # Without a row there is no card, and its button for the whole error stands once.
        if found and self.detail.isHidden():
            self.detail.drop_card()  # it is another row's, and painting it would hold up the rows
        self.detail.setVisible(bool(found))
        if not found:
            self.nothing.show_for(text, filtered=self.filters.filters() != Filters())
        self._say_search()
        # The rows are painted first, then the card is made; rows that are typed past get none.
        self._card_waits = _PAUSE
        self._select_chosen()
        self._card_waits = NOW

    @Slot()
    def _say_search(self) -> None:
        count = self.tr("%n row(s)", "", self.model.rowCount())
        if not self.model.rowCount():
            self._count.say(count, describe_search(self.model.query, [], ""))
            return
        column = self.model.sorted_by
        order = self.tr("in the manual's order")
        if column >= 0:
            order = self.tr("sorted by {0}").format(self.model.header(column))
        rows = [self.model.row_at(i).entry for i in range(min(self.model.rowCount(), 50))]
        self._count.say(count, describe_search(self.model.query, rows, order))

    def _select_chosen(self) -> None:
        if not self.model.rowCount():
            self.detail.show_entry(None, wait=self._card_waits, can_choose=False)
            return
        self.table.select_row(max(self.model.find(self._chosen), 0))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            entry = self.model.row_at(current.row()).entry
            self._chosen = entry.id
            self.detail.show_entry(entry, wait=self._card_waits)

    @Slot(QModelIndex)
    def _on_pressed(self, index: QModelIndex) -> None:
        # The row may be the current one already, its card still to come.
        self.detail.finish()

    @Slot(int)
    def _on_badge(self, number: int) -> None:
        self.table.select_row(number)
        self._walk_meanings(1)

    @Slot(int)
    def _walk_meanings(self, step: int) -> None:
        entry = self.desk.catalogue.get(self._chosen)
        meanings = self.desk.catalogue.by_code(entry.code) if entry else ()
        if entry is not None and len(meanings) > 1:
            place = (meanings.index(entry) + step) % len(meanings)
            self.show_entry(meanings[place].id)

    def _row_actions(self) -> tuple[RowAction, ...]:
        self.detail.finish()
        return (
            RowAction(self.tr("Copy the code"), self.detail.copy_code, "Ctrl+C"),
            RowAction(self.tr("Copy a sentence"), self.detail.copy_sentence),
            RowAction(self.tr("Copy the row"), self.detail.copy_row),
            RowAction(self.tr("Diagnose the whole error"), self.diagnose_requested.emit),
        )

    @Slot()
    def _focus_filter(self) -> None:
        self.filters.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.field.selectAll()

    @Slot()
    def _unfilter(self) -> None:
        self.filters.clear_filters()
        self._focus_filter()

    @Slot()
    def _focus_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _focus_detail(self) -> None:
        self.detail.card.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _type_on(self, text: str) -> None:
        field = self.filters.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.deselect()
        if text.isprintable():
            field.insert(text)
        else:
            field.backspace()

    def about_to_close(self) -> None:
        self.table.settle()

    @Slot(str)
    def _on_language(self, lang: str) -> None:
        self.model.set_language(lang)
        self._search()

    @Slot()
    def _remember_columns(self) -> None:
        self.desk.preferences.remember(_COLUMNS_KEY, self.table.columns_state())

    @Slot()
    def _remember_split(self) -> None:
        if self._splitter.orientation() == Qt.Orientation.Horizontal:
            self.desk.preferences.remember(_SPLIT_KEY, self._splitter.sizes())

    def _split(self) -> None:
        """Give the panes their remembered sizes, or 66 to 34."""
        self._is_split = self.isVisible()
        if self._splitter.orientation() == Qt.Orientation.Vertical:
            height = self._splitter.height() - self._splitter.handleWidth()
            self._splitter.setSizes([round(height * 0.45), round(height * 0.55)])
            return
        sizes = split_sizes(self.desk.preferences.layout(_SPLIT_KEY), (660, 340))
        total = self._splitter.width() - self._splitter.handleWidth()
        self._splitter.setSizes([round(total * size / sum(sizes)) for size in sizes])

    def _fit_panes(self, width: int) -> None:
        """611 for the table and 340 for the card; with longer words the card's buttons first."""
        card = max(_CARD, self.detail.widest())
        self.detail.setMinimumWidth(card)
        self._left.setMinimumWidth(max(min(_TABLE, width - card - 1), _CARD))

    def _fit_rows(self) -> None:
        """Two rows at least; one where the card below would lose its buttons to the second."""
        self.table.set_least_rows(2)
        if self._splitter.orientation() == Qt.Orientation.Vertical:
            filters = self.filters.heightForWidth(self.width())
            room = self.height() - filters - self.detail.minimumSizeHint().height() - 2
            if room < self._left.minimumSizeHint().height():
                self.table.set_least_rows(1)

    def _orient(self, width: int) -> None:
        em = QFontInfo(self.desk.theme.font("body")).pixelSize()
        wide = width >= 62 * em
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._splitter.orientation() != way:
            self._splitter.setOrientation(way)
            for pane, share in enumerate((66, 34) if wide else (45, 55)):
                self._splitter.setStretchFactor(pane, share)
            self._split()
