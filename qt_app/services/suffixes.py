"""The public suffix list that is installed with the product; never goes online."""

from __future__ import annotations

from functools import cached_property

from publicsuffixlist import PublicSuffixList


class SuffixList:
    """Answers for names in xn-- form, private section included. The first one reads a file."""

    @cached_property
    def _all(self) -> PublicSuffixList:
        return PublicSuffixList(accept_unknown=False)

    @cached_property
    def _registries(self) -> PublicSuffixList:
        return PublicSuffixList(accept_unknown=False, only_icann=True)

    def public_suffix(self, host: str) -> str | None:
        """The longest suffix that `host` ends in, maybe all of it; None if unknown."""
        found: str | None = self._all.publicsuffix(host)
        return found

    def registrable(self, host: str) -> str | None:
        """One label more than the suffix; None if `host` is a suffix or its suffix unknown."""
        found: str | None = self._all.privatesuffix(host)
        return found

    def is_private(self, suffix: str) -> bool:
        """Is the suffix one of a company (github.io), not of a registry (com.cn)?"""
        return bool(self._registries.publicsuffix(suffix) != suffix)
