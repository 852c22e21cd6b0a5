"""Every rule's own samples, and the faults that the rule files may have."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qt_app.core.catalogue import Catalogue
from qt_app.core.diagnosis import RuleBook, rulebook_from_raw
from qt_app.core.errors import CatalogueError

RULES = Path(__file__).resolve().parents[3] / "resources" / "rules"


def samples() -> list[Any]:
    found = []
    for path in sorted(RULES.glob("*.toml")):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        items = [one for key in ("rule", "shape", "wording") for one in raw.get(key, ())]
        items += [{"id": "cues", "sample": raw["sample"]}] if "sample" in raw else []
        found += [
            pytest.param(one["id"], sample, id=f"{one['id']}-{number}")
            for one in items
            for number, sample in enumerate(one["sample"])
        ]
    return found


@pytest.mark.parametrize(("rule", "sample"), samples())
def test_a_rule_does_what_its_sample_says(
    rule: str, sample: dict[str, Any], reads: Callable[..., Any]
) -> None:
    findings = reads(sample["text"]).findings
    if sample.get("none"):
        assert [finding.code for finding in findings] == []
        return
    assert len(findings) == 1
    got = {name: getattr(findings[0], name) for name in sample if name not in ("text", "entry")}
    if "entry" in sample:
        got["entry"] = findings[0].entry.id if findings[0].entry else ""
    assert got == {name: value for name, value in sample.items() if name != "text"}


def test_rules_name_entries_and_tables_that_exist(rulebook: RuleBook, catalogue: Catalogue) -> None:
    named = {entry for rule in rulebook.meanings for entry in rule.entries}
    named |= {entry for one in rulebook.wordings for entry in (one.entry, *one.also)}
    assert [entry for entry in sorted(named) if catalogue.get(entry) is None] == []
    tables = {table for rule in rulebook.meanings for table in rule.tables}
    assert tables <= set(catalogue.tables)


def test_all_faults_are_told_at_once(raw_rules: dict[str, Any]) -> None:
    broken = copy.deepcopy(raw_rules)
    broken["meaning"]["rule"][0]["chip"] = {"zh": "很" * 30, "en": "long"}
    broken["meaning"]["rule"][1]["when"] = {"colour": "red"}
    broken["origin"]["rule"][0]["when"] = {"message": "("}
    del broken["wording"]["wording"][0]["patterns"]
    del broken["success"]["shape"][0]["needs"]
    del broken["cues"]
    with pytest.raises(CatalogueError) as caught:
        rulebook_from_raw(broken, {})
    told = {(fault.file, fault.field) for fault in caught.value.faults}
    assert told >= {
        ("rules/meaning.toml", "chip"),
        ("rules/meaning.toml", "when.colour"),
        ("rules/origin.toml", "when.message"),
        ("rules/wording.toml", "patterns"),
        ("rules/success.toml", "needs"),
        ("rules/cues.toml", "-"),
    }
