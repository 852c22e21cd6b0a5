"""Secrets and people's numbers that their shape gives away."""

from __future__ import annotations

import pytest

from qt_app.core.redaction import collect

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJkb21haW5faWQiOiIwMCJ9.abcDEF123_-x"
PEM = (
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAvN0\nabcdEFGH1234+/==\n"
    "-----END RSA PRIVATE KEY-----"
)


@pytest.mark.parametrize(
    ("text", "kind", "gone"),
    [
        (f"got {JWT} ok", "token", JWT),
        (f"刷新：{JWT[:40]}", "token", JWT[:40]),
        (f"header {JWT}.", "token", JWT),
        (PEM, "key", "MIIEowIBAAKCAQEAvN0"),
        (PEM.replace("\n", "\\n"), "key", "abcdEFGH1234+/=="),
        ("王工 13800001234", "mobile", "13800001234"),
        ("王工13800001234号", "mobile", "13800001234"),
        ("+8613800001234", "mobile", "13800001234"),
        ("tel:+86 138-0000-1234", "mobile", "138-0000-1234"),
        ("138 0000 1234", "mobile", "138 0000 1234"),
        ("1380 000 1234", "mobile", "1380 000 1234"),
        ("1 3 8 0 0 0 0 1 2 3 4", "mobile", "1 3 8 0 0 0 0 1 2 3 4"),
        ("１３８００００１２３４", "mobile", "１３８００００１２３４"),
        ("%22mobile%22%3A%2213800001234%22", "mobile", "13800001234"),
        ("\\n13800001234\\n", "mobile", "13800001234"),
        ("zhang.san+x@example.com.cn", "mail", "zhang.san+x@example.com.cn"),
        ("邮箱zhang@example.com，", "mail", "zhang@example.com"),
        ("zhang%40example.com", "mail", "zhang%40example.com"),
        ("身份证 11010519491231002X", "id", "11010519491231002X"),
        ("https://oa.cn/cb?code=tWT01NjUjpUuMHwk&x=1", "qt_code", "tWT01NjUjpUuMHwk"),
        ("u=https%3A%2F%2Foa.cn%3Fcode%3DtWT01NjUjpUuMHwk", "qt_code", "tWT01NjUjpUuMHwk"),
        ("curl -uadmin:hunter2xy https://a.cn", "password", "hunter2xy"),
        ("curl -U bob:hunter2xy https://a.cn", "password", "hunter2xy"),
        ("卡号 4111 1111 1111 1111", "card", "4111 1111 1111 1111"),
        ("%22id%22%3A%2211010519491231002X%22", "id", "11010519491231002X"),
        ("%2522id%2522%253A%252211010519491231002X%2522", "id", "11010519491231002X"),
        ("%22card%22%3A%224111111111111111%22", "card", "4111111111111111"),
        ("%2522mobile%2522%253A%252213800001234%2522", "mobile", "13800001234"),
        ("\\n4111111111111111\\n", "card", "4111111111111111"),
        ("4111111111111111", "card", "4111111111111111"),
        ("110105199003071230", "id", "110105199003071230"),  # a made-up check digit
        ("身份证：990105199003071230", "id", "990105199003071230"),
        ("银行卡号 6222021234567890123", "card", "6222021234567890123"),
        ("座机 0755-86543210", "mobile", "0755-86543210"),
        ("010-62345678 转 8001", "mobile", "010-62345678"),
        ("（021）61234567", "mobile", "61234567"),
        ("+852 9123 4567", "mobile", "9123 4567"),
        ("+1 (415) 555-2671", "mobile", "555-2671"),
        ("+44 20 7946 0958", "mobile", "7946 0958"),
        ("+86-10-62345678", "mobile", "62345678"),
        ('{"mobile":"+65 9123 4567"}', "mobile", "9123 4567"),
        ('{"mobile":"1391234567"}', "mobile", "1391234567"),
        ("phone: 91234567", "mobile", "91234567"),
        ("座机：86543210", "mobile", "86543210"),
        ('{"passport_no":"G12345678"}', "id", "G12345678"),
        ("护照号 E12345678", "id", "E12345678"),
        ("护照号码：E12345678", "id", "E12345678"),
        ("身份证 110101900307451", "id", "110101900307451"),
        ("110101900307451", "id", "110101900307451"),
        ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "key", "16C7e42F292c6912E7710c838347Ae178B4a"),
    ],
)
def test_masked(text: str, kind: str, gone: str) -> None:
    redactor = collect(text)
    assert gone not in redactor.mask(text)
    assert [one.kind for one in redactor.masked] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "11010519491231002Y 990105194912310021 110105202612310021",  # no place, born tomorrow
        "订单号 110105194912310021",
        "4111 1111 1111 1112",
        "20240506120001123",
        "2026-11-15 100000 007",
        "0.13800001234",
        "电话：400-161-0019",
        "tel: 10086",
        '{"mobile":"42001"}',
        "mobile: required",
        "phone: iPhone 12",
        "护照过期",
        "2026-11-02T10:00:05+0800 1234567",
        "[02/Nov/2026:10:00:05 +0800] 12345",
        "订单号 0755-86543210",
        "230504112233445 202603041122334",  # moments
        "订单号 110101900307451",
        "a13800001234f",
        "https://oa.cn/e?code=40001 ?code=INVALID_TOKEN_001&x errcode=tWT01NjUjpUuMHwk",
        "a -update:abc1",
        "上一次取 token 是 2026-11-02 08:00:00",
        "token: 2026-11-02T08:00:00+08:00",
        "eyJlcnJjb2RlIjo0MDAwMX0=",  # base64 of a response, no token
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
    ],
)
def test_not_masked(text: str) -> None:
    assert collect(text).mask(text) == text


def test_the_same_number_in_other_spacing_has_one_label() -> None:
    text = "138 0000 1234, 13800001234, 138-0000-1234"
    redactor = collect(text)
    assert redactor.mask(text) == "«mobile-1», «mobile-1», «mobile-1»"
    assert redactor.masked[0].count == 3
