"""A line added to a problem that is open: a note there, what it lacked filled in, nothing that stands overwritten."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from hospitality_desk.commands import adding, incidents
from hospitality_desk.commands.adding import added_instead
from hospitality_desk.commands.imports import ImportedProblem
from hospitality_desk.commands.incidents import LogIncident
from hospitality_desk.commands.staff import LetPersonLeave
from hospitality_desk.desk.desk import Outcome
from hospitality_desk.domain.entries import Changed, EntryKind, GuestKnows
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, new_id
from hospitality_desk.domain.incidents import Asked, Source
from hospitality_desk.domain.incidents import Outcome as Ending
from hospitality_desk.domain.staff import Role
from hospitality_desk.errors import Refused
from tests.helpers.evening import Evening

LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"
BAG = "“A lady’s bag went off in a cab.”"


@pytest.fixture
def bag(evening: Evening) -> IncidentId:
    """What Tom logged at 12:31: a place, the guest's words, no name."""
    evening.staffed()
    evening.at("12:31")
    incident = evening.log(f"t12 {BAG}", "Tom", gist=BAG, place="Table 12", kind="Transport", kind_is_a_guess=True)
    evening.at("12:34")
    return incident


def add(evening: Evening, incident: IncidentId, text: str = LINE, who: str = "Ana", **fields: Any) -> Outcome:
    ids = {"entry_id": EntryId(new_id()), "filled_id": EntryId(new_id())}
    return evening.do(adding.AddLine, who, incident_id=incident, text=text, **(ids | fields))


def add_purse(evening: Evening, incident: IncidentId, **fields: Any) -> Outcome:
    given = {
        "place": "Table 3", "guest": "Ms Rivera", "party_size": 4, "phone": "+19175550147", "kind": "Lost property",
        "kind_is_a_guess": True, "offer_to": evening.ids["Carlo"], "promise_what": "Back before 13:40",
        "promise_by": evening.time("13:40"),
    }  # fmt: skip
    return add(evening, incident, **(given | fields))


def take_back(evening: Evening, incident: IncidentId, added: Outcome, filled: EntryId, who: str = "Ana") -> Outcome:
    note = int(str(added.answer["entry"]))
    return evening.do(
        adding.TakeLineBack, who, incident_id=incident, note=note, filled_id=filled, reason="Added by mistake"
    )


def test_the_line_is_a_note_and_fills_in_what_was_missing(evening: Evening, bag: IncidentId) -> None:
    made = add_purse(evening, bag)
    assert made.answer == {"entry": 2, "incident": "1", "filled": ["guest", "party_size", "phone"]}
    assert made.changes.incidents == {bag}
    there = evening.whole(bag)
    note = there.notes[1]
    assert (note.text, note.kind, note.guest_knows) == (LINE, EntryKind.HEARD, GuestKnows.KNOWS)
    assert there.untold(evening.clock.moment) == ()
    assert (there.place, there.guest, there.party_size, there.phone) == ("Table 12", "Ms Rivera", 4, "+19175550147")
    assert (there.kind, there.kind_sure, there.severity_sure) == ("Transport", False, False)
    assert (there.owner, there.offered_to) == (evening.ids["Tom"], None)
    assert [(each.what, each.by) for each in there.promises] == [("Back before 13:40", evening.time("13:40"))]
    assert there.own_words is None
    assert evening.clock_of(bag) == (3, "in_touch", "12:46")
    (row,) = evening.board()
    assert (row.place, row.guest, row.party_size) == ("Table 12", "Ms Rivera", 4)
    assert all(check.ok for check in evening.desk.check())


def test_nothing_to_fill_in_leaves_no_quiet_line(evening: Evening, bag: IncidentId) -> None:
    assert add(evening, bag, "still waiting").answer["filled"] == []
    assert evening.whole(bag).lines == ()


