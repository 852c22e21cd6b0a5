"""The frame: menu bar, rail, the sheet with one page at a time, status bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qt_app.gui.desk import Desk
from qt_app.gui.menus import Menus
from qt_app.gui.page import Page
from qt_app.gui.rail import Rail
from qt_app.gui.widgets.status_bar import StatusBar

START_SIZE = QSize(1280, 800)
MIN_SIZE = QSize(860, 520)
TITLE_BAR = QSize(8, 40)  # what the system may draw around a window


class MainWindow(QMainWindow):
    """Shows pages and passes commands on; knows nothing of what they do.

    `findings_ready(n)` is emitted once per paste. `closing` just before the window goes,
    `painted` once, when it is first in sight; `completed` once, when all of it is made.
    `dropped(QMimeData)` for what falls beside the paste box.
    """

    findings_ready = Signal(int)
    closing = Signal()
    painted = Signal()
    completed = Signal()
    dropped = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._desk = desk
        self._is_painted = False
        self._pages: dict[str, Page] = {}
        self._late: dict[str, Callable[[], Page]] = {}
        self._complete: Callable[[], None] | None = None
        self.rail = Rail(desk.theme)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.menus = Menus(self, self.rail)
        self.bar = StatusBar(desk.theme)
        self.setStatusBar(self.bar)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._sheet())
        self.rail.page_requested.connect(self.show_page)
        desk.theme.changed.connect(self.retheme)
        self.setMinimumSize(MIN_SIZE)
        self.setAcceptDrops(True)
        self.retheme()
        self.retranslate()

    def set_pages(self, pages: Mapping[str, Callable[[], Page]]) -> None:
        """What makes each page, by rail name; it is called when the page is first asked for."""
        self._late = dict(pages)

    def complete_with(self, complete: Callable[[], None]) -> None:
        """What makes the rest of the window; it is called when somebody looks for a part."""
        self._complete = complete

    def complete(self) -> None:
        """Make all that the window has."""
        complete, self._complete = self._complete, None
        if complete is not None:
            complete()

    def findChild(self, *args: Any, **named: Any) -> Any:
        self.complete()
        return super().findChild(*args, **named)

    def findChildren(self, *args: Any, **named: Any) -> Any:
        self.complete()
        return super().findChildren(*args, **named)

    def children(self) -> list[QObject]:
        self.complete()
        return super().children()

    def centralWidget(self) -> QWidget | None:
        self.complete()
        return super().centralWidget()

    def menuBar(self) -> QMenuBar:
        self.complete()
        return super().menuBar()

    def grab(self, *args: Any, **named: Any) -> QPixmap:
        self.complete()
        return super().grab(*args, **named)

    @Slot()
    def show_icon(self) -> None:
        """Draw the window's icon in all its sizes; the first paint does not wait for it."""
        self.setWindowIcon(self._desk.theme.icons.app_icon())

    @Slot(str)
    def show_page(self, name: str, *, remember: bool = True) -> None:
        """Make a page the current one; nothing happens for a name that is not a page.

        `remember`: begin with it the next time.
        """
        if name not in self._pages and name not in self._late:
            return
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self.rail.select(name)
        self.menus.show_page(name)
        if remember:
            self._desk.preferences.change(page=name)
        page.page_shown()

    def current_page(self) -> Page | None:
        """The page in sight."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def page(self, name: str) -> Page:
        """A page by its rail name."""
        if name in self._late:
            self._add_page(name, self._late.pop(name)())
        return self._pages[name]

    def is_made(self, name: str) -> bool:
        """Whether a page exists yet."""
        return name in self._pages

    def _add_page(self, name: str, page: Page) -> None:
        self._pages[name] = page
        self._stack.addWidget(page)
        page.status.connect(self.bar.say)
        page.trouble.connect(self.bar.complain)
        page.network.connect(self.bar.set_network)
        page.give_help()

    def focus_next_pane(self) -> None:
        """F6: move the focus to the next pane of the page; from beside the panes, the one ahead."""
        page = self.current_page()
        panes = [pane for pane in (page.panes() if page else []) if pane.isVisible()]
        if not panes:
            return
        inside = [i for i, pane in enumerate(panes) if _holds_focus(pane)]
        following = panes[(inside[-1] + 1) % len(panes)] if inside else _pane_ahead(panes)
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def restore(self) -> None:
        """Size and place of the last time, brought back onto a screen."""
        saved = self._desk.preferences.values.geometry
        known = bool(saved) and self.restoreGeometry(
            QByteArray.fromBase64(saved.encode("ascii", "replace"))
        )
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry() if screen else QRect(0, 0, 1280, 800)
        if not known:
            self.resize(START_SIZE.boundedTo(room.size() - TITLE_BAR).expandedTo(MIN_SIZE))
        elif not any(
            s.availableGeometry().intersects(self.frameGeometry().adjusted(40, 20, -40, -20))
            for s in QGuiApplication.screens()
        ):
            self.move(room.topLeft())

    @Slot()
    def come_to_front(self) -> None:
        """Show and raise the window, for a second start."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _shorten_rail(self) -> None:
        scaled = self._desk.theme.scaled
        room = self.height() - scaled(34) - scaled(28)
        self.rail.set_short(self.height() < 480 or room < 5 * scaled(60) + 10)

    @Slot()
    def retheme(self) -> None:
        """Heights that follow the text size."""
        self._shorten_rail()
        if not self.menuBar().isNativeMenuBar():
            self.menuBar().setFixedHeight(self._desk.theme.scaled(34))

    def retranslate(self) -> None:
        """The frame's words in the language in force."""
        self.setWindowTitle(self.tr("Qingtui Triage"))
        self.menus.retranslate()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Qt is about to look for what the key does: it must be there, however early it comes.
            self.menus.complete()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten_rail()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # The children are painted in the same turn; what waits for this comes after them.
            QTimer.singleShot(0, self, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml() or data.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        for page in self._pages.values():
            page.about_to_close()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._desk.preferences.change(geometry=geometry, was_closed=True)
        self.closing.emit()
        super().closeEvent(event)

    def _sheet(self) -> QWidget:
        sheet = QFrame()
        sheet.setObjectName("sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        return sheet


def _pane_ahead(panes: list[QWidget]) -> QWidget:
    """The first pane that Tab would come to."""
    start = here = QApplication.focusWidget()
    while here is not None and here.nextInFocusChain() is not start:
        here = here.nextInFocusChain()
        if here in panes:
            return here
    return panes[0]


def _holds_focus(pane: QWidget) -> bool:
    focused = QGuiApplication.focusObject()
    return isinstance(focused, QWidget) and (focused is pane or pane.isAncestorOf(focused))
