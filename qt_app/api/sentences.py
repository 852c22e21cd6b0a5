"""The catalogue's sentences with the paste's own values filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from qt_app.api.messages import Messages
from qt_app.api.report import EntryRef, Said
from qt_app.core.catalogue.entries import Entry, Sentence
from qt_app.core.catalogue.filling import fill

_SENTENCE_END = re.compile(r"[。.]+$")
_INNER_END = re.compile(r"。(?=.)|\.(?= [A-Z])")


def with_values(text: str, values: Mapping[str, str], messages: Messages) -> str:
    """`{domain}` and the like filled in; generic words where the paste has no value."""
    text = fill(text, values, lambda name: messages.say(f"generic.{name}"))
    if messages.lang == "en" and text[:1].islower() and not _begins_with_value(text):
        return text[0].upper() + text[1:]
    return text


def _begins_with_value(text: str) -> bool:
    """Names such as access_token or oa.abc.cn keep their case."""
    first = text.split(" ", 1)[0].rstrip(",:;.")
    return not first.isalpha() or not first.islower()


def said(sentence: Sentence, values: Mapping[str, str], messages: Messages) -> Said:
    """One sentence in the messages' language."""
    return Said(with_values(sentence.text.get(messages.lang), values, messages), sentence.source)


def all_said(
    sentences: Iterable[Sentence], values: Mapping[str, str], messages: Messages
) -> tuple[Said, ...]:
    """Several sentences in the messages' language."""
    return tuple(said(sentence, values, messages) for sentence in sentences)


def as_clause(text: str, lang: str) -> str:
    """A text of one or more sentences as one clause, to go on after it."""
    joint = ";" if lang == "en" else "；"
    return _INNER_END.sub(joint, _SENTENCE_END.sub("", text.strip()))


def ref(entry: Entry) -> EntryRef:
    """Which row of the catalogue."""
    return EntryRef(entry.id, entry.table, entry.code, entry.message)
