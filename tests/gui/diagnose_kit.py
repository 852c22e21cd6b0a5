"""What the tests of the diagnose page share: pastes, and a page with its widgets at hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from qt_app.gui.main_window import MainWindow
from qt_app.gui.pages.diagnose import DiagnosePage

DOMAIN = (
    "客户：手机上点开应用就报错。王工 13800001234\n"
    "https://open.qingtui.com/v1/oauth2/authorize?appid=2718281828"
    "&redirect_uri=https%3A%2F%2Foa.abc.com.cn%2Flogin\n"
    "2026-11-02 10:00:05.007 WARN  LoginController - 授权页返回\n"
    '{"errcode":50002,"errmsg":"未授权的域名"}\n'
    "2026-11-02 10:00:07.310 INFO  TokenJob - "
    '{"access_token":"eyJhbGciOiJIUzI1NiJ9.eyJkb21haW5faWQ.SAMPLE","expires_in":7200}\n'
    "2026-11-02 10:02:41.118 WARN  LoginController - 授权页返回\n"
    '{"errcode":50002,"errmsg":"未授权的域名"}'
)
ONLY_A_NUMBER = "客户只说了 报错 45002"
TOKEN = '{"errcode":42001,"errmsg":"access_token超时"}'


class Desk:
    """The diagnose page of a window, by object names as outside callers use them."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window, self.qtbot = window, qtbot
        window.show_page("diagnose")
        page = window.page("diagnose")
        assert isinstance(page, DiagnosePage)
        self.page = page
        self.found: list[int] = []
        window.findings_ready.connect(self.found.append)

    def widget(self, name: str) -> Any:
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    @property
    def box(self) -> Any:
        return self.widget("pasteInput")

    @property
    def view(self) -> Any:
        return self.widget("findingsView")

    def paste(self, text: str) -> None:
        before = len(self.found)
        self.box.setPlainText(text)
        self.qtbot.waitUntil(lambda: len(self.found) > before, timeout=20_000)

    def card(self) -> str:
        return str(self.widget("findingDetail").accessibleDescription())

    def status(self) -> str:
        return str(self.widget("statusMessage").whole_text())

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        target = QGuiApplication.focusObject() or self.window
        self.qtbot.keyClick(target, key, modifiers)

    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()

    def set_clipboard(self, text: str = "", html: str = "") -> None:
        data = QMimeData()
        if text:
            data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)

    def rows(self) -> list[str]:
        model = self.view.model()
        return [str(model.index(i, 0).data()) for i in range(model.rowCount())]
