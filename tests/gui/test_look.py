"""How the window is drawn: places, rings, lines and marks as the design has them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QToolButton,
    QWidget,
)

from qt_app.gui.delegates.rows import draw_hairline
from qt_app.gui.widgets.cards import Chip
from qt_app.gui.widgets.case_tabs import CaseTabs, Tab
from qt_app.gui.widgets.focus_ring import OuterRing
from qt_app.gui.widgets.panes import HairSplitter
from qt_app.gui.widgets.paste_gutter import Gutter

DECIDED = (
    "https://open.qingtui.com/v1/oauth2/authorize?redirect_uri=https%3A%2F%2Foa.abc.com.cn%2Fx\n"
    '2026-11-02 10:00:05.007 {"errcode":50002,"errmsg":"未授权的域名"}\n'
)


@pytest.fixture
def paste(qtbot, window, settle):
    """Diagnoses a text on the diagnose page."""

    def run(text: str) -> None:
        window.show_page("diagnose")
        with qtbot.waitSignal(window.findings_ready, timeout=20_000):
            window.findChild(QPlainTextEdit, "pasteInput").setPlainText(text)
        settle()

    return run


@pytest.fixture
def diagnosed(paste) -> None:
    """One finding with a decided card."""
    paste(DECIDED)


def in_window(widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def rail_places(window) -> list[QRect]:
    rail = window.rail
    return [in_window(rail.widgetForAction(action)) for action in rail.page_actions.values()]


def test_the_rail_stands_where_it_will_stay(window, settle) -> None:
    settle()
    at_start = rail_places(window)
    assert at_start[0] == QRect(6, 40, 60, 56)
    assert at_start[1].top() - at_start[0].bottom() - 1 == 4
    assert window.bar.y() - at_start[-1].bottom() - 1 == 4
    for change in ({"theme": "dark"}, {"language": "en"}, {"theme": "light"}):
        window._desk.preferences.change(**change)
        settle()
        assert rail_places(window) == at_start


def inside(button: QWidget, settle) -> QImage:
    """A button without its edge, where the ring is."""
    settle()
    return button.grab(button.rect().adjusted(4, 4, -4, -4)).toImage()


def test_a_button_with_the_keyboard_has_one_ring_and_nothing_moves(
    qtbot, window, settle, diagnosed
) -> None:
    window.activateWindow()
    buttons = [b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    # A check box has its ring round the words, by its own hand.
    buttons = [b for b in buttons if not isinstance(b, QCheckBox)]
    assert {b.property("kind") for b in buttons} >= {"primary", "outline", "quiet", "link", "fold"}
    before = {button: inside(button, settle) for button in buttons}
    seen = set()
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here in before:
            seen.add(here)
            assert inside(here, settle) == before[here], here.accessibleName() or here.text()
    assert len(seen) >= 12


def test_the_paste_box_shows_a_ring_for_the_keyboard_alone(window, settle, diagnosed) -> None:
    box = window.findChild(QPlainTextEdit, "pasteInput")
    focus = QColor(window._desk.theme.tokens["focus"])
    window.activateWindow()

    def edge(reason: Qt.FocusReason) -> QColor:
        window.findChild(QWidget, "diagnoseButton").setFocus()
        box.setFocus(reason)
        settle()
        return box.grab().toImage().pixelColor(1, box.height() // 2)

    reasons = Qt.FocusReason
    for reason in (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason):
        assert edge(reason) == focus
    assert edge(reasons.MouseFocusReason) != focus


def test_the_ring_of_a_link_stands_around_its_words(qtbot, window, settle, diagnosed) -> None:
    card = window.findChild(QWidget, "findingDetail")
    link = next(b for b in card.findChildren(QAbstractButton) if b.property("kind") == "link")
    place = in_window(link)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    (ring,) = window.findChildren(OuterRing)
    assert in_window(ring) == place.adjusted(-4, 0, 4, 0)
    assert in_window(link) == place
    window.resize(1200, 800)
    settle()
    assert in_window(ring) == in_window(link).adjusted(-4, 0, 4, 0)
    link.clearFocus()
    settle()
    assert not [one for one in window.findChildren(OuterRing) if one.isVisible()]


def test_line_numbers_keep_clear_of_the_marks(window, settle) -> None:
    window.show_page("diagnose")
    box = window.findChild(QPlainTextEdit, "pasteInput")
    metrics = window._desk.theme.metrics("tag")
    for lines, digits in ((9, 1), (999, 3), (1_000, 4), (20_000, 5)):
        box.fill("x\n" * (lines - 1))
        settle()
        width = box.findChild(Gutter).width()
        room = width - 10 - 2 - 13  # after the numbers, before and under the mark
        assert width == 46 if digits <= 3 else width > 46
        assert metrics.horizontalAdvance("0" * digits) <= room
        assert box.viewport().x() == width
    box.fill("x")
    assert box.findChild(Gutter).width() == 46


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 1.75, 2])
def test_hairlines_are_equally_thick_on_every_screen(window, scale: float) -> None:
    theme = window._desk.theme
    image = QImage(round(40 * scale), round(400 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for top in range(0, 390, 13):
        draw_hairline(painter, theme, QRect(0, top, 40, 13))
    painter.end()
    dark = [image.pixelColor(5, y) != QColor("white") for y in range(image.height())]
    runs = "".join("x" if one else " " for one in dark).split()
    assert runs == ["x" * int(scale)] * 30


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 1.75, 2])
@pytest.mark.parametrize("width", [400, 401, 402, 403])
def test_the_line_between_panes_is_never_lost(qtbot, window, scale: float, width: int) -> None:
    splitter = HairSplitter(window._desk.theme, Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    for _ in range(2):
        pane = QWidget()
        pane.setAutoFillBackground(True)
        pane.setBackgroundRole(QPalette.ColorRole.Base)
        splitter.addWidget(pane)
    splitter.resize(width, 60)
    splitter.show()
    image = QImage(round(width * scale), round(60 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    splitter.render(image)
    line = QColor(window._desk.theme.tokens["line"])
    row = [image.pixelColor(x, 20) == line for x in range(image.width())]
    assert row.count(True) == int(scale)


@pytest.mark.parametrize("percent", [100, 200])
def test_zero_hits_offer_the_diagnosis_once_and_in_sight(window, settle, percent: int) -> None:
    window._desk.preferences.change(text_size=percent)
    window.resize(1024, 640)
    window.show_page("codes")
    window.findChild(QLineEdit, "codesFilter").setText("40999")
    settle()
    page = window.page("codes")
    words = page.nothing._button.text()
    shown = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    offers = [b for b in shown if b.text() == words]
    assert offers == [page.nothing._button]
    assert offers[0].visibleRegion().boundingRect().size() == offers[0].size()
    links = [b for b in shown if b.property("kind") == "link"]
    line = next(label for label in page.nothing.findChildren(QLabel) if "40999" in label.text())
    assert {in_window(link).left() for link in links} >= {in_window(line).left()}
    window.findChild(QLineEdit, "codesFilter").setText("400")
    settle()
    assert page.detail.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_the_question_that_decides_between_many_is_in_sight(window, settle, paste, size) -> None:
    window.resize(*size)
    paste("报错 40100\n")
    card = window.findChild(QWidget, "findingDetail")
    ask = window.findChild(QWidget, "copyAskButton")
    assert ask.visibleRegion().boundingRect().size() == ask.size()
    words = [label.text() for label in card.findChildren(QLabel)]
    assert words.count("参数检查") == 23
    assert card.body.height() < 1_300


def test_tabs_that_have_no_room_are_scrolled_by_our_own_arrows(qtbot, window, settle) -> None:
    tabs = CaseTabs(window._desk.theme)
    qtbot.addWidget(tabs)
    tabs.set_tabs([Tab(f"案例 {number}") for number in range(12)], 11)
    tabs.resize(500, 34)
    tabs.show()
    for percent in (100, 200):
        window._desk.preferences.change(text_size=percent)
        settle()
        arrows = tabs.findChildren(QToolButton)
        assert len(arrows) == 2
        for arrow in arrows:
            assert arrow.isVisible()
            assert arrow.width() >= 28 * percent // 100
            assert arrow.arrowType() == Qt.ArrowType.NoArrow
            assert not arrow.icon().isNull()


@pytest.mark.parametrize("percent", [100, 150])
def test_chips_are_of_one_height(window, settle, diagnosed, percent: int) -> None:
    window._desk.preferences.change(text_size=percent)
    settle()
    chips = window.findChild(QWidget, "findingDetail").findChildren(Chip)
    tones = {chip.property("tone") for chip in chips}
    assert {"error", "grey", "outline"} <= tones
    heights = {chip.height() for chip in chips}
    assert len(heights) == 1
    assert heights == {23} or percent > 100


def test_the_measure_of_the_text_grows_with_it(window, settle, diagnosed) -> None:
    window.resize(1900, 900)
    for percent, measure in ((100, 760), (125, 950)):
        window._desk.preferences.change(text_size=percent)
        settle()
        margins = window.findChild(QWidget, "findingDetail").body.column.contentsMargins()
        width = window.findChild(QWidget, "findingDetail").body.width()
        assert width - margins.left() - margins.right() == measure


def test_the_columns_fill_the_table_again_after_a_narrow_moment(window, settle) -> None:
    table = window.findChild(QTableView, "codesTable")
    window.show_page("codes")
    for percent, size in ((200, (860, 640)), (100, (1280, 800)), (150, (1024, 640)), (100, None)):
        window._desk.preferences.change(text_size=percent)
        window.resize(*(size or (1280, 800)))
        settle()
        least = window._desk.theme.scaled(96)
        assert table.columns.sectionSize(2) >= least
        assert table.columns.length() >= table.viewport().width()
    assert table.columns.length() == table.viewport().width()
    assert [table.columnWidth(column) for column in (0, 1, 3, 4, 5)] == [84, 240, 96, 84, 80]
