"""The purse table to its end, told through the one door: the story that every paper is drawn from."""

from hospitality_desk.commands import incidents, timeline
from hospitality_desk.domain.entries import EntryKind, Judgement
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incidents import Asked, Outcome
from tests.helpers.evening import Evening

LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"


def settled_purse(evening: Evening) -> IncidentId:
    """Tell it from the first line to the verdict; Dana, Carlo, Ana and Tom are added when nobody is there yet."""
    if not evening.ids:
        evening.at("12:00")
        evening.staffed()
    evening.at("12:32")
    purse = evening.log(
        LINE, "Carlo", gist="Left purse in taxi, phone in it", place="Table 12", guest="Ms Rivera", party_size=4,
        phone="+19175550147", severity=Severity.SERIOUS, promise_what="Back before 13:40",
        promise_by=evening.time("13:40"),
    )  # fmt: skip
    note, told = evening.note, evening.told
    note(purse, EntryKind.SAW, "Came in alone, patting her pockets, pale.", "Carlo", happened_at=evening.time("12:31"))
    note(purse, EntryKind.THINK, "Her phone is in the purse. Someone may hear it.", "Carlo", rests_on=(1, 2))
    evening.at("12:33")
    told(purse, "Join your friends, settle up another time.", "Carlo")
    evening.at("12:35")
    note(purse, EntryKind.DID, "Seated her. Asked for her number, Ana calls it.", "Carlo", follows=3)
    evening.at("12:38")
    note(purse, EntryKind.COST, "Lunch to the house account", "Dana", amount=6400)
    evening.at("12:45")
    told(purse, "Still calling. I will be back by 13:00.", "Carlo", promise_by=evening.time("13:00"))
    evening.at("12:48")
    note(purse, EntryKind.HEARD, "It rings out each time, so it is on.", "Ana")
    evening.at("12:52")
    note(purse, EntryKind.HEARD, "Taxi office has asked its drivers.", "Tom")
    evening.at("12:59")
    told(purse, "It rings, and the taxi office is asking.", "Carlo", tells=(8, 9))
    evening.at("13:02")
    note(purse, EntryKind.HEARD, "The driver has it, several miles north, in the Bronx.", "Ana")
    evening.do(timeline.JudgeThink, "Ana", incident_id=purse, note=3, judgement=Judgement.RIGHT)
    evening.at("13:04")
    told(
        purse, "We have found it. I am meeting the driver, back by 13:35.", "Carlo", tells=(11,),
        promise_by=evening.time("13:35"),
    )  # fmt: skip
    evening.at("13:31")
    note(purse, EntryKind.DID, "Purse beside her plate as she finishes her coffee.", "Carlo", keeps=1)
    told(purse, "Here it is.", "Carlo")
    note(purse, EntryKind.COST, "Fare and thanks to the driver", "Carlo", amount=4500)
    evening.at("13:33")
    evening.do(
        incidents.SettleIncident, "Carlo", incident_id=purse, outcome=Outcome.RECOVERED, asked=Asked.ALOUD, verdict=5,
        words="You are angels.",
    )  # fmt: skip
    return purse
