"""Names written to look like another: letters of several scripts, or twins of Latin letters."""

from __future__ import annotations

import unicodedata

# Only letters drawn the same in lower case; merely similar ones would accuse honest names.
_TWINS = dict(
    zip(
        "аеорсухіјѕһӏԁԛԝ" + "ανορικυχ" + "оսցհ" + "ıɡɑ",
        "aeopcyxijshldqw" + "avopikux" + "ough" + "iga",
        strict=True,
    )
)
_EAST_ASIAN = frozenset(
    {"CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HALFWIDTH"}
    | {"HANGUL", "BOPOMOFO", "LATIN"}
)


def latin_twin(host: str) -> str | None:
    """What `host` looks like in plain Latin letters, if a label is made to be mistaken.

    None for names in one script that nobody takes for Latin (中文.中国) and for plain names.
    """
    labels = host.split(".")
    own_script = not labels[-1].isascii()
    if not any(_suspicious(label, own_script) for label in labels):
        return None
    return ".".join("".join(_twin(char) for char in label) for label in labels)


def is_mixed(host: str) -> bool:
    """Does a label mix scripts that do not belong together (Latin and Cyrillic)?"""
    return any(_mixed(_scripts(label)) for label in host.split("."))


def _suspicious(label: str, own_script: bool) -> bool:
    if label.isascii():
        return False
    if _mixed(_scripts(label)):
        return True
    # A whole Cyrillic word under a Cyrillic ending is a Russian name, not a trap.
    return not own_script and "".join(_twin(char) for char in label).isascii()


def _twin(char: str) -> str:
    return _TWINS.get(char, char)


def _scripts(label: str) -> frozenset[str]:
    return frozenset(_script(char) for char in label if char.isalpha())


def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    return name.split(" ", 1)[0] if name else "?"


def _mixed(scripts: frozenset[str]) -> bool:
    return len(scripts) > 1 and not scripts <= _EAST_ASIAN
