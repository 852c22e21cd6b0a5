"""The checks: run them on real values and read the outcome in words.

desk = load_desk()
report = desk.domain("www.example.com", page="https://oa.example.com/", lang="zh")
report.to_dict()
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qt_app.api.check_report import CheckReport, CheckWords
from qt_app.core.checklist.build import build_checklists
from qt_app.core.checks.domain import Suffixes, check_domain
from qt_app.core.checks.link import check_link, page_of
from qt_app.core.checks.signature import Signed, check_signature
from qt_app.core.checks.token import check_token
from qt_app.services.knowledge import load_checklists
from qt_app.services.suffixes import SuffixList


@dataclass(frozen=True, slots=True)
class CheckDesk:
    """Every offline check, with the words and the suffix list that they need."""

    words: CheckWords
    suffixes: Suffixes

    def domain(self, safe_domain: str, page: str | None = None, lang: str = "zh") -> CheckReport:
        """Is `safe_domain` fit for the 安全域名 field, and does it cover `page`?

        An authorize link as `page` stands for the page that it leads to.
        """
        opened = (page_of(page) or page) if page is not None else None
        return self.words.report(check_domain(safe_domain, opened, self.suffixes), lang)

    def link(self, link: str, lang: str = "zh") -> CheckReport:
        """An authorize link, part by part."""
        return self.words.report(check_link(link, self.suffixes), lang)

    def token(self, token: str, at: datetime, lang: str = "zh") -> CheckReport:
        """An access_token, read locally; `at` (aware) is when it was used."""
        return self.words.report(check_token(token, at), lang)

    def signature(self, seen: Signed, lang: str = "zh") -> CheckReport:
        """A JS-SDK signature, and the mistake that explains it."""
        return self.words.report(check_signature(seen), lang)


def load_desk(files: Mapping[str, Mapping[str, Any]] | None = None) -> CheckDesk:
    """A desk out of the packaged checklists, or of `files` ({name: parsed file}) instead.

    CatalogueError if a checklist is wrong, ResourceError if the packaged file is missing.
    """
    raw = load_checklists() if files is None else files
    return CheckDesk(CheckWords(build_checklists(raw)), SuffixList())
