"""The one sentence of a finding: what happened, with the paste's own value, and whose side."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qt_app.api.messages import Messages
from qt_app.api.phrases import Phrasing
from qt_app.api.sentences import as_clause, said
from qt_app.api.visible import one_line
from qt_app.api.wordbook import RuleWords
from qt_app.core.catalogue.entries import Entry, Sentence
from qt_app.core.catalogue.filling import names_in
from qt_app.core.diagnosis.model import Finding

_CANCEL = ":cancel"
_MAX_MESSAGE = 200
# The platform's own calls: only these are named as what was called.
_API = re.compile(r"/+(?:v1|team|auth|js)/")


class Verdicts:
    """Says titles and verdicts in the language of its messages."""

    def __init__(self, messages: Messages, phrasing: Phrasing) -> None:
        self._messages = messages
        self._phrasing = phrasing

    def title(self, finding: Finding) -> str:
        """The card's title, without the code."""
        say = self._messages.say
        if finding.undecided:
            return capital(say("title.undecided", n=self._meanings(finding)))
        if plain_success(finding) and finding.origin != "foreign":
            return self._success(finding, "title")
        if finding.entry is not None:
            return finding.entry.title.get(self._messages.lang)
        if finding.origin == "foreign":
            key = "foreign" if finding.certainty == "sure" else "foreign_likely"
            return say(f"title.{key}", platform=self.platform(finding))
        return say("title.unknown_code", code=finding.code)

    def verdict(self, finding: Finding) -> str:
        """One sentence: what happened, whose side, how sure and by which source."""
        say, mention = self._messages.say, finding.kind == "mention"
        args = {
            "what": as_clause(self.what(finding), self._messages.lang),
            "side": say(
                "side.mention" if mention else f"side.{finding.origin}",
                platform=self.platform(finding),
            ),
            "certainty": say(f"certainty.{finding.certainty}"),
        }
        if finding.entry is None or plain_success(finding):
            return say("verdict.whole", **args)
        source = self._sentence(finding, finding.entry, _values(finding)).source
        return say("verdict.whole_sourced", **args, source=say(f"source.{source}"))

    def what(self, finding: Finding) -> str:
        """What happened alone, for where the rest stands beside it."""
        if plain_success(finding) and finding.origin != "foreign" and not finding.undecided:
            return self._success(finding, "verdict")
        if finding.entry is None or finding.undecided:
            return self._messages.say(
                f"verdict.{_undecided(finding) if finding.undecided else _unknown(finding)}",
                code=finding.code,
                platform=self.platform(finding),
                message=short(one_line(finding.message or ""), _MAX_MESSAGE),
                n=self._meanings(finding),
            )
        values = _values(finding)
        sentence = self._sentence(finding, finding.entry, values)
        what = as_clause(said(sentence, values, self._messages).text, self._messages.lang)
        return self._messages.say("verdict.known", what=what)

    def platform(self, finding: Finding) -> str:
        """The platform's name in words."""
        key = f"platform.{finding.platform}"
        return self._messages.say(key if key in self._messages else "platform.other")

    def made_by(self, finding: Finding) -> RuleWords | None:
        """What the rule on the origin says of an error that the platform did not make."""
        if finding.origin != "client" or finding.origin_rule is None:
            return None
        return self._phrasing.words_of(finding.origin_rule)

    def _sentence(self, finding: Finding, entry: Entry, values: Mapping[str, str]) -> Sentence:
        """Who made it comes first, then the sentence with values, if the paste has them all."""
        told = self.made_by(finding)
        if told is not None and told.what is not None:
            return told.what
        if entry.verdict is not None and names_in(entry.verdict.text.zh) <= values.keys():
            return entry.verdict
        return entry.meaning

    def _success(self, finding: Finding, part: str) -> str:
        say = self._messages.say
        if is_cancel(finding):
            return say(f"{part}.cancelled")
        words = self._phrasing.words_of(finding.success) if finding.success else None
        if words is None:
            return say(f"{part}.success")
        return say(f"{part}.success_named", what=words.text.get(self._messages.lang))

    def _meanings(self, finding: Finding) -> str:
        return self._messages.number(1 + len(finding.alternatives))


def has_note(finding: Finding) -> bool:
    """A success whose meaning leaves something to do, such as passwords that were kept."""
    entry = finding.entry
    return finding.ok and entry is not None and bool(entry.remedies)


def plain_success(finding: Finding) -> bool:
    """A success that leaves nothing to do."""
    return finding.ok and not has_note(finding)


def is_cancel(finding: Finding) -> bool:
    """A call that the user cancelled."""
    return finding.kind == "jssdk" and (finding.message or "").rstrip().endswith(_CANCEL)


def short(text: str, most: int) -> str:
    """At most `most` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def _values(finding: Finding) -> dict[str, str]:
    """The values that are this finding's own: words alone may stand beside anybody's call."""
    values = {name: value for name, value in finding.values.items() if value}
    if finding.kind == "mention" or not _API.match(values.get("path", "")):
        values.pop("path", None)
    return values


def _undecided(finding: Finding) -> str:
    entry = finding.entry
    if entry is None or any(one.entry.code != entry.code for one in finding.alternatives):
        return "undecided_words"
    if finding.message:
        return "undecided_said"
    return "undecided_number" if finding.kind == "mention" else "undecided_bare"


def _unknown(finding: Finding) -> str:
    said_too = "_said" if (finding.message or "").strip() else ""
    return f"{'foreign' if finding.origin == 'foreign' else 'unknown_code'}{said_too}"
