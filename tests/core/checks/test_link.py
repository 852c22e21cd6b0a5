"""An authorize link taken apart: every part that can be wrong has its own outcome."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_app.core.checks.address import encoding_depth, parts
from qt_app.core.checks.link import check_link, is_link, page_of
from qt_app.core.checks.model import Step
from qt_app.core.checks.outcomes import Link
from qt_app.services.suffixes import SuffixList

SUFFIXES = SuffixList()
BASE = "https://open.qingtui.com/v1/oauth2/authorize"
PAGE = "https://oa.abc.com.cn/x?id=1#/home"
ONCE = quote(PAGE, safe="")
GOOD = f"{BASE}?appid=1234567890&redirect_uri={ONCE}"


def steps(link: str) -> dict[str, Step]:
    return {one.id.split(".")[1]: one for one in check_link(link, SUFFIXES).steps}


def found(step: Step) -> set[str]:
    return {step.outcome, *(note.outcome for note in step.more)}


def test_a_good_link_passes_every_step() -> None:
    result = check_link(GOOD, SUFFIXES)
    assert {one.status for one in result.steps} == {"pass"}
    assert steps(GOOD)["domain"].data["enter"] == "abc.com.cn"
    assert steps(GOOD)["redirect"].data["redirect_uri"] == PAGE
    assert steps(GOOD)["fragment"].data["received"] == GOOD


@pytest.mark.parametrize(
    ("start", "outcomes"),
    [
        ("https://open.qingtui.cn/v1/oauth2/authorize", {Link.ENDPOINT_OK}),
        ("HTTPS://OPEN.QINGTUI.COM/v1/oauth2/authorize", {Link.ENDPOINT_OK}),
        ("https://open.qingtui.com:443/v1/oauth2/authorize", {Link.ENDPOINT_OK}),
        ("https://open.qingtui.im/v1/oauth2/authorize", {Link.OLD_HOST}),
        ("https://devqtopen.qingtui.cn/v1/oauth2/authorize", {Link.TEST_HOST}),
        ("https://devqtopen.qingtui.com/v1/oauth2/authorize", {Link.TEST_HOST}),
        ("https://qaqtopen.qingtui.im/v1/oauth2/authorize", {Link.TEST_HOST}),
        ("https://moniqtopen.qingtui.im/v1/oauth2/authorize", {Link.TEST_HOST}),
        ("https://www.qingtui.cn/v1/oauth2/authorize", {Link.OTHER_QINGTUI}),
        ("http://open.qingtui.com/v1/oauth2/authorize", {Link.NOT_HTTPS}),
        ("open.qingtui.com/v1/oauth2/authorize", {Link.NO_SCHEME}),
        ("//open.qingtui.com/v1/oauth2/authorize", {Link.NO_SCHEME}),
        ("https:/open.qingtui.com/v1/oauth2/authorize", {Link.OTHER_SCHEME}),
        ("https://open.qingtui.com/v1/oauth2/authorize/", {Link.PATH_SLASH}),
        ("https://open.qingtui.com//v1/oauth2/authorize", {Link.PATH_SLASH}),
        ("https://open.qingtui.com/connect/oauth2/authorize", {Link.WRONG_PATH}),
        ("https://open.qingtui.com/v1/oauth2/Authorize", {Link.WRONG_PATH}),
        ("https://open.qingtui.com:8443/v1/oauth2/authorize", {Link.PORT}),
        ("https://open.qingtui.com/v1/ oauth2/authorize", {Link.BLANK}),
        ("https://open.weixin.qq.com/connect/oauth2/authorize", {Link.WECHAT_LINK}),
        ("https://oapi.dingtalk.com/connect/oauth2/authorize", {Link.FOREIGN_LINK}),
        ("https://open.feishu.cn/open-apis/authen/v1/index", {Link.FOREIGN_LINK}),
        ("https://oa.abc.com.cn/login", {Link.NO_AUTHORIZE}),
        ("https://open.qingtui.com.evil.cn/v1/oauth2/authorize", {Link.NO_AUTHORIZE}),
        ("https://notqingtui.com/v1/oauth2/authorize", {Link.NO_AUTHORIZE}),
        (
            "https://open.qingtui.com@evil.cn/v1/oauth2/authorize",
            {Link.NO_AUTHORIZE, Link.USER_INFO},
        ),
    ],
)
def test_where_it_points(start: str, outcomes: set[Link]) -> None:
    endpoint = steps(f"{start}?appid=1234567890&redirect_uri={ONCE}")["endpoint"]
    assert found(endpoint) == {outcome.value for outcome in outcomes}


@pytest.mark.parametrize(
    ("query", "outcome"),
    [
        ("appid=1234567890", Link.APPID_OK),
        ("appid=", Link.APPID_MISSING),
        ("x=1", Link.APPID_MISSING),
        ("appid=APPID", Link.APPID_PLACEHOLDER),
        ("appid=YOUR_APPID", Link.APPID_PLACEHOLDER),
        ("appid=%7Bappid%7D", Link.APPID_PLACEHOLDER),
        ("appid=<appid>", Link.APPID_PLACEHOLDER),
        ("appid=%E4%BD%A0%E7%9A%84appid", Link.APPID_PLACEHOLDER),
        ("appid=xxxxxx", Link.APPID_PLACEHOLDER),
        ("appid=wx0123456789abcdef", Link.APPID_WECHAT),
        ("appid=123456789a", Link.APPID_NO_NUMBER),
        ("appid=%20123456789", Link.APPID_NO_NUMBER),
        ("appid=１２３４５６７８９０", Link.APPID_NO_NUMBER),
        ("appid=12345", Link.APPID_LENGTH),
        ("appId=1234567890", Link.APPID_SPELLING),
        ("app_id=1234567890", Link.APPID_SPELLING),
    ],
)
def test_the_appid(query: str, outcome: Link) -> None:
    appid = steps(f"{BASE}?{query}&redirect_uri={ONCE}")["appid"]
    assert (appid.outcome, appid.status) == (outcome.value, outcome.status)


@pytest.mark.parametrize(
    ("query", "outcome", "enter"),
    [
        (f"redirect_uri={ONCE}", Link.REDIRECT_OK, "abc.com.cn"),
        (f"redirect_uri={ONCE.replace('%2F', '%2f')}", Link.REDIRECT_OK, "abc.com.cn"),
        ("redirect_uri=", Link.REDIRECT_MISSING, None),
        ("", Link.REDIRECT_MISSING, None),
        ("redirect_uri=REDIRECT_URI", Link.REDIRECT_PLACEHOLDER, None),
        ("redirect_uri=URLENCODED", Link.REDIRECT_PLACEHOLDER, None),
        (f"redirect_url={ONCE}", Link.REDIRECT_SPELLING, None),
        (f"redirectUri={ONCE}", Link.REDIRECT_SPELLING, None),
        (f"amp;redirect_uri={ONCE}", Link.HTML_ESCAPED, "abc.com.cn"),
        ("redirect_uri=https://oa.abc.com.cn/x", Link.NOT_ENCODED, "abc.com.cn"),
        ("redirect_uri=https://oa.abc.com.cn/%E6%88%91%E7%9A%84", Link.NOT_ENCODED, "abc.com.cn"),
        ("redirect_uri=https%3A//oa.abc.com.cn/x", Link.HALF_ENCODED, "abc.com.cn"),
        ("redirect_uri=https:%2F%2Foa.abc.com.cn%2Fx", Link.HALF_ENCODED, "abc.com.cn"),
        ("redirect_uri=http%3a%2f%2f172.20.10.2:8081/", Link.HALF_ENCODED, "172.20.10.2"),
        (f"redirect_uri={quote(ONCE, safe='')}", Link.TWICE_ENCODED, "abc.com.cn"),
        (f"redirect_uri={quote(quote(ONCE, safe=''), safe='')}", Link.TWICE_ENCODED, "abc.com.cn"),
        ("redirect_uri=oa.abc.com.cn%2Fx", Link.NOT_ABSOLUTE, "abc.com.cn"),
        ("redirect_uri=%2Flogin", Link.NOT_ABSOLUTE, None),
        ("redirect_uri=https%3A%2F%2F", Link.NOT_ABSOLUTE, None),
        ("redirect_uri=https%3A%2Foa.abc.com.cn", Link.NOT_ABSOLUTE, "abc.com.cn"),
        ("redirect_uri=javascript%3Aalert(1)", Link.NOT_WEB, None),
        (f"redirect_uri={quote('https://a.cn/?to=' + ONCE, safe='')}", Link.REDIRECT_OK, "a.cn"),
    ],
)  # fmt: skip
def test_the_redirect_is_there_absolute_and_encoded_once(
    query: str, outcome: Link, enter: str | None
) -> None:
    one = steps(f"{BASE}?appid=1234567890&{query}")
    assert (one["redirect"].outcome, one["redirect"].status) == (outcome.value, outcome.status)
    assert one["domain"].data["enter"] == enter


@pytest.mark.parametrize(
    ("link", "outcome"),
    [
        (GOOD, Link.NO_FRAGMENT),
        (f"{GOOD}#/home", Link.FRAGMENT_IN_REDIRECT),
        (f"{BASE}?redirect_uri={ONCE}&appid=1234567890#/home", Link.FRAGMENT),
        (f"{GOOD}#wechat_redirect", Link.FRAGMENT_WECHAT),
    ],
)
def test_a_raw_hash_cuts_the_link(link: str, outcome: Link) -> None:
    fragment = steps(link)["fragment"]
    assert (fragment.outcome, fragment.status) == (outcome.value, outcome.status)
    assert fragment.data["received"] == link.partition("#")[0]


@pytest.mark.parametrize(
    ("extra", "outcomes"),
    [
        ("", {Link.PARAMS_OK}),
        ("&response_type=code&scope=snsapi_base&state=1", {Link.PARAMS_WECHAT}),
        ("&connect_redirect=1", {Link.PARAMS_WECHAT}),
        ("#wechat_redirect", {Link.PARAMS_WECHAT}),
        ("&tab=2", {Link.PARAMS_UNKNOWN}),
        ("&secret=0123456789abcdef", {Link.PARAMS_SECRET}),
        ("&access_token=x&state=1", {Link.PARAMS_SECRET, Link.PARAMS_WECHAT}),
    ],
)
def test_extra_parameters(extra: str, outcomes: set[Link]) -> None:
    assert found(steps(f"{GOOD}{extra}")["params"]) == {outcome.value for outcome in outcomes}


def test_parameters_that_fell_out_of_the_redirect() -> None:
    one = steps(f"{BASE}?appid=1234567890&redirect_uri=https://oa.abc.com.cn/x?id=1&tab=2")
    assert one["params"].outcome == Link.PARAMS_LOST.value
    assert one["redirect"].data["redirect_uri"] == "https://oa.abc.com.cn/x?id=1"


@pytest.mark.parametrize(
    ("page", "outcome", "enter"),
    [
        ("https://abc.com.cn", Link.DOMAIN_OK, "abc.com.cn"),
        ("https://oa.公司.cn/", Link.DOMAIN_IDN, "oa.公司.cn"),
        ("https://a.github.io", Link.DOMAIN_PRIVATE, "a.github.io"),
        ("http://192.168.1.5:8080", Link.DOMAIN_LAN, "192.168.1.5"),
        ("http://127.0.0.1:8080/index", Link.DOMAIN_LOOPBACK, "127.0.0.1"),
        ("http://8.8.8.8/", Link.DOMAIN_IP, "8.8.8.8"),
        ("https://аррӏе.com/", Link.DOMAIN_LOOKALIKE, "аррӏе.com"),
        ("http://localhost:8080/", Link.DOMAIN_UNFIT, None),
        ("https://oa.my.internal/", Link.DOMAIN_UNFIT, None),
    ],
)
def test_the_domain_to_enter(page: str, outcome: Link, enter: str | None) -> None:
    domain = steps(f"{BASE}?appid=1234567890&redirect_uri={quote(page, safe='')}")["domain"]
    assert (domain.outcome, domain.data["enter"]) == (outcome.value, enter)


def test_a_page_instead_of_a_link_still_tells_the_domain() -> None:
    one = steps("https://oa.abc.com.cn/index.html")
    assert one["endpoint"].outcome == Link.NO_AUTHORIZE.value
    assert one["domain"].data["enter"] == "abc.com.cn"


@pytest.mark.parametrize("value", ["", "   ", "\n"])
def test_nothing_is_a_fault(value: str) -> None:
    result = check_link(value, SUFFIXES)
    assert result.verdict == "fail"
    assert steps(value)["endpoint"].outcome == Link.EMPTY.value


def test_secrets_in_a_link_are_never_kept() -> None:
    for link in (
        f"{GOOD}&secret=geheim123&access_token=geheim123&qt_code=geheim123",
        f"{BASE}?appid=1&redirect_uri=https%3A%2F%2Fa.com%2F%3Ftoken%3Dgeheim123%26x%3D1",
        f"{BASE}?appid=1&redirect_uri=https://u:geheim123@a.com/#/x?ticket=geheim123",
        "https://u:geheim123@open.qingtui.com/v1/oauth2/authorize?appid=1",
        f"{BASE}?appid=1&redirect_uri="
        + quote(quote("https://u:geheim123@a.com/?access_token=geheim123", safe=""), safe=""),
        f"{BASE}?appid=1&redirect_uri={quote('https://u:geheim123@a.com/', safe='')}",
        f"{BASE}?appid=1&redirect_uri=https://u:geheim123@a.com/?x=1",
        "https://oa.abc.com/?url=https://u:geheim123@a.com/",
    ):
        assert "geheim123" not in repr(check_link(link, SUFFIXES))


def test_parts_join_to_the_masked_link() -> None:
    found = parts(f"{GOOD}&qt_code=geheim#/x")
    assert "".join(text for text, _ in found) == f"{GOOD}&qt_code=***#/x"
    assert [role for _, role in found][:3] == ["scheme", "host", "path"]
    assert (ONCE, "redirect") in found
    assert found[-1] == ("#/x", "lost")


def test_a_link_is_told_from_a_page() -> None:
    assert is_link(GOOD)
    assert is_link("https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1")
    assert not is_link("https://oa.abc.com.cn/index.html?id=1")
    assert page_of(GOOD) == PAGE
    assert page_of("oa.abc.com.cn/x") == "oa.abc.com.cn/x"


@given(st.integers(0, 5), st.text("abc/?#&=%", max_size=20))
def test_the_depth_is_counted(depth: int, tail: str) -> None:
    value = f"https://a.com/{tail}"
    for _ in range(depth):
        value = quote(value, safe="")
    assert encoding_depth(value) == depth


@given(st.text(max_size=80) | st.text("htps:/.?&=#%@aopid ", max_size=60))
def test_any_text_is_judged(link: str) -> None:
    assert len(check_link(link, SUFFIXES).steps) == 6


def test_a_huge_link_is_read_in_time() -> None:
    for link in ("&a=" * 2_000_000, BASE + "?redirect_uri=" + "%25" * 1_000_000, "{" * 3_000_000):
        assert check_link(link, SUFFIXES).verdict == "fail"


def test_what_no_manual_says_about_an_appid_only_warns() -> None:
    """The manual does not say what an AppID looks like; ten digits are only what was seen."""
    assert steps(f"{BASE}?appid=8a7f3c21d9e0b4a6&redirect_uri={ONCE}")["appid"].status == "warn"
