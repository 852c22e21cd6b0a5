"""From a draft to a Finding: decided, placed, with its values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import Entry
from qt_app.core.diagnosis.context import Context
from qt_app.core.diagnosis.draft import Draft
from qt_app.core.diagnosis.meaning import SUCCEEDED, Decision, Judge, certainty, evidence_args
from qt_app.core.diagnosis.messages import template
from qt_app.core.diagnosis.model import Alternative, Evidence, Finding
from qt_app.core.diagnosis.nearest import near_misses
from qt_app.core.diagnosis.origin import Origin, Origins
from qt_app.core.diagnosis.places import Lines
from qt_app.core.diagnosis.responses import documented_success
from qt_app.core.diagnosis.rulebook import FOREIGN, Success
from qt_app.core.diagnosis.surroundings import Surroundings
from qt_app.core.diagnosis.values import SAFE_DOMAIN, Registrable, values_for
from qt_app.core.phrasebook import PhraseHit
from qt_app.core.phrases import Phrase
from qt_app.core.reading.model import ReadText

_NOTHING = SUCCEEDED


@dataclass(frozen=True, slots=True)
class Finisher:
    """Finishes the drafts of one input."""

    catalogue: Catalogue
    judge: Judge
    origins: Origins
    registrable: Registrable | None
    successes: tuple[Success, ...]
    source: int
    read: ReadText
    around: Surroundings
    lines: Lines
    near: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def finish(self, draft: Draft) -> Finding:
        """The finding of one draft."""
        decision, origin = self._decide(draft)
        entry = decision.entry
        values, enter, signs = values_for(
            self.read.text, self.around, draft, entry, self.registrable
        )
        start, end = self.read.byte_span(draft.span)
        enter = None if decision.undecided or draft.ok else enter
        return Finding(
            kind=draft.kind,
            origin=origin.origin,
            platform=origin.platform,
            ok=draft.ok,
            source=self.source,
            line=self.lines.number(draft.span.start),
            start=start,
            end=end,
            span=draft.span,
            time=self._time(draft),
            code=draft.code,
            message=draft.message,
            entry=entry,
            severity=_severity(draft, entry),
            who=entry.who if entry else None,
            confidence=decision.confidence,
            certainty=certainty(decision.confidence),
            undecided=decision.undecided,
            alternatives=decision.alternatives,
            ask=decision.ask,
            evidence=(*_evidence(draft, decision, origin), *(signs if enter else ())),
            repairs=(*self.read.repairs, *(draft.reading.repairs if draft.reading else ())),
            values=values,
            enter=enter,
            enter_label=SAFE_DOMAIN if enter else None,
            nearest=self._nearest(draft, decision, origin),
            template=template(draft.message or ""),
            dialect=draft.reading.dialect if draft.reading else "text",
            exchange=draft.exchange,
            success=self._success(draft),
            origin_rule=origin.rule.id if origin.rule else (draft.hit.rule if draft.hit else None),
        )

    def _decide(self, draft: Draft) -> tuple[Decision, Origin]:
        if draft.hit is not None:
            maker = "client" if draft.kind == "jssdk" else draft.hit.origin
            return self._phrase(draft, draft.hit), Origin(maker, None)
        if draft.context is None:
            if draft.kind == "jssdk":
                return _NOTHING, Origin("client", None)
            return _NOTHING, Origin("platform", "qingtui")
        decision = draft.said or self.judge.decide(draft.context)
        origin = self.origins.of(draft.context, decision)
        if origin.origin == "foreign":
            sure = FOREIGN if origin.rule is None else origin.rule.confidence
            decision = Decision(None, sure, False, (), (), None)
        return decision, origin

    def _phrase(self, draft: Draft, hit: PhraseHit) -> Decision:
        """A phrase with a number in it is decided like an answer with that code."""
        if not draft.ok and hit.code.lstrip("-").isdigit():
            context = Context("response", hit.code, key="errcode", path=draft.exchange.path)
            decision = self.judge.decide(context)
            return replace(decision, evidence=(_spoke(hit), *decision.evidence))
        return phrase_decision(self.catalogue, draft)

    def _time(self, draft: Draft) -> str | None:
        time = draft.exchange.time or (draft.hit.time if draft.hit else None)
        return None if time is None or self.around.retold(draft.span) else time

    def _success(self, draft: Draft) -> str | None:
        """Which documented success the body shows."""
        if not draft.ok or draft.reading is None:
            return None
        shape = documented_success(self.successes, draft.reading)
        return None if shape is None else shape.id

    def _nearest(self, draft: Draft, decision: Decision, origin: Origin) -> tuple[str, ...]:
        if decision.entry is not None or draft.ok or origin.origin == "foreign":
            return ()
        if draft.code not in self.near:
            self.near[draft.code] = near_misses(self.catalogue, draft.code)
        return self.near[draft.code]


def phrase_decision(catalogue: Catalogue, draft: Draft) -> Decision:
    """What the phrasebook's own weights say; a tie stays a tie."""
    hit = draft.hit
    if hit is None or draft.ok:
        return _NOTHING
    pairs = [(_entry_of(catalogue, code), round(weight, 2)) for code, weight in hit.ranked]
    if pairs[0][0] is None:
        return Decision(None, min(0.97, pairs[0][1]), False, (), (_spoke(hit),), None)
    known = [(entry, weight) for entry, weight in pairs if entry is not None]
    best, share = known[0]
    rest = tuple(Alternative(entry, weight) for entry, weight in known[1:])
    undecided = bool(rest) and round(share - rest[0].confidence, 4) <= 0.15
    ask = Phrase(_ask_key(best), {"code": best.code}) if undecided else None
    evidence = (_spoke(hit),)
    return Decision(best, min(0.97, share), undecided, rest, evidence, ask)


def _spoke(hit: PhraseHit) -> Evidence:
    return Evidence(hit.rule, 2.0, {"message": hit.message[:200], "runtime": hit.runtime})


def _entry_of(catalogue: Catalogue, code: str) -> Entry | None:
    found = catalogue.by_code(code)
    return found[0] if found else None


def _ask_key(entry: Entry) -> str:
    if entry.code.startswith("tls."):
        return "ask.certificate"
    return "ask.network" if entry.table == "transport" else "ask.whole"


def _severity(draft: Draft, entry: Entry | None) -> str:
    if entry is not None:
        return entry.severity
    return "success" if draft.ok else "error"


def _evidence(draft: Draft, decision: Decision, origin: Origin) -> tuple[Evidence, ...]:
    found = list(decision.evidence)
    if origin.rule is not None:
        args = evidence_args(draft.context) if draft.context else {}
        found.append(Evidence(origin.rule.id, origin.rule.weight, args))
    if decision.undecided and draft.context is not None:
        found += _missing(draft)
    return tuple(found)


def _missing(draft: Draft) -> list[Evidence]:
    """What would tell the meanings apart, had the paste held it."""
    missing = {"missing.message": draft.message, "missing.path": draft.exchange.path}
    return [Evidence(sign, 0.0) for sign, value in missing.items() if not value]
