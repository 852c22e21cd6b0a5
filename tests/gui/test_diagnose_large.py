"""A paste so large that only stretches are read is marked where it is shown."""

from __future__ import annotations

from qt_app.api import load_catalogue
from qt_app.gui.pages.diagnose_run import Given, diagnose_given

ANSWER = '{"errcode":50002,"errmsg":"未授权的域名"}'


def test_marks_stand_in_the_paste_not_in_the_stretches() -> None:
    row = "2026-11-02 10:00:05.007 INFO [main] 处理完一行\n"
    text = row * 9000 + ANSWER + "\n" + row * 160_000
    outcome = diagnose_given(Given((("-", text),)), load_catalogue(), "zh", (False, False))
    (mark,) = outcome.prepared.spans.between(0, len(text))
    assert text[mark.start : mark.end] == ANSWER
