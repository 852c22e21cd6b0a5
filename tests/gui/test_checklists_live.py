"""The HTTPS list through the window, against real servers on this machine."""

from __future__ import annotations

import importlib.util
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea

from qt_app.gui.dialogs import Dialogs

# A connection cut by "stop" in the middle of a handshake is closed by the collector.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <:ResourceWarning")
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
HOST = "oa.example.test"
PAGE = (
    '<!doctype html><html><head><title>OA</title><script src="http://oa.example.test/a.js">'
    "</script></head><body><p>hello</p>{more}</body></html>"
)


@pytest.fixture(scope="session")
def lab():
    """The servers of the probes' lab."""
    file = Path(__file__).resolve().parents[1] / "services" / "probes" / "lab.py"
    spec = importlib.util.spec_from_file_location("window_lab", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["window_lab"] = module
    spec.loader.exec_module(module)
    return module


class Site:
    """A customer's site: the intermediate certificate is not sent, ads come over http."""

    def __init__(self, lab, folder: Path) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.root = lab.make("Example Root CA", ca=True)
        middle = lab.make("Example DV CA G2", self.root, ca=True)
        leaf = lab.make(HOST, middle)
        self._lab = lab
        self.secure = lab.Server(self._page, lab.server_context(leaf, [], folder))
        self.plain = lab.Server(self._with_ads)
        self.ca = folder / "ca.pem"
        self.ca.write_text(self.root.pem)

    def _page(self, path, headers):
        self.gate.wait(20)
        return self._lab.answer(PAGE.format(more=""))

    def _with_ads(self, path, headers):
        self.gate.wait(20)
        return self._lab.answer(
            PAGE.format(more='<script src="http://ads.bad.test/x.js"></script>')
        )

    def close(self) -> None:
        self.gate.set()
        self.secure.close()
        self.plain.close()


@pytest.fixture
def site(lab, tmp_path):
    made = Site(lab, tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(window, settle, qtbot):
    window.show_page("checklists")
    page = window.page("checklists")
    qtbot.waitUntil(lambda: page.guide.loaded, timeout=20_000)
    picker = window.findChild(QComboBox, "checklistPicker")
    picker.setCurrentIndex(picker.findData("https"))
    settle()
    yield page
    page.guide.stop()


def field(window, name) -> QLineEdit:
    return window.findChild(QLineEdit, name)


def click(qtbot, window, name) -> None:
    qtbot.mouseClick(window.findChild(QPushButton, name), LEFT)


def fill(qtbot, window, site) -> None:
    qtbot.keyClicks(field(window, "checklistTarget"), f"https://{HOST}/app/")
    click(qtbot, window, "checklistAdvanced")
    qtbot.keyClicks(field(window, "checklistConnect"), site.secure.place)
    qtbot.keyClicks(field(window, "checklistHttpConnect"), site.plain.place)
    field(window, "checklistCa").setText(str(site.ca))


def states(page) -> dict[str, str]:
    return {step.id: step.state for step in page._view.steps}


def note(window) -> str:
    return window.findChild(QLabel, "checklistNetworkNote").text()


def finish(qtbot, page) -> None:
    qtbot.waitUntil(lambda: not page.guide.busy(), timeout=40_000)


def test_journey_over_a_live_server(qtbot, window, page, site, monkeypatch) -> None:
    said: list[str] = []
    page.network.connect(said.append)
    fill(qtbot, window, site)
    assert site.secure.place in note(window)
    assert site.plain.place in note(window)
    assert HOST in note(window)
    assert not site.secure.requests, "nothing is sent before the button"
    click(qtbot, window, "runChecksButton")
    run = window.findChild(QPushButton, "runChecksButton")
    assert run.text() == "停止"
    privacy = window.findChild(QLabel, "privacyNote")
    assert HOST in privacy.text()
    finish(qtbot, page)
    assert run.text() == "开始检查"
    assert HOST not in privacy.text()
    assert said == [HOST, ""]
    found = states(page)
    assert found["https.dns"] == "skip"
    assert found["https.chain"] == "fail"
    assert found["https.hostname"] == "pass"
    assert found["https.mixed"] == "fail"
    assert found["https.injection"] == "fail"
    verdict = window.findChild(QLabel, "checklistVerdict").text()
    assert verdict.startswith("未通过：")
    card = window.findChild(QScrollArea, "stepDetail")
    assert page.steps.currentIndex().row() == 4
    assert "没有发送" in card.accessibleDescription()
    page.steps.select_row(page.model.row_of("https.mixed"))
    assert "http://oa.example.test/a.js · 拦截" in card.accessibleDescription()
    page.steps.select_row(page.model.row_of("https.injection"))
    assert "ads.bad.test" in card.accessibleDescription()
    click(qtbot, window, "copyChecklistButton")
    assert "编号 H-05" in window._desk.clipboard.last_text


def test_steps_arrive_one_by_one_and_stop_is_at_once(qtbot, window, page, site) -> None:
    site.gate.clear()
    fill(qtbot, window, site)
    click(qtbot, window, "runChecksButton")
    rows = [page.model.index(row).data(Qt.ItemDataRole.UserRole + 2) for row in range(12)]
    qtbot.waitUntil(lambda: states(page)["https.protocol"] == "pass", timeout=20_000)
    assert list(states(page).values()).count("running") == 1
    assert states(page)["https.injection"] == "waiting"
    assert page.steps._timer.isActive()
    qtbot.keyClick(window.focusWidget() or page, KEY.Key_Escape)
    assert not page.guide.busy()
    assert "running" not in states(page).values()
    assert states(page)["https.protocol"] == "pass"
    assert not page.steps._timer.isActive()
    assert [page.model.index(row).data(Qt.ItemDataRole.UserRole + 2) for row in range(12)] == rows
    before = states(page)
    site.gate.set()
    qtbot.wait(300)
    assert states(page) == before, "nothing arrives after stop"
    assert window.findChild(QPushButton, "runChecksButton").text() == "开始检查"


def test_the_button_stops_too(qtbot, window, page, site) -> None:
    site.gate.clear()
    fill(qtbot, window, site)
    click(qtbot, window, "runChecksButton")
    assert page.guide.busy()
    click(qtbot, window, "runChecksButton")
    assert not page.guide.busy()
    assert "已停止" in window.findChild(QLabel, "statusMessage").accessibleName()


def test_one_step_again(qtbot, window, page, site) -> None:
    fill(qtbot, window, site)
    click(qtbot, window, "runChecksButton")
    finish(qtbot, page)
    page.steps.select_row(page.model.row_of("https.hostname"))
    page.answer("fail")
    before = states(page)
    assert before["https.hostname"] == "fail"
    click(qtbot, window, "recheckStepButton")
    assert states(page)["https.hostname"] == "running"
    assert not window.findChild(QPushButton, "recheckStepButton").isEnabled()
    finish(qtbot, page)
    assert states(page) == before | {"https.hostname": "pass"}


def test_switching_the_list_stops(qtbot, window, page, site) -> None:
    site.gate.clear()
    fill(qtbot, window, site)
    click(qtbot, window, "runChecksButton")
    picker = window.findChild(QComboBox, "checklistPicker")
    picker.setCurrentIndex(picker.findData("domain"))
    assert not page.guide.busy()
    assert page.model.rowCount() == 13


@pytest.mark.parametrize("yes", [True, False])
def test_inner_addresses_are_asked_about(qtbot, window, page, site, monkeypatch, yes) -> None:
    asked: list[str] = []

    def ask(self, parent, question, detail, button) -> bool:
        asked.append(question)
        return yes

    monkeypatch.setattr(Dialogs, "ask", ask)
    qtbot.keyClicks(field(window, "checklistTarget"), f"https://127.0.0.1:{site.secure.port}/")
    click(qtbot, window, "runChecksButton")
    finish(qtbot, page)
    assert len(asked) == 1
    assert "127.0.0.1" in asked[0]
    assert bool(site.secure.requests) == yes
    assert (states(page)["https.handshake"] == "pass") == yes


def test_a_place_given_by_hand_is_not_asked_about(qtbot, window, page, site) -> None:
    # The fixture fails any dialog.
    fill(qtbot, window, site)
    click(qtbot, window, "runChecksButton")
    finish(qtbot, page)
    assert states(page)["https.connect"] == "pass"


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("checklistTarget", "", "先填"),
        ("checklistTarget", "ftp://a.test/", ""),
        ("checklistTarget", "https://.../", ""),
        ("checklistConnect", "127.0.0.1", "主机:端口"),
        ("checklistHttpConnect", "[::1:80", "主机:端口"),
        ("checklistCa", "/no/such/file.pem", "/no/such/file.pem"),
    ],
)
def test_fields_that_cannot_be_used(qtbot, window, page, name, text, wanted) -> None:
    field(window, "checklistTarget").setText("https://oa.example.test/")
    field(window, name).setText(text)
    page.run_checks()
    assert not page.guide.busy()
    assert wanted in note(window)
    assert note(window)
    assert field(window, name).text() == text
    assert field(window, name).isVisible()
    assert field(window, name).hasFocus()
    assert set(states(page).values()) == {"waiting"}


