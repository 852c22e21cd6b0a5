"""Loads what the product knows: the one generated file with catalogue, rules, phrases, lists."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from qt_app.core.catalogue.build import catalogue_from_raw
from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.collecting import collection_paused
from qt_app.core.errors import CatalogueError, Fault
from qt_app.services.resources import read_text

PATH = "generated/knowledge.json"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The catalogue, and rules, phrasebook and checklists as parsed files by name."""

    catalogue: Catalogue
    rules: Mapping[str, Mapping[str, Any]]
    phrasebook: Mapping[str, Mapping[str, Any]]
    checklists: Mapping[str, Mapping[str, Any]]


def load_knowledge() -> Knowledge:
    """Read the generated file; CatalogueError if it is broken, ResourceError if missing."""
    return _read(
        lambda raw: Knowledge(
            catalogue_from_raw(raw["catalogue"]),
            raw["rules"],
            raw["phrasebook"],
            raw["checklists"],
        )
    )


def load_checklists() -> Mapping[str, Mapping[str, Any]]:
    """The checklists alone, as parsed files by name; raises as `load_knowledge`."""
    return _read(lambda raw: _mapping(raw["checklists"]))


def _read(pick: Callable[[Any], _T]) -> _T:
    text = read_text(PATH)
    try:
        with collection_paused():
            return pick(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        fault = Fault(PATH, "-", "-", f"{type(error).__name__}: {error}")
        raise CatalogueError([fault]) from error


def _mapping(value: Any) -> Mapping[str, Mapping[str, Any]]:
    if not isinstance(value, dict):
        raise TypeError(f"not a table: {type(value).__name__}")
    return value
