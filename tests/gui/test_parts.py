"""Small parts of the kit: tasks, clipboard, flow layout, cards, crash guard, second start."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from qt_app.gui.breaking import breakable
from qt_app.gui.clipboard import Clipboard, keep_text
from qt_app.gui.crash import CrashGuard, crash_report
from qt_app.gui.single_instance import InstanceServer, raise_other, server_name
from qt_app.gui.tasks import TaskRunner
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.buttons import Button, CheckBox
from qt_app.gui.widgets.cards import EqualCards, SentenceRows, ValueWell
from qt_app.gui.widgets.filter_field import FilterField
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import CardScroll, split_sizes
from qt_app.gui.widgets.words import ElidedLabel, plain_label, plain_tip
from qt_app.services.paths import find_paths


@pytest.fixture
def theme(qapp):
    return Theme(qapp, "light", 100, "zh")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_void_calls_leave_nones_reference_count_alone(qapp) -> None:
    """PySide6 6.12.0 on Python 3.11 drops a reference to None on each void call."""
    widget = QWidget()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100


class TestTasks:
    def test_result_and_error_come_to_the_gui_thread(self, qtbot) -> None:
        runner, seen = TaskRunner(), []

        def fail() -> None:
            raise ValueError("no")

        def note(value: object) -> None:
            seen.append((str(value), threading.current_thread() is threading.main_thread()))

        runner.run(lambda: 42, note)
        runner.run(fail, note, note)
        qtbot.waitUntil(lambda: len(seen) == 2)
        assert sorted(seen) == [("42", True), ("no", True)]
        assert not runner.busy()

    def test_a_cancelled_answer_does_not_arrive(self, qtbot) -> None:
        runner, seen, gate = TaskRunner(), [], threading.Event()
        job = runner.run(lambda: gate.wait(5), seen.append)
        job.cancel()
        gate.set()
        qtbot.waitUntil(lambda: not runner.busy())
        assert seen == []

    def test_shutting_down_waits_and_drops(self, qtbot) -> None:
        runner, seen, gate = TaskRunner(), [], threading.Event()
        runner.run(lambda: gate.wait(0.05), seen.append)
        runner.shut_down()
        QApplication.processEvents()
        assert seen == []


class TestClipboard:
    def test_copies_any_text(self, qapp) -> None:
        board = Clipboard()
        board.copy("轻推 \ud800 x")
        assert board.last_text == "轻推 ? x"
        assert board.text() == "轻推 ? x"

    def test_keeping_never_takes_longer_than_its_limit(self, monkeypatch) -> None:
        seen = {}

        def run(command, **options):
            seen.update(options)
            raise subprocess.TimeoutExpired(command, options["timeout"])

        monkeypatch.setattr(subprocess, "run", run)
        keep_text("轻推")
        assert seen["timeout"] == 2.0
        assert seen["input"] == "轻推".encode()

    def test_nothing_is_handed_over_without_a_screen(self, qapp, monkeypatch) -> None:
        monkeypatch.setattr("qt_app.gui.clipboard.keep_text", pytest.fail)
        board = Clipboard()
        board.copy("x")
        board.hand_over()


class TestFlow:
    def test_wraps_and_never_cuts(self, qtbot) -> None:
        row = FlowWidget(gap=8)
        qtbot.addWidget(row)
        for width in (100, 120, 90):
            row.add(QWidget()).setFixedSize(width, 30)
        assert row.flow.heightForWidth(400) == 30
        assert row.flow.heightForWidth(230) == 66
        assert row.flow.heightForWidth(10) == 102

    def test_stretch_and_right(self, qtbot) -> None:
        row = FlowWidget(gap=8)
        qtbot.addWidget(row)
        field, last = row.add(QWidget()), row.add(QWidget())
        for widget in (field, last):
            widget.setMinimumSize(QSize(50, 20))
        row.flow.set_stretch(field, 100)
        row.flow.setGeometry(QRect(0, 0, 400, 20))
        assert field.width() == 400 - 8 - last.width()
        row.flow.set_stretch(field, 50)
        row.flow._stretched.clear()
        row.flow.set_right(last)
        row.flow.setGeometry(QRect(0, 0, 400, 20))
        assert last.geometry().right() == 399


class TestCards:
    def test_equal_cards_stand_side_by_side_or_stack(self, qtbot) -> None:
        cards = EqualCards([[plain_label("a" * 40, wrap=True), plain_label("x")] for _ in "12"])
        qtbot.addWidget(cards)
        cards.resize(600, 200)
        cards.show()
        tops = {back.geometry().top() for back in cards._backs}
        heights = {back.height() for back in cards._backs}
        assert len(tops) == len(heights) == 1
        cards.resize(300, 400)
        QApplication.processEvents()
        assert len({back.geometry().top() for back in cards._backs}) == 2
        cards.close()

    def test_the_well_hands_out_the_exact_value(self, qtbot, theme) -> None:
        value = "a-very-long-name-that-wraps-somewhere.example.com.cn"
        well = ValueWell(theme, "label", value, "hint", "copy")
        qtbot.addWidget(well)
        with qtbot.waitSignal(well.copy_requested) as caught:
            well.button.click()
        assert caught.args == [value]
        assert breakable(value, 16).replace("\u200b", "") == value
        shown = next(label for label in well.findChildren(QLabel) if label.text() == value)
        assert "\u200b" in QLabel.text(shown)

    def test_a_card_is_as_high_as_its_words(self, qtbot, theme) -> None:
        card = CardScroll()
        qtbot.addWidget(card)
        rows = SentenceRows(theme, "circle")
        for _ in range(5):
            rows.add("一句很长的话，" * 12, "manual")
        card.body.column.addWidget(rows)
        card.body.column.addStretch(1)
        card.resize(700, 900)
        card.show()
        QApplication.processEvents()
        assert not card.verticalScrollBar().isVisible()
        for label in rows.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
        card.resize(300, 300)
        QApplication.processEvents()
        assert card.verticalScrollBar().isVisible()
        for label in rows.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
        card.close()

    def test_markup_stays_words(self, qtbot) -> None:
        label = ElidedLabel("<img src='file:///x.png'>" * 9)
        qtbot.addWidget(label)
        label.resize(80, 20)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert "<img" not in label.toolTip()
        for text in ("<b>&\n", "&lt;", "<!doctype html>", "< b>x</b>", "5 < 6"):
            assert not GuiQt.mightBeRichText(plain_tip(text))
            assert plain_tip(text).replace("\u200b", "") == text
        long = plain_tip("word " * 40 + "汉" * 100).split("\n")
        assert max(sum(2 if char > "\u1100" else 1 for char in line) for line in long) <= 72
        assert "".join(long).replace(" ", "") == "word" * 40 + "汉" * 100

    @pytest.mark.parametrize("saved", [None, [1], [0, 0], ["a", 1], [-1, 2], {"a": 1}])
    def test_odd_sizes_are_passed_over(self, saved: object) -> None:
        assert split_sizes(saved, (3, 1)) == [3, 1]


class Answers:
    """Stands in for Dialogs."""

    def __init__(self, answer: bool) -> None:
        self.answer, self.asked = answer, []

    def ask(self, parent, question: str, detail: str, yes: str) -> bool:
        self.asked.append((question, detail, yes))
        return self.answer


def crash() -> tuple:
    try:
        raise RuntimeError("access_token=eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOjF9.c2FtcGxlc2ln")
    except RuntimeError:
        return sys.exc_info()


class TestCrash:
    def test_the_report_holds_no_secret(self) -> None:
        report = crash_report(*crash())
        assert "RuntimeError" in report
        assert "eyJ1aWQiOjF9" not in report

    def test_a_crash_is_kept_and_offered_once(self, qtbot, window, own_home, settle) -> None:
        dialogs, clipboard = Answers(True), Clipboard()
        guard = CrashGuard(window, find_paths(), clipboard, dialogs)
        guard.catch(*crash())
        settle()
        kept = list((own_home / "crashes").iterdir())
        assert len(kept) == 1
        assert clipboard.last_text == kept[0].read_text("utf-8")
        assert len(dialogs.asked) == 1

    def test_a_crash_on_a_full_disk_is_still_said(self, window, own_home, settle) -> None:
        (own_home / "crashes").write_text("", "utf-8")
        dialogs = Answers(False)
        CrashGuard(window, find_paths(), Clipboard(), dialogs).catch(*crash())
        settle()
        assert len(dialogs.asked) == 1


def test_a_second_start_raises_the_first(qtbot, own_home) -> None:
    name = server_name(find_paths())
    assert not raise_other(name)
    server = InstanceServer(name)
    assert server.is_listening()
    with qtbot.waitSignal(server.raise_requested):
        assert raise_other(name)


def test_version_needs_no_window(capsys) -> None:
    from qt_app.gui.launch import main

    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("qingtui-triage ")


class TestSearchField:
    @pytest.mark.parametrize("percent", [100, 200])
    def test_icons_grow_with_the_text(self, qapp, qtbot, percent: int) -> None:
        theme = Theme(qapp, "light", percent, "zh")
        field = FilterField(theme, "someFilter")
        field.set_clear_words("清空")
        field.resize(400, theme.scaled(32))
        field.setText("400")
        field.show()
        qtbot.waitExposed(field)
        cross = field.findChild(Button)
        assert cross.iconSize().height() == theme.scaled(16)
        assert min(cross.width(), cross.height()) >= theme.scaled(28)
        assert field.rect().contains(cross.geometry())
        assert field.textMargins().left() >= theme.scaled(16)
        assert cross.accessibleName() == "清空"
        assert field.accessibleName() == ""
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
        assert field.text() == ""
        assert not cross.isVisible()
        theme.set_text_size(100)


def test_the_words_of_a_check_box_wrap(qtbot, theme) -> None:
    box = CheckBox(theme)
    box.setText("Also mask addresses inside the company " * 3)
    one_line = box.sizeHint()
    assert box.heightForWidth(one_line.width()) == one_line.height()
    assert box.heightForWidth(one_line.width() // 2) > one_line.height()
    assert box.minimumSizeHint().width() < one_line.width() // 2


def test_words_are_selected_with_the_mouse_once_it_is_there(qtbot) -> None:
    label = plain_label("domain unauthorised", selectable=True)
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint()
    # Nothing but a drawn text so far: a document behind each label would slow the card down.
    assert QLabel.textInteractionFlags(label) == Qt.TextInteractionFlag.LinksAccessibleByMouse
    middle = label.rect().center().y()
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(4, middle))
    assert label.selectedText() == "domain"
    assert label.sizeHint() == before


def test_whoever_asks_finds_the_words_selectable(qtbot) -> None:
    label, other = plain_label("50002", selectable=True), plain_label("50002")
    qtbot.addWidget(label)
    qtbot.addWidget(other)
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert not other.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    label.setSelection(0, 2)
    assert label.selectedText() == "50"


def test_the_mouse_resting_where_a_label_appears_can_select(qtbot) -> None:
    label = plain_label("50002", selectable=True)
    qtbot.addWidget(label)
    label.show()
    QCoreApplication.sendEvent(label, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert QLabel.textInteractionFlags(label) & Qt.TextInteractionFlag.TextSelectableByMouse
