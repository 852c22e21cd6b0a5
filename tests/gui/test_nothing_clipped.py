"""No label is cut and none lies over another: languages, sizes, text sizes, stretched words."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

SIZES = [(1280, 800), (1024, 640)]
PASTE = (
    "https://open.qingtui.com/v1/oauth2/authorize?redirect_uri=https%3A%2F%2Foa.abc.com.cn%2Fx\n"
    '2026-11-02 10:00:05.007 {"errcode":50002,"errmsg":"未授权的域名"}\n'
    "报错 45002\n"
)


class Doubled(QTranslator):
    """Every word of the window twice as long, as a wordy language would be."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, note: str = "", n: int = -1) -> str:
        return f"{text} {text}" if text and context != "Language" else ""


def shown_labels(root: QWidget) -> list[QLabel]:
    labels = [label for label in root.findChildren(QLabel) if label.isVisible()]
    return [label for label in labels if label.text() or not label.pixmap().isNull()]


def clipped(label: QLabel) -> str:
    """What is wrong with a label's size; "" if nothing."""
    name = f"{label.objectName() or type(label).__name__} {label.text()[:30]!r} {label.geometry()}"
    if label.wordWrap() and label.heightForWidth(label.width()) > label.height():
        return f"cut to {label.height()} of {label.heightForWidth(label.width())}: {name}"
    if not label.wordWrap() and label.sizeHint().height() > label.height() + 1:
        return f"cut to {label.height()} of {label.sizeHint().height()}: {name}"
    return ""


def place(label: QLabel, root: QWidget) -> QRect:
    return QRect(label.mapTo(root, QPoint(0, 0)), label.size())


def overlaps(labels: list[QLabel], root: QWidget) -> list[str]:
    """Labels of one parent, or of one card, that lie over each other."""
    places = [(label, place(label, root)) for label in labels]
    return [
        f"{one.text()[:20]!r} {at} over {other.text()[:20]!r} {there}"
        for (one, at), (other, there) in combinations(places, 2)
        if at.intersects(there) and at.intersected(there).height() > 1
    ]


def faults(page: QWidget) -> list[str]:
    labels = shown_labels(page)
    assert labels
    found = [fault for label in labels if (fault := clipped(label))]
    for parent in {id(label.parent()): label.parent() for label in labels}.values():
        own = [label for label in labels if label.parent() is parent]
        if isinstance(parent, QWidget):
            found += overlaps(own, parent)
    return found


def scrolls(widget: QWidget) -> bool:
    """Whether a widget stands in something that can be scrolled to it."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def half_shown(page: QWidget) -> list[str]:
    """Buttons, drop-downs, fields and strips that their parents or each other cut."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    parts = [w for w in page.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    parts += [w for w in page.findChildren(QWidget, "timeStrip") if w.isVisible()]
    parts = [part for part in parts if not scrolls(part)]
    names = {part: part.objectName() or part.accessibleName() or part.text() for part in parts}
    cut = [
        f"{names[part]} shows {shown.width()}×{shown.height()} of {part.size()}"
        for part in parts
        if (shown := part.visibleRegion().boundingRect()).size() != part.size()
    ]
    places = [(part, QRect(part.mapTo(page, QPoint(0, 0)), part.size())) for part in parts]
    return cut + [
        f"{names[one]} over {names[other]}"
        for (one, at), (other, there) in combinations(places, 2)
        if at.intersects(there) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def settle() -> None:
    for _ in range(6):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()


@pytest.fixture
def filled(qtbot, window):
    """A window with a chosen code and a diagnosis."""
    with qtbot.waitSignal(window.findings_ready, timeout=20_000):
        window.findChild(QPlainTextEdit, "pasteInput").setPlainText(PASTE)
    window.show_page("codes")
    window.findChild(QLineEdit, "codesFilter").setText("40001")
    qtbot.wait(60)
    return window


def walk(window) -> list[str]:
    found = []
    for size in SIZES:
        window.resize(*size)
        for name in ("codes", "diagnose", "checklists", "settings"):
            window.show_page(name)
            settle()
            page = window.page(name)
            found += [f"{name} {size}: {fault}" for fault in faults(page) + half_shown(page)]
    return found


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_label_is_cut_or_covered(filled, lang: str, percent: int) -> None:
    filled._desk.preferences.change(language=lang, text_size=percent)
    settle()
    assert walk(filled) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_large_text_leaves_rows_to_see(filled, lang: str) -> None:
    filled._desk.preferences.change(language=lang, text_size=200)
    filled.resize(1024, 640)
    for name, view, rows in (("diagnose", "findingsView", 1), ("codes", "codesTable", 2)):
        filled.show_page(name)
        filled.findChild(QLineEdit, "codesFilter").setText("400")
        settle()
        seen = filled.findChild(QAbstractItemView, view)
        row = seen.visualRect(seen.model().index(0, 0))
        assert seen.viewport().height() >= rows * row.height(), name
    titles = filled.findChild(QAbstractItemView, "codesTable").columns
    assert titles.sectionSize(2) >= 2 * 96


def test_words_twice_as_long_fit(filled) -> None:
    doubled = Doubled(filled)
    filled._desk.preferences.change(language="en")
    QApplication.installTranslator(doubled)
    try:
        settle()
        assert filled.windowTitle().count("Triage") == 2
        assert walk(filled) == []
    finally:
        QApplication.removeTranslator(doubled)


def test_a_card_has_its_height_before_it_is_painted(qtbot, filled) -> None:
    filled.show_page("codes")
    page = filled.page("codes")
    filled.findChild(QLineEdit, "codesFilter").setText("40014")
    filled.findChild(QWidget, "codeDetail").parentWidget().rebuild()
    QCoreApplication.sendPostedEvents()
    assert faults(page) == []
