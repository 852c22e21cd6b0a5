"""Chips are short, and a value in one is whole or not there at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from qt_app.api.messages import messages
from qt_app.api.phrases import MAX_CHIP, Phrasing, chip_of
from qt_app.api.wordbook import Wordbook
from qt_app.core.diagnosis.model import Evidence
from qt_app.services.knowledge import load_knowledge

KNOWN = load_knowledge()
BOOK = Wordbook(KNOWN)
LONG = "a-very-long-name.of.some.department.example.com.cn"
SHORT = "oa.abc.com.cn"


def named(content: object) -> Iterator[str]:
    """Ids of all rules, signs and phrases of a parsed file."""
    if isinstance(content, dict):
        if isinstance(content.get("id"), str):
            yield content["id"]
        for inner in content.values():
            yield from named(inner)
    elif isinstance(content, list):
        for inner in content:
            yield from named(inner)


RULES = {
    stem: content for stem, content in KNOWN.rules.items() if stem in ("meaning", "origin", "signs")
}
IDS = sorted({*named(RULES), *named(dict(KNOWN.phrasebook))})


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("value", [SHORT, LONG])
def test_no_chip_is_too_long_or_cut(lang: str, value: str) -> None:
    phrasing = Phrasing(messages(lang), BOOK)
    args = dict.fromkeys(("code", "message", "path", "host", "service", "param"), value)
    assert len(IDS) > 100
    for name in IDS:
        chip = phrasing.evidence(Evidence(name, 1.0, args), "42001").chip
        assert 0 < len(chip) <= MAX_CHIP, (name, chip)
        assert "…" not in chip, (name, chip)
        assert "{" not in chip, (name, chip)
        assert value in chip or value[:6] not in chip, (name, chip)


@pytest.mark.parametrize(
    ("host", "chip"),
    [
        ("oa.abc.com.cn", "链接里的域名 oa.abc.com.cn"),
        ("oa.abcdef.com.cn", "域名 oa.abcdef.com.cn"),
        ("portal.abcdef.com.cn", "portal.abcdef.com.cn"),
        ("portal.abcdefgh.com.cn", "链接里的域名"),
    ],
)
def test_the_label_gives_way_to_the_value(host: str, chip: str) -> None:
    assert chip_of("链接里的域名 {host}|域名 {host}", {"host": host}) == chip


def test_what_proves_little_is_shown_alone_only() -> None:
    phrasing = Phrasing(messages("zh"), BOOK)
    little, much = Evidence("code.documented", 1.9), Evidence("message.exact", 6.0)
    assert phrasing.telling([little, much]) == [much]
    assert phrasing.telling([little]) == [little]
