"""A secret under the head of its column is found, in every kind of table."""

from __future__ import annotations

import time

import pytest

from qt_app.core.redaction import collect

S, T = "Zk3fA9xQ77plmN0w", "Yw8rB2cD55qrsT1u"
TABLES = [
    f"appid,secret,errcode\n1000000001,{S},40001",
    f"appid,secret,errcode\r\n1000000001,{S},40001\r\n",
    f'appid,"app_secret",errcode\n1000000001,"{S}",40001',
    f'name,secret,errcode\n"Li, Lei",{S},40001',
    f"appid\tsecret\terrcode\n1000000001\t{S}\t40001",
    f"appid;secret;errcode\n1000000001;{S};40001",
    f"| appid | secret |\n| --- | --- |\n| 1 | {S} |",
    f"+----+-----------+\n| id | secret            |\n+----+-----------+\n| 1  | {S} |",
    f" id | secret\n----+---------\n 1  | {S}\n(1 row)",
    f"导出如下\nsecret,appid,errcode\n{S},1,40001",
    f"姓名\t密码\n张三\t{S}",
    f"INSERT INTO app(appid, secret) VALUES ('1', '{S}')",
    f"INSERT INTO `app` (`secret`,`appid`)\nVALUES\n ('x1', '2'), ('{S}', '1');",
]


@pytest.mark.parametrize("text", TABLES)
def test_a_cell_below_its_name_is_masked(text: str) -> None:
    masked = collect(text).mask(text)
    assert S not in masked
    assert "secret" in masked or "密码" in masked


def test_every_named_column_is_masked_and_the_others_stay() -> None:
    text = f"appid,secret,token,errcode\n1000000001,{S},{T},40001\n1000000002,{T},{S},42001\n\n1,2"
    masked = collect(text).mask(text)
    assert S not in masked
    assert T not in masked
    assert "1000000002" in masked
    assert "42001" in masked


@pytest.mark.parametrize(
    "text", ["secret,token\nnone,invalid", "a token, b\nfine, thanks", "token\n42001 again"]
)
def test_words_below_a_name_stay(text: str) -> None:
    assert collect(text).mask(text) == text


@pytest.mark.parametrize("line", ["secret,a\n", "secret,a\nx\n", "(,secret ", "a,secret;b|token\n"])
def test_tables_are_read_in_linear_time(line: str) -> None:
    def cost(size: int) -> float:
        text = line * (size // len(line))
        start = time.process_time()
        collect(text)
        return time.process_time() - start

    cost(1000)
    assert cost(200_000) < 6 * cost(100_000) + 0.2
