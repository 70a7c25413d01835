"""English, as people write it in a log."""

from hospitality_desk.domain.quick_line.english_kinds import (
    ALARMING,
    KIND_PAIRS,
    KINDS,
    MIDDLING,
    MINOR,
    NEGATIONS,
    NOT_SEVERITY_AFTER,
    SERIOUS,
)
from hospitality_desk.domain.quick_line.english_names import NOT_NAMES, TITLES
from hospitality_desk.domain.quick_line.english_places import BARE_PLACES, NUMBERED_PLACES
from hospitality_desk.domain.quick_line.words import LineWords, phrases, spelled, word_set

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = {
    1: "second seconds sec secs s",
    60: "minute minutes min mins mn m",
    3600: "hour hours hr hrs h",
    86400: "day days",
    604800: "week weeks wk wks",
    1209600: "fortnight",
}
_PARTS = {
    "am": "morning mornings forenoon",
    "pm": "afternoon",
    "evening": "evening",
    "lunch": "lunchtime",
    "night": "night midnight",
}
_WEEKDAYS = "monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat|sunday sun"
_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|"
    "october oct|november nov|december dec"
)


def _numbered(table: str, first: int) -> dict[str, int]:
    return {word: n for n, words in enumerate(table.split("|"), first) for word in words.split()}


