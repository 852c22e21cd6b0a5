"""What stands in the table's place when nothing matches: the nearest, and the other way in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal

from qt_app.core.catalogue.entries import Entry
from qt_app.core.search import nearest_codes, parse_query
from qt_app.gui.desk import Desk
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.flow import FlowWidget
from qt_app.gui.widgets.panes import CardScroll
from qt_app.gui.widgets.words import plain_label

_MOST, _KEPT = 4, 64


class NothingFound(CardScroll):
    """`show_for(text)` says what was not found and offers the nearest entries."""

    entry_requested = Signal(str)
    diagnose_requested = Signal()
    unfilter_requested = Signal()

    def __init__(self, desk: Desk, search: Callable[[str], list[Entry]]) -> None:
        """`search`: all entries that match a text, best first."""
        super().__init__("codesNothing")
        self.grow_with(desk.theme)
        self._desk = desk
        self._search = search
        self._best: dict[str, list[Entry]] = {}
        self._linked: list[tuple[Entry, str]] = []
        self.body.set_left(16)
        self._text, self._filtered = "", False
        self._unfilter = Button(desk.theme, "outline", "x", name="codesUnfilterButton")
        self._unfilter.clicked.connect(self.unfilter_requested)
        self._line = plain_label("", "heading", wrap=True)
        self._near = plain_label("", "small", "text2", wrap=True)
        self._links = FlowWidget(gap=18, row_gap=2)
        self._button = Button(desk.theme, "outline", "stethoscope")
        self._button.clicked.connect(self.diagnose_requested)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = self.body.column
        column.addWidget(self._line)
        column.addWidget(self._unfilter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._near)
        column.addWidget(self._links)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.retranslate()

    def show_for(self, text: str, *, filtered: bool) -> None:
        """Say that `text` was not found; `filtered`: the drop-downs may be the reason."""
        self._text, self._filtered = text, filtered
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        shown = self._text.strip()
        shown = shown if len(shown) <= 40 else shown[:40] + "…"
        hidden = len(self._search(self._text)) if self._filtered else 0
        self._line.setText(self._what(shown, hidden))
        self._unfilter.setText(self.tr("Take the filters away"))
        self._unfilter.setVisible(bool(hidden))
        near = self._nearest()
        self._near.setText(self._near_words(bool(near), hidden))
        self._show_links([(entry, self._named(entry)) for entry in near])
        self._button.setText(self.tr("Paste the whole error instead"))

    def _put_before_button(self, links: list[Button]) -> None:
        """The links are made anew each time, which would leave them last for Tab."""
        before = self._button.previousInFocusChain() or self
        for link in [*links, self._button]:
            self.setTabOrder(before, link)
            before = link

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _what(self, shown: str, hidden: int) -> str:
        if not shown:
            return self.tr("Nothing passes these filters.")
        if not hidden:
            return self.tr("There is no {0}.").format(shown)
        return self.tr("%n row(s) with {0} are hidden by the filters.", "", hidden).format(shown)

    def _near_words(self, found: bool, hidden: int) -> str:
        if hidden and self._text.strip():
            return self.tr("The best of them:")
        if found:
            return self.tr("Nearest:")
        return self.tr("Nothing in the table comes close. The whole error tells more.")

    def _nearest(self) -> list[Entry]:
        entries: dict[str, Entry] = {}
        if self._filtered:
            entries |= {entry.id: entry for entry in self._search(self._text)[:_MOST]}
        for word in parse_query(self._text).words:
            entries |= {entry.id: entry for entry in self._best_of(word)}
        return list(entries.values())[:_MOST]

    def _best_of(self, word: str) -> list[Entry]:
        """The nearest entries of a word; while one is typed those before it stay the same."""
        if word not in self._best:
            if len(self._best) >= _KEPT:
                self._best.clear()
            catalogue = self._desk.catalogue
            if word.lstrip("-").isdecimal():
                codes = nearest_codes(catalogue, word)
                self._best[word] = [e for code in codes for e in catalogue.by_code(code)[:1]]
            else:
                self._best[word] = self._search(word)[:_MOST]
        return self._best[word]

    def _named(self, entry: Entry) -> str:
        return f"{entry.code} {entry.title.get(self._desk.translations.language)}"

    def _show_links(self, wanted: list[tuple[Entry, str]]) -> None:
        if wanted == self._linked:
            return
        self._linked = wanted
        self._links.clear()
        links = [self._link(entry, words) for entry, words in wanted]
        for link in links:
            self._links.add(link)
        self._put_before_button(links)

    def _link(self, entry: Entry, words: str) -> Button:
        link = Button(self._desk.theme, "link")
        link.setText(words)
        link.clicked.connect(partial(self.entry_requested.emit, entry.id))
        return link
