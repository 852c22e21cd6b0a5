"""Whose words an error without a code is: the official SDK's, third-party code's or the page's."""

from __future__ import annotations

import pytest

from qt_app.api import diagnose, load_catalogue


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("Token更新失败, appId=0000000000, access_token响应为空",
         "第三方的 C# 接口库", "third-party C# library"),
        ("KeyError: 'access_token'", "Python 脚本自己报的", "Python script made this"),
        ("max不能大于300", "JS-SDK", "JS-SDK"),
        ('{"errcode":40001,"errmsg":"invalid token"}\n\tat com.cisdi.nudgeplus.sdk.A.b(A.java:1)',
         "官方 Java SDK", "official Java SDK"),
    ],
)  # fmt: skip
def test_the_verdict_names_whose_words_they_are(text: str, zh: str, en: str) -> None:
    catalogue = load_catalogue()
    assert zh in diagnose(text, catalogue, lang="zh").findings[0].verdict
    assert en in diagnose(text, catalogue, lang="en").findings[0].verdict
