"""What a group of problems comes after, as the summary says it."""

from __future__ import annotations

from qt_app.api import diagnose, load_catalogue

NO_TOKEN = (
    "2026-11-02 10:01:58.402 WARN  TokenService - 获取token失败, "
    'res={"errcode":40001,"errmsg":"获取access_token时AppSecret错误,或者access_token无效."}\n'
)
EXPIRED = '2026-11-02 10:02:05.402 ERROR PushJob - {"errcode":42001,"errmsg":"access_token超时"}\n'


def test_an_expired_token_follows_a_failed_renewal() -> None:
    summary = diagnose(NO_TOKEN + EXPIRED * 3, load_catalogue()).summary
    follows = [(group.code, group.count, group.follows) for group in summary]
    assert follows == [("40001", 1, None), ("42001", 3, "global/40001")]
    assert "10:01:58" in summary[1].facts[0]


def test_what_came_first_follows_nothing() -> None:
    first = diagnose(EXPIRED + NO_TOKEN, load_catalogue()).summary[0]
    assert (first.code, first.follows) == ("42001", None)
