"""100,000 findings: filter, range, scroll and jump, to painted, beside Qt's regex filter proxy."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from qt_app.api.report import FindingReport, Report
from qt_app.gui.models.findings_times import timeline_of

COUNT = 100_000
GOAL_HIGH, GOAL_WORST, GOAL_RATIO = 16.0, 33.0, 100
RATIO = 100

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(300)]


FINDING = FindingReport(
    kind="response", origin="platform", platform="qingtui", ok=False, source=0, line=1, start=0,
    end=1, time="2026-11-02T10:00:05", code="40013", message="不合法的appid", entry=None,
    title="appid 不对", severity="error", who=None, confidence=1.0, certainty="sure",
    undecided=False, alternatives=(), ask=None, evidence=(), repairs=(), verdict="", steps=(),
    enter=None, enter_label=None, next=(), checklist=None,
)  # fmt: skip


class PlainModel(QAbstractTableModel):
    """What one would write first: a Python model for QSortFilterProxyModel."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return len(self._rows[0])

    def data(self, index: QModelIndex, role: int = 0) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None


def painted(act: Callable[[], object]) -> float:
    """Milliseconds of processor time until what `act` changed is on the screen."""
    start = time.thread_time()
    act()
    QApplication.processEvents()
    return (time.thread_time() - start) * 1000


def drag(qtbot, strip, low: int, high: int) -> None:
    """Choose a piece of time with the mouse."""
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(strip, left, pos=strip.bucket_rect(low).center())
    qtbot.mouseMove(strip, strip.bucket_rect(high).center())
    qtbot.mouseRelease(strip, left, pos=strip.bucket_rect(high).center())


@pytest.fixture
def large(qtbot, window):
    """The findings pane with 100,000 findings, every fifth a success, one row each."""
    pane = window.page("diagnose").work.findings
    findings = tuple(
        replace(
            FINDING, line=i + 1, ok=i % 5 == 0, time=f"2026-11-02T10:{i // 60 % 60:02}:{i % 60:02}"
        )
        for i in range(COUNT)
    )
    pane.set_report(Report((), "", findings, (), ()), times=timeline_of(findings))
    pane.show()
    qtbot.wait(50)
    assert not pane.view.visibleRegion().isEmpty()
    return pane


def test_filter_scroll_and_jump(qtbot, large, capsys) -> None:
    bar = large.view.verticalScrollBar()
    assert large.model.rowCount() == COUNT
    filters = [painted(lambda w=w: large.filter.setCurrentIndex(w)) for w in (1, 2, 0) * 10]
    steps = [painted(lambda: bar.setValue(bar.value() + 168)) for _ in range(60)]
    jumps = [painted(lambda i=i: large.choose(i * 7919 % COUNT, center=True)) for i in range(60)]

    pieces = [(i * 7 % 60, min(i * 7 % 60 + i % 30, 59)) for i in range(30)]
    ranges = [painted(lambda p=p: drag(qtbot, large.strip, *p)) for p in pieces]
    large.strip.clear_range()

    some = [large.model.report_of(row) for row in range(0, COUNT, 100)]
    rows = [(f.code, f.title, f.time or "", str(f.line)) for f in some] * 100
    proxy, view = QSortFilterProxyModel(), QTableView()
    qtbot.addWidget(view)
    proxy.setSourceModel(PlainModel(rows))
    proxy.setFilterKeyColumn(-1)
    view.setModel(proxy)
    view.resize(480, 300)
    view.show()
    words = ("4", "40", "403")
    peer = sorted(painted(lambda w=w: proxy.setFilterRegularExpression(w)) for w in words)

    ours = sorted(filters + ranges + steps + jumps)
    high, worst = ours[int(len(ours) * 0.95)], ours[-1]
    filtered = sorted(filters)[len(filters) // 2]
    ratio = peer[1] / filtered
    with capsys.disabled():
        for name, times in (
            ("filter", filters),
            ("range", ranges),
            ("scroll", steps),
            ("jump", jumps),
        ):
            print(
                f"\n{name}: median {sorted(times)[len(times) // 2]:.1f}, worst {max(times):.1f}",
                end="",
            )
        print(f"\nfindings: p95 {high:.1f} ms (goal {GOAL_HIGH}), worst {worst:.1f} ms "
              f"(goal {GOAL_WORST}); filter {filtered:.1f} ms, proxy {peer[1]:.0f} ms, "
              f"{ratio:.0f} times (goal {GOAL_RATIO})")  # fmt: skip
    assert ratio >= RATIO
    assert worst < peer[1]
