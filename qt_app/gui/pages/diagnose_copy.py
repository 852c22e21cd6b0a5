"""Copies and saves what was found, and shows beforehand what is masked in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.widgets.preview import Preview

if TYPE_CHECKING:
    from qt_app.api.report import Report
    from qt_app.gui.pages.diagnose_run import Outcome

_SUGGESTED = "qingtui-triage.md"
_FORMS = {".md": "markdown", ".markdown": "markdown", ".json": "json"}


class Copying(QObject):
    """`done(text)` says what happened, `failed(text)` what could not be done."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._preview: Preview | None = None

    def copy(self, outcome: Outcome, form: str, finding: int = -1, *, redact: bool = True) -> None:
        """Put one written form on the clipboard. `finding`: whom a reply is about."""
        text = self.written(outcome, form, finding, redact=redact)
        self._desk.clipboard.copy(text)
        self.done.emit(self.copied_words(outcome.report, redact=redact))

    def copy_text(self, text: str) -> None:
        """Put a piece of the card on the clipboard."""
        self._desk.clipboard.copy(text)
        shown = text if len(text) <= 40 else text[:40] + "…"
        self.done.emit(self.tr("Copied: {0}").format(shown))

    def written(self, outcome: Outcome, form: str, finding: int, *, redact: bool) -> str:
        """A report in one of its forms, in the language in force."""
        from qt_app.api import render

        report = outcome.reworded(self._desk.translations.language, redact=redact)
        if form == "reply":
            report = about(report, finding)
        return render(report, form)

    def copied_words(self, report: Report, *, redact: bool) -> str:
        """`Copied (2 masked)`."""
        if not redact:
            return self.tr("Copied, not masked")
        count = masked_places(report)
        return self.tr("Copied (%n masked)", "", count) if count else self.tr("Copied")

    def save(self, outcome: Outcome, finding: int) -> None:
        """Write a masked file; the name's ending says in which form."""
        name = self._desk.dialogs.save_file(self._window, _SUGGESTED)
        if not name:
            return
        form = _FORMS.get(Path(name).suffix.lower(), "ticket")
        text = self.written(outcome, form, finding, redact=True)
        try:
            Path(name).write_text(text, "utf-8", "backslashreplace", newline="\n")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            words = self.tr("Cannot save {0}: {1}. Try another place.")
            self.failed.emit(words.format(Path(name).name, reason))
            return
        count = masked_places(outcome.report)
        saved = self.tr("Saved {0}").format(Path(name).name)
        masks = self.tr("%n masked", "", count)
        self.done.emit(f"{saved} ({masks})" if count else saved)

    def preview(self, outcome: Outcome, finding: int) -> None:
        """Show what would be copied, with the masks marked."""
        forms = ("ticket", "reply", "markdown", "json")
        texts = {form: self.written(outcome, form, finding, redact=True) for form in forms}
        labels = [one.label for one in outcome.report.masked]
        if self._preview is None:
            self._preview = Preview(self._desk.theme, self._window)
            self._preview.copy_requested.connect(self._copy_preview)
        self._outcome = outcome
        self._preview.show_texts(texts, labels, masked_places(outcome.report))

    def _copy_preview(self, text: str) -> None:
        self._desk.clipboard.copy(text)
        self.done.emit(self.copied_words(self._outcome.report, redact=True))


def masked_places(report: Report) -> int:
    """How many places of the paste are masked."""
    return sum(one.count for one in report.masked)


def about(report: Report, finding: int) -> Report:
    """A report of one problem alone, so that the reply is about what the card shows."""
    if not 0 <= finding < len(report.findings) or report.findings[finding].ok:
        return report
    return replace(report, findings=(report.findings[finding],), summary=())
