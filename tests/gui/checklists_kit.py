"""What the tests of the checklists page share: a link, and how a button is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

LINK = (
    "https://open.qingtui.com/v1/oauth2/authorize?appid=2718281828"
    "&redirect_uri=https%3A%2F%2Foa.abc.com.cn%2Flogin"
)


def click(qtbot, window, name) -> None:
    qtbot.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
