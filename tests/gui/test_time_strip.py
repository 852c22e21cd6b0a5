"""The strip that shows when the findings happened: what it counts, and how a range is picked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip

from qt_app.gui.models.findings import ALL, SUCCESSES, FindingsModel
from qt_app.gui.models.findings_times import BUCKETS, timeline_of
from qt_app.gui.models.findings_words import FindingWords
from tests.gui.diagnose_kit import ONLY_A_NUMBER, TOKEN, Desk
from tests.gui.test_diagnose_model import FINDING, report_of

KEY = Qt.Key
EXPIRED = '{"errcode":42001,"errmsg":"access_token超时"}'
WRONG = '{"errcode":40001,"errmsg":"获取access_token时AppSecret错误,或者access_token无效."}'
FINE = '{"errcode":0,"errmsg":"ok"}'


def log(*bodies: str, step: int = 60) -> str:
    at = datetime(2026, 11, 2, 10, 0, 0)
    lines = []
    for body in bodies:
        lines.append(f"{at.isoformat(sep=' ')}.000 WARN  Push - {body}")
        at += timedelta(seconds=step)
    return "\n".join(lines)


MIXED = log(WRONG, EXPIRED, FINE, EXPIRED, EXPIRED)


@pytest.fixture
def desk(window, qtbot) -> Desk:
    return Desk(window, qtbot)


def at(desk: Desk, bucket: int) -> QPoint:
    return desk.widget("timeStrip").bucket_rect(bucket).center()


def drag(desk: Desk, first: int, last: int) -> None:
    strip, left = desk.widget("timeStrip"), Qt.MouseButton.LeftButton
    desk.qtbot.mousePress(strip, left, pos=at(desk, first))
    desk.qtbot.mouseMove(strip, at(desk, last))
    desk.qtbot.mouseRelease(strip, left, pos=at(desk, last))


@pytest.mark.parametrize("text", [TOKEN, ONLY_A_NUMBER, log(WRONG), log(WRONG, WRONG, step=1)])
def test_hidden_without_two_times_apart(desk: Desk, text: str) -> None:
    desk.paste(text)
    assert not desk.widget("timeStrip").isVisible()


def test_shown_with_two_times_apart_and_gone_with_the_paste(desk: Desk) -> None:
    strip = desk.widget("timeStrip")
    desk.paste(log(WRONG, WRONG, step=2))
    assert strip.isVisible()
    assert strip.height() == 42
    below = strip.height() - strip.bucket_rect(0).bottom() - 1
    words = QFontMetrics(desk.window._desk.theme.font("tag")).height()
    assert below >= words + 3, "the times must not touch the ring or the line below"
    desk.click("clearPasteButton")
    assert not strip.isVisible()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_it_says_what_it_shows(desk: Desk) -> None:
    desk.paste(MIXED)
    strip = desk.widget("timeStrip")
    assert strip.accessibleName()
    assert strip.accessibleDescription() == "10:00:00 – 10:04:00 · 4 处错误，1 处成功"
    place = at(desk, BUCKETS - 1)
    asked = QHelpEvent(QEvent.Type.ToolTip, place, strip.mapToGlobal(place))
    QApplication.sendEvent(strip, asked)
    assert QToolTip.text() == "10:03:56 – 10:04:00\n1 处错误"
    QToolTip.hideText()


def test_a_drag_shows_that_time_alone_and_a_click_on_it_all_again(desk: Desk) -> None:
    desk.paste(MIXED)
    before = desk.rows()
    assert len(before) == 3
    drag(desk, 40, 10)
    rows = desk.rows()
    assert ["成功" in row for row in rows] == [False, True]
    assert "42001" in rows[0]
    assert "10:01:00" in rows[0]
    assert "10:04" not in rows[0]
    assert "42001" in desk.card()
    assert "10:00:40 – 10:02:44" in desk.widget("timeStrip").accessibleDescription()
    desk.qtbot.mouseClick(desk.widget("timeStrip"), Qt.MouseButton.LeftButton, pos=at(desk, 20))
    assert desk.rows() == before
    assert "42001" in desk.card()


def test_a_piece_without_findings_takes_the_range_away(desk: Desk) -> None:
    desk.paste(MIXED)
    drag(desk, 0, 5)
    assert len(desk.rows()) == 1
    desk.qtbot.mouseClick(desk.widget("timeStrip"), Qt.MouseButton.LeftButton, pos=at(desk, 22))
    assert len(desk.rows()) == 3


def test_by_keys_alone(desk: Desk) -> None:
    desk.paste(MIXED)
    strip = desk.widget("timeStrip")
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    assert "10:00:00 – 10:00:04 · 1 处错误" in strip.accessibleDescription()
    desk.key(KEY.Key_Right)
    desk.key(KEY.Key_Right)
    desk.key(KEY.Key_Return)
    assert desk.rows() == ["成功返回，没有错误码 · 第 3 行 · 10:02:00 · 没有错误码"]
    desk.key(KEY.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(desk.rows()) == 2
    desk.key(KEY.Key_Escape)
    assert len(desk.rows()) == 3
    assert desk.box.toPlainText() == MIXED
    desk.key(KEY.Key_Home)
    desk.key(KEY.Key_Return)
    assert len(desk.rows()) == 1
    desk.key(KEY.Key_Return)
    assert len(desk.rows()) == 3


def test_escape_in_the_list_goes_back_first_and_clears_then(desk: Desk) -> None:
    desk.paste(MIXED)
    drag(desk, 0, 5)
    desk.view.setFocus()
    desk.key(KEY.Key_Escape)
    assert len(desk.rows()) == 3
    assert desk.box.toPlainText() == MIXED
    desk.key(KEY.Key_Escape)
    assert desk.box.toPlainText() == ""


def test_a_click_in_the_text_outside_the_range_shows_all(desk: Desk) -> None:
    desk.paste(MIXED)
    drag(desk, 0, 5)
    desk.page.work.results._on_span(2)
    assert len(desk.rows()) == 3
    assert desk.page.work.findings.current() == 2


def test_a_filter_that_leaves_nothing_of_the_range_is_taken_away(desk: Desk) -> None:
    desk.paste(MIXED)
    desk.widget("findingsFilter").setCurrentIndex(2)
    assert len(desk.rows()) == 1
    drag(desk, 0, 5)
    assert len(desk.rows()) == 1
    assert "40001" in desk.rows()[0]
    assert desk.widget("findingsFilter").currentIndex() == 0


def test_another_language_keeps_the_range(desk: Desk, settle) -> None:
    desk.paste(MIXED)
    drag(desk, 10, 60)
    assert any("42001" in row and "3 次" in row for row in desk.rows())
    drag(desk, 10, 50)
    desk.window._desk.preferences.change(language="en")
    settle()
    rows = desk.rows()
    assert any("42001" in row and "2 times" in row for row in rows)
    assert "4 errors, 1 success" in desk.widget("timeStrip").accessibleDescription()
    desk.window._desk.preferences.change(theme="dark")
    settle()
    assert desk.rows() == rows


def test_a_new_paste_starts_without_a_range(desk: Desk) -> None:
    desk.paste(MIXED)
    drag(desk, 0, 5)
    desk.paste(log(EXPIRED, WRONG))
    assert desk.widget("timeStrip").chosen() is None
    assert len(desk.rows()) == 2


def test_offsets_beside_wall_clocks_do_not_stop_it() -> None:
    times = ["2026-11-02T10:00:00+08:00", "2026-11-02T10:01:00", "9999-99-99T00:00:00", None]
    line = timeline_of([replace(FINDING, time=time) for time in times])
    assert line is not None
    assert list(line.places) == [0, BUCKETS - 1, -1, -1]
    assert timeline_of([replace(FINDING, time="0001-01-01T00:00:00+14:00")]) is None
    far = ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"]
    line = timeline_of([replace(FINDING, time=time) for time in far])
    assert line is None or line.edges(0, BUCKETS - 1)


def test_a_hundred_thousand_are_painted_from_their_counts(desk: Desk) -> None:
    start = datetime(2026, 11, 2)
    findings = [
        replace(FINDING, time=(start + timedelta(seconds=i)).isoformat()) for i in range(100_000)
    ]
    line = timeline_of(findings)
    assert line is not None
    assert sum(line.total()) == 100_000
    strip = desk.widget("timeStrip")
    strip.set_times(line)
    strip.resize(480, 36)
    began = perf_counter()
    strip.grab()
    assert perf_counter() - began < 0.1


def test_an_opened_group_comes_back_open(qapp) -> None:
    model = FindingsModel(FindingWords())
    tester = QAbstractItemModelTester(model)
    model.set_report(report_of("abaXa"))
    places = [0, 1, 2, 3, -1]
    model.toggle(0)
    assert model.rowCount() == 6
    model.set_range(places, 1, 2)
    assert [model.finding_at(row) for row in range(model.rowCount())] == [1, 2]
    assert [model.row_of(finding) for finding in range(5)] == [-1, 0, 1, -1, -1]
    model.set_range(places, 0, 2)
    model.toggle(0)
    assert [model.finding_at(row) for row in range(model.rowCount())] == [0, 0, 2, 1]
    assert model.row_of(2) == 2
    assert model.row_of(4) == -1
    model.set_filter(SUCCESSES)
    assert model.rowCount() == 0
    model.show_whole()
    assert model.rowCount() == 1
    model.set_filter(ALL)
    assert model.rowCount() == 6
    assert model.row_of(4) == 3
    del tester
