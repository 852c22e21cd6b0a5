"""Which call an answer belongs to, where a log names several."""

from __future__ import annotations

import pytest

from qt_app.core.reading import read

PAGE = '2026-11-02 10:06:01 WARN url=https://oa.abc.com.cn:8080/login {"errcode":50002}\n'
CALL = "2026-11-02 10:06:01 INFO POST https://open.qingtui.com/v1/message/send\n"
LATER = '2026-11-02 10:40:51 INFO {"errcode":42001}\n'


def hosts(text: str) -> list[str | None]:
    return [reading.exchange.host for reading in read(text).readings]


def test_an_address_with_its_own_answer_is_no_other_answers_call() -> None:
    assert hosts(PAGE + LATER) == ["oa.abc.com.cn", None]


@pytest.mark.parametrize("between", ["", "2026-11-02 10:06:02 INFO sending\n"])
def test_a_call_still_waits_for_its_answer_on_a_later_line(between: str) -> None:
    assert hosts(CALL + between + LATER) == ["open.qingtui.com"]


def test_a_call_before_an_answered_one_is_found() -> None:
    assert hosts(CALL + PAGE + LATER)[0] == "oa.abc.com.cn"


def test_the_same_thread_ties_them_together() -> None:
    first = PAGE.replace(" WARN ", " [exec-7] WARN ")
    assert hosts(first + LATER.replace(" INFO ", " [exec-7] INFO "))[1] == "oa.abc.com.cn"
    assert hosts(first + LATER.replace(" INFO ", " [exec-8] INFO "))[1] is None
