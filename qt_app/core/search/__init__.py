"""Finding entries of the catalogue by what somebody types."""

from __future__ import annotations

from qt_app.core.search.folding import fold, fold_with_map
from qt_app.core.search.query import Query, parse_query
from qt_app.core.search.search import nearest_codes, ranked, search

__all__ = ["Query", "fold", "fold_with_map", "nearest_codes", "parse_query", "ranked", "search"]
