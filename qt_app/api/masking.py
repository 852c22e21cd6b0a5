"""Masks a report: every text that may hold a piece of the paste."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

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
_Item = TypeVar("_Item")
# Keys of `exchange` whose values come from the paste as text.
_EXCHANGE_TEXTS = ("url", "host", "path", "thread", "service", "method")


class Masking:
    """Masks texts with one input's secrets; equal texts are masked once."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor
        self.text = lru_cache(maxsize=_CACHED)(redactor.mask)
        self._shared: dict[int, tuple[Any, Any]] = {}

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
            alternatives=self._once(one.alternatives, self._alternative),
            meanings=self._once(one.meanings, self._alternative),
            ask=self._maybe(one.ask),
            evidence=self._once(one.evidence, self._evidence),
            verdict=self.text(one.verdict),
            what=self.text(one.what),
            steps=self._once(one.steps, self._sentence),
            enter=self._maybe(one.enter),
            next=self._once(one.next, self._sentence),
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

    def _sentence(self, one: Said) -> Said:
        return Said(self.text(one.text), one.source)

    def _once(self, items: tuple[_Item, ...], mask: Callable[[_Item], _Item]) -> tuple[_Item, ...]:
        """The items masked; the very same tuple, which many findings share, only once."""
        known = self._shared.get(id(items))
        if known is None or known[0] is not items:
            if len(self._shared) >= _CACHED:
                self._shared.clear()
            known = self._shared[id(items)] = (items, tuple(map(mask, items)))
        masked: tuple[_Item, ...] = known[1]
        return masked

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self.text(text)