ENGLISH = LineWords(
    ones=_numbered(_ONES, 1),
    tens={word: tens * 10 for word, tens in _numbered(_TENS, 2).items()},
    dozen={"dozen": 12},
    numbered_places=NUMBERED_PLACES,
    letter_places={"t": "Table", "r": "Room", "b": "Bar"},
    doubtful_letters=word_set("b"),
    bare_places=BARE_PLACES,
    place_leads=word_set("at in on by near"),
    number_marks=word_set("# no nr number num . - :"),
    titles=TITLES,
    common_titles=word_set(
        "miss sir lady lord dame father sister captain judge madam m hr sr don pan pani fru sig senator "
        "prince princess doctor professor ambassador rev imam rabbi"
    ),
    particles=word_set(
        "de la las los del der den da di du do dos das van von zu zum zur le lo el al bin ibn ben abu "
        "ter ten te st saint af av y e"
    ),
    joining=word_set("and & + und et y e og"),
    not_names=NOT_NAMES,
    name_cues=phrases(
        "name is|name's|names|name was|name of|name as|the name|names is|last name|first name|surname|"
        "my name|surname is|called me|call me|name :|guest name|guest :|name would be|name will be|"
        "name on it is|name it's under is"
    ),
    weak_name_cues=phrases(
        "under|for|this is|it's|its|i am|i'm|it is|under my name|under my name is|that's|that is|"
        "should be|reservation is by|booked by|made by|reserved by|speaking to|spoke to|spoke with|guest|"
        "guests|regular|vip|couple|i'm with|on name|known as|go by|goes by|in name|i'm called|am called|"
        "is called|can call be|listed under|is for|was for|reservation under|second name|family name|"
        "put it under"
    ),
    name_fillers=word_set("is of : , was as \" ' under it's for - the name"),
    name_tails=phrases(
        "is my name|is the name|'s my name|is name|party of|family of|here|is my first name|"
        "is my last name|is my surname|is my family name|is my second name|is what you can call me|"
        "that is my name|is the reservation|is the reservation name|is my reservation name|has a booking|"
        "has a reservation|has a table|has booked"
    ),
    no_guest_before=word_set(
        "looking look search searching waiting wait asking ask asked asks information details number "
        "address website phone directions need needs want wants like menu except opening famous hours "
        "rating good better fine great okay ok info craving mood works ready recommend recommendation "
        "find book"
    ),
    not_guest_lines=word_set(
        "restaurant restaurants restuarant cafe pub cuisine neighborhood neighbourhood area areas"
    ),
    opening_words=word_set("hello hi hey yes ok okay oh so well , . ! and"),
    not_a_guest_after=word_set(
        "restaurant bar cafe hotel grill kitchen pub bistro tavern cuisine food house street road area "
        "airport station inn club lounge room street's avenue steakhouse brasserie noodle pizza pizzeria "
        "buffet wine beer whisky day eve park"
    ),
    name_verbs=word_set(
        "left lost says said wants want is was has had needs asks asked complains complained waiting "
        "waited called arrived forgot reports reported claims found slipped fell spilled spilt ordered "
        "can't cannot unhappy upset angry furious feels felt thinks missing phoned rang requests "
        "requested came went hasn't isn't doesn't"
    ),
    walk_in="Walk-in",
    people=word_set(
        "people person persons ppl pax adult adults guest guests covers cover diners diner individuals "
        "heads peoples folks visitors attendees students"
    ),
    some_people=word_set(
        "women woman men man ladies lady gentlemen couples guys members gents lads males females mates "
        "pals pensioners elders employees blokes buddies players"
    ),
    small_people=word_set(
        "children child kids kid babies baby infants infant toddlers toddler teen teens teenagers "
        "teenager senior seniors girls girl boys boy friends friend colleagues coworkers relatives "
        "family sisters brothers cousins parents sons daughters neighbors neighbours girlfriends "
        "grandchildren little others other more ladies"
    ),
    relations=word_set(
        "wife husband partner girlfriend boyfriend boss mother father mom mum mommy dad daughter son "
        "brother sister friend colleague parent sibling fiance fiancee date spouse baby child kid "
        "grandmother grandfather aunt uncle cousin niece nephew assistant grandma grandpa woman man "
        "hubby neighbor neighbour roommate client girl boy mate lady gf bf coworker missus dog's"
    ),
    party_nouns=word_set(
        "party group table booking reservation family team booth tables bookings parties seating "
        "reservations band pax covers"
    ),
    party_of=word_set("of for size : is was to"),
    tops=word_set("top tops seater seaters"),
    only=word_set("just all the about us only around now party group of actually total for be to our maybe definitely"),
    adjectives=word_set("other more small young little hungry unhappy elderly my her his our additional family board"),
    both=word_set("parents folks grandparents"),
    plus=word_set("plus"),
    after_i=word_set("would want need am have had will like think i'd i'm i'll was can could wish"),
    of_more=word_set("of more people extra"),
    we_are=phrases(
        "we are|we're|we were|we will be|we'll be|there are|there're|there will be|there'll be|we are now|party is|"
        "party size is|number of people is|number of people i want is|number of people to|number of guests is|"
        "amount of people i want is|amount of people is|number changed to|people of"
    ),
    maybe_we_are=phrases(
        "make it|there is|there's|it will be|it'll be|i have|total of|there'd be|there would be|need a table of|"
        "it's just|it's only|just be|only be|expect|expect only|expecting|be only|be just|is just|us|gonna be|"
        "going to be|will be"
    ),
    of_us=phrases(
        "of us|of them|in total|in the party|in our party|in my party|total|in party|in all|of my family|"
        "are coming|is coming|are expected|attending|altogether|coming|are attending|of us are eating|"
        "of us are coming|of us are booked|of us are waiting|all together|are here"
    ),
    couple=word_set("couple"),
    selves=word_set("me myself i"),
    owners=word_set("my his her our their the a an"),
    partial=word_set("is are was were might can't cannot may who has"),
    counts_more=word_set("add adding extra another not"),
    after_for=word_set(
        "at on in tonight tomorrow today please under and but by with for around this next as instead "
        "it's not sir because so from if is was i when thanks thank pls right yes to name now then "
        "inside outside indoors outdoors here"
    ),
    half=word_set("half"),
    quarter=word_set("quarter quarters"),
    past=word_set("past after"),
    to=word_set("to till til before of"),
    oclock=word_set("o'clock oclock"),
    noon={"noon": 12, "midday": 12, "noonish": 12, "midnight": 0, "noontime": 12},
    middles={"night": 0, "day": 12, "morning": 10, "afternoon": 14},
    parts_of_day=spelled(_PARTS),
    hour_of_part={"am": 9, "pm": 15, "evening": 19, "lunch": 12, "night": 21},
    units={word: seconds for seconds, words in _UNITS.items() for word in words.split()},
    weekdays=_numbered(_WEEKDAYS, 0),
    months=_numbered(_MONTHS, 1),
    days={"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tomorow": 1, "yesterday": -1},
    day_ends={"end": False, "eod": True},
    shy_dates=word_set("sat sun mar may march mon wed second"),
    day_leads=word_set("last next this on"),
    meridiem={"am": "am", "pm": "pm", "ampm": "", "a": "am", "p": "pm"},
    ish=word_set("ish"),
    few=word_set("couple"),
    another=word_set("another"),
    clock_leads=word_set("at by before until till til around about since after @ past approx ~ back"),
    abouts=word_set("around about approx approximately ~ exactly roughly circa maybe"),
    articles=word_set("a an"),
    ago=phrases("ago|earlier|back"),
    ahead_before=word_set("in within"),
    ahead_after=phrases("from now|later|hence"),
    narrated=word_set("later hence"),
    promise_cues=phrases(
        "by|before|until|till|til|no later than|not later than|latest by|at the latest by|due|due at|"
        "due by|promised|promised for|promised by|promised at|promised it by|eta|not after|promise|"
        "deadline"
    ),
    promise_tails=phrases("at the latest|latest|at latest"),
    promise_verbs=phrases(
        "back|ready|done|here|return|returns|returned|returning|call back|calls back|calling back|"
        "call her back|call him back|call them back|call guest back|ring back|ring her back|"
        "ring him back|phone back|be back|will be back|be ready|be done|be here|fixed|sorted|delivered|"
        "served|there|finished|repaired|cleaned|replaced|call|back here|back to her|back to him|"
        "back to them|get back|will be ready|will be here|will call|will call back|bring it|"
        "bring it back|brought back"
    ),
    since=word_set("since"),
    just_now=phrases("just now|right now|a moment ago|moments ago|a minute ago"),
    past_verbs=word_set(
        "just left lost arrived came ordered seated sat happened called told said spilled spilt fell slipped "
        "dropped waited was were had took broke got forgot checked asked complained noticed saw heard "
        "went paid served occurred started rang phoned delivered missed burnt cut promised"
    ),
    waiting=word_set("waiting waits"),
    booked=word_set(
        "booked booking reservation reserved reserve table dinner lunch breakfast flight train checkout "
        "check-out show class appointment concert theatre theater wedding meeting taxi cab wake wakeup "
        "res rez book"
    ),
    serious=SERIOUS,
    minor=MINOR,
    middling=MIDDLING,
    not_severity_after=NOT_SEVERITY_AFTER,
    alarming=ALARMING,
    negations=NEGATIONS,
    says_phone=word_set(
        "phone tel telephone mobile cell cellphone call calls called ring rang number whatsapp text "
        "reach dial no nr contact sms"
    ),
    says_other_number=word_set(
        "booking confirmation conf ref reference order invoice card account id iban reservation room"
    ),
    kinds=KINDS,
    kind_pairs=KIND_PAIRS,
    praise="Praise",
    dangling=word_set("at in on for from to by under the with and of or a an about as ; / - & +"),
)
