"""The list of findings with hand-made reports, small and large."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from qt_app.api.report import FindingReport, GroupReport, Report
from qt_app.gui.models.findings import PROBLEMS, SUCCESSES, FindingsModel
from qt_app.gui.models.findings_words import FindingWords, span

FINDING = FindingReport(
    kind="response", origin="platform", platform="qingtui", ok=False, source=0, line=1, start=0,
    end=1, time="2026-11-02T10:00:05", code="42001", message=None, entry=None, title="过期",
    severity="error", who=None, confidence=1.0, certainty="sure", undecided=False,
    alternatives=(), ask=None, evidence=(), repairs=(), verdict="", steps=(), enter=None,
    enter_label=None, next=(), checklist=None,
)  # fmt: skip


def report_of(codes: str) -> Report:
    """One finding per letter; equal letters are a group; a capital is a success."""
    findings = tuple(
        replace(FINDING, code=letter, line=i + 1, ok=letter.isupper())
        for i, letter in enumerate(codes)
    )
    groups = []
    for letter in dict.fromkeys(codes):
        members = tuple(i for i, other in enumerate(codes) if other == letter)
        if len(members) > 1:
            groups.append(
                GroupReport(
                    None,
                    letter,
                    None,
                    len(members),
                    members[0] + 1,
                    members[-1] + 1,
                    None,
                    None,
                    None,
                    ok=letter.isupper(),
                    members=members,
                )
            )
    return Report((), "", findings, tuple(groups), ())


@pytest.fixture
def model(qapp) -> FindingsModel:
    return FindingsModel(FindingWords())


def test_the_model_keeps_qt_rules(model: FindingsModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_report(report_of("abacXa"))
    for row in (0, 5, 4, 0, 1):
        model.toggle(row)
    model.set_filter(PROBLEMS)
    model.set_filter(SUCCESSES)
    model.set_report(report_of(""))
    model.set_report(None)
    assert tester.model() is model


def test_groups_first_and_occurrences_below(model: FindingsModel) -> None:
    model.set_report(report_of("abac"))
    assert model.rowCount() == 3
    model.toggle(0)
    assert model.rowCount() == 5
    assert [model.finding_at(row) for row in range(5)] == [0, 0, 2, 1, 3]
    assert [model.is_top(row) for row in range(5)] == [True, False, False, True, True]
    assert model.row_of(2) == 2
    assert model.row_of(3) == 4
    model.toggle(2)
    assert model.row_of(2) == 0


def test_a_success_never_hides_among_errors(model: FindingsModel) -> None:
    model.set_report(report_of("aXa"))
    model.set_filter(SUCCESSES)
    assert model.rowCount() == 1
    assert model.row_of(0) == -1
    assert model.row_of(1) == 0


def test_hundred_thousand_findings_are_quick(model: FindingsModel, qtbot) -> None:
    from PySide6.QtWidgets import QApplication

    from qt_app.gui.theme import Theme
    from qt_app.gui.widgets.findings_list import FindingsList

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    view = FindingsList(Theme(app, "light", 100, "zh"), model)
    qtbot.addWidget(view)
    view.resize(480, 300)
    view.show()
    many = report_of("a")
    findings = tuple(replace(FINDING, line=i, ok=i % 5 == 0) for i in range(100_000))
    members = tuple(i for i in range(100_000) if i % 5 and i % 2)
    group = GroupReport(None, "42001", None, len(members), 1, 9, None, None, None, members=members)
    model.set_report(replace(many, findings=findings, summary=(group,)))
    model.toggle(model.row_of(members[0]))
    assert model.rowCount() == 100_001
    worst = 0.0
    for value in range(0, view.verticalScrollBar().maximum(), 97_003):
        started = time.perf_counter()
        view.verticalScrollBar().setValue(value)
        view.viewport().repaint()
        worst = max(worst, time.perf_counter() - started)
    started = time.perf_counter()
    view.choose(model.row_of(99_999))
    view.viewport().repaint()
    assert max(worst, time.perf_counter() - started) < 0.25
    index = view.indexAt(view.viewport().rect().center())
    assert view.visualRect(index).contains(view.viewport().rect().center())


def test_every_row_says_itself(model: FindingsModel) -> None:
    model.set_report(report_of("aab"))
    model.toggle(0)
    for row in range(model.rowCount()):
        assert "1" in str(model.index(row).data()) or "2" in str(model.index(row).data())
        assert model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (None, None, ""),
        ("2026-11-02T10:00:05.007", None, ""),
        ("2026-11-02T10:00:05.007", "2026-11-02T10:00:05.009", "10:00:05"),
        ("2026-11-02T10:00:05", "2026-11-02T10:02:41+08:00", "10:00:05 – 10:02:41"),
        ("2026-11-02T10:00:05", "2026-11-03T10:02:41", "11-02 10:00:05 – 11-03 10:02:41"),
    ],
)
def test_spans_of_time(first: str | None, last: str | None, shown: str) -> None:
    if last is None and first is not None:
        assert span(first, first) == "10:00:05"
    else:
        assert span(first, last) == shown
