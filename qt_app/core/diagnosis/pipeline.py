"""`diagnose`: inputs in, findings out. The only place that knows the order of the parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.diagnosis.draft import Draft
from qt_app.core.diagnosis.finish import Finisher
from qt_app.core.diagnosis.meaning import Judge
from qt_app.core.diagnosis.mentions import Mentions
from qt_app.core.diagnosis.merge import merge
from qt_app.core.diagnosis.messages import MessageIndex
from qt_app.core.diagnosis.model import Diagnosis, Finding, Input, Source
from qt_app.core.diagnosis.notes import notes_for, read_as
from qt_app.core.diagnosis.origin import Origins
from qt_app.core.diagnosis.places import Lines
from qt_app.core.diagnosis.responses import Answers
from qt_app.core.diagnosis.rulebook import RuleBook
from qt_app.core.diagnosis.signs import Signs
from qt_app.core.diagnosis.spoken import Phrases
from qt_app.core.diagnosis.surroundings import Surroundings
from qt_app.core.diagnosis.values import Registrable
from qt_app.core.diagnosis.whole import in_whole, notes_in_whole
from qt_app.core.phrasebook import PhraseHit, find_phrases
from qt_app.core.phrases import Phrase
from qt_app.core.reading import read
from qt_app.core.reading.model import ReadText
from qt_app.core.story.model import StoryBook
from qt_app.core.story.tell import tell

_SURROGATE = re.compile(r"[\ud800-\udfff]")
Progress = Callable[[int, int], None]


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """Raised by `diagnose` when `cancelled()` says so."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What depends on the catalogue and the rules only, made once for both."""

    index: MessageIndex
    phrases: Phrases
    signs: Signs


@dataclass(frozen=True, slots=True)
class _Tools:
    catalogue: Catalogue
    rulebook: RuleBook
    judge: Judge
    origins: Origins
    mentions: Mentions
    registrable: Registrable | None


def diagnose(
    inputs: Sequence[Input],
    catalogue: Catalogue,
    rulebook: RuleBook,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    registrable: Registrable | None = None,
) -> Diagnosis:
    """Everything in all inputs, in order. `progress(done, all)` is told after each input.

    `registrable` gives a host's registrable domain (None if it has none). Raises Cancelled.
    """
    known = rulebook.prepared_for(catalogue, _prepare)
    judge = Judge(catalogue, rulebook, known.index)
    mentions = Mentions(catalogue, rulebook, judge, known.phrases, known.signs)
    tools = _Tools(catalogue, rulebook, judge, Origins(rulebook), mentions, registrable)
    findings: list[Finding] = []
    sources: list[Source] = []
    texts: list[ReadText] = []
    notes: list[Phrase] = []
    told: list[Phrase] = []
    for number, one in enumerate(inputs):
        if cancelled is not None and cancelled():
            raise Cancelled
        text = _encodable(read(one.data))
        found, raw = _findings(tools, number, text)
        found = in_whole(found, one.whole)
        sources.append(_source(one, text))
        texts.append(text)
        notes += notes_in_whole(notes_for(text, raw, found), one.whole)
        told.append(read_as(text, found))
        findings += found
        if progress is not None:
            progress(number + 1, len(inputs))
    story = tell(findings, texts, rulebook.story or StoryBook())
    return Diagnosis(
        tuple(sources),
        tuple(told),
        story.findings,
        story.groups,
        tuple(notes),
        tuple(text.text for text in texts),
    )


def _prepare(catalogue: Catalogue, rulebook: RuleBook) -> _Prepared:
    index = MessageIndex(catalogue)
    phrases = Phrases(index, rulebook)
    wordings = {hint for wording in rulebook.wordings for hint in wording.hints}
    codes = {entry.code for entry in catalogue.entries}
    signs = Signs(rulebook.cues.hints, phrases.hints, wordings, codes)
    return _Prepared(index, phrases, signs)


def _findings(tools: _Tools, number: int, text: ReadText) -> tuple[list[Finding], list[str]]:
    book = tools.rulebook
    around = Surroundings(
        text.text, (*book.meanings, *book.origins), [r.span for r in text.readings]
    )
    answers = Answers(tools.judge, tools.origins, book, around)
    drafts = answers.drafts(text.readings)
    hits = find_phrases(text, book.phrases) if book.phrases is not None else []
    drafts += [_phrase(hit) for hit in hits]
    drafts += tools.mentions.drafts(text, around, answers.passed_on, alone=not drafts)
    finisher = Finisher(
        tools.catalogue,
        tools.judge,
        tools.origins,
        tools.registrable,
        book.successes,
        number,
        text,
        around,
        Lines(text.text),
    )
    found = [finisher.finish(draft) for draft in merge(text.text, drafts)]
    return found, answers.notes


def _encodable(text: ReadText) -> ReadText:
    """The text with lone surrogates replaced one for one: searching needs valid UTF-8."""
    clean = _SURROGATE.sub("\ufffd", text.text)
    return text if clean == text.text else replace(text, text=clean)


def _phrase(hit: PhraseHit) -> Draft:
    return Draft(
        span=hit.span,
        kind=hit.kind,
        code=hit.code,
        message=hit.message,
        exchange=hit.exchange,
        hit=hit,
        ok=hit.ok,
    )


def _source(one: Input, text: ReadText) -> Source:
    data, whole = one.data, one.whole
    if whole is not None:
        return Source(one.name, whole.size, whole.lines, text.encoding)
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    return Source(one.name, size, Lines(text.text).count, text.encoding)
