"""The start of the window's program: one process, one window, crashes caught."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from qt_app import __version__
from qt_app.gui.import_check import answer_from_names


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or raise the one that is open. Exit 0; 2 if there is no display.

    `--version` and `--help` only print.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if "--version" in arguments:
        print(f"qingtui-triage {__version__}")
        return 0
    if "--help" in arguments or "-h" in arguments:
        print("usage: qingtui-triage-gui [--version] [--help]\n\nOpens the window.")
        return 0
    if not _has_display():
        print("No display. Use: qingtui-triage diagnose FILE", file=sys.stderr)
        return 2
    return _run()


def _has_display() -> bool:
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run() -> int:
    # What is made for the window stays; to search it for garbage meanwhile only takes time.
    gc.disable()
    # Qt is loaded once it is sure that there will be a window.
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    answer_from_names()
    from qt_app.gui.app import create_window
    from qt_app.gui.single_instance import InstanceServer, raise_other, server_name
    from qt_app.services.paths import find_paths

    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication([sys.argv[0]])
    app.setApplicationName("qingtui-triage")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("qingtui-triage")
    name = server_name(find_paths())
    if raise_other(name):
        return 0
    server = InstanceServer(name, app)
    window = create_window()
    from qt_app.gui.clipboard import Clipboard
    from qt_app.gui.crash import CrashGuard
    from qt_app.gui.dialogs import Dialogs
    from qt_app.gui.tasks import still_working

    guard = CrashGuard(window, find_paths(), Clipboard(window), Dialogs())
    guard.install()
    server.raise_requested.connect(window.come_to_front)
    # The same later on: a search of the whole window would hold up a key by 40 ms.
    window.completed.connect(gc.freeze)
    window.show()
    gc.freeze()
    gc.enable()
    code = app.exec()
    if still_working():
        # All is saved; a log that is still being read would keep the process for as long.
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
