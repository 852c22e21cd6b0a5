"""The kept cases as rows, the newest first, narrowed by words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qt_app.gui.plain import one_line
from qt_app.gui.vocabulary import SEVERITY, UNDECIDED
from qt_app.gui.widgets.words import plain_tip
from qt_app.services.cases import KeptCase

Index = QModelIndex | QPersistentModelIndex
ROLE_ID = Qt.ItemDataRole.UserRole + 1


class CasesModel(QAbstractListModel):
    """Give it all cases; `set_words` shows those in which every word stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[KeptCase] = []
        self._rows: list[KeptCase] = []
        self._words: list[str] = []

    def set_cases(self, cases: Sequence[KeptCase]) -> None:
        """Show other cases."""
        self._all = list(cases)
        self._apply()

    def set_words(self, text: str) -> None:
        """Show only cases that hold all these words, in title, verdict or text."""
        self._words = text.casefold().split()
        self._apply()

    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    def case(self, row: int) -> KeptCase | None:
        """The case in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, case_id: str) -> int:
        """Where a case stands, -1 if nowhere."""
        return next((row for row, case in enumerate(self._rows) if case.id == case_id), -1)

    def second_line(self, case: KeptCase) -> str:
        """That it is masked, when it was, what came out."""
        parts = [self.tr("Masked"), when(case), one_line(case.verdict)]
        return " · ".join(part for part in parts if part)

    def time_of(self, case: KeptCase) -> str:
        """When it was, as short as a row wants it: the hour for today, else the day."""
        moment = _moment(case)
        if moment.date() == QDate.currentDate():
            return self.tr("Today {0}").format(moment.toString("HH:mm"))
        return moment.toString("yyyy-MM-dd")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        case = self.case(index.row()) if index.isValid() else None
        if case is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            mark = severity_word(case)
            parts = [mark, one_line(case.title), self.second_line(case)]
            return " · ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{one_line(case.title)}\n{self.second_line(case)}")
        return case.id if role == ROLE_ID else None

    def _apply(self) -> None:
        self.beginResetModel()
        self._rows = [case for case in self._all if self._holds(case)]
        self.endResetModel()

    def _holds(self, case: KeptCase) -> bool:
        if not self._words:
            return True
        text = f"{case.title}\n{case.verdict}\n{case.text}".casefold()
        return all(word in text for word in self._words)


def severity_word(case: KeptCase) -> str:
    """The word of its worst finding; "" if nothing was found."""
    if case.severity == "undecided":
        return UNDECIDED.text()
    return SEVERITY[case.severity].text() if case.severity in SEVERITY else ""


def when(case: KeptCase) -> str:
    """The day and time of the last paste, alike in both languages."""
    return _moment(case).toString("yyyy-MM-dd HH:mm")


def _moment(case: KeptCase) -> QDateTime:
    return QDateTime.fromString(case.changed, Qt.DateFormat.ISODate).toLocalTime()
