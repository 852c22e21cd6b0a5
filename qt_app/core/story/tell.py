"""`tell`: findings and texts in, the story out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from qt_app.core.diagnosis.model import Finding, Group
from qt_app.core.phrases import Phrase
from qt_app.core.reading.model import ReadText
from qt_app.core.story.facts import Facts
from qt_app.core.story.follow import link
from qt_app.core.story.groups import group
from qt_app.core.story.model import Story, StoryBook

_MAX_GROUP_FACTS = 3


def tell(findings: Sequence[Finding], texts: Sequence[ReadText], book: StoryBook) -> Story:
    """Findings with their facts, and their groups with what they follow.

    `texts[i]` is the text of source i. Times are compared with times in the text only.
    """
    facts = [Facts(text, book) for text in texts]
    told = tuple(_with_facts(finding, facts) for finding in findings)
    groups = tuple(_with_shared(one, told) for one in group(told))
    return Story(told, link(groups, told, book.follows))


def _with_facts(finding: Finding, facts: Sequence[Facts]) -> Finding:
    if finding.source >= len(facts):
        return finding
    found = facts[finding.source].of(finding)
    return replace(finding, facts=(*finding.facts, *found)) if found else finding


def _with_shared(one: Group, findings: Sequence[Finding]) -> Group:
    """The facts of a group: each kind once, as its first member says it."""
    seen: dict[str, Phrase] = {}
    kinds: Counter[str] = Counter()
    for index in one.members:
        for fact in findings[index].facts:
            seen.setdefault(fact.key, fact)
            kinds[fact.key] += 1
    shared = tuple(seen[key] for key, _ in kinds.most_common(_MAX_GROUP_FACTS))
    return replace(one, facts=shared) if shared else one