def test_what_was_seen_is_a_saw_and_the_guests_words_stay_theirs(evening: Evening, bag: IncidentId) -> None:
    add(evening, bag, "She is crying", source=Source.SEEN)
    add(evening, bag, "“My purse is gone.”", source=Source.PHONE, happened_at=evening.time("12:20"))
    saw, heard = evening.whole(bag).notes[1:]
    assert (saw.kind, saw.guest_knows) == (EntryKind.SAW, GuestKnows.KNOWS)
    assert (heard.kind, heard.is_guests_own_words, heard.guest_knows) == (EntryKind.HEARD, True, GuestKnows.KNOWS)
    assert heard.happened_at == evening.time("12:20")
    assert evening.whole(bag).own_words == "“My purse is gone.”"
    assert evening.clock_of(bag)[0] == 14


@pytest.mark.parametrize("source", list(Source))
def test_only_what_a_colleague_says_starts_untold(evening: Evening, bag: IncidentId, source: Source) -> None:
    add(evening, bag, "Taxi office has asked its drivers.", source=source)
    is_untold = [note.n for note in evening.whole(bag).untold(evening.clock.moment)] == [2]
    assert is_untold == (source == Source.COLLEAGUE)


def test_the_guests_own_words_are_known_also_when_a_colleague_brings_them(evening: Evening, bag: IncidentId) -> None:
    add(evening, bag, "“My purse is gone.”", source=Source.COLLEAGUE)
    assert evening.whole(bag).untold(evening.clock.moment) == ()


@pytest.mark.parametrize("is_a_guess", [True, False])
def test_a_guess_gives_way_only_to_what_is_sure(evening: Evening, bag: IncidentId, is_a_guess: bool) -> None:
    add_purse(
        evening, bag, kind_is_a_guess=is_a_guess, severity=Severity.SERIOUS, severity_is_a_guess=is_a_guess
    )  # fmt: skip
    there = evening.whole(bag)
    wanted = ("Transport", Severity.MIDDLING, False) if is_a_guess else ("Lost property", Severity.SERIOUS, True)
    assert (there.kind, there.severity, there.kind_sure) == wanted


def test_what_stands_is_never_overwritten(evening: Evening, bag: IncidentId) -> None:
    stands = {"guest": "Cole", "party_size": 2, "phone": "+19175550100", "kind": "Billing", "severity": Severity.MINOR}
    evening.do(incidents.ChangeIncident, "Tom", incident_id=bag, **stands)
    add_purse(evening, bag, kind_is_a_guess=False, severity=Severity.SERIOUS)
    there = evening.whole(bag)
    assert {name: getattr(there, name) for name in stands} == stands


def test_where_nobody_has_it_whoever_adds_has_it_and_offers_it_on(evening: Evening) -> None:
    filled = EntryId(new_id())
    free = IncidentId(new_id())
    evening.bring_in(ImportedProblem(incident_id=free, source_key="k", text="My purse was left in the taxi"))
    evening.staffed()
    evening.do(incidents.ReopenIncident, "Dana", incident_id=free, reason="It is here")
    assert evening.whole(free).owner is None
    add(evening, free, "no colleague named")
    assert evening.whole(free).owner is None
    added = add_purse(evening, free, filled_id=filled)
    assert added.answer["filled"] == ["place", "guest", "party_size", "phone", "owner"]
    assert (evening.whole(free).owner, evening.whole(free).offered_to) == (evening.ids["Ana"], evening.ids["Carlo"])
    add_purse(evening, free, offer_to=evening.ids["Tom"])
    assert evening.whole(free).offered_to == evening.ids["Carlo"]
    take_back(evening, free, added, filled)
    assert (evening.whole(free).owner, evening.whole(free).offered_to) == (None, None)


def test_offering_it_to_one_who_left_is_refused_whole(evening: Evening) -> None:
    free = IncidentId(new_id())
    evening.bring_in(ImportedProblem(incident_id=free, source_key="k", text="My purse was left in the taxi"))
    evening.staffed()
    evening.do(incidents.ReopenIncident, "Dana", incident_id=free, reason="It is here")
    evening.do(LetPersonLeave, "Dana", person_id=evening.ids["Carlo"])
    before = evening.whole(free)
    with pytest.raises(Refused, match="not here any more"):
        add_purse(evening, free)
    assert evening.whole(free) == before


