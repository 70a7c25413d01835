"""A task being typed, as it is kept: its words, its time, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from hospitality_desk.domain.ids import CommandId, new_id
from hospitality_desk.domain.json_form import Json
from hospitality_desk.station.station import Station


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """The id is made with it, so that a second try is the same act."""

    command_id: CommandId = field(default_factory=lambda: CommandId(new_id()))
    title: str = ""
    due: str = ""
    """As typed."""
    more: Mapping[str, str] = field(default_factory=dict)
    """What else was filled in, by the name of its field, as typed."""
    sent: str | None = None
    """The title that went out first under this id, while we do not know that it was refused."""

    def choices(self) -> dict[str, Json]:
        """Return what is kept besides the title."""
        return {"command_id": self.command_id, "due": self.due, "sent": self.sent, "more": dict(self.more)}

    def after(self, saved: str | None) -> TaskDraft:
        """Return what is not saved yet, as another act; `saved` is None for what was sent first."""
        saved = saved or self.sent or self.title
        if self.title.startswith(saved):
            return TaskDraft(title=self.title[len(saved) :].strip())
        return TaskDraft(title=self.title, due=self.due, more=self.more)

    def with_typed(self, since: TaskDraft) -> TaskDraft:
        """Return this with the words that were typed before it was read."""
        if since.sent is not None:  # those words are under way: they go, and the draft stays
            both = f"{since.title} {self.title}".strip()
            return replace(since, title=both)
        both = f"{self.title} {since.title}".strip()
        return replace(self, title=both, due=self.due or since.due, more=self.more or since.more)


def read_task_draft(title: str, choices: Mapping[str, Json]) -> TaskDraft:
    """Return a kept draft; an id that cannot be read starts anew."""
    command_id, due, sent, more = (choices.get(name) for name in ("command_id", "due", "sent", "more"))
    return TaskDraft(
        command_id=CommandId(command_id if isinstance(command_id, str) else new_id()),
        title=title,
        due=due if isinstance(due, str) else "",
        sent=sent if isinstance(sent, str) else None,
        more={name: str(words) for name, words in more.items()} if isinstance(more, dict) else {},
    )


def put_behind(station: Station, name: str, typed: TaskDraft, at: datetime) -> None:
    """Put words that were typed before the draft was read behind it."""
    kept = station.draft(name)
    both = typed if kept is None else read_task_draft(kept.text, kept.choices).with_typed(typed)
    station.keep_draft(name, both.title, both.choices(), at)


def take_out(station: Station, name: str, command_id: CommandId, saved: str | None, at: datetime) -> None:
    """Forget the saved words of a draft that is not shown, and keep what was typed behind them."""
    kept = station.draft(name)
    draft = None if kept is None else read_task_draft(kept.text, kept.choices)
    if draft is None or draft.command_id != command_id:
        return
    rest = draft.after(saved)
    if rest.title:
        station.keep_draft(name, rest.title, rest.choices(), at)
    else:
        station.drop_draft(name)
