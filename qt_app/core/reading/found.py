"""What a scan of one layer brings home, in that layer's positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from qt_app.core.reading.layers import Layer
from qt_app.core.reading.model import Exchange


@dataclass(slots=True)
class Found:
    """A reading to be. `hint` is what the structure itself tells about the call.

    `own` is the answer's own place, where [start, end) is a whole object that holds more.
    """

    start: int
    end: int
    code: str | None
    code_key: str | None
    message: str | None
    message_key: str | None
    fields: Mapping[str, Any]
    dialect: str
    repairs: set[str] = field(default_factory=set)
    cut: bool = False
    depth: int = 0
    hint: Exchange | None = None
    own: tuple[int, int] | None = None


@dataclass(slots=True)
class Harvest:
    """All of one layer: readings, spans that were read but say nothing, cut numbers, notes."""

    found: list[Found] = field(default_factory=list)
    dead: list[tuple[int, int]] = field(default_factory=list)
    cut_numbers: list[int] = field(default_factory=list)
    duplicates: list[int] = field(default_factory=list)

    def extend(self, other: Harvest) -> None:
        """Add all of `other`, which is in the same positions."""
        self.found += other.found
        self.dead += other.dead
        self.cut_numbers += other.cut_numbers
        self.duplicates += other.duplicates

    def mapped(self, layer: Layer, base: int) -> Harvest:
        """The same in the positions of the layer's parent, which begins at `base`."""
        for one in self.found:
            if layer.touched(one.start, one.end):
                one.repairs.add(layer.repair)
            one.start, one.end = base + layer.start(one.start), base + layer.end(one.end)
            if one.own:
                one.own = (base + layer.start(one.own[0]), base + layer.end(one.own[1]))
        return Harvest(
            self.found,
            [(base + layer.start(start), base + layer.end(end)) for start, end in self.dead],
            [base + layer.start(at) for at in self.cut_numbers],
            [base + layer.start(at) for at in self.duplicates],
        )

    def shifted(self, by: int) -> Harvest:
        """A copy with every position `by` characters further on."""
        return Harvest(
            [_shifted(one, by) for one in self.found],
            [(start + by, end + by) for start, end in self.dead],
            [at + by for at in self.cut_numbers],
            [at + by for at in self.duplicates],
        )

    def moved(self, start: int, end: int, own: tuple[int, int] | None = None) -> Harvest:
        """The same with every position collapsed to the span that carries it."""
        for one in self.found:
            one.start, one.end, one.own = start, end, own
        return Harvest(
            self.found,
            [(start, end) for _ in self.dead[:1]],
            [start for _ in self.cut_numbers],
            [start for _ in self.duplicates],
        )


def _shifted(one: Found, by: int) -> Found:
    own = (one.own[0] + by, one.own[1] + by) if one.own else None
    return replace(one, start=one.start + by, end=one.end + by, own=own, repairs=set(one.repairs))
