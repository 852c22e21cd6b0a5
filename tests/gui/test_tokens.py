"""Contrast of the tokens, and that both themes know the same names."""

from __future__ import annotations

import pytest

from qt_app.gui.tokens import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, contrast


@pytest.mark.parametrize(("name", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_text_can_be_read(name: str, tokens: dict[str, str]) -> None:
    low = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in TEXT_PAIRS}
    assert not {pair: round(value, 2) for pair, value in low.items() if value < 4.5}, name


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_shapes_can_be_seen(tokens: dict[str, str]) -> None:
    assert all(contrast(tokens[a], tokens[b]) >= 3 for a, b in SHAPE_PAIRS)


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#2558D4", "#2558D4") == 1


def test_themes_have_the_same_tokens() -> None:
    assert set(LIGHT) == set(DARK)
    assert {name for pair in (*TEXT_PAIRS, *SHAPE_PAIRS) for name in pair} <= set(LIGHT)
