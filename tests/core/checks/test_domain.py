"""Every way a 安全域名 can be wrong has its own outcome, and what to enter is exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_app.core.checks.domain import check_domain
from qt_app.core.checks.model import CheckResult, Step
from qt_app.core.checks.outcomes import Domain
from qt_app.services.suffixes import SuffixList

SUFFIXES = SuffixList()


def check(safe_domain: str, page: str | None = None) -> CheckResult:
    return check_domain(safe_domain, page, SUFFIXES)


def step(result: CheckResult, name: str) -> Step:
    return next(step for step in result.steps if step.id == f"domain.{name}")


def found(one: Step) -> set[str]:
    return {one.outcome, *(note.outcome for note in one.more)}


@pytest.mark.parametrize(
    ("typed", "faults", "enter"),
    [
        ("https://www.qingtui.cn/path", {Domain.SCHEME, Domain.PATH}, "qingtui.cn"),
        ("example.com:8443", {Domain.PORT}, "example.com"),
        ("example.com:", {Domain.PORT}, "example.com"),
        ("example.com/", {Domain.PATH}, "example.com"),
        ("example.com?a=1", {Domain.PATH}, "example.com"),
        ("example.com#top", {Domain.PATH}, "example.com"),
        (r"example.com\index.html", {Domain.PATH}, "example.com"),
        ("192.168.1.10:8080", {Domain.PORT}, "192.168.1.10"),
        ("[::1]:443", {Domain.PORT, Domain.BRACKETS}, "::1"),
        ("1.2.3.4.5", {Domain.BAD_IP}, None),
        ("278.21.2.0", {Domain.BAD_IP}, None),
        ("-1.2.3.4", {Domain.BAD_IP, Domain.HYPHEN}, None),
        ("1_0.2.3.4", {Domain.BAD_IP, Domain.UNDERSCORE}, None),
        ("089.1.1.1", {Domain.BAD_IP}, None),
        ("*.example.com", {Domain.WILDCARD}, "example.com"),
        ("user:pw@evil.com", {Domain.USER_INFO}, "evil.com"),
        ("a..b.com", {Domain.EMPTY_LABEL}, "b.com"),
        (".example.com", {Domain.EMPTY_LABEL}, "example.com"),
        ("ex ample.com", {Domain.BLANK}, "example.com"),
        ("安全域名 abc.com.cn", {Domain.BLANK}, "abc.com.cn"),
        ("_dmarc.example.com", {Domain.UNDERSCORE}, "example.com"),
        ("my_site.com", {Domain.UNDERSCORE}, None),
        ("a" * 64 + ".com", {Domain.LABEL_LONG}, None),
        (".".join(["abcdefg"] * 32) + ".com", {Domain.NAME_LONG}, "abcdefg.com"),
        ("-oa.example.com", {Domain.HYPHEN}, "example.com"),
        ("example-.com", {Domain.HYPHEN}, None),
        ("exa\u200bmple.com", {Domain.INVISIBLE}, "example.com"),
        ("exam\nple.com", {Domain.NEWLINE}, "example.com"),
        ("a.com b.com", {Domain.TWO_NAMES}, "a.com"),
        ("a.com，b.cn", {Domain.TWO_NAMES, Domain.FULL_WIDTH}, "a.com"),
        (
            "https://a.com/x\nhttps://b.com/y",
            {Domain.TWO_NAMES, Domain.SCHEME, Domain.PATH},
            "a.com",
        ),
        ("javascript:alert(1)", {Domain.NO_HOST}, None),
        ("mailto:someone", {Domain.NO_HOST}, None),
        ("//example.com/x", {Domain.NO_SCHEME, Domain.PATH}, "example.com"),
        ("http:/example.com", {Domain.BROKEN_SCHEME}, "example.com"),
        ("https:///example.com", {Domain.BROKEN_SCHEME}, "example.com"),
        ("http:example.com", {Domain.BROKEN_SCHEME}, "example.com"),
        ("https：//x.com", {Domain.SCHEME, Domain.FULL_WIDTH}, "x.com"),
        ("exa$mple.com", {Domain.BAD_CHARACTER}, None),
        ("xn--zzzz!!.com", {Domain.BAD_IDN}, None),
        ("「abc.com」", {Domain.QUOTED}, "abc.com"),
        ('"abc.com"', {Domain.QUOTED}, "abc.com"),
        ("abc.com/MP_verify_1.txt", {Domain.PATH, Domain.WECHAT_FILE}, "abc.com"),
        ("", {Domain.EMPTY}, None),
        (" \u3000\t", {Domain.EMPTY}, None),
    ],
)
def test_faults_of_form_are_each_named(typed: str, faults: set[Domain], enter: str | None) -> None:
    result = check(typed)
    form = step(result, "form")
    assert found(form) == {fault.value for fault in faults}
    assert form.status == "fail"
    assert result.verdict == "fail"
    assert step(result, "registrable").data["enter"] == enter


@pytest.mark.parametrize(
    ("typed", "faults", "enter"),
    [
        ("Example.COM", {Domain.CASE}, "example.com"),
        (" example.com\n", {Domain.OUTER_BLANK}, "example.com"),
        ("\ufeffexample.com", {Domain.OUTER_BLANK}, "example.com"),
        ("example.com.", {Domain.FINAL_DOT}, "example.com"),
        ("example。com", {Domain.FULL_WIDTH}, "example.com"),
        ("ｗｗｗ．example．com", {Domain.FULL_WIDTH}, "example.com"),
        ("2130706433", {Domain.ODD_IP}, "127.0.0.1"),
        ("0x7f.1", {Domain.ODD_IP}, "127.0.0.1"),
        ("0177.0.0.1", {Domain.ODD_IP}, "127.0.0.1"),
    ],
)
def test_folded_forms_only_warn(typed: str, faults: set[Domain], enter: str) -> None:
    result = check(typed)
    assert found(step(result, "form")) == {fault.value for fault in faults}
    assert step(result, "form").status == "warn"
    assert step(result, "registrable").data["enter"] == enter


@pytest.mark.parametrize(
    ("typed", "outcome", "enter"),
    [
        ("abc.com.cn", Domain.REGISTRABLE, "abc.com.cn"),
        ("oa.abc.com.cn", Domain.SUBDOMAIN, "abc.com.cn"),
        ("city.kawasaki.jp", Domain.REGISTRABLE, "city.kawasaki.jp"),
        ("x.kawasaki.jp", Domain.PUBLIC_SUFFIX, None),
        ("com.cn", Domain.PUBLIC_SUFFIX, None),
        ("cn", Domain.PUBLIC_SUFFIX, None),
        ("localhost", Domain.SINGLE_LABEL, None),
        ("test", Domain.SINGLE_LABEL, None),
        ("my.internal", Domain.UNKNOWN_SUFFIX, None),
        ("a.github.io", Domain.BELOW_PRIVATE, "a.github.io"),
        ("b.a.github.io", Domain.DEEP_PRIVATE, "a.github.io"),
        ("github.io", Domain.PRIVATE_SUFFIX, None),
        ("8.8.8.8", Domain.IP_PUBLIC, "8.8.8.8"),
        ("172.16.0.9", Domain.IP_LAN, "172.16.0.9"),
        ("127.0.0.1", Domain.IP_LOOPBACK, "127.0.0.1"),
        ("::1", Domain.IP_LOOPBACK, "::1"),
        ("fd00::5", Domain.IP_LAN, "fd00::5"),
        ("mp.weixin.qq.com", Domain.WECHAT_HOST, "qq.com"),
    ],
)
def test_what_to_enter(typed: str, outcome: Domain, enter: str | None) -> None:
    registrable = step(check(typed), "registrable")
    assert (registrable.outcome, registrable.status) == (outcome.value, outcome.status)
    assert registrable.data["enter"] == enter
    assert step(check(typed), "form").status == "pass"


@pytest.mark.parametrize(
    ("typed", "outcome", "enter", "ascii_form"),
    [
        ("中文.中国", Domain.REGISTRABLE_IDN, "中文.中国", "xn--fiq228c.xn--fiqs8s"),
        ("xn--fiq228c.xn--fiqs8s", Domain.REGISTRABLE_IDN, "中文.中国", "xn--fiq228c.xn--fiqs8s"),
        ("c.公司.cn", Domain.REGISTRABLE_IDN, "c.公司.cn", "c.xn--55qx5d.cn"),
        ("www.c.公司.cn", Domain.SUBDOMAIN, "c.公司.cn", "c.xn--55qx5d.cn"),
        ("公司.cn", Domain.PUBLIC_SUFFIX, None, None),
        ("аррӏе.com", Domain.LOOKALIKE, "аррӏе.com", "xn--80ak6aa92e.com"),
        ("pаypal.com", Domain.LOOKALIKE, "pаypal.com", "xn--pypal-4ve.com"),
        ("münchen.de", Domain.REGISTRABLE_IDN, "münchen.de", "xn--mnchen-3ya.de"),
        ("привет.рф", Domain.REGISTRABLE_IDN, "привет.рф", "xn--b1agh1afp.xn--p1ai"),
    ],
)
def test_international_names(
    typed: str, outcome: Domain, enter: str | None, ascii_form: str | None
) -> None:
    registrable = step(check(typed), "registrable")
    assert registrable.outcome == outcome.value
    assert registrable.data["enter"] == enter
    assert registrable.data["ascii"] == ascii_form


@pytest.mark.parametrize(
    ("safe", "page", "outcome", "enter"),
    [
        ("abc.com.cn", "https://abc.com.cn/x", Domain.SAME_HOST, "abc.com.cn"),
        ("abc.com.cn", "http://a.b.abc.com.cn:8080/x?y", Domain.BELOW, "abc.com.cn"),
        ("abc.com.cn", "OA.ABC.com.cn", Domain.BELOW, "abc.com.cn"),
        ("http://abc.com.cn", "https://oa.abc.com.cn", Domain.BELOW, "abc.com.cn"),
        ("www.abc.com.cn", "https://oa.abc.com.cn", Domain.SIBLING, "abc.com.cn"),
        ("www.abc.com.cn", "https://oa.xyz.cn", Domain.OTHER_DOMAIN, "xyz.cn"),
        ("bc.com", "https://abc.com", Domain.OTHER_DOMAIN, "abc.com"),
        ("com.cn", "https://oa.abc.com.cn", Domain.COVERS_NOTHING, "abc.com.cn"),
        ("github.io", "https://a.github.io/p", Domain.COVERS_NOTHING, "a.github.io"),
        ("", "https://oa.abc.com.cn", Domain.NO_SAFE_DOMAIN, "abc.com.cn"),
        ("localhost", "https://oa.abc.com.cn", Domain.OTHER_DOMAIN, "abc.com.cn"),
        ("my.internal", "http://oa.my.internal", Domain.BELOW, None),
        ("192.168.1.5", "http://192.168.1.5:8080/x", Domain.SAME_HOST, "192.168.1.5"),
        ("1.5", "http://192.168.1.5/", Domain.OTHER_DOMAIN, "192.168.1.5"),
        ("abc.com", "http://localhost/", Domain.OTHER_DOMAIN, None),
        ("abc.com", "", Domain.NO_PAGE_HOST, "abc.com"),
        ("x.公司.cn", "https://w.x.xn--55qx5d.cn/", Domain.BELOW, "x.公司.cn"),
    ],
)
def test_the_page_is_covered_or_named(
    safe: str, page: str, outcome: Domain, enter: str | None
) -> None:
    result = check(safe, page)
    assert step(result, "covers").outcome == outcome.value
    assert step(result, "registrable").data["enter"] == enter


def test_without_a_page_the_comparison_is_skipped_and_the_cache_is_for_people() -> None:
    result = check("abc.com.cn")
    assert [one.status for one in result.steps] == ["pass", "pass", "skip", "manual"]
    assert result.verdict == "pass"


@pytest.mark.parametrize(
    "typed",
    [
        "user:s3cr3tpw@evil.com",
        "https://user:s3cr3tpw@evil.com/x",
        "https://user:s3cr3tpw/@evil.com/x",
        "https://user:x/s3cr3tpw@evil.com/x",
        "https://user:a@s3cr3tpw@evil.com",
        "user：s3cr3tpw@evil.com",
        "user：s3cr3tpw＠evil.com",
        "a.com user:s3cr3tpw@evil.com",
        "user:s3cr3tpw#1?@evil.com",
    ],
)
def test_a_password_is_never_kept(typed: str) -> None:
    for result in (check(typed), check("abc.com", typed)):
        assert "s3cr3tpw" not in repr(result)


@given(st.text(max_size=60), st.none() | st.text(max_size=60))
def test_any_text_is_judged(safe: str, page: str | None) -> None:
    result = check(safe, page)
    assert [one.id.split(".")[1] for one in result.steps] == [
        "form",
        "registrable",
        "covers",
        "cache",
    ]


@given(st.text("ab.:/@[]*-_ %\\\t。：xn0１中", max_size=40))
def test_any_near_address_is_judged(typed: str) -> None:
    assert check(typed, typed).verdict in ("pass", "warn", "fail")


def test_a_huge_value_is_cut_short() -> None:
    for typed in ("a." * 2_000_000, "中" * 2_000_000, ":" * 2_000_000, "@a b" * 500_000):
        assert check(typed).verdict == "fail"
