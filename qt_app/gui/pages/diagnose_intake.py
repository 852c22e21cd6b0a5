"""What comes into the paste box, by whatever way, until it is diagnosed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, Slot

from qt_app.core.errors import InputError
from qt_app.gui.desk import Desk
from qt_app.gui.pages.diagnose_given import handed
from qt_app.gui.pages.diagnose_paste import PastePane
from qt_app.gui.pages.diagnose_run import DiagnosisRun, Given, Outcome, read_given
from qt_app.gui.tasks import Job

TYPING_PAUSE = 400
_REMEMBERED = 8
_NAMED = 3  # of several files that cannot be read


@dataclass(frozen=True, slots=True)
class Left:
    """What the intake knows of a document: the paste, those before it for undo.

    `is_fresh`: what is shown is the diagnosis of exactly this.
    """

    given: Given | None = None
    history: tuple[Given, ...] = ()
    is_fresh: bool = False


class Intake(QObject):
    """Keeps the paste itself, whatever the editor shows, and what was there before it.

    Signals: `began(new)` before a diagnosis, `found(Outcome)` after it, `refused(text)` for what
    cannot be read, `emptied()`, `said(text)`. After `began` comes `found` or `failed`, at most
    once; nothing if it is stopped or something newer comes. A long one says `lasting()`, and
    before it is done `glimpsed(Outcome)` with what stands in the beginning.
    """

    began = Signal(bool)
    lasting = Signal()
    glimpsed = Signal(object)
    found = Signal(object)
    failed = Signal(str)
    refused = Signal(str)
    emptied = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, paste: PastePane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._paste, self._box = desk, paste, paste.box
        self._run = DiagnosisRun(desk.tasks, desk.catalogue)
        self._given: Given | None = None
        self._history: list[Given] = []
        self._reading: Job | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._typing.timeout.connect(self.diagnose)
        self._box.pasted.connect(self._on_pasted)
        self._box.edited.connect(self._on_edited)
        self._box.mime_given.connect(self._on_mime)
        self._box.mime_dropped.connect(self._on_dropped)
        self._run.finished.connect(self._on_finished)
        self._run.failed.connect(self._on_failed)
        self._run.waiting.connect(paste.wait)
        self._run.glimpsed.connect(self.glimpsed)
        self._run.advanced.connect(paste.advance)
        paste.waited.connect(self._on_waited)

    def take_up(self) -> None:
        """Diagnose what came into the box before anybody listened."""
        if self._box.toPlainText():
            self._on_pasted(self._box.toPlainText())

    # State

    def is_filled(self) -> bool:
        """Whether there is anything to diagnose."""
        return self._given is not None and self._given.size > 0

    def is_busy(self) -> bool:
        """Whether something is being read or diagnosed."""
        return self._run.is_running() or self._reading is not None

    def warm_up(self) -> None:
        """Get ready for the first paste."""
        self._run.warm_up()

    # Another document

    def leave(self) -> Left:
        """Stop what is under way and hand out the document."""
        fresh = not (self._typing.isActive() or self.is_busy())
        self.stop()
        return Left(self._given, tuple(self._history), fresh)

    def enter(self, left: Left, *, diagnose: bool) -> None:
        """Take up another document: its text is shown, and diagnosed if asked for."""
        self.stop()
        self._given, self._history = left.given, list(left.history)
        self._paste.complain("")
        given = left.given
        whole = given is not None and given.size and not given.from_files
        self._box.fill(str(given.parts[0][1]) if given is not None and whole else "")
        if diagnose and self.is_filled():
            self._diagnose(new=False)

    # Ways in

    def take(self, data: QMimeData | None, *, whole: bool) -> None:
        """Clipboard or dropped data, into the box or in place of all that is there."""
        given = handed(data)
        if given.kind == "files":
            self.open_files(given.paths)
        elif given.kind in ("text", "page") and given.text:
            self._take_text(given.text, whole=whole)
            if given.kind == "page":
                self.said.emit(self.tr("This was a web page; only its words were taken."))
        elif given.kind == "picture":
            self._refuse(self.tr("This is a picture. Type the words you see in it."))
        else:
            self._refuse(self.tr("There is no text on the clipboard."))

    def open_files(self, paths: Sequence[str]) -> None:
        """Diagnose files as they are; what is there stays until they are read."""
        self.stop()
        self._paste.complain("")
        self._paste.wait(0, of_files=True)
        work = partial(read_given, list(paths))
        self._reading = self._desk.tasks.run(work, self._on_read, self._on_unread)

    @Slot()
    def clear(self) -> None:
        """Empty the box; undo brings it back."""
        self.stop()
        self._remember()
        self._given = None
        self._box.fill("")
        self._paste.complain("")
        self.emptied.emit()

    @Slot()
    def undo(self) -> None:
        """Undo typing, else bring back the paste before this one."""
        if self._box.document().isUndoAvailable():
            self._box.undo()
        elif self._history:
            self._start(self._history.pop())

    @Slot()
    def diagnose(self) -> None:
        """Diagnose what is there once more."""
        if self._given is not None:
            self.stop()
            self._diagnose(new=False)

    def stop(self) -> None:
        """Drop whatever is under way."""
        self._typing.stop()
        self._run.cancel()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._paste.wait_no_more()

    @Slot()
    def cancel(self) -> None:
        """The user has had enough of waiting."""
        self.stop()
        self.said.emit(self.tr("Stopped. The text is still there."))

    # Inside

    def _take_text(self, text: str, *, whole: bool) -> None:
        box = self._box
        if whole or box.takes_whole():
            self._remember()
            self._start(_text(text))
            return
        start, _ = box.selected_range()
        self._remember()
        self._start(_text(box.with_inserted(text)))
        box.place_caret(start + len(text))

    def _start(self, given: Given) -> None:
        """Show and diagnose something new; files are shown once they are decoded."""
        if not given.from_files:
            self._box.fill(str(given.parts[0][1]))
        self._begin(given)

    def _begin(self, given: Given) -> None:
        self.stop()
        self._given = given
        self._diagnose(new=True)

    def _diagnose(self, *, new: bool) -> None:
        if self._given is None:
            return
        self._paste.complain("")
        self.began.emit(new)
        values = self._desk.preferences.values
        options = (values.mask_user_ids, values.mask_inner_ips)
        self._run.start(self._given, self._desk.translations.language, options)

    def _remember(self) -> None:
        """Keep what is there for undo."""
        if self.is_filled() and self._given is not None:
            self._history = [*self._history[1 - _REMEMBERED :], self._given]

    def _refuse(self, text: str) -> None:
        self._paste.complain(text)
        self.refused.emit(text)

    @Slot(object)
    def _on_mime(self, data: QMimeData) -> None:
        self.take(data, whole=False)

    @Slot(object)
    def _on_dropped(self, data: QMimeData) -> None:
        """As beside the box: what falls into the window is something new."""
        self.take(data, whole=True)

    @Slot(object)
    def _on_pasted(self, text: str) -> None:
        """The whole text was set: the box shows it already."""
        self._remember()
        self._begin(_text(text))

    @Slot()
    def _on_edited(self) -> None:
        """Typing is diagnosed after a pause."""
        text = self._box.toPlainText()
        self.stop()
        self._given = _text(text) if text else None
        self._paste.complain("")
        if text:
            self._paste.show_text_state()
            self._typing.start()
        else:
            self.emptied.emit()

    def _on_read(self, read: tuple[Given, list[InputError]]) -> None:
        given, errors = read
        self._reading = None
        self._remember()
        self._start(given)
        if errors:
            self._refuse(" ".join(self._why(error) for error in errors[:_NAMED]))

    def _on_unread(self, error: Exception) -> None:
        self._reading = None
        self._paste.wait_no_more()
        self._refuse(self._why(error))

    @Slot()
    def _on_waited(self) -> None:
        if self._run.is_running():
            self.lasting.emit()

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        self._paste.wait_no_more()
        self.found.emit(outcome)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._paste.wait_no_more()
        text = self._why(error)
        self._paste.complain(text)
        self.failed.emit(text)

    def _why(self, error: Exception) -> str:
        """An error in words: what failed, what is kept, what to do."""
        from qt_app.api.messages import messages
        from qt_app.gui.plain import one_line

        said = messages(self._desk.translations.language)
        if isinstance(error, InputError) and error.phrase.key in said:
            what = one_line(said.word(error.phrase))
            return self.tr("{0}. Nothing was changed; try another one.").format(what)
        name = type(error).__name__
        return self.tr("This could not be diagnosed ({0}). The text is still there.").format(name)


def _text(text: str) -> Given:
    return Given((("-", text),))