def test_the_same_promise_is_not_made_twice(evening: Evening, bag: IncidentId) -> None:
    add_purse(evening, bag)
    add_purse(evening, bag, promise_what="back BEFORE 13:40")
    add_purse(evening, bag, promise_what="Call by 13:40")
    add_purse(evening, bag, promise_by=evening.time("13:50"))
    assert [each.what for each in evening.whole(bag).promises] == [
        "Back before 13:40", "Call by 13:40", "Back before 13:40"
    ]  # fmt: skip


def test_a_promise_without_words_of_its_own_is_the_gist_as_in_logging(evening: Evening) -> None:
    evening.at("12:32")
    by = evening.time("13:40")
    logged = LogIncident(
        command_id=CommandId(new_id()), by=THE_HOUSE, at=evening.clock.moment, incident_id=IncidentId(new_id()),
        entry_id=EntryId(new_id()), text="t4 purse lost, back before 13:40", gist="purse lost", promise_by=by,
    )  # fmt: skip
    evening.desk.do(logged)
    for gist, promised in (("purse lost", ["purse lost"]), ("no purse", ["purse lost", "no purse"])):
        added = added_instead(
            replace(logged, gist=gist), command_id=CommandId(new_id()), incident_id=logged.incident_id,
            entry_id=EntryId(new_id()), filled_id=EntryId(new_id()),
        )  # fmt: skip
        evening.desk.do(added)
        assert [each.what for each in evening.whole(logged.incident_id).promises] == promised


def test_what_is_confirmed_as_it_stood_leaves_no_quiet_line(evening: Evening, bag: IncidentId) -> None:
    added = add(evening, bag, "still waiting", severity=Severity.MIDDLING, kind="Transport")
    assert added.answer["filled"] == []
    assert evening.whole(bag).lines == ()


def test_twice_is_once(evening: Evening, bag: IncidentId) -> None:
    ids: dict[str, Any] = {
        "command_id": CommandId("one act"), "entry_id": EntryId("its note"), "filled_id": EntryId("its line")
    }  # fmt: skip
    first, second = add_purse(evening, bag, **ids), add_purse(evening, bag, **ids)
    assert (first.was_done_before, second.was_done_before) == (False, True)
    assert first.answer == second.answer
    assert (len(evening.whole(bag).notes), len(evening.whole(bag).lines)) == (2, 1)


@pytest.mark.parametrize("ending", ["settled", "withdrawn"])
def test_one_that_ended_meanwhile_is_left_alone(evening: Evening, bag: IncidentId, ending: str) -> None:
    if ending == "settled":
        evening.do(incidents.SettleIncident, "Tom", incident_id=bag, outcome=Ending.RECOVERED, asked=Asked.CARD)
    else:
        evening.do(incidents.WithdrawIncident, "Tom", incident_id=bag, reason="twice")
    before = evening.whole(bag)
    with pytest.raises(Refused) as refused:
        add_purse(evening, bag)
    assert refused.value.say.startswith(f"#1 was {ending} meanwhile. Nothing was added: log it as a new problem")
    assert evening.whole(bag) == before


@pytest.mark.parametrize(
    ("fields", "say"),
    [
        ({"text": " 👍 "}, "at least one word"),
        ({"party_size": 0}, "A party is"),
        ({"kind": "Weather", "kind_is_a_guess": False}, "no such kind"),
        ({"happened_at": timedelta(hours=2)}, "lies ahead"),
        ({"promise_by": timedelta(days=400)}, "more than a year away"),
    ],
)
def test_refused_whole(evening: Evening, bag: IncidentId, fields: dict[str, Any], say: str) -> None:
    moved = {
        name: evening.clock.moment + each if isinstance(each, timedelta) else each for name, each in fields.items()
    }
    before = evening.whole(bag)
    with pytest.raises(Refused, match=say):
        add_purse(evening, bag, **moved)
    assert evening.whole(bag) == before


