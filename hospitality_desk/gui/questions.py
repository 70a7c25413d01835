"""What a screen lives from is asked until the store answers: at once, and again at each tick of the clock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.bridge import Bridge

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.queries.base import Reading

Args = ParamSpec("Args")
Answer = TypeVar("Answer")
NEWS = "news"


class Questions(QObject):
    """Remembers what got no answer, by topic; a newer question takes the place of the one before."""

    away = Signal()
    """The store gave no answer; what is shown may be old."""
    back = Signal()
    """Everything has its answer again."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._unanswered: dict[str, Callable[[], None]] = {}

    @property
    def unanswered(self) -> set[str]:
        """Return the topics that wait for the store to come back."""
        return set(self._unanswered)

    def ask(
        self,
        query: Callable[Concatenate[Reading, Args], Answer],
        then: Callable[[Answer], None],
        topic: str,
        *args: Args.args,
        **kwargs: Args.kwargs,
    ) -> None:
        """Ask on a reading lane; where the store gives no answer, `ask_again` asks the same."""
        again = partial(self.ask, query, then, topic, *args, **kwargs)

        def home(answer: Answer) -> None:
            self._answered(topic)
            then(answer)

        self._bridge.try_ask(query, home, partial(self._refused, topic, again), self, topic, *args, **kwargs)

    def look_for_news(self) -> None:
        """Hear what other windows and commands have changed meanwhile."""
        again = self.look_for_news
        self._bridge.look_for_news(partial(self._answered, NEWS), partial(self._refused, NEWS, again))

    def ask_again(self) -> None:
        """Ask everything again that has no answer yet, and look for news."""
        waiting = [again for topic, again in self._unanswered.items() if topic != NEWS]
        for again in [*waiting, self.look_for_news]:
            again()

    def _answered(self, topic: str) -> None:
        if self._unanswered.pop(topic, None) is not None and not self._unanswered:
            self.back.emit()

    def _refused(self, topic: str, again: Callable[[], None], _why: KnownError) -> None:
        self._unanswered[topic] = again
        self.away.emit()
