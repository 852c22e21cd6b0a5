"""The kit. Import from the modules below; all of them take the `Theme` first if they draw icons.

Rules of the house
* Words: `words.plain_label(text, role, tone, wrap=, selectable=)`; never a bare QLabel, never
  rich text. Tooltips: `words.set_tip(widget, text)` escapes. One line that may be long:
  `words.ElidedLabel`. An icon beside a word: `words.IconLabel(theme, "world", "text2", 16)`.
* Buttons: `buttons.Button(theme, kind, icon, small=, name=)` with kind outline | primary | quiet
  | link | icon; `buttons.DropDown`, `buttons.CheckBox`. An icon alone needs setAccessibleName and
  set_tip with its shortcut. Rows of them: `flow.FlowWidget` / `flow.FlowLayout` (wraps, has
  `set_stretch` and `set_right`), at the foot of a pane `panes.Footer` (`add(w, right=True)`).
* Panes: `panes.HairSplitter(theme, orientation)`; a card: `panes.CardScroll(name)`, fill
  `card.body.column`, start over with `card.replace_body()`. Lines: `words.HairLine()`.
* Cards: `cards.Chip(theme, text, icon, tone, tip)`, `cards.Section(title)`,
  `cards.SentenceRows(theme, numbering)` (`add(text, source)`, `add_below(well)`),
  `cards.ValueWell(…)` with `copy_requested(str)`, `cards.Well(tone)`,
  `cards.EqualCards([[widget, …], […]])`, `cards.Folded(theme, title, summary)`,
  `cards.SourceTag(source)`. A card caps its text at 760 px by itself.
* Domain words (severity, certainty, who, step state …) with icon and tone: `gui/vocabulary.py`.
* Lists: `gui/delegates/rows.py` draws selection bar, hairline, focus ring, pills and marks.

Language: strings are English in `self.tr("…")` (in tables QT_TRANSLATE_NOOP), the Chinese stands
in resources/i18n/qt_app_zh.ts; run `packaging/build_translations.py` after adding some, then fill
in what it reports as unfinished. Numbers: `self.tr("%n problem(s)", "", n)`. A widget with words
of its own has `retranslate()` and calls it from `changeEvent` on QEvent.LanguageChange; Qt posts
that to every widget. What shows catalogue or report texts connects
`desk.translations.changed(lang)` and rebuilds.

Look: words and controls follow theme and text size by the style sheet. Whoever paints by hand or
sets heights connects `theme.changed`. Pages get one `desk.Desk` and talk to the rest by signals
that only `gui/app.py` connects.
"""

from __future__ import annotations
