"""What only looks like somebody is found, too; ordinary prose is left alone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.finding import find_all, replaced
from hospitality_desk.domain.deidentify.finds import FindType as T
from hospitality_desk.domain.deidentify.finds import Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.deidentify.patterns import pattern_finds

NOTHING = KnownList([])
LOOKS = [
    ("write to anna.k@example.co.uk today", "anna.k@example.co.uk", T.EMAIL, True),
    ("write to anna at example dot org today", "anna at example dot org", T.EMAIL, True),
    ("see https://example.org/a?b=1.", "https://example.org/a?b=1", T.LINK, True),
    ("see www.example.org, please", "www.example.org", T.LINK, True),
    ("see example.com, please", "example.com", T.LINK, True),
    ("ask @declan_o on the net", "@declan_o", T.HANDLE, True),
    ("call 212 555 0123 now", "212 555 0123", T.PHONE, True),
    ("call (07) 5331 0577 now", "(07) 5331 0577", T.PHONE, True),
    ("call +44 20 7946 0018 now", "+44 20 7946 0018", T.PHONE, True),
    ("on 986.291.2294x751 now", "986.291.2294x751", T.PHONE, True),
    ("on five five five 0199 222", "five five five 0199 222", T.PHONE, False),
    ("card 4111 1111 1111 1111 was", "4111 1111 1111 1111", T.CARD, True),
    ("card •••• •••• •••• 1111 was", "•••• •••• •••• 1111", T.CARD, True),
    ("to GB82 WEST 1234 5698 7654 32 now", "GB82 WEST 1234 5698 7654 32", T.ACCOUNT, True),
    ("car AB12 CDE left", "AB12 CDE", T.PLATE, False),
    ("car M-AB 1234 left", "M-AB 1234", T.PLATE, False),
    ("the back of a taxi 4K72 driving away", "4K72", T.PLATE, False),
    ("lives at 22 Elm Street, near", "22 Elm Street", T.ADDRESS, False),
    ("lives in der Hauptstraße 12 dort", "Hauptstraße 12", T.ADDRESS, False),
    ("lives at 12 rue de Rivoli", "12 rue de Rivoli", T.ADDRESS, False),
    ("lives in calle Mayor 5", "calle Mayor 5", T.ADDRESS, False),
    ("on 14 March 2026, it", "14 March 2026", T.DATE, True),
    ("on March 14th, 2026 it", "March 14th, 2026", T.DATE, True),
    ("on Friday, 20 November 2026 it", "Friday, 20 November 2026", T.DATE, True),
    ("on the 3rd of May it", "the 3rd of May", T.DATE, True),
    ("on 2026-03-14 it", "2026-03-14", T.DATE, True),
    ("on 14/03/2026 it", "14/03/2026", T.DATE, True),
    ("on 14.3.26 it", "14.3.26", T.DATE, True),
    ("am 14. März 2026 war", "14. März 2026", T.DATE, True),
    ("el 14 de marzo de 2026 fue", "14 de marzo de 2026", T.DATE, True),
    ("le 1er juillet 2026 il", "1er juillet 2026", T.DATE, True),
    ("since March 2026 it", "March 2026", T.DATE, False),
    ("on the 31st it", "the 31st", T.DATE, False),
    ("it was in June", "June", T.DATE, False),
    ("it was in 1987 then", "1987", T.DATE, False),
    ("at 19:42 it", "19:42", T.TIME, True),
    ("at 1:40 p.m. it", "1:40 p.m.", T.TIME, True),
    ("by 7pm it", "7pm", T.TIME, True),
    ("at half past seven it", "half past seven", T.TIME, True),
    ("at 7.", "7", T.TIME, True),
    ("um 13.40 Uhr war", "13.40 Uhr", T.TIME, True),
    ("vers 13h40 on", "13h40", T.TIME, True),
    ("ref XK88213 is", "XK88213", T.NUMBER, False),
    ("ref #4471 is", "#4471", T.NUMBER, False),
    ("booking 77120 is", "77120", T.NUMBER, False),
    ("she is aged 60 now", "aged 60", T.AGE, False),
    ("a 60-year-old guest", "60-year-old", T.AGE, False),
    ("her 60th birthday", "60th", T.AGE, False),
    ("he is 7 years old", "7 years old", T.AGE, False),
    ("it cost $1,250.00 then", "$1,250.00", T.MONEY, False),
    ("it cost 40 euros then", "40 euros", T.MONEY, False),
    ("then Dr. Osei came", "Dr. Osei", T.NAME, False),
    ("then Señora Lopez came", "Señora Lopez", T.NAME, False),
    ("then mr tanaka came", "mr tanaka", T.NAME, False),
    ("my name is Kenna Semmes", "Kenna Semmes", T.NAME, False),
    ("her husband Declan paid", "Declan", T.NAME, False),
    ("it was lost in the Bronx today", "the Bronx", T.WORD, False),
    ("it was lost in New York today", "New York", T.WORD, False),
    ("as seen by Crystal Palace today", "Crystal Palace", T.WORD, False),
    ("Declan was late", "Declan", T.WORD, False),
    ("it stood on table 14 then", "table 14", T.PLACE, False),
    ("it stood in room 207 then", "room 207", T.PLACE, False),
]


@pytest.mark.parametrize(("text", "value", "sort", "sure"), LOOKS)
def test_looks(text: str, value: str, sort: T, sure: bool) -> None:
    found = [(each.value.strip(), each.type, each.sure) for each in pattern_finds(text)]
    assert found == [(value, sort, sure)]


@pytest.mark.parametrize(
    "text",
    [
        "李小龙先生来了，他很生气",
        "สมชายมาถึงร้านตอนเย็น",
        "On Friday and Sunday we were full; next Monday, too.",
        "I think the TV and the AC in VIP were off. The Wi-Fi, too.",
        "We had 12 guests, 3 children and 2 dogs for 20 minutes.",
        "a 250 g steak, 500 ml of water and 70%",
        "the first floor, the 2nd course, a table for 4, score 2:1",
        "“Good evening,” said the host. “Welcome back!”",
        '"Is it done?" she asked.',
        "It may rain, or march on; the second one, at least.",
        "We're sorry. I'm told they'll come. It's fine. Don't wait.",
    ],
)
def test_nothing_looks_like_somebody(text: str) -> None:
    assert pattern_finds(text) == ()


SERVICE_PROSE = (
    "The guest waited a long time for soup and left before dessert.",
    "The server apologised and the manager removed the dish from the bill.",
    "A child spilled juice on a dress; we offered cleaning.",
    "The kitchen lost the order during a busy dinner service.",
    "Allergy note was not passed on when the shift changed.",
    "We moved the party to a quieter corner and brought water at once.",
    "Nobody had told the guest that the fish was off the menu.",
    "The runner dropped a tray, and two plates broke near the bar.",
    "She asked twice for the bill and was told it was coming.",
    "Housekeeping found the earring under the bed and brought it down.",
    "The steak came back because it was cold in the middle.",
    "We promised a call within twenty minutes and made it in twelve.",
    "The lift stopped between floors for about five minutes.",
    "His coat had been given to another guest by mistake.",
    "The host checked the coats one by one and found the other ticket.",
    "They had booked a window table, and it was taken when they arrived.",
    "The cake was left in the fridge until after the coffee.",
    "The guest said it was lovely of us to think of the candles.",
    "Room service took an hour, and the ice had melted by then.",
    "The shower ran cold all morning; an engineer came before lunch.",
    "We offered a drink while they waited and they were glad of it.",
    "The music was too loud for them, so we turned it down.",
    "Her dress was caught in the chair, and a button came off.",
    "The waiter had not been told about the nut allergy.",
    "Chef cooked the dish again and brought it out himself.",
    "Reception had given out the wrong key, so the door stayed shut.",
    "The taxi we had ordered went to the other entrance.",
    "A glass broke and the floor was swept before anybody was hurt.",
    "He wanted to know who would come back to him, and when.",
    "Everyone at the table was served except the lady by the wall.",
    "The bread was stale and the butter was hard.",
    "We told her honestly that we did not know yet.",
    "The card machine was down for a quarter of an hour.",
    "The couple had come for their anniversary and sat by the door.",
    "The pool was closed without a sign, and the children cried.",
    "The air conditioning rattled through the night.",
    "When the dessert came, the candle had burned down.",
    "The guest thanked the porter and shook his hand.",
    "Somebody had parked across the drive, and the van could not pass.",
    "Breakfast ran out of eggs long before closing.",
    "The wine was corked; the sommelier replaced it without a word.",
    "The bartender remembered what they had ordered last time.",
    "Two towels were missing and the minibar was empty.",
    "The spa had double booked the treatment room.",
    "Nothing was said to the guest for half an hour.",
    "Then the manager came, listened, and wrote everything down.",
    "It turned out that the purse was in the taxi all along.",
    "The driver brought it back and would not take a tip.",
    "Afterwards the guest said that the silence had been the worst.",
    "What we learned: say what you know, and say it early.",
    "Please check the high chairs before every weekend.",
    "Could we have done it sooner? Probably.",
    "Next time the host asks the kitchen first.",
    "On Sunday the terrace closes when it rains.",
    "Every Friday the fish comes late, and every Friday we forget.",
    "Thank you for telling us; we will mend it today.",
    "Unfortunately the pasta was undercooked and rather salty.",
    "Meanwhile the soup went cold on the pass.",
    "Both plates were warm, and the sauce was served apart.",
    "Luckily the guest had kept the receipt.",
)


def test_service_prose_has_at_most_one_false_hit_in_200_words() -> None:
    words = sum(len(sentence.split()) for sentence in SERVICE_PROSE)
    alone = [each for sentence in SERVICE_PROSE for each in find_all(sentence, NOTHING)]
    together = find_all(" ".join(SERVICE_PROSE), NOTHING)
    assert len(SERVICE_PROSE) >= 60
    assert max(len(alone), len(together)) * 200 <= words, (alone, together)


PURSE = Context(start=datetime(2026, 11, 20, 17, 32, tzinfo=UTC), zone=ZoneInfo("America/New_York"), region="US")


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("I will be back by 13:00.", "I will be back by minute 28."),
        ("I will be back by 1 pm.", "I will be back by minute 28."),
        ("Found at 12:32, told at 1:01.", "Found at minute 0, told at minute 29."),
        ("It was lost at noon.", "It was lost at another time."),
        ("She came at 7.", "She came at another time."),
        ("On 20 November 2026 it snowed.", "On one Friday it snowed."),
        ("On Friday, November 20 it snowed.", "On one Friday it snowed."),
        ("On 11/20/2026 it snowed.", "On one Friday it snowed."),
        ("On 3/11/2026 it snowed.", "On one Wednesday it snowed."),
        ("On 20 Nov it snowed.", "On one Friday it snowed."),
    ],
)
def test_times_become_minutes_and_dates_weekdays(text: str, reads: str) -> None:
    assert replaced(text, find_all(text, NOTHING, PURSE)) == reads
    assert find_all(reads, NOTHING, PURSE) == ()


def test_day_and_month_are_not_guessed_without_a_country() -> None:
    nowhere = Context(start=PURSE.start, zone=PURSE.zone)
    text = "On 3/11/2026 it snowed; on 11/20/2026, too."
    assert replaced(text, find_all(text, NOTHING, nowhere)) == "On one day it snowed; on one Friday, too."
    london = Context(start=PURSE.start, zone=ZoneInfo("Europe/London"), region="GB")
    assert replaced(text, find_all(text, NOTHING, london)).startswith("On one Tuesday it")


def test_over_midnight_the_minutes_go_on() -> None:
    late = Context(start=datetime(2026, 11, 21, 4, 50, tzinfo=UTC), zone=ZoneInfo("America/New_York"))
    text = "Back at 00:10, and at 10 past 12."
    assert replaced(text, find_all(text, NOTHING, late)) == "Back at minute 20, and at minute 20."


def test_a_name_inside_an_address_makes_the_whole_address_known() -> None:
    rivera = KnownList([Known(value="Ms Rivera", type=T.NAME, replacement="the guest")])
    text = "Ms Rivera, that is rivera78@example.org or @rivera_j, see www.rivera.com."
    found = find_all(text, rivera)
    assert [each.type for each in found] == [T.NAME, T.EMAIL, T.HANDLE, T.LINK]
    assert {each.known for each in found} == {"Ms Rivera"}
    assert "ivera" not in replaced(text, found)
