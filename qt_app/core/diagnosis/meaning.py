"""Which documented meaning a code has: small signs with weights, summed, honest about ties."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import Entry
from qt_app.core.diagnosis.context import Context, holds
from qt_app.core.diagnosis.messages import MessageIndex
from qt_app.core.diagnosis.model import Alternative, Evidence
from qt_app.core.diagnosis.rulebook import Rule, RuleBook
from qt_app.core.phrases import Phrase

MARGIN = 0.15
SURE, LIKELY = 0.9, 0.6
_HIGHEST = 0.99
_FINE = frozenset({"ok", "okay", "成功", "操作成功"})
_WHOLE = frozenset({"exact", "folded", "template"})


@dataclass(frozen=True, slots=True)
class Decision:
    """The best meaning, all others, and the signs. `entry` is None for an unknown code."""

    entry: Entry | None
    confidence: float
    undecided: bool
    alternatives: tuple[Alternative, ...]
    evidence: tuple[Evidence, ...]
    ask: Phrase | None
    match: str | None = None


SUCCEEDED = Decision(None, 0.9, False, (), (), None)


def certainty(confidence: float) -> str:
    """sure, likely or possible."""
    if confidence >= SURE:
        return "sure"
    return "likely" if confidence >= LIKELY else "possible"


class Judge:
    """Decides meanings with one catalogue and one rule book; equal contexts are judged once."""

    def __init__(
        self, catalogue: Catalogue, rulebook: RuleBook, index: MessageIndex | None = None
    ) -> None:
        self._catalogue = catalogue
        self._rules = rulebook.meanings
        self.index = index or MessageIndex(catalogue)
        self._known: dict[Context, Decision] = {}
        self._rules_of: dict[tuple[str, str | None], tuple[Rule, ...]] = {}

    def decide(self, context: Context) -> Decision:
        """The decision for one answer."""
        known = self._known.get(context)
        if known is None:
            known = self._known[context] = self._decide(context)
        return known

    def _decide(self, context: Context) -> Decision:
        candidates = self._catalogue.by_code(context.code or "")
        if not candidates:
            return Decision(None, 0.3, False, (), (Evidence("code.unknown", 0.0),), None)
        matches = self._matches(context, candidates)
        pairs = zip(candidates, matches, strict=True)
        signs = [self._signs(context, entry, match) for entry, match in pairs]
        scores = [sum(rule.weight for rule in found) for found in signs]
        shares = _shares(scores)
        order = sorted(range(len(candidates)), key=lambda at: (-shares[at], at))
        best = order[0]
        rest = tuple(Alternative(candidates[at], shares[at]) for at in order[1:])
        undecided = bool(rest) and round(shares[best] - rest[0].confidence, 4) <= MARGIN
        return Decision(
            entry=candidates[best],
            confidence=shares[best],
            undecided=undecided,
            alternatives=rest,
            evidence=_evidence(context, signs, best),
            ask=_ask(context, [candidates[at] for at in order], shares) if undecided else None,
            match=matches[best],
        )

    def _matches(self, context: Context, candidates: Sequence[Entry]) -> list[str | None]:
        message = context.message
        if not message or not message.strip():
            return [None] * len(candidates)
        if context.code == "0" and message.strip().lower() in _FINE:
            return [None] * len(candidates)
        found = [self.index.match(message, entry) for entry in candidates]
        if any(found):
            whole = any(match in _WHOLE for match in found)
            return [_kept(match, whole) for match in found]
        stranger = any(entry.code != context.code for entry in self.index.equal(message))
        return ["other" if stranger else "none"] * len(candidates)

    def _signs(self, context: Context, entry: Entry, match: str | None) -> tuple[Rule, ...]:
        lang = context.lang
        return tuple(
            rule
            for rule in self._rules_for(entry, context.code)
            if (rule.when.match is None or rule.when.match == match)
            and holds(rule.when, context, rule.id, lang)
        )

    def _rules_for(self, entry: Entry, code: str | None) -> tuple[Rule, ...]:
        """The rules that may speak for an entry at all."""
        known = self._rules_of.get((entry.id, code))
        if known is None:
            shared = len(self._catalogue.by_code(entry.code)) > 1
            known = self._rules_of[entry.id, code] = tuple(
                rule
                for rule in self._rules
                if rule.speaks_for(entry.id, entry.table)
                and (shared or not rule.when.shared)
                and (rule.when.codes is None or code in rule.when.codes)
            )
        return known


def _kept(match: str | None, whole: bool) -> str:
    """Beside a message that fits as a whole, a loose fit is none."""
    return match if match is not None and (match in _WHOLE or not whole) else "unlike"


def _shares(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities, beside the chance that it is none of them (score 0)."""
    parts = [math.exp(min(score, 30.0)) for score in scores]
    whole = 1.0 + sum(parts)
    return [round(min(_HIGHEST, max(0.0, part / whole)), 2) for part in parts]


def _evidence(
    context: Context, signs: Sequence[tuple[Rule, ...]], best: int
) -> tuple[Evidence, ...]:
    args = evidence_args(context)
    mine = [Evidence(rule.id, rule.weight, args) for rule in signs[best] if not rule.quiet]
    spoken = {rule.id for rule in signs[best]}
    against = {
        rule.id: Evidence(rule.id, -rule.weight, args)
        for found in signs
        for rule in found
        if rule.weight > 0 and not rule.quiet and rule.when.path and rule.id not in spoken
    }
    mine.sort(key=lambda one: -one.weight)
    return (*mine, *against.values())


def evidence_args(context: Context) -> dict[str, str]:
    """What a rule's sentence may name."""
    pairs = {
        "code": context.code,
        "message": context.message,
        "path": context.path,
        "host": context.host,
        "service": context.service,
        "param": context.param,
    }
    return {name: value[:200] for name, value in pairs.items() if value}


def _ask(context: Context, ordered: Sequence[Entry], shares: Sequence[float]) -> Phrase:
    """The one thing to send that would tell the best meanings apart."""
    tables = {entry.table for entry in ordered[:2]}
    args = {"code": context.code or ""}
    if context.path is None and len(tables) > 1:
        inner = tables <= {"org", "domain"}
        same = ordered[0].message == ordered[1].message
        return Phrase("ask.path_team" if inner and same else "ask.path", args)
    if not context.message:
        return Phrase("ask.message", args)
    return Phrase("ask.whole", args)
