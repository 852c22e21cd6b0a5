"""Words for what core names by key: evidence, notes, facts, questions."""

from __future__ import annotations

from qt_app.api.messages import Messages, filled
from qt_app.api.report import EvidenceReport
from qt_app.api.visible import one_line
from qt_app.api.wordbook import RuleWords, Wordbook
from qt_app.core.diagnosis.model import Evidence
from qt_app.core.phrases import Phrase

_MAX_CHIP = 20
_MAX_VALUE = 300


class Phrasing:
    """Says phrases and evidence in the language of its messages.

    A phrase's words stand in the messages, or with its rule in a data file.
    """

    def __init__(self, messages: Messages, wordbook: Wordbook) -> None:
        self._messages = messages
        self._wordbook = wordbook

    def say(self, phrase: Phrase) -> str:
        """The phrase in words; a key without words gives a general sentence, never the key."""
        args = {str(name): self._value(value) for name, value in phrase.args.items()}
        if phrase.key in self._messages:
            return self._messages.say(phrase.key, **args)
        rule = self._wordbook.get(phrase.key)
        if rule is not None:
            return filled(rule.text.get(self._messages.lang), args)
        return self._messages.say("note.other")

    def words_of(self, rule_id: str) -> RuleWords | None:
        """All words of a rule, None if no file has any."""
        return self._wordbook.get(rule_id)

    def evidence(self, one: Evidence, code: str) -> EvidenceReport:
        """A rule's words, filled in with what it saw."""
        args = {"code": code, **{str(k): one_line(str(v)) for k, v in one.args.items()}}
        text, chip, icon = self._rule_words(one.rule, args)
        if len(chip) > _MAX_CHIP:
            chip = chip[: _MAX_CHIP - 1] + "…"
        against = one.weight < 0
        return EvidenceReport(
            one.rule, text, chip, one.weight, against, "circle-minus" if against else icon
        )

    def _rule_words(self, rule_id: str, args: dict[str, str]) -> tuple[str, str, str]:
        lang, rule = self._messages.lang, self._wordbook.get(rule_id)
        if rule is not None:
            return filled(rule.text.get(lang), args), filled(rule.chip.get(lang), args), rule.icon
        say, runtime = self._messages.say, self._wordbook.runtime(rule_id) or args.get("runtime")
        if runtime:
            text = say("evidence.runtime_text", runtime=runtime)
            return text, say("evidence.runtime_chip", runtime=runtime), "clipboard-check"
        text = say("evidence.unnamed", name=rule_id)
        return text, text, "hash"

    def _value(self, value: object) -> str:
        if isinstance(value, Phrase):
            return self.say(value)
        if isinstance(value, list | tuple):
            return self._messages.listed([self._value(item) for item in value])
        return one_line(str(value))[:_MAX_VALUE]
