"""Four pastes to try: what customers send, with made-up names and values."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Sample(NamedTuple):
    """Name (English source), one line about it, icon, and what makes the text."""

    name: str
    about: str
    icon: str
    text: Callable[[], str]


_DOMAIN = """客户：手机上点开应用就报错，电脑浏览器没事。王工 13800001234
https://open.qingtui.com/v1/oauth2/authorize?appid=2718281828&redirect_uri=https%3A%2F%2Foa.abc.com.cn%2Flogin
2026-11-02 10:00:05.007 WARN  LoginController - 授权页返回
{"errcode":50002,"errmsg":"未授权的域名"}
2026-11-02 10:00:07.310 INFO  TokenJob - {"access_token":"eyJhbGciOiJIUzI1NiJ9.eyJkb21haW5faWQ.SAMPLE","expires_in":7200}
2026-11-02 10:02:41.118 WARN  LoginController - 授权页返回
{"errcode":50002,"errmsg":"未授权的域名"}
"""  # noqa: E501 - pasted lines are as long as they are

_DIGITS = "客户补充：下午又失败了，只看到 报错 45002\n"

_CHAIN = """2026-11-02 14:21:09.552 ERROR TokenClient - 取 access_token 失败
javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target
\tat sun.security.ssl.Alert.createSSLException(Alert.java:131)
\tat com.abc.oa.TokenClient.fetch(TokenClient.java:58)
"""  # noqa: E501

_TIMES = 213
_FIRST_LINE = (
    "2026-11-02 10:01:58.402 WARN  TokenService - 获取token失败, res="
    '{"errcode":40001,"errmsg":"获取access_token时AppSecret错误,或者access_token无效."}'
)


def _token_log() -> str:
    from datetime import datetime, timedelta  # wanted by a click only

    lines = [_FIRST_LINE]
    moment = datetime(2026, 11, 2, 10, 2, 5, 7000)
    for _ in range(_TIMES):
        stamp = moment.isoformat(sep=" ", timespec="milliseconds")
        lines.append(
            f"{stamp} ERROR PushJob - IllegalRequestException: "
            '{"errcode":42001,"errmsg":"access_token超时"}'
        )
        moment += timedelta(seconds=11)
    return "\n".join(lines) + "\n"


def samples() -> tuple[Sample, ...]:
    """The four, in the order in which they stand."""
    return (
        Sample(
            str(QT_TRANSLATE_NOOP("Samples", "50002 Domain not authorised")),
            str(QT_TRANSLATE_NOOP("Samples", "Chat text with an authorize link")),
            "world",
            _DOMAIN.__str__,
        ),
        Sample(
            str(QT_TRANSLATE_NOOP("Samples", "42001 again and again")),
            str(QT_TRANSLATE_NOOP("Samples", "Java log, 213 times")),
            "clock",
            _token_log,
        ),
        Sample(
            str(QT_TRANSLATE_NOOP("Samples", "45002, only a number")),
            str(QT_TRANSLATE_NOOP("Samples", "How two meanings are told apart")),
            "help-circle",
            _DIGITS.__str__,
        ),
        Sample(
            str(QT_TRANSLATE_NOOP("Samples", "Incomplete certificate chain")),
            str(QT_TRANSLATE_NOOP("Samples", "PKIX path building failed")),
            "certificate",
            _CHAIN.__str__,
        ),
    )
