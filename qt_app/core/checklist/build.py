"""Checklists out of parsed files, all faults of all files reported at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from qt_app.core.checklist.model import (
    ANSWERS,
    PLACEHOLDER,
    SOURCES,
    Checklist,
    OutcomeText,
    Remedy,
    StepText,
)
from qt_app.core.checks.model import STATUSES
from qt_app.core.errors import CatalogueError, Fault
from qt_app.core.phrases import Words

TITLE_LIMIT = 14
_NUMBER = re.compile(r"[A-Z]-[0-9]{2}")
_CHINESE = re.compile(r"[\u3400-\u9fff\uff01-\uff5e\u3001\u3002]")
# A quoted message or a back-office name in brackets may stay Chinese in an English sentence.
_QUOTED = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”")
_STEP_KEYS = {"id", "title", "why", "probe", "how", "question", "answers", "follow", "proves"}
_OUTCOME_KEYS = {"step", "status", "title", "detail", "remedies"}


def build_checklists(files: Mapping[str, Mapping[str, Any]]) -> dict[str, Checklist]:
    """Checklists by name out of `{stem: parsed file}`; CatalogueError with every fault."""
    faults: list[Fault] = []
    built = {stem: _Builder(stem, faults).checklist(data) for stem, data in files.items()}
    _across(built, faults)
    if faults:
        raise CatalogueError(faults)
    return built


class _Builder:
    """Reads one file and notes what is wrong in it."""

    def __init__(self, stem: str, faults: list[Fault]) -> None:
        self._file = f"checklists/{stem}.toml"
        self._stem = stem
        self._faults = faults

    def checklist(self, data: Mapping[str, Any]) -> Checklist:
        self._unknown("file", data, {"title", "steps", "outcomes", "guided"})
        steps = tuple(self._step(index, raw) for index, raw in enumerate(_list(data, "steps")))
        outcomes = {
            number: self._outcome(number, raw) for number, raw in _table(data, "outcomes").items()
        }
        built = Checklist(
            self._stem,
            self._words("file", data, "title"),
            steps,
            outcomes,
            tuple(str(name) for name in data.get("guided", ())),
        )
        self._links(built)
        return built

    def _step(self, index: int, raw: Mapping[str, Any]) -> StepText:
        entry = str(raw.get("id") or f"step {index + 1}")
        self._unknown(entry, raw, _STEP_KEYS)
        if not raw.get("id"):
            self._fault(entry, "id", "is missing")
        how = self._words(entry, raw, "how") if "how" in raw else None
        question = self._words(entry, raw, "question") if "question" in raw else None
        if how is None and not raw.get("probe"):
            self._fault(entry, "how", "a step without probe must say how to look oneself")
        return StepText(
            entry,
            self._words(entry, raw, "title"),
            self._words(entry, raw, "why"),
            raw.get("probe"),
            how,
            question,
            dict(_table(raw, "answers")),
            dict(_table(raw, "follow")),
            tuple(str(code) for code in raw.get("proves", ())),
        )

    def _outcome(self, number: str, raw: Mapping[str, Any]) -> OutcomeText:
        self._unknown(number, raw, _OUTCOME_KEYS)
        if not _NUMBER.fullmatch(number):
            self._fault(number, "number", "is not like D-07")
        status = str(raw.get("status", ""))
        if status not in STATUSES:
            self._fault(number, "status", f"{status!r} is none of {', '.join(STATUSES)}")
        title = self._words(number, raw, "title")
        if len(title.zh) > TITLE_LIMIT:
            self._fault(number, "title.zh", f"has more than {TITLE_LIMIT} characters")
        remedies = tuple(self._remedy(number, item) for item in _list(raw, "remedies"))
        if status == "fail" and not remedies:
            self._fault(number, "remedies", "a failure must say what to do")
        detail = self._words(number, raw, "detail")
        return OutcomeText(number, str(raw.get("step", "")), status, title, detail, remedies)

    def _remedy(self, number: str, raw: Mapping[str, Any]) -> Remedy:
        self._unknown(number, raw, {"source", "zh", "en", "unless"})
        source = str(raw.get("source", ""))
        if source not in SOURCES:
            self._fault(number, "source", f"{source!r} is none of {', '.join(SOURCES)}")
        return Remedy(source, self._pair(number, "remedies", raw), raw.get("unless"))

    def _links(self, built: Checklist) -> None:
        ids = [step.id for step in built.steps]
        for name in sorted({name for name in ids if ids.count(name) > 1}):
            self._fault(name, "id", "stands twice")
        for outcome in built.outcomes.values():
            if outcome.step not in ids:
                self._fault(outcome.number, "step", f"there is no step {outcome.step!r}")
        for step in built.steps:
            for answer, number in step.answers.items():
                if answer not in ANSWERS or number not in built.outcomes:
                    self._fault(step.id, "answers", f"{answer} = {number!r} leads nowhere")

    def _words(self, entry: str, raw: Mapping[str, Any], key: str) -> Words:
        return self._pair(entry, key, _table(raw, key))

    def _pair(self, entry: str, key: str, raw: Mapping[str, Any]) -> Words:
        zh, en = raw.get("zh"), raw.get("en")
        for lang, text in (("zh", zh), ("en", en)):
            if not isinstance(text, str) or not text.strip():
                self._fault(entry, f"{key}.{lang}", "is missing")
        words = Words(str(zh or ""), str(en or ""))
        if set(PLACEHOLDER.findall(words.zh)) != set(PLACEHOLDER.findall(words.en)):
            self._fault(entry, key, "zh and en have different placeholders")
        if _CHINESE.search(_QUOTED.sub("", words.en)):
            self._fault(entry, f"{key}.en", "holds Chinese")
        return words

    def _unknown(self, entry: str, raw: Mapping[str, Any], known: Iterable[str]) -> None:
        for key in sorted(set(raw) - set(known)):
            self._fault(entry, key, "is not a known field")

    def _fault(self, entry: str, field: str, problem: str) -> None:
        self._faults.append(Fault(self._file, entry, field, problem))


def _across(built: Mapping[str, Checklist], faults: list[Fault]) -> None:
    """Numbers and step ids are unique over all files; what is named in `guided` exists."""
    owners: dict[str, str] = {}
    steps = {step.id for checklist in built.values() for step in checklist.steps}
    for name, checklist in built.items():
        file = f"checklists/{name}.toml"
        faults.extend(
            Fault(file, number, "number", f"is used in {owners[number]} too")
            for number in checklist.outcomes
            if owners.setdefault(number, name) != name
        )
        named = [("guided", name) for name in checklist.guided]
        named += [("follow", target) for step in checklist.steps for target in step.follow.values()]
        faults.extend(
            Fault(file, target, field, "there is no such step")
            for field, target in named
            if target not in steps
        )


def _list(raw: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = raw.get(key, [])
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _table(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = raw.get(key, {})
    return value if isinstance(value, Mapping) else {}
