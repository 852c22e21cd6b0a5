"""Masks a report: every text that may hold a piece of the paste."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from qt_app.api.report import (
    AlternativeReport,
    EvidenceReport,
    FindingReport,
    GroupReport,
    Masked,
    Report,
    Said,
    SourceReport,
)
from qt_app.core.redaction import Redactor

_CACHED = 4096
# Keys of `exchange` whose values come from the paste as text.
_EXCHANGE_TEXTS = ("url", "host", "path", "thread", "service", "method")


class Masking:
    """Masks texts with one input's secrets; equal texts are masked once."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor
        self.text = lru_cache(maxsize=_CACHED)(redactor.mask)

    def report(self, report: Report) -> Report:
        """The same report without secrets, with what was masked listed."""
        return replace(
            report,
            redacted=True,
            sources=tuple(self._source(source) for source in report.sources),
            read_as=self.text(report.read_as),
            findings=tuple(self._finding(finding) for finding in report.findings),
            summary=tuple(self._group(group) for group in report.summary),
            notes=tuple(self.text(note) for note in report.notes),
            masked=tuple(Masked(one.kind, one.label, one.count) for one in self._redactor.masked),
        )

    def _source(self, source: SourceReport) -> SourceReport:
        return replace(source, name=self.text(source.name))

    def _finding(self, one: FindingReport) -> FindingReport:
        return replace(
            one,
            message=self._maybe(one.message),
            title=self.text(one.title),
            alternatives=tuple(self._alternative(other) for other in one.alternatives),
            meanings=tuple(self._alternative(other) for other in one.meanings),
            ask=self._maybe(one.ask),
            evidence=tuple(self._evidence(evidence) for evidence in one.evidence),
            verdict=self.text(one.verdict),
            steps=self._said(one.steps),
            enter=self._maybe(one.enter),
            next=self._said(one.next),
            customer=self._maybe(one.customer),
            raw=self.text(one.raw),
            facts=tuple(self.text(fact) for fact in one.facts),
            exchange={
                name: self.text(value) if name in _EXCHANGE_TEXTS else value
                for name, value in one.exchange.items()
            },
        )

    def _group(self, group: GroupReport) -> GroupReport:
        return replace(
            group,
            title=self.text(group.title),
            facts=tuple(self.text(fact) for fact in group.facts),
        )

    def _alternative(self, other: AlternativeReport) -> AlternativeReport:
        step = other.first_step
        return replace(
            other,
            sign=self._maybe(other.sign),
            first_step=None if step is None else Said(self.text(step.text), step.source),
        )

    def _evidence(self, one: EvidenceReport) -> EvidenceReport:
        return replace(one, text=self.text(one.text), chip=self.text(one.chip))

    def _said(self, sentences: tuple[Said, ...]) -> tuple[Said, ...]:
        return tuple(Said(self.text(one.text), one.source) for one in sentences)

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self.text(text)