def test_a_trainer_logs_and_does_not_mend(evening: Evening, bag: IncidentId) -> None:
    evening.person("Eve", Role.TRAINER, who="Dana")
    with pytest.raises(Refused, match="may not mend"):
        add_purse(evening, bag, who="Eve")


def test_taking_it_back_leaves_the_problem_as_it_was(evening: Evening, bag: IncidentId) -> None:
    before = evening.whole(bag)
    filled = EntryId(new_id())
    added = add_purse(evening, bag, filled_id=filled, kind_is_a_guess=False, severity=Severity.SERIOUS)
    assert evening.whole(bag).severity == Severity.SERIOUS
    assert take_back(evening, bag, added, filled).answer["kept"] == []
    after = evening.whole(bag)
    fields = ("place", "guest", "party_size", "phone", "kind", "severity", "owner", "offered_to", "promises", "said")
    assert [getattr(after, name) for name in fields] == [getattr(before, name) for name in fields]
    assert [note.withdrawn for note in after.notes] == [None, "Added by mistake"]
    assert all(check.ok for check in evening.desk.check())


def test_taking_it_back_leaves_what_somebody_changed_since(evening: Evening, bag: IncidentId) -> None:
    filled = EntryId(new_id())
    added = add_purse(evening, bag, filled_id=filled)
    evening.do(incidents.ChangeIncident, "Tom", incident_id=bag, guest="Mrs Rivera")
    assert take_back(evening, bag, added, filled).answer["kept"] == ["guest"]
    there = evening.whole(bag)
    assert (there.guest, there.party_size, there.phone) == ("Mrs Rivera", None, None)


def test_taking_back_a_line_that_filled_nothing_in(evening: Evening, bag: IncidentId) -> None:
    filled = EntryId(new_id())
    added = add(evening, bag, "still waiting", filled_id=filled)
    take_back(evening, bag, added, filled)
    there = evening.whole(bag)
    assert not there.notes[1].counts
    assert not any(isinstance(line.body, Changed) for line in there.lines)


def test_only_what_this_line_filled_in_is_emptied(evening: Evening, bag: IncidentId) -> None:
    evening.do(incidents.ChangeIncident, "Ana", incident_id=bag, place="Table 3")
    anothers = evening.whole(bag).lines[-1].entry_id
    plain = add(evening, bag, "still waiting")
    first, second = EntryId(new_id()), EntryId(new_id())
    one = add(evening, bag, "It is Ms Rivera", filled_id=first, guest="Ms Rivera")
    add(evening, bag, "They are four", filled_id=second, party_size=4)
    before = evening.whole(bag)
    for added, filled in ((plain, anothers), (plain, first), (one, second), (one, anothers)):
        with pytest.raises(Refused, match="not filled in by note"):
            take_back(evening, bag, added, filled)
    assert evening.whole(bag) == before
    take_back(evening, bag, one, first)
    there = evening.whole(bag)
    assert (there.place, there.guest, there.party_size) == ("Table 3", None, 4)


def test_a_line_is_taken_back_once_and_not_from_a_withdrawn_problem(evening: Evening, bag: IncidentId) -> None:
    filled = EntryId(new_id())
    added = add_purse(evening, bag, filled_id=filled)
    take_back(evening, bag, added, filled)
    with pytest.raises(Refused, match="withdrawn already"):
        take_back(evening, bag, added, filled)
    with pytest.raises(Refused, match="no note 9"):
        evening.do(adding.TakeLineBack, "Ana", incident_id=bag, note=9, filled_id=filled, reason="x")
    second = add(evening, bag, "still waiting", filled_id=EntryId(new_id()))
    with pytest.raises(Refused, match="Say why"):
        evening.do(adding.TakeLineBack, "Ana", incident_id=bag, note=3, filled_id=filled, reason=" ")
    evening.do(incidents.WithdrawIncident, "Tom", incident_id=bag, reason="twice")
    with pytest.raises(Refused, match="Bring it back first"):
        take_back(evening, bag, second, filled)
