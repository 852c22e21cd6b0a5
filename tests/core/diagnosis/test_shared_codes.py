"""A code with several meanings: what its message is about weighs more than its language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ('{"errcode":45002,"errmsg":"余额不足，请充值"}', "45002 common/45002 decided"),
    ("报 45002 说余额不够了", "45002 common/45002 decided"),
    ('{"errcode":45002,"errmsg":"余额不足，消息发送失败"}', "45002 common/45002 decided"),
    ('{"errcode":45002,"errmsg":"文本超长"}', "45002 global/45002 decided"),
    ('{"errcode":46001,"errmsg":"账号不存在"}', "46001 member/46001 decided"),
    ('{"errcode":46001,"errmsg":"图片不存在"}', "46001 global/46001 decided"),
    ("报 46001 用户不存在", "46001 member/46001 decided"),
    ('{"errcode":45001,"errmsg":"组织层级太深"}', "45001 org/45001 decided"),
    ('{"errcode":45001,"errmsg":"file is too large"}', "45001 global/45001 decided"),
    ('{"errcode":45003,"errmsg":"备注超长"}', "45003 member/45003 decided"),
    ('{"errcode":40009,"errmsg":"密码太短"}', "40009 member/40009 decided"),
    ('{"errcode":46100,"errmsg":"找不到"}', "46100 undecided"),
    # Only the language tells: likely at best.
    ('{"errcode":45002,"errmsg":"请求失败"}', "45002 global/45002 likely"),
    # The call and the words contradict each other.
    (
        'POST https://open.qingtui.com/v1/message/text/send/mass\n{"errcode":45002,"errmsg":"余额不足"}',
        "45002 undecided",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_words_about_one_meaning_decide(
    text: str, wanted: str, reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, [wanted]) == []
