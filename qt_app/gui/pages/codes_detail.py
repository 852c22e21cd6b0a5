"""The right side of the codes page: everything about one entry, and what to copy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qt_app.core.catalogue.entries import Entry, Sentence
from qt_app.gui.desk import Desk
from qt_app.gui.entry_words import ready_sentence, spoken, whole_row
from qt_app.gui.vocabulary import SEVERITY, who_acts
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.cards import Chip, Section, SentenceRows
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import CardScroll, Footer, Pane
from qt_app.gui.widgets.words import plain_label, set_tip

NOW = -1


class CodesDetail(Pane):
    """Shows one entry. Links and buttons only emit; copying goes through the desk's clipboard."""

    entry_requested = Signal(str)
    diagnose_requested = Signal()
    checklist_requested = Signal(str, object)
    copied = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entry: Entry | None = None
        self._can_choose = True
        self._built: tuple[Entry | None, bool] | None = (None, True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._build_wanted)
        self.card = CardScroll("codeDetail").grow_with(desk.theme)
        column = self.column
        column.addWidget(self.card, 1)
        self._footer = self._make_footer()
        column.addWidget(self._footer)
        self.retranslate()

    def show_entry(self, entry: Entry | None, *, wait: int = NOW, can_choose: bool = True) -> None:
        """Show the card of an entry, or say that none is chosen, if there is one to choose.

        `wait`: the card follows after so many ms without another call; copies do not wait.
        """
        self._entry, self._can_choose = entry, can_choose
        self._enable_copies()
        if wait == NOW:
            self._build_wanted()
        else:
            self._soon.start(wait)

    def drop_card(self) -> None:
        """Show none until the next one is built."""
        self.card.body.hide()
        self._built = None

    def finish(self) -> None:
        """Build a card that is still to come."""
        if self._soon.isActive():
            self._build_wanted()

    def _enable_copies(self) -> None:
        for button in (self._sentence_button, self._row_button):
            button.setEnabled(self._entry is not None)

    @Slot()
    def _build_wanted(self) -> None:
        self._soon.stop()
        if (self._entry, self._can_choose) != self._built:
            self.rebuild()

    @Slot()
    def rebuild(self) -> None:
        """Build the card again in the language in force."""
        self._soon.stop()
        self._enable_copies()
        entry = self._entry
        self._built = (entry, self._can_choose)
        column = self.card.replace_body().column
        if entry is None:
            words = self.tr("Choose a code on the left.") if self._can_choose else ""
            column.addWidget(plain_label(words, "body", "text2", wrap=True))
        else:
            for part in self._parts(entry):
                column.addWidget(part)
        column.addStretch(1)
        self.card.setAccessibleDescription(self.plain_text())

    def widest(self) -> int:
        """What the footer's widest button needs, px."""
        return self._footer.minimumSizeHint().width()

    def plain_text(self) -> str:
        """The card as plain text."""
        entry, lang = self._entry, self._lang()
        if entry is None:
            return ""
        lines = [f"{entry.code} {entry.title.get(lang)}", entry.message]
        for title, _, sentences in self._sections(entry):
            lines += [title, *(spoken(s, lang) for s in sentences)]
        return "\n".join(lines)

    def retranslate(self) -> None:
        """Words of footer and card in the language in force."""
        self._sentence_button.setText(self.tr("Copy a sentence"))
        set_tip(self._sentence_button, self.tr("A ready sentence for the customer"))
        self._row_button.setText(self.tr("Copy the row"))
        set_tip(self._row_button, self.tr("Code, title, message, table, who acts, severity"))
        self._diagnose_button.setText(self.tr("Diagnose the whole error"))
        set_tip(self._diagnose_button, self.tr("Paste all you have on the Diagnose page (Ctrl+2)"))
        self.card.setAccessibleName(self.tr("About this code"))
        self.rebuild()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def copy_code(self) -> None:
        """Copy the bare code."""
        if self._entry is not None:
            self._copy(self._entry.code)

    @Slot()
    def copy_sentence(self) -> None:
        """Copy the ready sentence."""
        if self._entry is not None:
            self._copy(ready_sentence(self._entry, self._lang()))

    @Slot()
    def copy_row(self) -> None:
        """Copy the whole row with tabs."""
        if self._entry is not None:
            self._copy(whole_row(self._entry, self._table_name(self._entry), self._lang()))

    def _parts(self, entry: Entry) -> list[QWidget]:
        message = plain_label(entry.message, "heading", wrap=True, selectable=True)
        parts: list[QWidget] = [self._head(entry), message, self._chips(entry)]
        for title, numbering, sentences in self._sections(entry):
            section = Section(title)
            rows = SentenceRows(self._desk.theme, numbering)
            for sentence in sentences:
                rows.add(spoken(sentence, self._lang()), sentence.source)
            section.add(rows)
            parts.append(section)
        for make in (self._checklist, self._related, self._endpoints):
            part = make(entry)
            if part is not None:
                parts.append(part)
        return parts

    def _sections(self, entry: Entry) -> list[tuple[str, str, Sequence[Sentence]]]:
        plan: list[tuple[str, str, Sequence[Sentence]]] = [
            (self.tr("Meaning"), "", (entry.meaning,)),
            (self.tr("Common causes"), "plain", entry.causes),
            (self.tr("How to look into it"), "plain", entry.checks),
            (self.tr("How to solve it"), "plain", entry.remedies),
            (self.tr("If that does not help"), "", entry.next),
        ]
        return [part for part in plan if part[2]]

    def _head(self, entry: Entry) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(plain_label(entry.code, "displaycode", selectable=True))
        copy = Button(self._desk.theme, "icon", "copy", name="copyCodeButton")
        copy.setAccessibleName(self.tr("Copy code {0}").format(entry.code))
        set_tip(copy, self.tr("Copy the code (Ctrl+C in the table)"))
        copy.clicked.connect(self.copy_code)
        row.addWidget(copy)
        row.addStretch(1)
        return head

    def _chips(self, entry: Entry) -> QWidget:
        theme = self._desk.theme
        mark = SEVERITY[entry.severity]
        chips = FlowWidget()
        chips.add(Chip(theme, mark.text(), mark.icon, mark.tone))
        chips.add(Chip(theme, self._table_name(entry), "code"))
        chips.add(Chip(theme, who_acts(entry.who), "users"))
        return chips

    def _checklist(self, entry: Entry) -> QWidget | None:
        if not entry.checklist:
            return None
        names = {
            "domain": self.tr("Open checklist: domain"),
            "https": self.tr("Open checklist: HTTPS"),
        }
        button = Button(self._desk.theme, "outline", "list-check", small=True)
        button.setText(names.get(entry.checklist, self.tr("Open checklist")))
        button.clicked.connect(partial(self.checklist_requested.emit, entry.checklist, {}))
        row = FlowWidget()
        row.add(button)
        return row

    def _related(self, entry: Entry) -> QWidget | None:
        links, rows = FlowWidget(gap=18, row_gap=0), SentenceRows(self._desk.theme)
        for other, sentence in self._relations(entry):
            links.add(self._link(other))
            if sentence is not None:
                text = spoken(sentence, self._lang())
                named = text if other.code in text else f"{other.code} · {text}"
                rows.add(named, sentence.source, "text2")
        if not links.flow.count():
            return None
        section = Section(self.tr("Easily confused"))
        section.add(links)
        section.add(rows)
        return section

    def _relations(self, entry: Entry) -> list[tuple[Entry, Sentence | None]]:
        found: dict[str, tuple[Entry, Sentence | None]] = {}
        for relation in entry.related:
            other = self._desk.catalogue.get(relation.id)
            if other is not None:
                sentence = Sentence(relation.text, relation.source) if relation.text else None
                found[other.id] = (other, sentence)
        for other in self._desk.catalogue.by_code(entry.code):
            if other.id != entry.id and len(found) < 8:
                found.setdefault(other.id, (other, None))
        return list(found.values())

    def _link(self, other: Entry) -> Button:
        link = Button(self._desk.theme, "link")
        link.setText(f"{other.code} {other.title.get(self._lang())}")
        set_tip(link, other.message)
        link.clicked.connect(partial(self.entry_requested.emit, other.id))
        return link

    def _endpoints(self, entry: Entry) -> QWidget | None:
        if not entry.endpoints:
            return None
        section = Section(self.tr("Endpoints"))
        for endpoint in entry.endpoints:
            section.add(plain_label(endpoint, "code", wrap=True, selectable=True))
        return section

    def _make_footer(self) -> Footer:
        theme, footer = self._desk.theme, Footer()
        self._sentence_button = Button(theme, "primary", "copy", name="copySentenceButton")
        self._row_button = Button(theme, "outline", name="copyRowButton")
        self._diagnose_button = Button(theme, "quiet", "stethoscope", name="toDiagnoseButton")
        self._sentence_button.clicked.connect(self.copy_sentence)
        self._row_button.clicked.connect(self.copy_row)
        self._diagnose_button.clicked.connect(self.diagnose_requested)
        footer.add(self._sentence_button)
        footer.add(self._row_button)
        footer.add(self._diagnose_button, right=True)
        return footer

    def _copy(self, text: str) -> None:
        self._desk.clipboard.copy(text)
        shown = text if len(text) <= 60 else text[:60] + "…"
        self.copied.emit(self.tr("Copied: {0}").format(shown.replace("\t", "  ")))

    def _table_name(self, entry: Entry) -> str:
        table = self._desk.catalogue.tables.get(entry.table)
        return table.get(self._lang()) if table else entry.table

    def _lang(self) -> str:
        return self._desk.translations.language
