"""The real phrasebook, and texts as the reader would hand them over."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from qt_app.core.phrasebook import Phrasebook, PhraseHit, book_from_raw, find_phrases
from qt_app.core.reading.model import Reading, ReadText, Span

FOLDER = Path(__file__).parents[3] / "resources" / "phrasebook"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every rule, every sample and every counter-sample, for the tests that ask for them."""
    rules = load().rules
    if {"rule", "sample"} <= set(metafunc.fixturenames):
        pairs = [(rule, text) for rule in rules for text in rule.samples]
        metafunc.parametrize(("rule", "sample"), pairs, ids=_name)
    elif {"rule", "counter"} <= set(metafunc.fixturenames):
        pairs = [(rule, text) for rule in rules for text in rule.counter]
        metafunc.parametrize(("rule", "counter"), pairs, ids=_name)
    elif "rule" in metafunc.fixturenames:
        metafunc.parametrize("rule", rules, ids=_name)


def _name(value: object) -> str | None:
    return str(value.id) if hasattr(value, "topic") else ""


def load() -> Phrasebook:
    return book_from_raw(
        {
            path.stem: tomllib.loads(path.read_text("utf-8"))
            for path in sorted(FOLDER.glob("*.toml"))
        },
        thorough=True,
    )


@pytest.fixture(scope="session")
def book() -> Phrasebook:
    return load()


@pytest.fixture(scope="session")
def find(book: Phrasebook) -> Callable[..., list[PhraseHit]]:
    def run(text: str, readings: tuple[Reading, ...] = ()) -> list[PhraseHit]:
        read = ReadText(text, "utf-8", (), "text", readings, (Span(0, len(text)),))
        return find_phrases(read, book)

    return run
