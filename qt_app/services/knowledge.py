"""Loads what the product knows: the one generated file with catalogue, rules, phrases, lists."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qt_app.core.catalogue.build import catalogue_from_raw
from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.errors import CatalogueError, Fault
from qt_app.services.resources import read_text

PATH = "generated/knowledge.json"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The catalogue, and rules, phrasebook and checklists as parsed files by name."""

    catalogue: Catalogue
    rules: Mapping[str, Mapping[str, Any]]
    phrasebook: Mapping[str, Mapping[str, Any]]
    checklists: Mapping[str, Mapping[str, Any]]


def load_knowledge() -> Knowledge:
    """Read the generated file; CatalogueError if it is broken, ResourceError if missing."""
    text = read_text(PATH)
    try:
        raw = json.loads(text)
        catalogue = catalogue_from_raw(raw["catalogue"])
        return Knowledge(catalogue, raw["rules"], raw["phrasebook"], raw["checklists"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        fault = Fault(PATH, "-", "-", f"{type(error).__name__}: {error}")
        raise CatalogueError([fault]) from error
