"""What happens when something was not foreseen: keep a masked report, offer to copy it."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QDateTime, QObject, Qt, Signal, Slot

from qt_app import __version__
from qt_app.gui.clipboard import Clipboard
from qt_app.gui.dialogs import Dialogs
from qt_app.gui.main_window import MainWindow
from qt_app.services.paths import Paths
from qt_app.services.settings import write_whole

_MAX = 20_000


class CrashGuard(QObject):
    """Catches what no code caught, on any thread. One report is offered at a time."""

    _crashed = Signal(str)

    def __init__(
        self, window: MainWindow, paths: Paths, clipboard: Clipboard, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self._window, self._paths = window, paths
        self._clipboard, self._dialogs = clipboard, dialogs
        self._asking = False
        self._crashed.connect(self._offer, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the interpreter's hooks."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def catch(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """The hook: Ctrl+C still ends the program, all else becomes a report."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._crashed.emit(crash_report(kind, error, trace))

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _offer(self, report: str) -> None:
        if self._asking:
            return
        # Stays set where the question itself fails: that would be asked about without end.
        self._asking = True
        if self._wants_copy(keep_report(self._paths, report)):
            self._clipboard.copy(report)
        self._asking = False

    def _wants_copy(self, kept: Path | None) -> bool:
        question = self.tr("Something went wrong that nobody foresaw.")
        detail = self.tr("Your text is still there. The report could not be saved, only copied.")
        if kept is not None:
            words = self.tr("Your text is still there. A report without secrets was kept: {0}")
            detail = words.format(kept)
        return self._dialogs.ask(self._window, question, detail, self.tr("Copy report"))


def crash_report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """The traceback with versions, secrets masked, at most 20,000 characters."""
    # Loaded on need: a start without a crash does without it.
    from qt_app.core.redaction import collect

    lines = traceback.format_exception(kind, error, trace)
    text = "".join(lines)[-_MAX:]
    head = (
        f"qingtui-triage {__version__}, Python {platform.python_version()}, "
        f"PySide6 {pyside_version}, {platform.platform()}\n"
    )
    return head + collect(text).mask(text)


def keep_report(paths: Paths, report: str) -> Path | None:
    """Saves a report; None if the folder cannot be written."""
    stamp = QDateTime.currentDateTime().toString("yyyyMMdd-HHmmss-zzz")
    file = paths.crashes / f"crash-{stamp}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, report.encode("utf-8", "replace").decode("utf-8"))
    except OSError:
        return None
    return file
