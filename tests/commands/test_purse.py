"""The purse story of one lunch, step by step up to 12:59, through the one door, on both stores."""

from hospitality_desk.commands import incidents, tasks
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.promises import PromiseState
from tests.helpers.evening import Evening


def test_the_purse_up_to_the_second_word(evening: Evening) -> None:
    evening.at("12:00")
    evening.staffed()
    evening.at("12:32")
    purse = evening.log(
        "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo", "Carlo",
        gist="Left purse in taxi, phone in it", place="Table 12", guest="Ms Rivera",
        promise_what="Back before 13:40", promise_by=evening.time("13:40"),
    )  # fmt: skip
    evening.do(incidents.ChangeIncident, "Carlo", incident_id=purse, severity=Severity.SERIOUS)
    assert evening.clock_of(purse) == (0, "in_touch", "12:42")

    evening.note(
        purse, EntryKind.SAW, "Came in alone, patting her pockets.", "Carlo", happened_at=evening.time("12:31")
    )
    assert evening.clock_of(purse) == (1, "in_touch", "12:41")

    evening.note(purse, EntryKind.THINK, "Her phone is in the purse.", "Carlo", rests_on=(1, 2))
    assert evening.clock_of(purse) == (1, "in_touch", "12:41")

    evening.at("12:33")
    evening.told(purse, "Join your friends, settle up another time.", "Carlo")
    assert evening.clock_of(purse) == (0, "in_touch", "12:43")

    evening.at("12:35")
    evening.note(purse, EntryKind.DID, "Seated her. Ana calls the number.", "Carlo", follows=3)
    assert evening.clock_of(purse) == (2, "in_touch", "12:43")
    assert evening.whole(purse).chains == ((1, 3, 5), (2, 3, 5))

    evening.at("12:36")
    evening.task(purse, "Call the phone", "Ana")
    assert evening.clock_of(purse) == (3, "in_touch", "12:43")

    evening.at("12:38")
    evening.note(purse, EntryKind.COST, "Lunch to the house account", "Dana", amount=6400)
    assert evening.clock_of(purse) == (5, "in_touch", "12:43")

    evening.at("12:42")
    assert evening.clock_of(purse) == (9, "soon", "12:43")

    evening.at("12:45")
    assert evening.clock_of(purse) == (12, "late", "12:43")
    evening.told(purse, "Still calling. I will be back by 13:00.", "Carlo", promise_by=evening.time("13:00"))
    assert evening.clock_of(purse) == (0, "in_touch", "13:00")

    evening.at("12:48")
    evening.note(purse, EntryKind.HEARD, "It rings out each time, so it is on.", "Ana")
    assert evening.clock_of(purse) == (3, "in_touch", "13:00")

    evening.at("12:52")
    evening.note(purse, EntryKind.HEARD, "Taxi office has asked its drivers.", "Tom")
    evening.at("12:54")
    assert evening.clock_of(purse) == (9, "in_touch", "13:00")

    evening.at("12:56")
    assert evening.clock_of(purse) == (11, "soon", "13:00")
    whole = evening.whole(purse)
    assert len(whole.notes) == 9
    assert [note.n for note in whole.untold(evening.clock.moment)] == [8, 9]
    assert evening.board()[0].untold_at(evening.clock.moment) == 2
    assert whole.cost == 6400

    evening.at("12:58")
    assert evening.clock_of(purse) == (13, "soon", "13:00")

    evening.at("12:59")
    evening.told(purse, "It rings, and the taxi office is asking.", "Carlo", tells=(8, 9))
    assert evening.clock_of(purse) == (0, "in_touch", "13:09")
    whole = evening.whole(purse)
    states = [(promise.n, promise.state(evening.clock.moment)) for promise in whole.promises]
    assert states == [(1, PromiseState.OPEN), (2, PromiseState.KEPT)]
    assert not whole.untold(evening.clock.moment)
    assert [whole.notes[n - 1].told_by for n in (8, 9)] == [10, 10]
    assert whole.chains == ((1, 3, 5), (2, 3, 5))
    evening.do(tasks.FinishTask, "Ana", incident_id=purse, task=1)
    assert all(check.ok for check in evening.desk.check())
