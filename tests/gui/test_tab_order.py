"""Tab goes in reading order: rail, header, paste, findings, card with what it holds, footer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from qt_app.gui.widgets.cards import Folded
from tests.gui.diagnose_kit import DOMAIN, ONLY_A_NUMBER, Desk


def stops(qtbot, window, first: QWidget) -> list[QWidget]:
    """Where Tab stops, from `first` until it comes back there."""
    window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found = [first]
    for _ in range(80):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is first:
            return found
        found.append(here)
    raise AssertionError([one.objectName() for one in found])


def places(found: list[QWidget], names: list[str]) -> list[int]:
    known = [one.objectName() for one in found]
    return [known.index(name) for name in names]


def inside(found: list[QWidget], card: QWidget) -> list[QWidget]:
    return [one for one in found if card.isAncestorOf(one) and one is not card]


def check_card(found: list[QWidget], card: QWidget, after: str) -> list[QWidget]:
    """What the card holds comes right behind it, from top to bottom, and before `after`."""
    held = inside(found, card)
    start = found.index(card) + 1
    assert found[start : start + len(held)] == held
    assert found[start + len(held)].objectName() == after
    tops = [one.mapTo(card, QPoint(0, one.height() // 2)).y() for one in held]
    assert tops == sorted(tops)
    return held


@pytest.fixture
def desk(window, qtbot) -> Desk:
    return Desk(window, qtbot)


@pytest.mark.parametrize("text", [DOMAIN, ONLY_A_NUMBER, '{"errcode":40999,"errmsg":"?"}'])
def test_the_diagnose_page(desk: Desk, qtbot, settle, text: str) -> None:
    desk.paste(text)
    settle()
    found = stops(qtbot, desk.window, desk.widget("openFileButton"))
    order = places(
        found,
        ["openFileButton", "clearPasteButton", "diagnoseButton", "pasteInput", "findingsFilter",
         "findingsView", "findingDetail", "copyTicketButton", "copyReplyButton", "redactToggle"],
    )  # fmt: skip
    assert order == sorted(order)
    assert check_card(found, desk.widget("findingDetail"), "copyTicketButton")


def test_tabs_of_cases_come_before_the_paste(desk: Desk, qtbot, settle) -> None:
    desk.paste(DOMAIN)
    desk.window.findChild(QAction, "command_new_case").trigger()
    desk.paste(ONLY_A_NUMBER)
    settle()
    found = stops(qtbot, desk.window, desk.widget("caseTabs"))
    order = places(found, ["caseTabs", "newCaseButton", "openFileButton", "pasteInput"])
    assert order == sorted(order)


def test_what_is_folded_out_follows_its_head(desk: Desk, qtbot, settle) -> None:
    desk.paste('{"errcode":45009,"errmsg":"x"}\n/v1/message/send 报错 45002')
    settle()
    card = desk.widget("findingDetail")
    for folded in card.findChildren(Folded):
        folded.set_open(True)
    settle()
    found = stops(qtbot, desk.window, desk.widget("openFileButton"))
    check_card(found, card, "copyTicketButton")


def test_the_codes_page(window, qtbot, settle) -> None:
    window.show_page("codes")
    field = window.findChild(QLineEdit, "codesFilter")
    field.setText("40001")
    qtbot.wait(80)
    found = stops(qtbot, window, field)
    order = places(found, ["codesFilter", "codesTableFilter", "codesTable", "codeDetail"])
    assert order == sorted(order)
    card = window.findChild(QWidget, "codeDetail")
    assert len(check_card(found, card, "copySentenceButton")) > 2


def test_zero_hits_offer_the_nearest_first(window, qtbot, settle) -> None:
    window.show_page("codes")
    field = window.findChild(QLineEdit, "codesFilter")
    for text in ("40998", "40999"):
        field.setText(text)
        settle()
    nothing = window.page("codes").nothing
    held = inside(stops(qtbot, window, field), nothing)
    assert [one.text()[:2] for one in held] == ["40", "40", "40", "40", "贴完"]
