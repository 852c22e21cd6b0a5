"""Rows of a guided list: they never move, only what stands in them changes."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from qt_app.api.checks import load_desk
from qt_app.api.guided import begin, run_offline, view
from qt_app.gui.models.steps import ROLE_ID, ROLE_STATE, StepsModel

LINK = "https://open.qingtui.com/v1/oauth2/authorize?appid=1234567890&redirect_uri="


@pytest.fixture(scope="module")
def desk():
    return load_desk()


def domain_view(desk, lang="zh", **inputs):
    return view(run_offline(desk, begin(desk, "domain", inputs)), desk.words, lang)


@pytest.fixture
def model(qapp, desk):
    model = StepsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_steps(view(begin(desk, "domain"), desk.words).steps)
    yield model
    tester.deleteLater()


def test_another_list_resets_the_same_changes_single_rows(qtbot, model, desk) -> None:
    changed: list[int] = []
    resets: list[bool] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.modelReset.connect(lambda: resets.append(True))
    before = model.rowCount()
    model.set_steps(domain_view(desk, safe_domain="abc.com.cn").steps)
    assert not resets
    assert model.rowCount() == before
    assert set(changed) >= {0, 1}
    assert len(changed) == len(set(changed)) < before
    model.set_steps(view(begin(desk, "https"), desk.words).steps)
    assert resets
    assert model.rowCount() == 12


def test_what_a_row_says(model, desk) -> None:
    model.set_steps(domain_view(desk, safe_domain="http://abc.com.cn").steps)
    index = model.index(0)
    assert index.data(ROLE_ID) == "domain.form"
    assert index.data(ROLE_STATE) == "fail"
    assert index.data().startswith("Failed · 安全域名的写法 · ")
    assert model.data(model.index(99)) is None


def test_what_passed_shows_its_value(model, desk) -> None:
    model.set_steps(
        domain_view(desk, safe_domain="abc.com.cn", target="https://oa.abc.com.cn").steps
    )
    assert model.line(model.row_of("domain.form")) == "abc.com.cn"
    assert model.line(model.row_of("domain.covers")) == "oa.abc.com.cn"


def test_next_and_previous_problem_go_round(model, desk) -> None:
    link = LINK + "https://oa.abc.com.cn/#/x&state=1"
    model.set_steps(domain_view(desk, safe_domain="http://abc.com.cn", target=link).steps)
    states = [model.step(row).state for row in range(model.rowCount())]
    wrong = [row for row, state in enumerate(states) if state in ("fail", "warn")]
    assert len(wrong) > 2
    walked, row = [], -1
    for _ in wrong:
        row = model.next_problem(row, 1)
        walked.append(row)
    assert walked == wrong
    assert model.next_problem(wrong[-1], 1) == wrong[0]
    assert model.next_problem(wrong[0], -1) == wrong[-1]
    model.set_steps(())
    assert model.next_problem(-1, 1) == -1


def test_a_hostile_value_stays_one_plain_line(model, desk) -> None:
    target = "https://oa.abc.com.cn/\u202e<b>x</b>\n\x00"
    model.set_steps(domain_view(desk, target=target, safe_domain="<i>\u202eabc</i>").steps)
    for row in range(model.rowCount()):
        assert "\n" not in model.index(row).data()
        assert "\u202e" not in model.index(row).data()
