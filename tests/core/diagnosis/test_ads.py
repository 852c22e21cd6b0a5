"""Ads and hijacking in a customer's words, and texts that only advertise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

SEEN = """
登录页有弹窗广告
我们的H5页面被植入广告
http劫持怎么处理
打开页面会跳出来广告
点开应用跳到了广告页
网页自动跳转到赌博网站
页面底部多了一条广告
打开首页就是广告
用户看到的是广告页面
首页全屏广告关不掉
应用页面里有乱七八糟的广告
页面弹出赌博窗口
页面自动跳到淘宝
被运营商塞广告了
微信里打开我们的页面有广告
怀疑是劫持
our page redirects to a gambling site
ads keep popping up
a banner ad shows at the bottom of the page
users get redirected to an ad page
the carrier injects ads into our page
""".strip().splitlines()

UNSEEN = """
我们投放了广告
广告怎么投放
广告怎么做
想在轻推上投广告
这个应用是做广告的
我们的广告系统接入轻推
首页有广告位
推送消息带广告会被封吗
消息里不要发广告
页面有我们自己的广告
自动跳转到首页
页面跳转到游戏页面
点击会跳到京东小程序
页面注入token
点击劫持怎么防
we run ads on Google
we have an ads team
how do I add ads to my page
session hijacking
""".strip().splitlines()


@pytest.mark.parametrize("text", SEEN)
def test_ads_that_nobody_asked_for_are_seen(
    text: str, reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, ["faq.ads faq/faq.ads"]) == []


@pytest.mark.parametrize("text", UNSEEN)
def test_who_advertises_is_left_alone(text: str, reads: Callable[..., Any]) -> None:
    assert [finding.code for finding in reads(text).findings] == []
