"""Groups, what follows what, and facts beside failures."""

from __future__ import annotations

import base64
import json
import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from qt_app.core.diagnosis import Input, diagnose, rulebook_from_raw
from qt_app.core.errors import CatalogueError
from qt_app.core.story import story_from_raw
from qt_app.core.story.tokens import tokens_in
from qt_app.services.knowledge import load_knowledge

ROOT = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="session")
def run():
    known = load_knowledge()
    book = rulebook_from_raw(known.rules, known.phrasebook)
    return lambda text: diagnose([Input("-", text)], known.catalogue, book)


def token(expires: str) -> str:
    end = int(datetime.fromisoformat(expires).timestamp() * 1000)
    body = {
        "domain_id": "d1",
        "appid": "1234567890",
        "expires_in": end,
        "dispatch": end - 7_200_000,
    }
    parts = [json.dumps({"alg": "HS256"}), json.dumps(body), "signature"]
    return ".".join(base64.urlsafe_b64encode(p.encode()).decode().rstrip("=") for p in parts)


def error(time: str, code: int, message: str) -> str:
    return f'2026-11-02 {time} ERROR call {{"errcode":{code},"errmsg":"{message}"}}\n'


def facts(told, code: str) -> dict:
    return {fact.key: fact.args for one in told.groups if one.code == code for fact in one.facts}


def test_groups_count_by_meaning_with_first_and_last(run):
    lines = [error(f"10:0{n}:00", 42001, "access_token超时") for n in range(4)]
    lines.insert(2, '2026-11-02 10:01:30 INFO call {"errcode":0,"errmsg":"请求成功."}\n')
    bad, good = run("".join(lines)).groups
    assert (bad.entry_id, bad.count, bad.first_line, bad.last_line) == ("global/42001", 4, 1, 5)
    assert (bad.first_time, bad.last_time) == ("2026-11-02T10:00:00", "2026-11-02T10:03:00")
    assert (good.ok, good.count) == (True, 1)


def test_later_failures_follow_the_expired_token(run):
    told = run(
        error("10:02:00", 42001, "access_token超时")
        + error("10:03:00", 40014, "不合法的access_token")
    )
    assert [one.follows for one in told.groups] == [None, "global/42001"]
    before = run(
        error("10:02:00", 40014, "不合法的access_token")
        + error("10:03:00", 42001, "access_token超时")
    )
    assert [one.follows for one in before.groups] == [None, None]


def test_sdk_code_follows_the_network_error(run):
    text = "2026-11-02 10:05:05 ERROR x java.net.ConnectException: Connection refused\n" + error(
        "10:05:06", 40038, "不合法的请求格式"
    )
    assert run(text).groups[1].follows == "transport/tcp.refused"


def test_blocked_script_explains_the_missing_object(run):
    text = (
        "Mixed Content: The page at 'https://a.example.com/' was loaded over HTTPS, but requested "
        "an insecure script 'http://b.example.com/jssdk.min.js'. This request has been blocked\n"
        "Uncaught ReferenceError: qt is not defined\n"
    )
    assert [one.follows for one in run(text).groups] == [None, "transport/http.mixed_content"]


def test_token_is_read_against_the_lines_own_time(run):
    text = (
        f"2026-11-02T10:02:00+08:00 POST /v1/x?access_token={token('2026-11-02T09:25:00+08:00')} "
    )
    text += '{"errcode":42001,"errmsg":"access_token超时"}\n'
    found = facts(run(text), "42001")["fact.jwt_expired"]
    assert (found["minutes"], found["appid"]) == (37, "1234567890")


def test_old_token_reused_code_and_wasted_calls(run):
    fetch = "2026-11-02 07:25:00 INFO GET https://open.qingtui.com/v1/token?appid=1\n"
    old = run(fetch + error("10:02:00", 42001, "access_token超时"))
    assert facts(old, "42001")["fact.not_refreshed"]["minutes"] == 157
    use = "2026-11-02 10:00:00 INFO GET https://open.qingtui.com/v1/oauth2/userinfo?appid=1&qt_code=abcd\n"
    assert "fact.qt_code_twice" in facts(
        run(use * 2 + error("10:00:01", 40029, "不合法的qt_code")), "40029"
    )
    assert facts(run(use + error("10:00:01", 40029, "不合法的qt_code")), "40029") == {}
    call = "2026-11-02 10:00:00 INFO POST https://open.qingtui.com/v1/message/text/send/single\n"
    text = (fetch + call) * 4 + error("10:00:01", 45009, "接口调用超过限制")
    assert facts(run(text), "45009")["fact.token_each_call"] == {"count": 4, "calls": 4}


def test_every_fact_has_words_in_both_languages():
    book = story_from_raw(tomllib.loads((ROOT / "rules/story.toml").read_text("utf-8")))
    names = {rule.fact for rule in (*book.follows, *book.facts)}
    for lang in ("zh", "en"):
        words = tomllib.loads((ROOT / f"messages/{lang}.toml").read_text("utf-8"))["fact"]
        assert all(any(key.startswith(name) for key in words) for name in names)


def test_broken_rules_and_tokens():
    with pytest.raises(CatalogueError) as caught:
        story_from_raw(
            {"follows": [{"id": "a"}], "fact": [{"id": "b", "kind": "x", "pattern": "("}]}
        )
    assert len(caught.value.faults) >= 6
    assert tokens_in("eyJhbGciOiJIUzI1NiJ9.eyJhIjo.x eyJhbGciOiJIUzI1NiJ9.eyJ") == []
