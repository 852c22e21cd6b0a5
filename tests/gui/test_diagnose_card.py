"""The card's own parts, its preview and files, and what settings do to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.cards import Folded
from qt_app.gui.widgets.code_text import CodeText
from tests.gui.diagnose_kit import DOMAIN, Desk


@pytest.fixture
def desk(window, qtbot) -> Desk:
    return Desk(window, qtbot)


def test_details_open_and_stay_open(desk: Desk) -> None:
    desk.paste(DOMAIN)
    card = desk.widget("findingDetail")
    folded = card.findChildren(Folded)[-1]
    assert not folded.is_open()
    folded.set_open(True)
    assert "未授权的域名" in folded.findChild(CodeText).toPlainText()
    desk.key(Qt.Key.Key_F8)
    assert card.findChildren(Folded)[-1].is_open()


def test_an_unknown_code_offers_the_nearest(desk: Desk) -> None:
    asked: list[str] = []
    desk.page.entry_requested.connect(asked.append)
    desk.paste('{"errcode":40998,"errmsg":"no such thing"}')
    assert "40998" in desk.card()
    links = [b for b in desk.widget("findingDetail").findChildren(Button) if "4" in b.text()]
    desk.qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    assert desk.window.current_page() is desk.window.page("codes")


def test_preview_marks_what_is_masked(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.page.work.results.copy_more("preview")
    preview = desk.widget("copyPreview")
    assert preview.isVisible()
    shown = desk.widget("previewText")
    assert "13800001234" not in shown.toPlainText()
    desk.widget("previewForm").setCurrentIndex(3)
    assert len(shown.extraSelections()) > 0
    desk.click("previewCopyButton")
    assert desk.clipboard().startswith("{")
    assert not preview.isVisible()


def test_preview_counts_as_the_copy_does(desk: Desk, settle) -> None:
    desk.paste(DOMAIN)
    desk.page.work.results.copy_more("preview")
    preview, form = desk.widget("copyPreview"), desk.widget("previewForm")
    assert preview._count.text() == "这段文字里没有遮盖处（原文共遮盖 2 处）"
    form.setCurrentIndex(3)
    marked = len(desk.widget("previewText").extraSelections())
    assert preview._count.text() == f"这段文字里遮盖 {marked} 处（原文共遮盖 2 处）"
    desk.window.menus.actions["lang_en"].trigger()
    settle()
    assert preview._count.text() == f"Masked in this text: {marked} (in the pasted text: 2)"
    form.setCurrentIndex(0)
    desk.click("previewCopyButton")
    assert desk.status() == "Copied (2 masked)"
    desk.paste('{"errcode":42001}')
    desk.page.work.results.copy_more("preview")
    assert preview._count.text() == "Nothing had to be masked."
    preview.close()


def test_saved_files_are_masked(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    desk.paste(DOMAIN)
    desk.click("redactToggle")
    for name in ("a.md", "a.json", "a.txt"):
        path = tmp_path / name
        monkeypatch.setattr(desk.page.desk.dialogs, "save_file", lambda *_, p=path: str(p))
        desk.page.work.results.copy_more("save")
        assert "50002" in path.read_text("utf-8")
        assert "eyJhbGciOiJIUzI1NiJ9" not in path.read_text("utf-8")
    nowhere = str(tmp_path / "none" / "a.md")
    monkeypatch.setattr(desk.page.desk.dialogs, "save_file", lambda *_: nowhere)
    desk.page.work.results.copy_more("save")
    assert "存不了 a.md" in desk.status()


def test_a_theme_or_text_size_keeps_everything(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.key(Qt.Key.Key_F8)
    desk.window.menus.actions["theme_dark"].trigger()
    desk.page.desk.preferences.change(text_size=150)
    assert desk.view.currentIndex().row() == 1
    assert desk.box.toPlainText() == DOMAIN
    assert desk.found == [3]


def test_masking_more_rewords_without_a_new_signal(desk: Desk) -> None:
    desk.paste(
        '{"errcode":42001,"errmsg":"access_token超时","openid":"o6_bmjrPTlm6_2sgVt7hMZOPfL2M"}'
    )
    desk.page.desk.preferences.change(mask_user_ids=True)
    desk.click("copyTicketButton")
    assert "o6_bmjrPTlm6_2sgVt7hMZOPfL2M" not in desk.clipboard()
    assert desk.found == [1]


def test_ctrl_c_in_the_card(desk: Desk) -> None:
    desk.paste(DOMAIN)
    labels = desk.widget("findingDetail").findChildren(QLabel)
    label = next(one for one in labels if "平台没有认" in one.text())
    desk.qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    desk.qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "50002" in desk.clipboard()
    label.setSelection(0, 2)
    desk.qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert desk.clipboard() == label.text()[:2]


def test_nearest_codes_are_the_same_everywhere_on_the_card(desk: Desk) -> None:
    desk.paste('{"errcode":40999,"errmsg":"no such thing"}')
    card = desk.widget("findingDetail")
    links = [b.text().split(" ")[0] for b in card.findChildren(Button) if b.text()[:1] == "4"]
    step = next(line for line in desk.card().splitlines() if line.startswith("1. "))
    assert links
    assert all(code in step for code in links)


def test_a_row_names_an_unknown_code_once(desk: Desk) -> None:
    desk.paste('{"errcode":40999,"errmsg":"no such thing"}')
    assert desk.rows()[0].count("40999") == 1
