"""Whatever is pasted stays text: nothing is rendered, loaded or opened anywhere in the window."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QWidget,
)

from qt_app.gui.dialogs import _box

_TAG = re.compile(r"<[a-z!/]")
PAGES = ("codes", "diagnose", "checklists", "settings")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server on this machine that notices anybody who calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


def hostile(server: socket.socket) -> str:
    url = f"http://127.0.0.1:{server.getsockname()[1]}/seen.png"
    return (
        f'<img src="{url}"><img src="file:///etc/passwd"><link rel="stylesheet" href="{url}">'
        f'<a href="{url}">x</a><table><tr><td>'
        f'{{"errcode":50002,"errmsg":"未授权的域名<img src=\'{url}\'><b>x</b>"}}</td></tr></table>'
    )


def was_called(server: socket.socket) -> bool:
    try:
        server.accept()[0].close()
    except TimeoutError:
        return False
    return True


def rendered(root: QWidget) -> list[str]:
    """Labels that may guess a format, tooltips with a foreign tag, boxes that render."""
    found = [
        f"label {w.objectName()} {w.text()[:40]!r}"
        for w in root.findChildren(QLabel)
        if w.textFormat() != Qt.TextFormat.PlainText and w.text() and not in_qt(w)
    ]
    for widget in [root, *root.findChildren(QWidget)]:
        tips = [widget.toolTip(), widget.whatsThis(), *cell_tips(widget)]
        found += [f"tooltip {widget.objectName()} {tip[:60]!r}" for tip in tips if is_rich(tip)]
    found += [f"browser {w.objectName()}" for w in root.findChildren(QTextBrowser)]
    return found


def is_rich(tip: str) -> bool:
    """Whether Qt would render it."""
    return bool(GuiQt.mightBeRichText(tip)) or bool(_TAG.search(tip.lower()))


def cell_tips(widget: QWidget) -> list[str]:
    """The tooltips of the first rows of a list."""
    if not isinstance(widget, QAbstractItemView) or widget.model() is None:
        return []
    model = widget.model()
    columns = model.columnCount() if isinstance(widget, QTableView) else 1
    cells = (
        model.index(row, column)
        for row in range(min(model.rowCount(QModelIndex()), 20))
        for column in range(columns)
    )
    return [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]


def in_qt(label: QLabel) -> bool:
    """Whether a label belongs to one of Qt's own parts, which show their own words only."""
    return label.objectName().startswith("qt_")


@pytest.mark.parametrize("as_html", [True, False])
def test_pasted_html_stays_text(qtbot, window, listener, as_html: bool) -> None:
    text = hostile(listener)
    data = QMimeData()
    if as_html:
        data.setHtml(text)
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    window.show_page("diagnose")
    with qtbot.waitSignal(window.findings_ready, timeout=20_000):
        window.menus.actions["paste"].trigger()
    qtbot.wait(150)
    box = window.findChild(QPlainTextEdit, "pasteInput")
    assert "50002" in box.toPlainText()
    for name in PAGES:
        window.show_page(name)
        assert rendered(window.page(name)) == []
    assert rendered(window) == []
    assert not was_called(listener)


def test_the_listener_would_notice(listener) -> None:
    with socket.create_connection(listener.getsockname()):
        assert was_called(listener)


def test_the_walk_would_notice(qtbot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    label = QLabel("<b>x</b>", root)
    assert rendered(root)
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert rendered(root) == []
    label.setToolTip("<img src=x>")
    assert rendered(root)


def test_message_boxes_show_text_as_it_is(qtbot, window) -> None:
    box: QMessageBox = _box(window, "<b>x</b>", "<img src='file:///etc/passwd'>")
    qtbot.addWidget(box)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in box.informativeText()


def test_an_address_in_the_paste_is_no_link(qtbot, window, listener) -> None:
    with qtbot.waitSignal(window.findings_ready, timeout=20_000):
        window.findChild(QPlainTextEdit, "pasteInput").setPlainText(hostile(listener))
    labels = window.findChildren(QLabel)
    assert rendered(window) == []
    assert not [w for w in labels if w.openExternalLinks()]
