"""Searching as the contract's `codes` says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_app.core.catalogue import Catalogue
from qt_app.core.search import nearest_codes, parse_query, search
from qt_app.services.knowledge import load_knowledge


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_knowledge().catalogue


def ids(catalogue: Catalogue, text: str, table: str | None = None) -> list[str]:
    return [entry.id for entry in search(catalogue, text, table)]


def test_no_words_give_everything_in_seed_order(catalogue: Catalogue) -> None:
    assert ids(catalogue, "") == [entry.id for entry in catalogue.entries]
    assert ids(catalogue, "  ", "token") == ["token/40401", "token/40402", "token/42403"]


@pytest.mark.parametrize(
    "text", ["wsqdym", "weishouquandeyuming", "WSQDYM", "未授权 域名", "域名 未授权"]
)
def test_50002_is_found_by(catalogue: Catalogue, text: str) -> None:
    assert "global/50002" in ids(catalogue, text)


def test_initials_find_only_what_they_spell(catalogue: Catalogue) -> None:
    found = ids(catalogue, "wsqdym")
    assert found[0] == "global/50002"
    assert len(found) < 6


def test_length_reads_chang_du(catalogue: Catalogue) -> None:
    assert "global/40018" in ids(catalogue, "changdu")


@pytest.mark.parametrize("text", ["4001", "４００１", "40"])
def test_digits_are_code_prefixes_first(catalogue: Catalogue, text: str) -> None:
    plain = "4001" if len(text) == 4 else text
    codes = [entry.code for entry in search(catalogue, text)]
    prefixed = [code.startswith(plain) for code in codes]
    assert prefixed == sorted(prefixed, reverse=True)
    assert prefixed[0]


def test_an_exact_code_comes_before_longer_ones(catalogue: Catalogue) -> None:
    assert ids(catalogue, "40100")[0].startswith("params/40100/")


def test_digits_in_a_message_come_last(catalogue: Catalogue) -> None:
    assert ids(catalogue, "100") == [
        "params/40100/page-size-must-be-an-integer-less-than-or-equals-to-100"
    ]


def test_minus_one_is_a_code(catalogue: Catalogue) -> None:
    assert ids(catalogue, "-1") == ["global/-1", "common/-1"]


@pytest.mark.parametrize(("text", "code"), [("040001", "40001"), ("\u22121", "-1"), ("－１", "-1")])
def test_codes_as_people_write_them(catalogue: Catalogue, text: str, code: str) -> None:
    assert search(catalogue, text)[0].code == code


def test_a_minus_excludes(catalogue: Catalogue) -> None:
    every, some = ids(catalogue, "不合法"), ids(catalogue, "不合法 -按钮")
    assert set(some) < set(every)
    assert not any("按钮" in (catalogue.get(one) or catalogue.entries[0]).message for one in some)


def test_all_words_must_match(catalogue: Catalogue) -> None:
    assert ids(catalogue, "page_size required") == ["params/40100/page-size-is-required"]
    assert ids(catalogue, "page_size 域名") == []


def test_a_whole_message_finds_its_row_first(catalogue: Catalogue) -> None:
    for entry in catalogue.entries:
        if " " not in entry.message and entry.message and not entry.message.startswith("-"):
            found = ids(catalogue, entry.message)
            same = [
                one.id for one in catalogue.entries if one.search.message == entry.search.message
            ]
            assert found[0] in same


def test_marked_spans_cover_the_words() -> None:
    text = "获取ACCESS_token时"
    assert [text[a:b] for a, b in parse_query("access 时").spans(text)] == ["ACCESS", "时"]


def test_nearest_codes_are_documented_and_close(catalogue: Catalogue) -> None:
    near = nearest_codes(catalogue, "40002")
    assert near[0] == "40002"
    assert nearest_codes(catalogue, "50003")[0] in {"50001", "50002", "45003"}
    assert nearest_codes(catalogue, "9") == ["0"]


@given(st.text(max_size=60))
def test_any_query_answers(text: str) -> None:
    catalogue = load_knowledge().catalogue
    query = parse_query(text)
    for entry in catalogue.entries[:5]:
        assert query.score(entry) >= 0
        for start, end in query.spans(entry.message):
            assert 0 <= start < end <= len(entry.message)
