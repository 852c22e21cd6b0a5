"""Draws every page in each language, theme, scale and size to PNG files, to be looked at.

    python packaging/render_pages.py OUT [--scales 1,2] [--sizes 1280x800] [--text-sizes 100]

No screen is needed. Settings go to a temporary home.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from qt_app.gui.main_window import MainWindow

PASTES = {
    "decided": (
        "客户：手机上点开应用就报错，电脑浏览器没事。王工 13800001234\n"
        "https://open.qingtui.com/v1/oauth2/authorize?appid=2718281828"
        "&redirect_uri=https%3A%2F%2Foa.abc.com.cn%2Flogin\n"
        "2026-11-02 10:00:05.007 WARN  LoginController - 授权页返回\n"
        '{"errcode":50002,"errmsg":"未授权的域名"}\n'
        "2026-11-02 10:00:07.310 INFO  TokenJob - "
        '{"access_token":"eyJhbGciOiJIUzI1NiJ9.eyJkb21haW5faWQ.SAMPLE","expires_in":7200}\n'
        "2026-11-02 10:02:41.118 WARN  LoginController - 授权页返回\n"
        '{"errcode":50002,"errmsg":"未授权的域名"}\n'
    ),
    "undecided": "客户补充：下午推送又失败，只看到 报错 45002\n",
    "foreign": '{"errcode":60011,"errmsg":"no privilege to access/modify contact, hint: [1]"}',
    "nothing": "你好，帮忙看下，谢谢",
    "unknown": '{"errcode":40999,"errmsg":"不合法的某某"}',
    "success": '{"access_token":"eyJhbGciOiJIUzI1NiJ9.eyJkb21haW5faWQ.SAMPLE","expires_in":7200}',
}
TABS = ("decided", "undecided", "foreign")
_ENOUGH, _MOST_LOOKS = 2, 25  # pictures alike until the window counts as settled
_FOUND = 400  # milliseconds until a paste is diagnosed and kept
LINK = (
    "https://open.qingtui.com/v1/oauth2/authorize?appid=2718281828"
    "&redirect_uri=https%3A%2F%2Foa.abc.com.cn%2F#/home&state=1"
)


def scenes() -> dict[str, Callable[[MainWindow], None]]:
    """What is drawn: a name and what brings the window there."""
    shown: dict[str, Callable[[MainWindow], None]] = {
        "codes": lambda window: _codes(window, "400"),
        "codes-none": lambda window: _codes(window, "40999"),
        "diagnose": lambda window: _diagnose(window, ""),
        "checklists": lambda window: _checklist(window, "", ""),
        "checklists-domain": lambda window: _checklist(window, LINK, "oa.abc.com.cn"),
        "settings": lambda window: window.show_page("settings"),
    }
    for name, text in PASTES.items():
        shown[f"diagnose-{name}"] = lambda window, text=text: _diagnose(window, text)  # type: ignore[misc]
    shown["diagnose-find"] = lambda window: _find(window, PASTES["decided"], "errcode")
    shown["diagnose-tabs"] = _tabs
    shown["cases"] = _cases
    shown["cases-none"] = _no_cases
    shown["palette"] = lambda window: _palette(window, "400")
    return shown


def _codes(window: MainWindow, words: str) -> None:
    from PySide6.QtWidgets import QLineEdit

    window.show_page("codes")
    field = window.findChild(QLineEdit, "codesFilter")
    field.setText(words)


def _checklist(window: MainWindow, target: str, safe_domain: str) -> None:
    from PySide6.QtWidgets import QLineEdit, QPushButton

    window.show_page("checklists")
    window.findChild(QLineEdit, "checklistTarget").setText(target)
    window.findChild(QLineEdit, "checklistSafeDomain").setText(safe_domain)
    if target:
        window.findChild(QPushButton, "runChecksButton").click()


def _diagnose(window: MainWindow, text: str) -> None:
    from PySide6.QtWidgets import QPlainTextEdit, QTabBar

    window.show_page("diagnose")
    tabs = window.findChild(QTabBar, "caseTabs")
    while tabs is not None and tabs.count() > 1:
        _trigger(window, "close_case")
    box = window.findChild(QPlainTextEdit, "pasteInput")
    if box is not None:
        box.setPlainText(text)


def _find(window: MainWindow, text: str, word: str) -> None:
    from PySide6.QtWidgets import QLineEdit

    _diagnose(window, text)
    settle(_FOUND)
    _trigger(window, "find")
    field = window.findChild(QLineEdit, "findField")
    field.setText(word)
    field.textEdited.emit(word)


def _tabs(window: MainWindow) -> None:
    """A tab for each of a few cases."""
    from PySide6.QtWidgets import QPlainTextEdit

    _diagnose(window, PASTES[TABS[0]])
    for name in TABS[1:]:
        settle(_FOUND)
        _trigger(window, "new_case")
        window.findChild(QPlainTextEdit, "pasteInput").setPlainText(PASTES[name])


def _cases(window: MainWindow) -> None:
    """The kept cases, the newest chosen."""
    from PySide6.QtWidgets import QListView

    _tabs(window)
    settle(_FOUND)
    window.show_page("cases")
    settle(_FOUND)
    view = window.findChild(QListView, "casesView")
    view.setCurrentIndex(view.model().index(0, 0))


def _no_cases(window: MainWindow) -> None:
    from qt_app.gui.case_shelf import CaseShelf

    _diagnose(window, "")
    settle(_FOUND)
    window.findChild(CaseShelf).clear()
    window.show_page("cases")


def _palette(window: MainWindow, words: str) -> None:
    from PySide6.QtWidgets import QLineEdit

    _diagnose(window, "")
    _trigger(window, "palette")
    window.findChild(QLineEdit, "commandPaletteInput").setText(words)


def _trigger(window: MainWindow, command: str) -> None:
    from PySide6.QtGui import QAction

    window.findChild(QAction, f"command_{command}").trigger()


def settle(milliseconds: int) -> None:
    """Let layouts and background work finish."""
    from PySide6.QtCore import QCoreApplication

    end = time.monotonic() + milliseconds / 1000
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)


def settled(window: MainWindow, wait: int) -> QImage:
    """The window once nothing on it changes any more: a card may follow its row a little later."""
    settle(wait)
    image, same = window.grab().toImage(), 0
    for _ in range(_MOST_LOOKS):
        settle(wait)
        before, image = image, window.grab().toImage()
        same = same + 1 if image == before else 0
        if same == _ENOUGH:
            break
    return image


def draw(out: Path, scale: str, sizes: list[str], text_sizes: list[int], wait: int) -> int:
    """Draw everything at the scale this process runs with; returns how many files."""
    from PySide6.QtWidgets import QApplication

    from qt_app.gui.app import create_window

    app = QApplication.instance() or QApplication([])
    QApplication.setCursorFlashTime(0)
    window = create_window()
    window.show()
    window.complete()
    settled(window, wait)
    done = 0
    for lang in ("zh", "en"):
        for theme in ("light", "dark"):
            for percent in text_sizes:
                window._desk.preferences.change(language=lang, theme=theme, text_size=percent)
                for size in sizes:
                    window.resize(*map(int, size.split("x")))
                    for name, arrange in scenes().items():
                        arrange(window)
                        file = f"{name}-{lang}-{theme}-{percent}-{size}@{scale}.png"
                        settled(window, wait).save(str(out / file))
                        done += 1
    window.close()
    del app
    return done


def main() -> int:
    """One process per scale: Qt reads the scale factor at its start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--scales", default="1,1.5,2")
    parser.add_argument("--sizes", default="1280x800,1024x640")
    parser.add_argument("--text-sizes", default="100")
    parser.add_argument("--wait", type=int, default=120, help="milliseconds before each picture")
    parser.add_argument("--only-scale", help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if given.only_scale:
        percents = [int(part) for part in given.text_sizes.split(",")]
        sizes = given.sizes.split(",")
        print(draw(given.out, given.only_scale, sizes, percents, given.wait), "pictures")
        return 0
    for scale in given.scales.split(","):
        with tempfile.TemporaryDirectory() as home:
            extra = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
            environ = {**os.environ, **extra, "QINGTUI_TRIAGE_HOME": home}
            command = [sys.executable, __file__, *sys.argv[1:], "--only-scale", scale]
            subprocess.run(command, env=environ, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
