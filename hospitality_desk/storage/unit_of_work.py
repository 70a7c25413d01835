"""One transaction over everything: what a handler may read, append and save."""

import os
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from hospitality_desk.domain.changes import Changes, Origin
from hospitality_desk.domain.drafting.identifiers import Surroundings
from hospitality_desk.domain.entries import Body, Entry, EntryKind
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import CommandId, EntryId, IncidentId, PersonId, StoryId, new_id
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.staff import Person, Role
from hospitality_desk.domain.stories.bodies import StoryBody, StoryStarted
from hospitality_desk.domain.stories.scenes import StoryText
from hospitality_desk.domain.stories.story import Story, after, begun
from hospitality_desk.errors import Refused
from hospitality_desk.storage import change_feed, done_commands
from hospitality_desk.storage import incidents as incident_rows
from hospitality_desk.storage import stories as story_rows
from hospitality_desk.storage.done_commands import Answer
from hospitality_desk.storage.journal import SALT_BYTES, Header, commitment, write_body
from hospitality_desk.storage.people import people_of
from hospitality_desk.storage.stories import surroundings_of
from hospitality_desk.storage.tables import entries, heads, incidents, payloads, people, tasks
from hospitality_desk.words import _


class UnitOfWork:
    """All a handler can touch. Made by `Store.write`, which commits or rolls back the whole.

    `now` is when the store records; the newest numbers are locked from the start, so they are given in the order of
    commits and leave no gap.
    """

    def __init__(self, connection: Connection, house: House, now: datetime, origin: Origin) -> None:
        self.house = house
        self._origin = origin
        self.now = now
        self._connection = connection
        head = connection.execute(select(heads).with_for_update()).one()
        self._journal_seq: int = head.journal_seq
        self._journal_hash: str = head.journal_hash
        self._feed_seq: int = head.feed_seq
        self._number: int = head.incident_number
        self._story_number: int = head.story_number
        self._headers: list[incident_rows.Row] = []
        self._payloads: list[incident_rows.Row] = []
        self._loaded: dict[IncidentId, list[Entry]] = {}
        self._stored: set[IncidentId] = set()

    @property
    def news_seq(self) -> int:
        """Return the number of the newest news, this transaction's own included."""
        return self._feed_seq

    def answer_of(self, command_id: CommandId) -> Answer | None:
        """Return what this command answered when it was done before, or None."""
        return done_commands.find(self._connection, command_id)

    def incident(self, incident_id: IncidentId) -> Incident:
        """Return the incident as it stands, with what this transaction has appended; refuse an unknown id."""
        return incident_rows.whole(self._entries_of(incident_id))

    def _entries_of(self, incident_id: IncidentId) -> list[Entry]:
        if incident_id not in self._loaded:
            stored = incident_rows.entries_of(self._connection, incident_id)
            if stored:
                self._stored.add(incident_id)
            self._loaded[incident_id] = stored
        found = self._loaded[incident_id]
        if not found:
            raise Refused(_("There is no such problem here."))
        return found

    def is_known(self, incident_id: IncidentId) -> bool:
        """Tell whether there is an incident of that id already."""
        found = self._connection.execute(
            select(incidents.c.number).where(incidents.c.incident_id == incident_id)
        ).first()
        return found is not None

    def next_incident_number(self) -> int:
        """Return the next visible number of the house."""
        self._number += 1
        return self._number

    def append(
        self,
        kind: EntryKind,
        body: Body,
        *,
        by: PersonId,
        incident_id: IncidentId | None = None,
        entry_id: EntryId | None = None,
        story_id: StoryId | None = None,
    ) -> Entry:
        """Append to the journal, and to the incident's timeline when one is named; a story's line names the story."""
        self._journal_seq += 1
        subject = incident_id or story_id
        entry = Entry(
            seq=self._journal_seq, entry_id=entry_id or EntryId(new_id()), incident_id=incident_id, kind=kind, by=by,
            recorded_at=self.now, body=body,
        )  # fmt: skip
        salt, written = os.urandom(SALT_BYTES), write_body(body)
        header = Header(
            seq=entry.seq, entry_id=entry.entry_id, incident_id=subject, kind=kind.value, actor_id=by,
            recorded_at=self.now, commitment=commitment(salt, written), prev=self._journal_hash,
        )  # fmt: skip
        self._journal_hash = header.hash()
        self._headers.append(
            {
                "seq": header.seq, "entry_id": header.entry_id, "incident_id": subject, "kind": header.kind,
                "actor_id": by, "recorded_at": self.now, "commitment": header.commitment, "prev": header.prev,
                "hash": self._journal_hash,
            }
        )  # fmt: skip
        self._payloads.append({"seq": header.seq, "salt": salt, "body": written})
        if incident_id is not None:
            self._loaded.setdefault(incident_id, []).append(entry)
        return entry

    def save(self, incident_id: IncidentId) -> None:
        """Write what the incident is now into the lists' tables."""
        self._save(incident_id, None)

    def save_new(self, incident_id: IncidentId, source_key: str) -> None:
        """Write a brought-in incident, with the key that knows its row again."""
        self._save(incident_id, source_key)

    def _save(self, incident_id: IncidentId, source_key: str | None) -> None:
        incident = incident_rows.whole(self._loaded[incident_id])
        row = incident_rows.incident_row(incident, self.house)
        if source_key is not None:
            row["source_key"] = source_key
        is_new = incident_id not in self._stored
        incident_rows.save(self._connection, row, incident_rows.task_rows(incident), is_new=is_new)
        self._stored.add(incident_id)

    def story(self, story_id: StoryId) -> Story:
        """Return the story as it stands; refuse an unknown id."""
        found = story_rows.find(self._connection, story_id)
        if found is None:
            raise Refused(_("There is no such story here."))
        return found

    def start_story(self, body: StoryStarted, by: PersonId) -> Story:
        """Append a new story to the journal and put it into the list; refuse an id that is taken."""
        if story_rows.find(self._connection, body.story_id) is not None:
            raise Refused(_("This story is begun already."))
        self.append(EntryKind.STORY_STARTED, body, by=by, story_id=body.story_id)
        story = begun(body, by, self.now)
        story_rows.save(self._connection, story, is_new=True)
        return story

    def next_story_number(self) -> int:
        """Return the next visible number of a story."""
        self._story_number += 1
        return self._story_number

    def tell_story(self, kind: EntryKind, body: StoryBody, by: PersonId) -> Story:
        """Append what happened to a story and bring its row up to date."""
        before = self.story(body.story_id)
        self.append(kind, body, by=by, story_id=body.story_id)
        story = after(before, body, by, self.now)
        story_rows.save(self._connection, story, is_new=False)
        return story

    def story_text_before(self, story_id: StoryId) -> StoryText | None:
        """Return the text a story had before it was written last, None where there is none."""
        return story_rows.text_before(self._connection, story_id)

    def surroundings(self, incident: Incident | None) -> Surroundings:
        """Return what else points at people around a problem: the house's own, and the day's other guests."""
        return surroundings_of(self._connection, self.house, incident)

    def known_source_keys(self, keys: set[str]) -> set[str]:
        """Return which of these keys were brought in before."""
        return incident_rows.known_source_keys(self._connection, keys)

    def people(self) -> list[Person]:
        """Return everybody who is or was here, the house itself first."""
        return people_of(self._connection)

    def out_until(self, person_id: PersonId) -> datetime | None:
        """Return when a colleague is back who is out on an errand of an open problem; None for one who is here."""
        found = self._connection.execute(
            select(func.max(tasks.c.out_until))
            .join_from(tasks, incidents, tasks.c.incident_id == incidents.c.incident_id)
            .where(tasks.c.owner_id == person_id, tasks.c.out_until.is_not(None), incidents.c.status == "open")
        ).scalar_one_or_none()
        return found

    def active_person(self, person_id: PersonId) -> Person:
        """Return the colleague; refuse one who is not here (any more)."""
        row = self._connection.execute(select(people).where(people.c.person_id == person_id)).one_or_none()
        if row is None or not row.active:
            raise Refused(_("That colleague is not here any more. Choose somebody else."))
        return Person(person_id=PersonId(row.person_id), name=row.name, role=Role(row.role), active=row.active)

    def add_person(self, person: Person) -> None:
        """Add a colleague; the house itself stops acting with the first one."""
        row = {"person_id": person.person_id, "name": person.name, "role": person.role.value, "active": person.active}
        self._connection.execute(insert(people), row)

    def close_person(self, person_id: PersonId) -> None:
        """Close a colleague's name."""
        self._connection.execute(update(people).where(people.c.person_id == person_id).values(active=False))

    def finish(self, command_id: CommandId, kind: str, by: PersonId, answer: Answer, changes: Changes) -> None:
        """Write what was appended, the news and the done-mark: a command's last act before the commit, or the next."""
        if self._headers:
            self._connection.execute(insert(entries), self._headers)
            self._connection.execute(insert(payloads), self._payloads)
            self._headers, self._payloads = [], []
        if changes:
            self._feed_seq += 1
            change_feed.append(self._connection, self._feed_seq, self.now, changes, self._origin)
        done_commands.mark(self._connection, command_id, kind, by, self.now, answer)
        self._connection.execute(
            update(heads).values(
                journal_seq=self._journal_seq,
                journal_hash=self._journal_hash,
                feed_seq=self._feed_seq,
                incident_number=self._number,
                story_number=self._story_number,
            )
        )
