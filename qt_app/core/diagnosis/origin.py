"""Whose error it is: the platform's, a client's, another platform's, or nobody can tell."""

from __future__ import annotations

from dataclasses import dataclass

from qt_app.core.catalogue.entries import SEED_TABLES
from qt_app.core.diagnosis.context import Context, holds
from qt_app.core.diagnosis.meaning import Decision
from qt_app.core.diagnosis.rulebook import Rule, RuleBook

GOOD = frozenset({"exact", "folded", "template", "contains", "near"})


@dataclass(frozen=True, slots=True)
class Origin:
    """`rule` said so; None where the catalogue's entry itself tells."""

    origin: str
    platform: str | None
    rule: Rule | None = None


class Origins:
    """Tells whose error it is with one rule book; equal contexts are looked at once."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._known: dict[Context, Rule | None] = {}

    def foreign(self, context: Context) -> bool:
        """Whether a rule says that this is another platform's answer; never on 轻推's hosts."""
        rule = self._rule(context)
        return rule is not None and rule.origin == "foreign"

    def of(self, context: Context, decision: Decision) -> Origin:
        """Whose error this answer or mention is."""
        rule = self._rule(context)
        if rule is not None:
            return Origin(rule.origin or "unknown", rule.platform, rule)
        if context.own_host:
            return Origin("platform", "qingtui")
        entry = decision.entry
        if entry is None:
            return Origin("unknown", None)
        if context.kind == "mention":
            seeded = entry.table in SEED_TABLES
            return Origin("platform", "qingtui") if seeded else Origin("unknown", None)
        generic = context.code == "-1" or context.key in ("code", "other")
        if generic and decision.match not in GOOD:
            return Origin("unknown", None)
        return Origin("platform", "qingtui")

    def _rule(self, context: Context) -> Rule | None:
        if context not in self._known:
            self._known[context] = self._first(context)
        return self._known[context]

    def _first(self, context: Context) -> Rule | None:
        lang, own = context.lang, context.own_host
        for rule in self._book.origins:
            if own and (rule.origin == "foreign" or rule.id.startswith("wrapper.")):
                continue
            if holds(rule.when, context, rule.id, lang):
                return rule
        return None
