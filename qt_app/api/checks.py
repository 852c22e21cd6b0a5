"""The checks: run them on real values and read the outcome in words.

desk = load_desk()
report = desk.domain("www.example.com", page="https://oa.example.com/", lang="zh")
report.to_dict()
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qt_app.api.check_report import CheckReport, CheckWords
from qt_app.core.checklist.build import build_checklists
from qt_app.core.checks.domain import Suffixes, check_domain
from qt_app.services.knowledge import load_knowledge
from qt_app.services.suffixes import SuffixList


@dataclass(frozen=True, slots=True)
class CheckDesk:
    """Every offline check, with the words and the suffix list that they need."""

    words: CheckWords
    suffixes: Suffixes

    def domain(self, safe_domain: str, page: str | None = None, lang: str = "zh") -> CheckReport:
        """Is `safe_domain` fit for the 安全域名 field, and does it cover `page`?"""
        return self.words.report(check_domain(safe_domain, page, self.suffixes), lang)


def load_desk(files: Mapping[str, Mapping[str, Any]] | None = None) -> CheckDesk:
    """A desk out of the packaged checklists, or of `files` ({name: parsed file}) instead.

    CatalogueError if a checklist is wrong, ResourceError if the packaged file is missing.
    """
    raw = load_knowledge().checklists if files is None else files
    return CheckDesk(CheckWords(build_checklists(raw)), SuffixList())
