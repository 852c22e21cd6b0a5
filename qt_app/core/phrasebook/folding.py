"""Folding that keeps every character's place, so that offsets stay those of the text."""

from __future__ import annotations

_LOOK_ALIKES = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u00a0", " "),
)


def fold(text: str) -> str:
    """Lower case with plain quotes and blanks; always as long as `text`; no lone surrogates."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for fancy, plain in _LOOK_ALIKES:
        lowered = lowered.replace(fancy, plain)
    try:
        lowered.encode("utf-8")
    except UnicodeEncodeError:
        lowered = lowered.encode("utf-8", "replace").decode("utf-8")
    return lowered
