"""The cases page: what was diagnosed before, masked, to be found and opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qt_app.gui.case_shelf import CaseShelf
from qt_app.gui.delegates.cases import CasesDelegate
from qt_app.gui.desk import Desk
from qt_app.gui.models.cases import CasesModel
from qt_app.gui.page import Page
from qt_app.gui.pages.cases_card import CaseCard
from qt_app.gui.plain import one_line
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.filter_field import FilterField
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import HairSplitter, split_sizes
from qt_app.gui.widgets.words import HairLine, plain_label, set_tip
from qt_app.services.cases import KeptCase

_LIST = 320
_SPLIT_KEY = "cases.split"


class CasesPage(Page):
    """`case_requested(KeptCase)` when a case is to be opened."""

    case_requested = Signal(object)

    def __init__(self, desk: Desk, shelf: CaseShelf) -> None:
        super().__init__(desk)
        self._shelf = shelf
        self._deleted: list[KeptCase] = []
        self.model = CasesModel(self)
        self._make_list()
        self.card = CaseCard(desk)
        self._build()
        self._connect()
        self.retranslate()
        self._refill()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        offered: dict[str, Callable[[], object]] = {"find": self._focus_search}
        if self._deleted:
            offered["undo"] = self.undo
        return offered

    def panes(self) -> list[QWidget]:
        return [self._search, self.view, self.card.detail]

    def page_shown(self) -> None:
        self._refill()
        first = self.view if self.model.rowCount() else self._search
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Cases"))
        self._search.setPlaceholderText(self.tr("Search title, verdict and text"))
        self._search.setAccessibleName(self.tr("Search the cases"))
        self._search.set_clear_words(self.tr("Clear the search"))
        self.view.setAccessibleName(self.tr("Kept cases"))
        self._clear.setText(self.tr("Delete all"))
        set_tip(self._clear, self.tr("Delete all kept cases"))
        self._say_count()

    @Slot()
    def undo(self) -> None:
        """Bring back the case that was deleted last."""
        if self._deleted:
            case = self._deleted.pop()
            self._shelf.put(case)
            self._choose(case.id)
            self.status.emit(self.tr("{0} is back.").format(one_line(case.title)))

    @Slot()
    def open_current(self) -> None:
        """Open the chosen case on the diagnose page."""
        case = self._current()
        if case is not None:
            self.case_requested.emit(case)

    @Slot()
    def delete_current(self) -> None:
        """Delete the chosen case; undo brings it back."""
        case, row = self._current(), self.view.currentIndex().row()
        if case is None:
            return
        self._shelf.delete(case.id)
        if self._shelf.case(case.id) is None:
            self._deleted.append(case)
            keys = QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
            words = self.tr("Deleted {0}. {1} brings it back.")
            self.status.emit(words.format(one_line(case.title), keys))
        self._choose_row(min(row, self.model.rowCount() - 1))

    # Inside

    def _make_list(self) -> None:
        theme = self.desk.theme
        self._title = plain_label("", "strong")
        self._count = plain_label("", "small", "text2")
        self._count.setObjectName("casesCount")
        self._clear = Button(theme, "quiet", small=True, name="clearCasesButton")
        self._search = FilterField(theme, "casesSearch")
        self.view = CasesList(theme, self.model)
        self._nothing = plain_label("", "body", "text2", wrap=True)
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lower = QStackedWidget()
        self._lower.addWidget(self.view)
        self._lower.addWidget(self._nothing)

    def _build(self) -> None:
        header = FlowWidget(gap=8, row_gap=4)
        header.flow.setContentsMargins(16, 10, 12, 8)
        for part in (self._title, self._count, self._clear):
            header.add(part)
        header.flow.set_right(self._clear)
        search = QVBoxLayout()
        search.setContentsMargins(16, 0, 12, 10)
        search.addWidget(self._search)
        left = QWidget()
        left.setMinimumWidth(260)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(search)
        column.addWidget(HairLine())
        column.addWidget(self._lower, 1)
        self._split = HairSplitter(self.desk.theme, Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(self.card)
        self._split.setStretchFactor(1, 1)
        saved = self.desk.preferences.layout(_SPLIT_KEY)
        self._split.setSizes(split_sizes(saved, (_LIST, 888)))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._split)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_words)
        self._search.left_down.connect(self._focus_list)
        self._clear.clicked.connect(self._clear_all)
        self._shelf.changed.connect(self._refill)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.doubleClicked.connect(self.open_current)
        self.view.opened.connect(self.open_current)
        self.view.delete_requested.connect(self.delete_current)
        self.card.open_requested.connect(self.open_current)
        self.card.delete_requested.connect(self.delete_current)
        self._split.splitterMoved.connect(self._remember)

    def _current(self) -> KeptCase | None:
        return self.model.case(self.view.currentIndex().row())

    @Slot()
    def _refill(self) -> None:
        """Show what there is now; the choice stays if its case does and somebody looks at it."""
        kept = self._current() if self.isVisible() else None
        self.model.set_cases(self._shelf.cases())
        self._after_reset(kept)

    @Slot(str)
    def _on_words(self, text: str) -> None:
        kept = self._current()
        self.model.set_words(text)
        self._after_reset(kept)

    def _after_reset(self, kept: KeptCase | None) -> None:
        row = self.model.row_of(kept.id) if kept is not None else -1
        self._choose_row(max(row, 0))
        self._say_count()

    def _choose(self, case_id: str) -> None:
        self._choose_row(self.model.row_of(case_id))

    def _choose_row(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row))
        self._on_current()

    def _say_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        self._count.setText(self.tr("%n case(s)", "", shown) if shown else "")
        self._clear.setVisible(total > 0)
        nothing = self.tr("No case holds these words.")
        if not total:
            nothing = self.tr(
                "No cases yet. What you diagnose is kept here, masked, and opens again later."
            )
            if not self.desk.preferences.values.keep_cases:
                nothing = self.tr("Cases are not kept. Turn it on in the settings.")
        self._nothing.setText(nothing)
        self._lower.setCurrentIndex(0 if shown else 1)

    @Slot()
    def _on_current(self) -> None:
        self.card.show_case(self._current())

    @Slot()
    def _clear_all(self) -> None:
        question = self.tr("Delete all kept cases?")
        detail = self.tr("%n case(s) are deleted for good.", "", self.model.total())
        if not self.desk.dialogs.ask(self, question, detail, self.tr("Delete all")):
            return
        self._deleted = []
        if not self._shelf.clear():
            self.status.emit(self.tr("All cases were deleted."))

    @Slot()
    def _focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot()
    def _focus_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _remember(self) -> None:
        self.desk.preferences.remember(_SPLIT_KEY, self._split.sizes())


class CasesList(QListView):
    """`opened` by Enter, `delete_requested` by Del."""

    opened = Signal()
    delete_requested = Signal()

    def __init__(self, theme: Theme, model: CasesModel) -> None:
        super().__init__()
        self.setObjectName("casesView")
        self.setModel(model)
        self.setItemDelegate(CasesDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)
