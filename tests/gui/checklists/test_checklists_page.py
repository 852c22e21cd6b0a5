"""The checklists page by keys and clicks: the domain list, which needs no network."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from qt_app.api import load_catalogue
from qt_app.api.analysis import analyse
from qt_app.core.diagnosis import Input
from tests.gui.checklists_kit import LINK, click

KEY, MOD, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def verdict(window) -> str:
    return window.findChild(QLabel, "checklistVerdict").text()


def note(window) -> str:
    return window.findChild(QLabel, "checklistNetworkNote").text()


def card(window) -> str:
    return window.findChild(QScrollArea, "stepDetail").accessibleDescription()


def state(page, step_id) -> str:
    return page.model.step(page.model.row_of(step_id)).state


def test_before_a_run_nothing_is_claimed(window, page, steps) -> None:
    assert verdict(window) == "还没有检查"
    assert note(window) == "这份清单不联网"
    assert not window.findChild(QPushButton, "copyChecklistButton").isEnabled()
    assert not window.findChild(QPushButton, "answerPass").isEnabled()
    assert steps.model().rowCount() == 13
    assert "出错页面的地址" in card(window)


def test_journey_from_the_error_to_the_string_and_the_report(
    qtbot, window, page, target, safe, steps
) -> None:
    qtbot.keyClicks(target, LINK)
    qtbot.keyClick(target, KEY.Key_Tab)
    assert safe.hasFocus()
    qtbot.keyClicks(safe, "https://oa.abc.com.cn")
    click(qtbot, window, "runChecksButton")
    assert verdict(window).startswith("目前未通过：")
    assert steps.currentIndex().row() == 0
    assert "第 1 步，共 13 步" in card(window)
    qtbot.keyClick(window, KEY.Key_F8)
    assert "安全域名 填 abc.com.cn" in card(window)
    assert window.findChild(QPushButton, "copyChecklistButton").isEnabled()
    click(qtbot, window, "copyChecklistButton")
    copied = window._desk.clipboard.last_text
    assert "在轻应用后台 → 安全域名 填 abc.com.cn" in copied
    assert "编号 D-" in copied
    assert "已遮盖" in window.findChild(QLabel, "statusMessage").accessibleName()


def test_enter_runs_and_the_bar_counts(qtbot, window, page, target) -> None:
    qtbot.keyClicks(target, "https://oa.abc.com.cn/x")
    qtbot.keyClick(target, KEY.Key_Return)
    progress = window.findChild(QProgressBar, "checklistProgress")
    assert progress.text() == f"{progress.value()} / 13 步"
    assert progress.value() > 0
    assert state(page, "link.endpoint") == "skip"


def test_empty_fields_are_said_in_place(qtbot, window, page, target) -> None:
    qtbot.keyClick(target, KEY.Key_F5)
    assert "先填" in note(window)
    assert target.hasFocus()
    assert verdict(window) == "还没有检查"
    qtbot.keyClicks(target, "x")
    assert note(window) == "这份清单不联网"


@pytest.mark.parametrize(
    "text",
    ["你好，帮忙看下", "http://", "\u202e<b>a</b>", "http://[::1", "a" * 5000, "1.2.3.4:99999"],
)
def test_odd_targets_get_a_sentence_and_stay(window, page, target, safe, text) -> None:
    target.setText(text)
    safe.setText(text)
    page.run_checks()
    assert target.text() == text
    assert verdict(window).startswith("目前")
    for row in range(page.model.rowCount()):
        page.steps.select_row(row)
        assert card(window)
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_answers_by_key_and_click(qtbot, window, page, target, steps) -> None:
    qtbot.keyClicks(target, LINK)
    qtbot.keyClick(target, KEY.Key_F5)
    steps.setFocus()
    page.steps.select_row(page.model.row_of("domain.cache"))
    assert "强行停止" in card(window)
    qtbot.keyClick(steps, KEY.Key_2)
    assert state(page, "domain.cache") == "fail"
    assert window.findChild(QPushButton, "answerFail").isChecked()
    assert "编号 D-62" in card(window)
    click(qtbot, window, "answerPass")
    assert state(page, "domain.cache") == "pass"
    click(qtbot, window, "answerPass")
    assert state(page, "domain.cache") == "manual"
    assert not window.findChild(QPushButton, "answerPass").isChecked()
    qtbot.keyClick(steps, KEY.Key_3)
    assert state(page, "domain.cache") == "unsure"
    qtbot.keyClick(steps, KEY.Key_4)
    assert state(page, "domain.cache") == "skip"


def test_the_users_answer_counts_more_than_the_tools(qtbot, window, page, target, steps) -> None:
    target.setText(LINK + "&scope=x")
    qtbot.keyClick(target, KEY.Key_F5)
    page.steps.select_row(page.model.row_of("link.appid"))
    assert window.findChild(QPushButton, "answerPass").isChecked()
    hints = [label.text() for label in page.detail.footer.findChildren(QLabel)]
    assert "自动判断，可以改" in hints
    click(qtbot, window, "answerFail")
    assert state(page, "link.appid") == "fail"
    assert "工具的判断" in card(window)
    # A run of all keeps the answer, a run of this step takes the tool's again.
    qtbot.keyClick(window, KEY.Key_F5)
    assert state(page, "link.appid") == "fail"
    page.steps.select_row(page.model.row_of("link.appid"))
    qtbot.keyClick(window, KEY.Key_F5, MOD.ShiftModifier)
    assert state(page, "link.appid") == "pass"


def test_one_step_again_with_what_is_typed_now(qtbot, window, page, target, safe) -> None:
    target.setText(LINK)
    safe.setText("abc.com")
    page.run_checks()
    assert state(page, "domain.covers") == "fail"
    safe.setText("abc.com.cn")
    assert "改过了" in note(window)
    page.steps.select_row(page.model.row_of("domain.covers"))
    click(qtbot, window, "recheckStepButton")
    assert state(page, "domain.covers") == "pass"
    page.steps.select_row(page.model.row_of("domain.cache"))
    assert not window.findChild(QPushButton, "recheckStepButton").isEnabled()


def test_the_failed_step_is_chosen_only_for_who_has_not_chosen(
    qtbot, window, page, target, steps
) -> None:
    target.setText(LINK.replace("open", "www"))
    page.run_checks()
    failed = page.model.row_of("link.endpoint")
    assert steps.currentIndex().row() == failed
    rect = steps.visualRect(page.model.index(9))
    qtbot.mouseClick(steps.viewport(), LEFT, pos=rect.center())
    qtbot.keyClick(steps, KEY.Key_1)
    assert steps.currentIndex().row() == 9


def test_for_reference_after_a_failure(window, page, target) -> None:
    target.setText(LINK.replace("open", "www"))
    page.run_checks()
    page.steps.select_row(page.model.row_of("link.appid"))
    assert "前一步没通过，结果只供参考" in card(window)
    page.steps.select_row(page.model.row_of("domain.form"))
    assert "只供参考" not in card(window)


def test_another_address_takes_the_answers_away(qtbot, window, page, target, steps) -> None:
    target.setText(LINK)
    page.run_checks()
    page.steps.select_row(12)
    qtbot.keyClick(steps, KEY.Key_1)
    target.setText("https://www.other.com/")
    page.run_checks()
    assert state(page, "domain.cache") == "manual"
    assert "清空" in window.findChild(QLabel, "statusMessage").accessibleName()


def test_another_safe_domain_is_judged_anew(qtbot, window, page, target, safe, steps) -> None:
    target.setText(LINK)
    safe.setText("abc.com.cn")
    page.run_checks()
    for name in ("domain.registrable", "domain.cache"):
        page.steps.select_row(page.model.row_of(name))
        page.answer("pass")
    page.run_checks()
    assert state(page, "domain.registrable") == "pass"
    safe.setText("com.cn")
    page.run_checks()
    assert state(page, "domain.registrable") == "fail"
    assert state(page, "domain.cache") == "pass"


def test_language_and_theme_leave_everything_in_place(window, page, target, steps, settle) -> None:
    target.setText(LINK)
    page.run_checks()
    row = page.model.row_of("domain.client")
    page.steps.select_row(row)
    page.answer("fail")
    window._desk.preferences.change(language="en", theme="dark")
    settle()
    assert steps.currentIndex().row() == row
    assert state(page, "domain.client") == "fail"
    assert target.text() == LINK
    assert verdict(window).startswith("So far failed") or "failed" in verdict(window).lower()
    assert window.findChild(QPushButton, "runChecksButton").text() == "Run checks"
    assert window.findChild(QPushButton, "answerFail").isChecked()
    assert "Step 12 of 13" in card(window)
    assert not any("\u4e00" <= char <= "\u9fff" for char in note(window))
    window._desk.preferences.change(language="zh")
    settle()
    assert "第 12 步，共 13 步" in card(window)


def test_reports_in_both_languages_and_masked(qtbot, window, page, target, steps) -> None:
    target.setText(LINK + "&code=SECRETCODE123&access_token=SECRETTOKEN456")
    page.run_checks()
    clipboard = window._desk.clipboard
    steps.setFocus()
    qtbot.keyClick(steps, KEY.Key_C, MOD.ControlModifier)
    ticket = clipboard.last_text
    qtbot.keyClick(steps, KEY.Key_C, MOD.ControlModifier | MOD.ShiftModifier)
    reply = clipboard.last_text
    assert reply.startswith("你好")
    page.band._actions["ticket_other"].trigger()
    english = clipboard.last_text
    page.band._actions["reply_other"].trigger()
    texts = [ticket, reply, english, clipboard.last_text]
    assert len(set(texts)) == 4
    assert "Checklist" in english
    for text in texts:
        assert "SECRETCODE123" not in text
        assert "SECRETTOKEN456" not in text


def test_arriving_from_a_diagnosis(window, page, target, settle) -> None:
    paste = f'{LINK}\n{{"errcode":50002,"errmsg":"未授权的域名"}}'
    report = analyse([Input("-", paste)], load_catalogue()).report("zh")
    finding = next(one for one in report.findings if one.code == "50002")
    window.show_page("codes")
    window.page("diagnose").checklist_requested.emit("domain", finding)
    settle()
    assert window.current_page() is page
    assert "oa.abc.com.cn" in target.text()
    assert "abc.com.cn" in card(window) or verdict(window).startswith("目前")
    assert state(page, "domain.registrable") != "waiting"
    window.page("diagnose").checklist_requested.emit("domain", {})
    assert target.text() == ""
    assert verdict(window) == "还没有检查"


def test_arriving_with_a_network_error_fills_in_and_ticks(window, page, target, settle) -> None:
    values = {"url": "https://oa.abc.com.cn/app", "host": "oa.abc.com.cn", "code": "tls.expired"}
    window.page("diagnose").checklist_requested.emit("https", values)
    settle()
    assert window.findChild(QComboBox, "checklistPicker").currentData() == "https"
    assert target.text() == "https://oa.abc.com.cn/app"
    assert state(page, "https.expiry") == "fail"
    assert verdict(window).startswith("目前未通过")
    assert not page.guide.busy()


def test_the_picker_keeps_both_lists(window, page, target, settle) -> None:
    picker = window.findChild(QComboBox, "checklistPicker")
    assert [picker.itemData(row) for row in range(picker.count())] == ["domain", "https"]
    target.setText(LINK)
    page.run_checks()
    before = verdict(window)
    picker.setCurrentIndex(picker.findData("https"))
    settle()
    assert page.model.rowCount() == 12
    assert verdict(window) == "还没有检查"
    assert "443" in note(window)
    assert not window.findChild(QLineEdit, "checklistSafeDomain").isVisible()
    picker.setCurrentIndex(picker.findData("domain"))
    assert verdict(window) == before
    assert page.model.rowCount() == 13


@pytest.mark.parametrize(
    ("size", "percent"),
    [((1280, 800), 100), ((1024, 640), 100), ((860, 520), 100), ((1280, 800), 200)],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut(window, page, target, settle, size, percent, language) -> None:
    window._desk.preferences.change(language=language, text_size=percent)
    window.resize(*size)
    target.setText(LINK)
    page.run_checks()
    settle()
    assert (window.width(), window.height()) == size
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            # The answers are checkable: a pressed one has a thicker edge and less padding.
            assert button.width() >= button.minimumSizeHint().width() - 2, button.text()
            right = button.mapTo(page, button.rect().bottomRight())
            assert right.x() <= page.width(), button.text()
            # What stands in the card scrolls with it.
            if page.detail.card.isAncestorOf(button):
                continue
            assert right.y() <= page.height(), button.text()
            # Inside its own row, too: a footer that is too low hides what wrapped.
            assert button.visibleRegion().boundingRect() == button.rect(), button.text()
    assert page.band.progress.has_bar == (size[0] >= 960 and percent == 100)
    assert page.band.progress.isVisible()


def test_names_for_everything_that_takes_the_keyboard(page) -> None:
    for widget in page.findChildren(QWidget):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes and isinstance(widget, QPushButton | QLineEdit | QComboBox | QScrollArea):
            text = widget.text() if isinstance(widget, QPushButton) else ""
            assert widget.accessibleName() or text, widget.objectName()
    assert page.steps.accessibleName()


def test_reading_order_by_tab(window, page, qtbot) -> None:
    names, widget = [], window.findChild(QComboBox, "checklistPicker")
    for _ in range(60):
        names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    wanted = ["checklistPicker", "checklistTarget", "checklistSafeDomain", "runChecksButton"]
    wanted += ["checklistConnect", "copyChecklistButton", "checklistSteps", "stepDetail"]
    wanted += ["answerPass", "answerFail", "answerUnsure", "answerSkip", "recheckStepButton"]
    places = [names.index(name) for name in wanted]
    assert places == sorted(places)


def test_a_broken_list_says_so(qtbot, window, page, monkeypatch) -> None:
    from qt_app.core.errors import CatalogueError, Fault

    page.guide._desk = None
    page.guide.trouble = CatalogueError([Fault("checklists/domain.toml", "x", "title", "missing")])
    page._refresh()
    assert "读不出来" in verdict(window)
    page.run_checks()
    page.recheck()
    page.answer("pass")
    assert page.model.rowCount() == 0


def test_without_waiting_for_the_page_to_load(qtbot, window) -> None:
    """Whoever is faster than the loading in the background gets the same answer."""
    window.findChild(QLineEdit, "checklistTarget").setText(LINK)
    window.findChild(QLineEdit, "checklistSafeDomain").setText("abc.com.cn")
    window.findChild(QPushButton, "runChecksButton").click()
    assert verdict(window) == "目前都通过"
    picker = window.findChild(QComboBox, "checklistPicker")
    picker.setCurrentIndex(picker.findData("https"))
    steps = window.findChild(QAbstractItemView, "checklistSteps")
    assert steps.model().rowCount() == 12
    steps.setCurrentIndex(steps.model().index(3, 0))
    window.findChild(QPushButton, "answerFail").click()
    assert verdict(window).startswith("目前未通过")
    assert window.findChild(QPushButton, "copyChecklistButton").isEnabled()
