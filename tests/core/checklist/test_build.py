"""Checklist files are validated with all faults at once, and every outcome has its words."""

from __future__ import annotations

import copy
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from qt_app.core.checklist.build import build_checklists
from qt_app.core.checklist.model import Remedy, fill
from qt_app.core.checks import outcomes
from qt_app.core.errors import CatalogueError
from qt_app.core.phrases import Words

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "checklists"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
NUMBERED = {
    kind.__name__.lower(): kind
    for kind in vars(outcomes).values()
    if isinstance(kind, type) and issubclass(kind, outcomes.Outcome) and len(kind)
}


def faults(files: dict[str, Any]) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        build_checklists(files)
    return [str(fault) for fault in caught.value.faults]


def test_the_shipped_files_are_sound() -> None:
    assert set(build_checklists(FILES)) == set(FILES)


@pytest.mark.parametrize("name", sorted(NUMBERED))
def test_each_outcome_of_a_check_has_words_of_the_same_status(name: str) -> None:
    words = build_checklists(FILES)[name].outcomes
    answered = {
        number for step in build_checklists(FILES)[name].steps for number in step.answers.values()
    }
    core = {outcome.value: outcome.status for outcome in NUMBERED[name]}
    assert {number: words[number].status for number in core} == core
    assert set(words) - set(core) <= answered


def test_all_faults_are_reported_at_once() -> None:
    broken = copy.deepcopy(FILES)
    domain = broken["domain"]
    domain["outcomes"]["D-01"]["status"] = "good"
    domain["outcomes"]["D-02"]["title"]["zh"] = "一二三四五六七八九十一二三四五"
    domain["outcomes"]["D-03"]["detail"]["en"] = "no placeholder"
    domain["outcomes"]["D-04"]["remedies"][0]["source"] = "rumour"
    domain["outcomes"]["D-05"]["detail"]["en"] = "端口 {port}"
    domain["outcomes"]["D-06"]["step"] = "domain.nowhere"
    domain["outcomes"]["D-07"]["colour"] = "red"
    domain["outcomes"]["D-08"]["remedies"] = []
    domain["outcomes"]["X1"] = domain["outcomes"]["D-01"]
    domain["steps"][0]["title"].pop("en")
    domain["steps"][-1].pop("how")
    domain["steps"][-1]["answers"]["fail"] = "D-99"
    domain["guided"] = ["domain.form", "domain.lost"]
    text = "\n".join(faults(broken))
    for piece in (
        "D-01: status",
        "D-02: title.zh",
        "D-03: detail: zh and en",
        "D-04: source",
        "D-05: detail.en: holds Chinese",
        "D-06: step",
        "D-07: colour",
        "D-08: remedies",
        "X1: number",
        "domain.form: title.en",
        "domain.cache: how",
        "domain.cache: answers",
        "domain.lost: guided",
    ):
        assert piece in text


def test_a_number_belongs_to_one_file() -> None:
    other = {"title": {"zh": "一", "en": "One"}, "steps": FILES["domain"]["steps"]}
    other["outcomes"] = {"D-01": FILES["domain"]["outcomes"]["D-01"]}
    assert any("is used in" in fault for fault in faults({**FILES, "other": other}))


def test_a_remedy_waits_for_its_values() -> None:
    remedy = Remedy("manual", Words("填 {enter}", "Enter {enter}"))
    assert remedy.fits({"enter": "a.com"})
    assert not remedy.fits({})
    assert not Remedy("manual", Words("问", "Ask"), unless="enter").fits({"enter": "a.com"})


def test_values_are_no_templates() -> None:
    assert fill("{host} {own}", {"host": "{own}", "own": "x"}) == "{own} x"


def test_wording_is_short_and_plain() -> None:
    for checklist in build_checklists(FILES).values():
        for step in checklist.steps:
            assert not re.search("[您请！!]", step.title.zh + step.why.zh)
        for text in checklist.outcomes.values():
            said = [text.title, text.detail, *(remedy.text for remedy in text.remedies)]
            zh, en = "".join(one.zh for one in said), "".join(one.en for one in said)
            assert not re.search("[您请！!]", zh + en), text.number
            assert "未知错误" not in zh
            assert len(text.title.en) <= 28, text.number
