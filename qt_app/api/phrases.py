"""Words for what core names by key: evidence, notes, facts, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from qt_app.api.messages import Messages, filled, holes
from qt_app.api.report import EvidenceReport
from qt_app.api.visible import one_line
from qt_app.api.wordbook import RuleWords, Wordbook
from qt_app.core.diagnosis.model import Evidence
from qt_app.core.phrases import Phrase

MAX_CHIP = 20
_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_PLAIN_WORDS = "plain words"
_NOT_KEY = re.compile(r"[^a-z]+")
_APART = " |:：,，、"
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
        if phrase.key.startswith("fact."):
            args |= self._fact(args)
        if phrase.key in self._messages:
            return _joined(self._messages.say(phrase.key, **args))
        rule = self._wordbook.get(phrase.key)
        if rule is not None:
            return filled(rule.text.get(self._messages.lang), args)
        return self._messages.say("note.other")

    def words_of(self, rule_id: str) -> RuleWords | None:
        """All words of a rule, None if no file has any."""
        return self._wordbook.get(rule_id)

    def telling(self, evidence: Sequence[Evidence], more: bool = False) -> list[Evidence]:
        """Without what proves little, where anything else stands; `more`: something does."""
        alone = {one.rule for one in evidence if (word := self.words_of(one.rule)) and word.alone}
        kept = [one for one in evidence if one.rule not in alone]
        return kept if kept or more else list(evidence)

    def evidence(self, one: Evidence, code: str) -> EvidenceReport:
        """A rule's words, filled in with what it saw."""
        args = {"code": code, **{str(k): one_line(str(v)) for k, v in one.args.items()}}
        text, chip, icon = self._rule_words(one.rule, args)
        against = one.weight < 0
        return EvidenceReport(
            one.rule, text, chip, one.weight, against, "circle-minus" if against else icon
        )

    def _rule_words(self, rule_id: str, args: dict[str, str]) -> tuple[str, str, str]:
        lang, rule = self._messages.lang, self._wordbook.get(rule_id)
        if rule is not None:
            return filled(rule.text.get(lang), args), chip_of(rule.chip.get(lang), args), rule.icon
        say, runtime = self._messages.say, self._wordbook.runtime(rule_id) or args.get("runtime")
        if runtime:
            return *self._runtime(runtime), "clipboard-check"
        return say("evidence.unnamed", name=rule_id), say("evidence.unnamed_chip"), "hash"

    def _runtime(self, name: str) -> tuple[str, str]:
        """Whose words they are, as a sentence and as a chip."""
        say = self._messages.say
        if name == _PLAIN_WORDS:
            return say("evidence.words_text"), say("evidence.words_chip")
        key = f"runtime.{_NOT_KEY.sub('_', name.lower())}"
        whose = say(key) if key in self._messages else say("runtime.named", name=name)
        chip = chip_of(say("evidence.runtime_chip", runtime="{runtime}"), {"runtime": whose})
        return say("evidence.runtime_text", runtime=whose), chip

    def _fact(self, args: Mapping[str, str]) -> dict[str, str]:
        """How often, unless once; a line where there is no time."""
        say, more = self._messages.say, {}
        if args.get("count", "1") != "1":
            more["often"] = say("fact.often", count=args["count"])
        if args.get("time", "").startswith("#"):
            more["time"] = say("group.line", line=args["time"][1:])
        return more

    def _value(self, value: object) -> str:
        if isinstance(value, Phrase):
            return self.say(value)
        if isinstance(value, list | tuple):
            return self._messages.listed([self._value(item) for item in value])
        return one_line(str(value))[:_MAX_VALUE]


def _joined(text: str) -> str:
    """Without the blank that sets a value off, where the value is a Chinese word."""
    return _BETWEEN.sub("", text)


def chip_of(template: str, args: Mapping[str, str]) -> str:
    """A chip's words with its value, never a piece of a value.

    `链接里的域名 {host}|域名 {host}`: the first wording that is short enough counts, then the value
    alone, then the first wording without it.
    """
    wordings = template.split("|")
    known = [filled(one, args) for one in wordings]
    known += [args.get(name, "") for name in sorted(holes(wordings[0]))]
    fitting = (one.strip(_APART) for one in known if one.strip(_APART))
    bare = filled(wordings[0], {}).strip(_APART)
    chip = next((one for one in fitting if len(one) <= MAX_CHIP), bare)
    return chip if len(chip) <= MAX_CHIP else f"{chip[: MAX_CHIP - 1]}…"
