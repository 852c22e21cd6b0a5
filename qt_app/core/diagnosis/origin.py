"""Whose error it is: the platform's, a client's, another platform's, or nobody can tell."""

from __future__ import annotations

from dataclasses import dataclass

from qt_app.core.catalogue.entries import SEED_TABLES
from qt_app.core.diagnosis.context import Context, holds
from qt_app.core.diagnosis.meaning import Decision
from qt_app.core.diagnosis.rulebook import Rule, RuleBook

_GOOD = frozenset({"exact", "folded", "template", "contains", "near"})


@dataclass(frozen=True, slots=True)
class Origin:
    """`rule` said so; None where the catalogue's entry itself tells."""

    origin: str
    platform: str | None
    rule: Rule | None = None


def foreign_rule(book: RuleBook, context: Context) -> Rule | None:
    """The first rule by which this is another platform's answer; none on a host of 轻推."""
    if context.own_host:
        return None
    found = first_rule(book, context)
    return found if found is not None and found.origin == "foreign" else None


def first_rule(book: RuleBook, context: Context) -> Rule | None:
    """The first origin rule that holds."""
    lang, own = context.lang, context.own_host
    for rule in book.origins:
        if own and (rule.origin == "foreign" or rule.id.startswith("wrapper.")):
            continue
        if holds(rule.when, context, rule.id, lang):
            return rule
    return None


def origin_of(book: RuleBook, context: Context, decision: Decision) -> Origin:
    """Whose error this answer or mention is."""
    rule = first_rule(book, context)
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
    if context.code == "-1" and decision.match not in _GOOD:
        return Origin("unknown", None)
    if context.key == "code" and decision.match not in _GOOD:
        return Origin("unknown", None)
    return Origin("platform", "qingtui")
