"""The validator names every fault at once, by file, entry and field."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from qt_app.core.catalogue.check import check_files

GOOD: dict[str, Any] = {
    "token": {
        "table": "token",
        "name": {"zh": "应用与凭证", "en": "App and token"},
        "entry": [
            {
                "code": "40402",
                "message": "invalid token",
                "severity": "error",
                "who": "developer",
                "provenance": "seed",
                "title": {"zh": "token 无效", "en": "Invalid token"},
                "meaning": {"source": "manual", "zh": "token 无效。", "en": "Invalid token."},
                "causes": [{"source": "inferred", "zh": "多半截断了。", "en": "Most likely cut."}],
                "remedies": [{"source": "inferred", "zh": "换 {host}", "en": "Change {host}"}],
                "next": [{"source": "inferred", "zh": "把请求交上来。", "en": "Hand it over."}],
                "customer": {"source": "inferred", "zh": "重新取。", "en": "Get a new one."},
            }
        ],
    }
}

FAULTS = [
    (("code",), 40402, "code"),
    (("severity",), "fatal", "severity"),
    (("who",), "nobody", "who"),
    (("title", "zh"), "一二三四五六七八九十一二三四五", "title.zh"),
    (("title", "en"), "one two three four five six seven eight nine", "title.en"),
    (("title", "en"), "无效 token", "title.en"),
    (("meaning", "source"), "hearsay", "meaning.source"),
    (("meaning", "zh"), "", "meaning"),
    (("verdict",), {"source": "manual", "zh": "无效。", "en": "Invalid."}, "verdict"),
    (("verdict",), {"source": "manual", "zh": "{path} 不行", "en": "It fails."}, "verdict"),
    (("verdict",), {"source": "manual", "zh": "{path} 不行。换", "en": "{path} fails."}, "verdict"),
    (("meaning", "zh"), "长" * 200, "meaning.zh"),
    (("meaning", "en"), "The token 无效.", "meaning.en"),
    (("remedies", 0, "en"), "Change {domain}", "remedies[1]"),
    (("colour",), "red", "colour"),
    (("checklist",), "dns", "checklist"),
    (("causes",), [GOOD["token"]["entry"][0]["meaning"]] * 4, "causes"),
    (("related",), [{"id": "token/1"}], "related"),
    (("next",), [], "next"),
    (("remedies",), [], "remedies"),
    (("customer",), None, "customer"),
    (("customer", "zh"), "您再取一次。", "customer.zh"),
    (("customer", "zh"), "长" * 61, "customer.zh"),
    (("customer", "en"), "Get it. " + "very " * 30 + "soon.", "customer.en"),
    (("customer", "en"), "Get it now!", "customer.en"),
    (("remedies", 0, "zh"), "请换 {host}", "remedies[1].zh"),
]


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    files = copy.deepcopy(GOOD)
    place = files["token"]["entry"][0]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return files


def test_a_good_file_has_no_faults() -> None:
    assert check_files(GOOD) == []


@pytest.mark.parametrize(("path", "value", "field"), FAULTS)
def test_a_fault_is_named(path: tuple[Any, ...], value: Any, field: str) -> None:
    faults = check_files(changed(path, value))
    assert field in {fault.field for fault in faults}


def test_all_faults_come_at_once() -> None:
    files = changed(("severity",), "fatal")
    files["token"]["entry"][0]["who"] = "nobody"
    files["token"]["name"] = {}
    assert {"severity", "who", "name"} <= {fault.field for fault in check_files(files)}


def test_chinese_may_stand_in_brackets_and_quotes() -> None:
    text = "Open the safe domain setting (安全域名) and read “未授权的域名”."
    assert check_files(changed(("meaning", "en"), text)) == []


def test_a_request_and_a_quoted_mark_are_no_fault() -> None:
    assert check_files(changed(("next", 0, "en"), 'Look for "request params is null !".')) == []
    assert check_files(changed(("next", 0, "zh"), "看请求和申请。")) == []


def test_a_success_needs_no_remedy() -> None:
    files = changed(("severity",), "success")
    del files["token"]["entry"][0]["remedies"]
    assert check_files(files) == []


def test_a_code_with_two_meanings_needs_a_sign_in_each() -> None:
    files = changed(("sign",), GOOD["token"]["entry"][0]["meaning"])
    other = copy.deepcopy(GOOD["token"]["entry"][0])
    files["org"] = {**files["token"], "table": "org", "entry": [other]}
    assert [(f.entry, f.field) for f in check_files(files)] == [("org/40402", "sign")]