def test_a_file_without_certificate(window, page, tmp_path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("nothing")
    field(window, "checklistTarget").setText("https://oa.example.test/")
    field(window, "checklistCa").setText(str(file))
    page.run_checks()
    # A long path is shortened to what fits.
    assert str(file)[:60] in note(window)
    assert not page.guide.busy()


def test_a_probe_that_breaks_says_so(qtbot, window, page, site, monkeypatch) -> None:
    def broken(order, stop, told):
        raise RuntimeError("no such luck")

    monkeypatch.setattr("qt_app.gui.pages.checklists_live.probe", broken)
    fill(qtbot, window, site)
    click(qtbot, window, "runChecksButton")
    finish(qtbot, page)
    assert "no such luck" in window.findChild(QLabel, "statusMessage").accessibleName()
    assert "running" not in states(page).values()


def test_the_time_limit_comes_from_the_settings(window, page) -> None:
    field(window, "checklistTarget").setText("https://oa.example.test/")
    window._desk.preferences.change(check_timeout=7)
    assert "7 秒" in note(window)


def test_closing_the_window_during_a_check(qtbot, window, page, site) -> None:
    site.gate.clear()
    fill(qtbot, window, site)
    click(qtbot, window, "runChecksButton")
    window.close()
    assert not page.guide.busy()


def test_a_refused_check_says_whose_results_are_still_there(qtbot, window, page, site) -> None:
    fill(qtbot, window, site)
    click(qtbot, window, "runChecksButton")
    finish(qtbot, page)
    verdict = window.findChild(QLabel, "checklistVerdict")
    before, asked = verdict.text(), len(site.secure.requests)
    field(window, "checklistTarget").setText("not a url")
    click(qtbot, window, "runChecksButton")
    assert verdict.text() == before
    assert len(site.secure.requests) == asked
    assert note(window).endswith(f"下面还是 https://{HOST}/app/ 的结果。")
