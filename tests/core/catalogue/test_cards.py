"""Every card reads as a card in both languages: nothing empty, unfilled or without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qt_app.api.messages import messages
from qt_app.api.sentences import with_values
from qt_app.core.catalogue.entries import PLACEHOLDERS, SOURCES, Entry, Sentence
from qt_app.services.knowledge import load_knowledge

ENTRIES = load_knowledge().catalogue.entries
CHINESE = re.compile(r"[\u3400-\u9fff]")
QUOTED = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”|‘[^’]*’|'[^']*'|`[^`]*`|「[^」]*」")
VALUES = dict.fromkeys(PLACEHOLDERS, "oa.example.com")


def sentences(entry: Entry) -> Iterator[tuple[str, Sentence]]:
    """All sentences of a card with the field they stand in."""
    yield "meaning", entry.meaning
    for field in ("causes", "checks", "remedies", "next"):
        for sentence in getattr(entry, field):
            yield field, sentence
    for field in ("sign", "customer"):
        if getattr(entry, field) is not None:
            yield field, getattr(entry, field)
    for relation in entry.related:
        assert relation.text is not None, (entry.id, relation.id)
        yield "related", Sentence(relation.text, relation.source)


def rendered(entry: Entry, lang: str) -> list[tuple[str, str]]:
    """The card's texts as shown, once with a paste's values and once without any."""
    say = messages(lang)
    shown = [("title", entry.title.get(lang))]
    for field, sentence in sentences(entry):
        text = sentence.text.get(lang)
        shown += [(field, with_values(text, values, say)) for values in ({}, VALUES)]
    return shown


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_card_is_whole(entry: Entry, lang: str) -> None:
    for field, text in rendered(entry, lang):
        assert text.strip() == text != "", (field, text)
        for name in PLACEHOLDERS:
            assert f"{{{name}}}" not in text, (field, text)
        assert not re.search(r"  |（）|\(\)", text), (field, text)
        if lang == "en":
            assert not CHINESE.search(QUOTED.sub("", text)), (field, text)
        elif field != "related":
            assert CHINESE.search(text), (field, text)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_card_answers_what_whose_and_what_next(entry: Entry) -> None:
    assert entry.causes
    assert entry.next
    assert entry.customer is not None
    assert entry.remedies or entry.severity == "success"
    assert all(sentence.source in SOURCES for _, sentence in sentences(entry))


def test_nothing_is_borrowed_from_another_platform() -> None:
    folder = Path(__file__).resolve().parents[3] / "resources" / "catalogue"
    for path in folder.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search("微信|WeChat|钉钉|DingTalk", text), path.name


@pytest.mark.parametrize(
    ("text", "lang", "values", "shown"),
    [
        ("把时间、{path} 和返回交上来", "zh", {}, "把时间、这次调用的接口和返回交上来"),
        ("把 {path} 和返回交上来", "zh", {}, "把这次调用的接口和返回交上来"),
        ("把 {path} 和返回交上来", "zh", {"path": "/v1/token"}, "把 /v1/token 和返回交上来"),
        ("打开应用（{appid}），再试", "zh", {}, "打开应用，再试"),
        ("打开应用（{appid}），再试", "zh", {"appid": "12"}, "打开应用（12），再试"),
        ("核对 appid（{appid}）就是它", "zh", {}, "核对 appid 就是它"),
        ("Open the app ({appid}) again", "en", {}, "Open the app again"),
        ("Open the app ({appid}) again", "en", {"appid": "12"}, "Open the app (12) again"),
        ("Give {path} and time", "en", {}, "Give the path of this call and time"),
    ],
)
def test_placeholders_read_well_with_and_without_a_value(
    text: str, lang: str, values: dict[str, str], shown: str
) -> None:
    assert with_values(text, values, messages(lang)) == shown
