"""Puts what core found into words: one finding, in one language."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from qt_app.api.messages import Messages
from qt_app.api.phrases import Phrasing, chip_of
from qt_app.api.report import AlternativeReport, EvidenceReport, FindingReport, Said
from qt_app.api.sentences import all_said, ref, said, with_values
from qt_app.api.verdicts import Verdicts, plain_success
from qt_app.core.diagnosis.model import Alternative, Finding

MOST_STEPS = 4
_REMEMBERED = 4096


class Wording:
    """Words findings in the language of its messages."""

    def __init__(self, messages: Messages, phrasing: Phrasing) -> None:
        self._messages = messages
        self._phrasing = phrasing
        self._lang = messages.lang
        self._verdicts = Verdicts(messages, phrasing)
        self._known: dict[Hashable, dict[str, Any]] = {}

    def finding(self, finding: Finding, raw: str) -> FindingReport:
        """The contract's fields, unmasked; `raw` is the piece of text it stands for."""
        key = _sameness(finding)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._worded(finding)
        return FindingReport(
            **known,
            source=finding.source,
            line=finding.line,
            start=finding.start,
            end=finding.end,
            time=finding.time,
            repairs=finding.repairs,
            char_start=finding.span.start,
            char_end=finding.span.end,
            raw=raw,
            facts=tuple(self._phrasing.say(fact) for fact in finding.facts),
            exchange=self._exchange(finding),
        )

    def _worded(self, finding: Finding) -> dict[str, Any]:
        """All that findings share that differ only in where and when they stand."""
        entry = finding.entry
        enter = None if finding.undecided else finding.enter
        return {
            "kind": finding.kind,
            "origin": finding.origin,
            "platform": finding.platform,
            "ok": finding.ok,
            "code": finding.code,
            "message": finding.message,
            "entry": None if entry is None else ref(entry),
            "title": self._verdicts.title(finding),
            "severity": finding.severity,
            "who": _who(finding),
            "confidence": finding.confidence,
            "certainty": finding.certainty,
            "undecided": finding.undecided,
            "alternatives": tuple(self._alternative(a, finding) for a in finding.alternatives),
            "ask": self._ask(finding),
            "evidence": self._all_evidence(finding),
            "verdict": self._verdicts.verdict(finding),
            "what": self._verdicts.what(finding),
            "steps": self.steps(finding),
            "enter": enter,
            "enter_label": None if enter is None else self._enter_label(finding),
            "next": self.next(finding),
            "checklist": None if entry is None else entry.checklist,
            "customer": self._customer(finding),
            "meanings": self._meanings(finding),
        }

    def steps(self, finding: Finding) -> tuple[Said, ...]:
        """What to do; nothing before it is decided, nothing after a plain success."""
        if finding.undecided or plain_success(finding):
            return ()
        if finding.entry is not None:
            told = self._verdicts.made_by(finding)
            sentences = (*(told.steps if told else ()), *finding.entry.remedies)
            return all_said(sentences, finding.values, self._messages)[:MOST_STEPS]
        if finding.origin == "foreign":
            return (self._own("foreign.step_ask", finding),)
        plain = "" if finding.nearest else "_plain"
        return (self._own(f"unknown_code.step_check{plain}", finding),)

    def next(self, finding: Finding) -> tuple[Said, ...]:
        """What to do if the steps don't help."""
        if finding.undecided or plain_success(finding):
            return ()
        if finding.entry is not None:
            return all_said(finding.entry.next, finding.values, self._messages)
        foreign = finding.origin == "foreign"
        return (
            self._own("foreign.next_where" if foreign else "unknown_code.next_platform", finding),
        )

    def _own(self, key: str, finding: Finding) -> Said:
        codes = self._messages.listed(finding.nearest)
        text = self._messages.say(
            key, code=finding.code, codes=codes, platform=self._verdicts.platform(finding)
        )
        return Said(text, "inferred" if finding.origin != "foreign" else "general")

    def _alternative(self, other: Alternative, finding: Finding) -> AlternativeReport:
        entry, values = other.entry, finding.values
        sign = None if entry.sign is None else said(entry.sign, values, self._messages).text
        remedies = entry.remedies or entry.checks
        return AlternativeReport(
            entry=ref(entry),
            confidence=other.confidence,
            title=entry.title.get(self._lang),
            sign=sign,
            first_step=said(remedies[0], values, self._messages) if remedies else None,
        )

    def _meanings(self, finding: Finding) -> tuple[AlternativeReport, ...]:
        if not finding.undecided or finding.entry is None:
            return ()
        best = Alternative(finding.entry, finding.confidence)
        equals = sorted((best, *finding.alternatives), key=lambda one: one.entry.order)
        return tuple(self._alternative(one, finding) for one in equals)

    def _ask(self, finding: Finding) -> str | None:
        if finding.ask is None:
            return self._messages.say("ask.whole") if finding.undecided else None
        return self._phrasing.say(finding.ask)

    def _enter_label(self, finding: Finding) -> str:
        key = finding.enter_label or "enter.value"
        for name in (key, f"enter.{key}"):
            if name in self._messages:
                return self._messages.say(name)
        return self._messages.say("enter.value")

    def _customer(self, finding: Finding) -> str | None:
        entry = finding.entry
        if entry is None or entry.customer is None or finding.undecided:
            return None
        if plain_success(finding):
            return None
        return with_values(entry.customer.text.get(self._lang), finding.values, self._messages)

    def _all_evidence(self, finding: Finding) -> tuple[EvidenceReport, ...]:
        nearest = [self._nearest(finding.nearest)] if finding.nearest else []
        shown = self._phrasing.telling(finding.evidence, bool(nearest))
        return (*(self._phrasing.evidence(one, finding.code) for one in shown), *nearest)

    def _nearest(self, codes: tuple[str, ...]) -> EvidenceReport:
        listed = self._messages.listed(codes)
        few = self._messages.listed(codes[:2])
        chip = chip_of(self._messages.say("evidence.nearest_chip", codes="{codes}"), {"codes": few})
        text = self._messages.say("evidence.nearest_text", codes=listed)
        return EvidenceReport("code.nearest", text, chip, 0.0, False, "search")

    def _exchange(self, finding: Finding) -> Mapping[str, str | int | None]:
        call = finding.exchange
        told = {
            "method": call.method,
            "url": call.url,
            "host": call.host,
            "path": call.path,
            "status": call.status,
            "time": call.time,
            "thread": call.thread,
            "service": call.service,
        }
        return {name: value for name, value in told.items() if value is not None}


def _sameness(finding: Finding) -> Hashable:
    """Equal for findings that are worded alike."""
    entry = finding.entry
    return (
        *(
            finding.kind,
            finding.origin,
            finding.platform,
            finding.ok,
            finding.code,
            finding.success,
        ),
        *(finding.message, None if entry is None else entry.id, finding.severity, finding.who),
        *(finding.confidence, finding.undecided, finding.enter, finding.enter_label),
        *(finding.nearest, finding.origin_rule, str(finding.ask), str(finding.values)),
        tuple((other.entry.id, other.confidence) for other in finding.alternatives),
        tuple((one.rule, one.weight, str(one.args)) for one in finding.evidence),
    )


def _who(finding: Finding) -> str | None:
    """Who acts; what the customer's own program made is not for the platform to solve."""
    if finding.origin == "client" and finding.who == "platform":
        return "developer"
    return finding.who
