"""The checklists page: large text, long values, and a band that claims no more than was found."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.gui.checklists_kit import LINK, click


def verdict(window) -> str:
    return window.findChild(QLabel, "checklistVerdict").text()


def test_the_band_is_not_green_over_an_unsure_step(qtbot, window, page, target, safe, steps):
    target.setText("https://oa.abc.com.cn/x")
    safe.setText("abc.com.cn")
    click(qtbot, window, "runChecksButton")
    assert verdict(window) == "目前查过的都通过，6 步跳过"
    assert page.band._tint == "oktint"
    steps.setCurrentIndex(steps.model().index(page.model.row_of("domain.cache"), 0))
    click(qtbot, window, "answerUnsure")
    assert verdict(window) == "目前没有发现问题，1 步不确定，6 步跳过"
    assert page.band._tint == "violettint"
    click(qtbot, window, "copyChecklistButton")
    assert verdict(window) in window._desk.clipboard.last_text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["domain", "https"])
def test_large_text_in_a_low_window_scrolls_and_squeezes_nothing(
    window, page, target, settle, language, name
) -> None:
    window._desk.preferences.change(language=language, text_size=200)
    window.resize(1024, 640)
    target.setText(LINK)
    if name == "domain":
        page.run_checks()
    else:
        page.form.picker.setCurrentIndex(page.form.picker.findData(name))
        page.form.show_advanced(True)
    settle()
    row = page.steps.sizeHintForRow(0)
    assert page.steps.height() >= row
    assert page.detail.card.height() >= row
    body = page.form.parentWidget()
    for button in page.findChildren(QPushButton):
        if button.isVisible() and not page.detail.card.isAncestorOf(button):
            assert button.height() >= button.sizeHint().height() - 2, button.text()
            place = button.mapTo(body, button.rect().bottomRight())
            assert body.rect().contains(place), button.text()
            parent = button.parentWidget()
            assert parent.rect().contains(button.geometry()), button.text()
    page.steps.setFocus()
    page.detail.card.setFocus()
    assert page.detail.card.visibleRegion().boundingRect().height() == page.detail.card.height()


def test_nothing_of_a_long_link_or_host_is_cut(window, page, target, safe, steps, settle) -> None:
    long = "b" * 60 + ".example.com.cn"
    for place in (LINK + "%3Fnext%3D" + "x" * 200 + "#/home", f"https://{'a' * 60}.{long}/x"):
        target.setText(place)
        safe.setText(long)
        page.run_checks()
        for row in range(steps.model().rowCount()):
            steps.setCurrentIndex(steps.model().index(row, 0))
            settle()
            for label in page.detail.card.body.findChildren(QLabel):
                words = QLabel.text(label).replace("\u200b", " ").split()
                widest = max((label.fontMetrics().horizontalAdvance(w) for w in words), default=0)
                assert not label.wordWrap() or widest <= label.width() + 1, label.text()
        assert "\u200b" not in page.detail.card.accessibleDescription()


@pytest.mark.parametrize(
    ("url", "passed", "icon", "word"),
    [
        ("https://oa.abc.com.cn/", True, "circle-check", ""),
        ("https://oa.abc.com.cn/", False, "info-circle", ""),
        ("http://oa.abc.com.cn/", False, "alert-triangle", "没有转到 https"),
    ],
)
def test_no_tick_in_the_proof_of_a_redirect_that_needs_attention(
    page, monkeypatch, url, passed, icon, word
) -> None:
    rows = []
    monkeypatch.setattr(
        page.detail._proofs, "_rows", lambda title, found, more=0: rows.extend(found)
    )
    hops = {"hops": [{"url": url, "kind": "final", "status": 200}]}
    page.detail._proofs.make("https.redirect", hops, {}, passed=passed)
    assert [(row.icon, row.word) for row in rows] == [(icon, word)]


def test_whose_answer_it_is_stands_before_the_buttons(qtbot, window, page, target, safe, steps):
    target.setText("https://oa.abc.com.cn/x")
    safe.setText("oa.abc.com.cn")
    click(qtbot, window, "runChecksButton")
    said = {}
    for step in ("domain.form", "domain.registrable", "link.appid", "domain.cache"):
        steps.setCurrentIndex(steps.model().index(page.model.row_of(step), 0))
        said[step] = page.detail._hint.text()
    assert said == {
        "domain.form": "自动判断，可以改",
        "domain.registrable": "自动判断：注意，可以改",
        "link.appid": "自动判断，可以改",
        "domain.cache": "看过以后选一个",
    }
