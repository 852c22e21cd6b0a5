"""Validation of hand-edited catalogue files: every fault at once, by file, entry and field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qt_app.core.catalogue.build import entry_id
from qt_app.core.catalogue.entries import (
    OWN_TABLES,
    PLACEHOLDERS,
    PROVENANCES,
    SEED_TABLES,
    SEVERITIES,
    SOURCES,
    TABLES,
    WHO,
)
from qt_app.core.errors import Fault

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# Quoted messages and back-office names in brackets may stay Chinese in an English text.
_QUOTED = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”|‘[^’]*’|'[^']*'|`[^`]*`|「[^」]*」")
_LIMITS = {"causes": (1, 3), "checks": (0, 3), "remedies": (1, 4), "next": (1, 2)}
_SENTENCE_MAX = {"zh": 90, "en": 260}
_SENTENCE_MAX_CHINESE = 60
_SENTENCE_MAX_WORDS = 30
_ENGLISH_END = re.compile(r"[.?] ")
_INNER_END = re.compile(r"。(?=.)")
_STEPS = ("checks", "remedies", "next")
# 请 as a courtesy, not in 请求 or 申请.
_PLEASE = re.compile(r"(?<![申邀])请(?!求)")
_TITLE_MAX_ZH = 14
_TITLE_MAX_EN_WORDS = 8
_CHOICES = {"severity": SEVERITIES, "who": WHO, "provenance": PROVENANCES}
_PLAIN_KEYS = (
    "code",
    "message",
    "severity",
    "who",
    "provenance",
    "endpoints",
    "checklist",
    "params",
)
_TEXT_KEYS = (
    *("title", "meaning", "verdict", "causes", "checks", "remedies", "next", "sign", "customer"),
)
_ENTRY_KEYS = frozenset((*_PLAIN_KEYS, *_TEXT_KEYS, "related"))


def check_files(files: Mapping[str, Mapping[str, Any]]) -> list[Fault]:
    """All faults of the parsed files (name without ending → content); empty when all is well."""
    faults: list[Fault] = []
    ids: Counter[str] = Counter()
    for name, data in files.items():
        faults.extend(_check_head(name, data))
        for item in data.get("entry", ()):
            faults.extend(_check_entry(name, item))
            ids[_id_of(name, item)] += 1
    faults.extend(Fault("catalogue", key, "id", "stands twice") for key, n in ids.items() if n > 1)
    faults.extend(_check_links(files, ids))
    faults.extend(_check_signs(files))
    return faults


def _check_head(name: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    if data.get("table") != name or name not in TABLES:
        yield Fault(name, "-", "table", f"must be the file's name, one of {', '.join(TABLES)}")
    if set(data.get("name", {})) != {"zh", "en"}:
        yield Fault(name, "-", "name", "needs zh and en")
    if not data.get("entry"):
        yield Fault(name, "-", "entry", "no entries")


def _check_entry(file: str, item: Mapping[str, Any]) -> Iterator[Fault]:
    key = _id_of(file, item)
    for field in ("code", "message"):
        if not isinstance(item.get(field), str) or not item[field]:
            yield Fault(file, key, field, "must be a non-empty string")
    for field, choices in _CHOICES.items():
        if item.get(field) not in choices:
            yield Fault(file, key, field, f"must be one of {', '.join(choices)}")
    for field in sorted(set(item) - _ENTRY_KEYS):
        yield Fault(file, key, field, "is no field of an entry")
    if item.get("checklist") not in (None, "domain", "https"):
        yield Fault(file, key, "checklist", "must be domain or https")
    if file in SEED_TABLES and item.get("provenance") != "seed":
        yield Fault(file, key, "provenance", "is seed in a table of the seed")
    yield from _check_title(file, key, item.get("title"))
    yield from _check_texts(file, key, item)


def _check_title(file: str, key: str, title: Any) -> Iterator[Fault]:
    if not _has_both(title):
        yield Fault(file, key, "title", "needs zh and en")
        return
    if sum(1 for char in title["zh"] if _CHINESE.match(char)) > _TITLE_MAX_ZH:
        yield Fault(file, key, "title.zh", f"has more than {_TITLE_MAX_ZH} Chinese characters")
    if len(title["en"].split()) > _TITLE_MAX_EN_WORDS:
        yield Fault(file, key, "title.en", f"has more than {_TITLE_MAX_EN_WORDS} words")
    yield from _check_english(file, key, "title.en", title["en"])


def _check_texts(file: str, key: str, item: Mapping[str, Any]) -> Iterator[Fault]:
    if "meaning" not in item:
        yield Fault(file, key, "meaning", "is missing")
    if "customer" not in item:
        yield Fault(file, key, "customer", "is missing")
    for field in ("meaning", "verdict", "sign", "customer"):
        if field in item:
            yield from _check_sentence(file, key, field, item[field])
    if "verdict" in item:
        yield from _check_verdict(file, key, item["verdict"])
    for field, (least, most) in _LIMITS.items():
        sentences = item.get(field, [])
        if field == "remedies" and item.get("severity") == "success":
            least = 0
        if not least <= len(sentences) <= most:
            yield Fault(file, key, field, f"has {len(sentences)} sentences, not {least} to {most}")
        for index, sentence in enumerate(sentences, 1):
            yield from _check_sentence(file, key, f"{field}[{index}]", sentence)
    for relation in item.get("related", []):
        if "zh" in relation or "en" in relation:
            yield from _check_sentence(file, key, f"related[{relation.get('id')}]", relation)


def _check_verdict(file: str, key: str, item: Any) -> Iterator[Fault]:
    """The meaning with a value of the paste: without one it would only be the meaning again."""
    if not _has_both(item):
        return
    if not _PLACEHOLDER.search(item["zh"]):
        yield Fault(file, key, "verdict", "names no value of the paste")
    if _INNER_END.search(item["zh"]) or _ENGLISH_END.search(item["en"]):
        yield Fault(file, key, "verdict", "is more than one sentence")


def _check_sentence(file: str, key: str, field: str, item: Any) -> Iterator[Fault]:
    if not _has_both(item):
        yield Fault(file, key, field, "needs zh and en")
        return
    if item.get("source") not in SOURCES:
        yield Fault(file, key, f"{field}.source", f"must be one of {', '.join(SOURCES)}")
    for lang, most in _SENTENCE_MAX.items():
        if len(item[lang]) > most:
            yield Fault(file, key, f"{field}.{lang}", f"is longer than {most} characters")
    yield from _check_placeholders(file, key, field, item)
    yield from _check_english(file, key, f"{field}.en", item["en"])
    yield from _check_tone(file, key, field, item)


def _check_tone(file: str, key: str, field: str, item: Mapping[str, str]) -> Iterator[Fault]:
    """Short, spoken, no courtesy in a step."""
    if max(len(_CHINESE.findall(one)) for one in item["zh"].split("。")) > _SENTENCE_MAX_CHINESE:
        problem = f"has a sentence of more than {_SENTENCE_MAX_CHINESE} Chinese characters"
        yield Fault(file, key, f"{field}.zh", problem)
    if max(len(one.split()) for one in _ENGLISH_END.split(item["en"])) > _SENTENCE_MAX_WORDS:
        yield Fault(file, key, f"{field}.en", f"has a sentence of over {_SENTENCE_MAX_WORDS} words")
    if "您" in item["zh"]:
        yield Fault(file, key, f"{field}.zh", "says 您")
    if field.startswith(_STEPS) and _PLEASE.search(item["zh"]):
        yield Fault(file, key, f"{field}.zh", "says 请 in a step")
    for lang in ("zh", "en"):
        if set("!！") & set(_QUOTED.sub("", item[lang])):
            yield Fault(file, key, f"{field}.{lang}", "has an exclamation mark")


def _check_placeholders(
    file: str, key: str, field: str, item: Mapping[str, str]
) -> Iterator[Fault]:
    found = {lang: sorted(_PLACEHOLDER.findall(item[lang])) for lang in ("zh", "en")}
    if set(found["zh"]) != set(found["en"]):
        yield Fault(file, key, field, "has other placeholders in zh than in en")
    for name in sorted({*found["zh"], *found["en"]} - set(PLACEHOLDERS)):
        yield Fault(file, key, field, f"{{{name}}} is no placeholder")


def _check_english(file: str, key: str, field: str, text: str) -> Iterator[Fault]:
    if _CHINESE.search(_QUOTED.sub("", text)):
        yield Fault(file, key, field, "has Chinese outside brackets and quotes")


def _check_links(files: Mapping[str, Mapping[str, Any]], ids: Mapping[str, int]) -> Iterator[Fault]:
    links = {
        _id_of(name, item): {relation.get("id", "") for relation in item.get("related", [])}
        for name, data in files.items()
        for item in data.get("entry", ())
    }
    for source, targets in links.items():
        for target in sorted(targets):
            if target not in ids:
                yield Fault("catalogue", source, "related", f"{target} does not exist")
            elif source not in links[target]:
                yield Fault("catalogue", source, "related", f"{target} does not link back")


def _check_signs(files: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    """A code with several meanings needs, in each, what tells it from the others."""
    entries = [(name, item) for name, data in files.items() for item in data.get("entry", ())]
    meanings = Counter(str(item.get("code")) for _, item in entries)
    for name, item in entries:
        if meanings[str(item.get("code"))] > 1 and "sign" not in item:
            yield Fault(name, _id_of(name, item), "sign", "is missing: the code has other meanings")


def _id_of(file: str, item: Mapping[str, Any]) -> str:
    return entry_id(file, str(item.get("code", "?")), str(item.get("message", "")))


def _has_both(item: Any) -> bool:
    return isinstance(item, Mapping) and all(
        isinstance(item.get(lang), str) and item[lang].strip() for lang in ("zh", "en")
    )


def table_order(names: Sequence[str]) -> list[str]:
    """File names in the order the catalogue is shown in: the seed's tables, then ours."""
    return [table for table in (*SEED_TABLES, *OWN_TABLES) if table in names]
