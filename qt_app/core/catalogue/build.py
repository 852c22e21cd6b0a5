"""Parsed catalogue files (plain dicts) into a Catalogue; see `check.py` for the validation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import Entry, Relation, SearchText, Sentence
from qt_app.core.phrases import Words

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LISTS = ("causes", "checks", "remedies", "next")


def slug(text: str) -> str:
    """`page_size is required` → `page-size-is-required`."""
    return _NOT_SLUG.sub("-", text.lower()).strip("-")


def entry_id(table: str, code: str, message: str) -> str:
    """`table/code`; in params, where one code has 23 messages, with the message's slug."""
    return f"{table}/{code}/{slug(message)}" if table == "params" else f"{table}/{code}"


def catalogue_from_raw(raw: Mapping[str, Any]) -> Catalogue:
    """The generated file's "catalogue" part: tables, date, entries with their search text."""
    tables = {name: _words(words) for name, words in raw["tables"].items()}
    entries = [_entry(order, item) for order, item in enumerate(raw["entries"])]
    return Catalogue(entries, tables, raw["date"])


def _entry(order: int, item: Mapping[str, Any]) -> Entry:
    lists = {name: tuple(_sentence(one) for one in item.get(name, ())) for name in _LISTS}
    search = item["search"]
    return Entry(
        id=item["id"],
        table=item["table"],
        code=item["code"],
        message=item["message"],
        order=order,
        title=_words(item["title"]),
        severity=item["severity"],
        who=item["who"],
        provenance=item["provenance"],
        meaning=_sentence(item["meaning"]),
        search=SearchText(
            message=search["message"],
            title=search["title"],
            meaning=search["meaning"],
            pinyin=tuple(search["pinyin"]),
            initials=tuple(search["initials"]),
        ),
        verdict=_maybe_sentence(item.get("verdict")),
        customer=_maybe_sentence(item.get("customer")),
        sign=_maybe_sentence(item.get("sign")),
        endpoints=tuple(item.get("endpoints", ())),
        related=_relations(item.get("related", ())),
        checklist=item.get("checklist"),
        params=tuple(item.get("params", ())),
        **lists,
    )


def _relations(items: Sequence[Mapping[str, Any]]) -> tuple[Relation, ...]:
    return tuple(
        Relation(item["id"], _words(item) if "zh" in item else None, item.get("source", "inferred"))
        for item in items
    )


def _words(item: Mapping[str, str]) -> Words:
    return Words(item["zh"], item["en"])


def _sentence(item: Mapping[str, str]) -> Sentence:
    return Sentence(_words(item), item["source"])


def _maybe_sentence(item: Mapping[str, str] | None) -> Sentence | None:
    return None if item is None else _sentence(item)
