"""One catalogue and rule book for all tests; marks that say what a finding must be.

Marks: a code; an entry id (or "-" for none); a kind; an origin; ok, undecided, decided;
a certainty; platform=…; enter=…; ask=…; value:name=….
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from publicsuffixlist import PublicSuffixList

from qt_app.core.catalogue import Catalogue
from qt_app.core.diagnosis import Diagnosis, Finding, Input, RuleBook, diagnose, rulebook_from_raw
from qt_app.core.diagnosis.model import KINDS, ORIGINS
from qt_app.services.knowledge import load_knowledge

ROOT = Path(__file__).resolve().parents[3]
CERTAINTIES = ("sure", "likely", "possible")


def parsed(folder: str) -> dict[str, Any]:
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "resources" / folder).glob("*.toml"))
    }


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_knowledge().catalogue


@pytest.fixture(scope="session")
def raw_rules() -> dict[str, Any]:
    return parsed("rules")


@pytest.fixture(scope="session")
def rulebook(raw_rules: dict[str, Any]) -> RuleBook:
    return rulebook_from_raw(raw_rules, parsed("phrasebook"))


@pytest.fixture(scope="session")
def reads(catalogue: Catalogue, rulebook: RuleBook) -> Callable[[str | bytes], Diagnosis]:
    suffixes = PublicSuffixList()

    def run(data: str | bytes) -> Diagnosis:
        return diagnose([Input("-", data)], catalogue, rulebook, registrable=suffixes.privatesuffix)

    return run


@pytest.fixture(scope="session")
def fits() -> Callable[[Sequence[Finding], Sequence[str]], list[str]]:
    """What is not as marked; empty when all is."""

    def compare(findings: Sequence[Finding], wanted: Sequence[str]) -> list[str]:
        codes = [finding.code for finding in findings]
        if codes != [marks.split()[0] for marks in wanted]:
            return [f"found {codes}"]
        return [
            f"{mark}: {describe(finding)}"
            for finding, marks in zip(findings, wanted, strict=True)
            for mark in marks.split()
            if not has_mark(finding, mark)
        ]

    return compare


def has_mark(finding: Finding, mark: str) -> bool:
    name, equals, value = mark.partition("=")
    if equals:
        return named_value(finding, name) == (value or None)
    known: dict[str, bool] = {
        "-": finding.entry is None,
        "ok": finding.ok,
        "undecided": finding.undecided,
        "decided": not finding.undecided,
    }
    if mark in known:
        return known[mark]
    if mark in KINDS:
        return finding.kind == mark
    if mark in ORIGINS:
        return finding.origin == mark
    if mark in CERTAINTIES:
        return finding.certainty == mark
    if "/" in mark:
        return finding.entry is not None and finding.entry.id == mark
    return finding.code == mark


def named_value(finding: Finding, name: str) -> str | None:
    if name.startswith("value:"):
        return finding.values.get(name[6:])
    if name == "ask":
        return finding.ask.key if finding.ask else None
    value: str | None = getattr(finding, name)
    return value


def describe(finding: Finding) -> str:
    entry = finding.entry.id if finding.entry else "-"
    others = [(one.entry.id, one.confidence) for one in finding.alternatives[:3]]
    return (
        f"{finding.code} {entry} {finding.kind} {finding.origin} {finding.platform} "
        f"{finding.confidence} {finding.undecided} {finding.enter} {dict(finding.values)} {others} "
        f"{[one.rule for one in finding.evidence]}"
    )
