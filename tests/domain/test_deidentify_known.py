"""What is known is found in every disguise, and everyday words are left alone."""

import unicodedata

import pytest

from hospitality_desk.domain.deidentify.finding import find_all, known_from_text, replaced
from hospitality_desk.domain.deidentify.finds import FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList


def known(value: str, sort: FindType = FindType.NAME) -> Known:
    return Known(value=value, type=sort, replacement="someone")


EVERYBODY = KnownList(
    [
        *map(known, ("Siobhán O'Neill", "Marcus Lee", "Priya", "Ms Rivera", "Jane Rivera", "Jean-Luc Muñoz")),
        *map(known, ("Nguyễn Thị Mai", "Ana de la Vega", "Robert Marks", "Иван Петров", "李小龙", "محمد علي")),
        *map(known, ("สมชาย ใจดี", "김민수", "Jürgen Müller", "Δημήτρης Παππάς", "Bo Li")),
        known("+1 (555) 010-4477", FindType.PHONE),
        known("siobhan.oneill@example.org", FindType.EMAIL),
        known("Table 12", FindType.PLACE),
        known("Room 412", FindType.PLACE),
        known("The Old Mill", FindType.PLACE),
        known("RB-88213", FindType.NUMBER),
        known("22 Elm Street", FindType.ADDRESS),
        known("AB12 CDE", FindType.PLATE),
        known("@siobhan_o", FindType.HANDLE),
    ]
)
DISGUISES = [
    ("Siobhán O'Neill was upset", "Siobhán O'Neill"),
    ("SIOBHÁN O'NEILL was upset", "SIOBHÁN O'NEILL"),
    ("siobhan o'neill was upset", "siobhan o'neill"),
    ("Siobhan O’Neill was upset", "Siobhan O’Neill"),
    ("Siobhan ONeill was upset", "Siobhan ONeill"),
    ("the soup of Siobhan O Neill", "Siobhan O Neill"),
    ("Mrs O'Neill was upset", "Mrs O'Neill"),
    ("Mr and Mrs O'Neill were upset", "Mr and Mrs O'Neill"),
    ("then Siobhan said so", "Siobhan"),
    ("Siobhan's soup", "Siobhan"),
    ("Siobhan’s soup", "Siobhan"),
    ("the Riveras came", "Riveras"),
    ("the Muñozes came", "Muñozes"),
    (unicodedata.normalize("NFD", "Siobhán") + " came", unicodedata.normalize("NFD", "Siobhán")),
    ("so Sio\u200bbhan left", "Sio\u200bbhan"),
    ("so Sio\u00adbhan left", "Sio\u00adbhan"),
    ("so Sio\x07bhan left", "Sio\x07bhan"),
    ("Siobhan\nO'Neill", "Siobhan\nO'Neill"),
    ("Siobhan\u00a0O'Neill", "Siobhan\u00a0O'Neill"),
    ("and Sio-\nbhan left", "Sio-\nbhan"),
    ("and Sio-bhan left", "Sio-bhan"),
    ("and Si-ob-han left", "Si-ob-han"),
    ("and Rive\nra left", "Rive\nra"),
    ("and Siоbhan left", "Siоbhan"),  # a Cyrillic о
    ("and ЅІОВНАN left", "ЅІОВНАN"),  # Cyrillic capitals
    ("and Siοbhan left", "Siοbhan"),  # a Greek ο
    ("and Riverа left", "Riverа"),  # a Cyrillic а
    ("and R1vera left", "R1vera"),
    ("and S10bhan left", "S10bhan"),
    ("and Ｓｉｏｂｈａｎ left", "Ｓｉｏｂｈａｎ"),
    ("and 𝐒𝐢𝐨𝐛𝐡𝐚𝐧 left", "𝐒𝐢𝐨𝐛𝐡𝐚𝐧"),
    ("Siobahn left", "Siobahn"),
    ("O'Niell complained", "O'Niell"),
    ("Rivrea complained", "Rivrea"),
    ("Niell complained", "Niell"),
    ("S. O'N. complained", "S. O'N."),
    ("then S.O. complained", "S.O."),
    ("then M. L. complained", "M. L."),
    ("J. Rivera complained", "J. Rivera"),
    ("Jane R. complained", "Jane R."),
    ("O-Neill sat", "O-Neill"),
    ("Marcus apologised", "Marcus"),
    ("Marc apologised", "Marc"),
    ("Marcuson apologised", "Marcuson"),
    ("priya fixed it", "priya"),
    ("MsRivera fixed it", "MsRivera"),
    ("janerivera fixed it", "janerivera"),
    ("riverajane fixed it", "riverajane"),
    ("jrivera fixed it", "jrivera"),
    ("and R i v e r a came", "R i v e r a"),
    ("and R.i.v.e.r.a came", "R.i.v.e.r.a"),
    ("and S-i-o-b-h-a-n came", "S-i-o-b-h-a-n"),
    ("Bob fixed it", "Bob"),
    ("Jean-Luc came", "Jean-Luc"),
    ("jeanluc came", "jeanluc"),
    ("Luc came", "Luc"),
    ("munoz came", "munoz"),
    ("nguyen mai came", "nguyen mai"),
    ("NGUYỄN came", "NGUYỄN"),
    ("Ana de la Vega came", "Ana de la Vega"),
    ("Señora de la Vega came", "Señora de la Vega"),
    ("Vega came", "Vega"),
    ("Mueller came", "Mueller"),
    ("Juergen came", "Juergen"),
    ("Muller came", "Muller"),
    ("и Иван пришел", "Иван"),
    ("видел Ивана", "Ивана"),
    ("с Петровым", "Петровым"),
    ("и Пeтpoв пришел", "Пeтpoв"),  # Latin e, p, o
    ("ο ΔΗΜΗΤΡΗΣ ήρθε", "ΔΗΜΗΤΡΗΣ"),
    ("李小龙先生来了", "李小龙"),
    ("小龙来了", "小龙"),
    ("李先生来了", "李先生"),
    ("李 小 龙 来了", "李 小 龙"),
    ("قال محمد علي شيئا", "محمد علي"),
    ("สมชายมาถึง", "สมชาย"),
    ("김민수씨가 왔다", "김민수"),
    (unicodedata.normalize("NFD", "김민수가 왔다"), unicodedata.normalize("NFD", "김민수")),
    ("Bo came", "Bo"),
    ("call +1 (555) 010-4477", "+1 (555) 010-4477"),
    ("call 555.010.4477", "555.010.4477"),
    ("call 555 010 44 77", "555 010 44 77"),
    ("call 5550104477", "5550104477"),
    ("call 0104477", "0104477"),
    ("call 10 44 77 now", "10 44 77"),
    ("call five five five 010 4477", "five five five 010 4477"),
    ("triple five oh one oh double four double seven", "triple five oh one oh double four double seven"),
    ("call ５５５ ０１０ ４４７７", "５５５ ０１０ ４４７７"),
    ("call 555-O10-4477", "555-O10-4477"),
    ("SIOBHAN.ONEILL@EXAMPLE.ORG", "SIOBHAN.ONEILL@EXAMPLE.ORG"),
    ("siobhan.oneill at example dot org", "siobhan.oneill at example dot org"),
    ("siobhan dot oneill (at) example.org", "siobhan dot oneill (at) example.org"),
    ("siobhanoneill@example.org", "siobhanoneill@example.org"),
    ("then siobhan.oneill wrote", "siobhan.oneill"),
    ("at table twelve", "table twelve"),
    ("at T12 now", "T12"),
    ("at t-12 now", "t-12"),
    ("at table no. 12", "table no. 12"),
    ("at tables 11, 12 and 14", "12"),
    ("an Tisch 12", "Tisch 12"),
    ("in rm#412 now", "rm#412"),
    ("in room four twelve", "room four twelve"),
    ("in room four one two", "room four one two"),
    ("in #412 now", "#412"),
    ("in 412 now", "412"),
    ("ref RB-88213", "RB-88213"),
    ("ref rb88213", "rb88213"),
    ("ref RB 88 213", "RB 88 213"),
    ("ref 88213", "88213"),
    ("at the old mill", "the old mill"),
    ("at THE OLD MILL", "THE OLD MILL"),
    ("our Old Mill's bar", "Old Mill"),
    ("the Old\nMill", "the Old\nMill"),
    ("see theoldmill now", "theoldmill"),
    ("at 22, elm st. today", "22, elm st"),
    ("in Elm Street", "Elm Street"),
    ("car ab12cde left", "ab12cde"),
    ("see @siobhan_o there", "@siobhan_o"),
    ("see @Siobhan_O there", "@Siobhan_O"),
]


@pytest.mark.parametrize(("text", "value"), DISGUISES)
def test_known_in_disguise(text: str, value: str) -> None:
    found = EVERYBODY.finds(text)
    assert [each.value for each in found] == [value]
    assert found[0].sure
    assert found[0].known is not None


@pytest.mark.parametrize(
    "text",
    [
        "it took 12 minutes for 12 guests at 12",
        "12 of us waited 412 minutes and paid $412 or 412 euros",
        "an old pepper mill, and the old one",
        "we mark it, she may come, they will wait, a rose in a vase",
        "the 555 and the 010 are no phone; 477 neither",
        "table 112, room 4120, table 13",
        "Mr and Mrs waited; the lady, a Sir and a Ms",
        "the market was marketed, marking remarkable marks",
        "12.12.2024 at 12:12, 12/3 or 12.5",
        "he bo go li so",
        "the 14 of us and the 88 others",
        "at 10:44, 77 people",
    ],
)
def test_everyday_words_are_left_alone(text: str) -> None:
    assert EVERYBODY.finds(text) == ()


NAMES_LIKE_WORDS = KnownList(map(known, ("Rose Hill", "Mark", "May Will", "Hope", "Grace Chase", "Summer")))


@pytest.mark.parametrize(
    ("text", "value", "sure"),
    [
        ("then Rose came", "Rose", True),
        ("Ms rose came", "Ms rose", True),
        ("rose hill came", "rose hill", True),
        ("Rose Hill came", "Rose Hill", True),
        ("Rose said so", "Rose", True),
        ("Rose's soup", "Rose", True),
        ("Hope dies last", "Hope", False),
        ("We waited. Mark it", "Mark", False),
        ("“Grace", "Grace", False),
        ("my name is mark", "mark", True),
        ("it was May at the door", "May", True),
        ("ASK MARK NOW", "MARK", False),
        ("she is called hope", "hope", True),
    ],
)
def test_names_that_are_words(text: str, value: str, sure: bool) -> None:
    assert [(each.value, each.sure) for each in NAMES_LIKE_WORDS.finds(text)] == [(value, sure)]


@pytest.mark.parametrize(
    "text",
    ["we mark it", "she may", "he will", "a rose", "we hope", "with grace", "they chase", "last summer", ""],
)
def test_names_that_are_words_in_small_letters(text: str) -> None:
    assert NAMES_LIKE_WORDS.finds(text) == ()


def test_one_sure_place_confirms_the_doubtful_one() -> None:
    found = NAMES_LIKE_WORDS.finds("Rose was late. We told Rose so.")
    assert [(each.value, each.sure) for each in found] == [("Rose", True), ("Rose", True)]


def test_two_capitals_may_be_initials() -> None:
    (found,) = EVERYBODY.finds("seen by ML today")
    assert (found.value, found.sure) == ("ML", False)
    assert KnownList([known("Mona Reed")]).finds("Mr Smith, MR SMITH and mr smith") == ()


@pytest.mark.parametrize("nobody", ["Walk-in", "guest", "Mr", "The guest", "the Lady", "", " ", "-", "table of four"])
def test_who_names_nobody_is_not_looked_for(nobody: str) -> None:
    text = "The guest, a walk-in, and the lady at the table of the Mr sat - and the guests walked in."
    assert KnownList([known(nobody)]).finds(text) == ()


@pytest.mark.parametrize("name", ["Ben Smith", "Don Smith", "Al Smith", "Del Smith", "Kid", "Les", "Ms So", "Van Le"])
def test_first_names_that_look_like_small_words(name: str) -> None:
    first = name.split()[-1] if name[:2] in ("Ms", "Va") else name.split()[0]
    text = f"we told {first} about it" if name != "Van Le" else "we told Van Le about it"
    assert KnownList([known(name)]).finds(text), name


def test_the_name_that_fits_best_is_named() -> None:
    both = KnownList([known("Maria Rivera"), known("Maria Lopez")])
    assert [each.known for each in both.finds("Maria Lopez and Maria Rivera")] == ["Maria Lopez", "Maria Rivera"]


def test_a_place_is_another_place_with_another_word() -> None:
    assert KnownList([known("Table 12", FindType.PLACE)]).finds("in room 12 and suite 12") == ()


@pytest.mark.parametrize(
    ("value", "sort"),
    [
        ("Ms Rivera", FindType.NAME),
        ("Bo", FindType.NAME),
        ("917-555-0147", FindType.PHONE),
        ("+44 20 7946 0018", FindType.PHONE),
        ("a.b@example.org", FindType.EMAIL),
        ("@rivera", FindType.HANDLE),
        ("www.example.org/me", FindType.LINK),
        ("Table 12", FindType.PLACE),
        ("t12", FindType.PLACE),
        ("room four twelve", FindType.PLACE),
        ("The Old Mill", FindType.PLACE),
        ("RB-88213", FindType.NUMBER),
        ("412", FindType.PLACE),
        ("88213", FindType.NUMBER),
        ("22 Elm Street", FindType.ADDRESS),
        ("Hauptstraße 5", FindType.ADDRESS),
        ("14 March 2026", FindType.DATE),
        ("AB12 CDE", FindType.PLATE),
        ("4111 1111 1111 1111", FindType.CARD),
    ],
)
def test_what_words_on_their_own_are(value: str, sort: FindType) -> None:
    assert known_from_text(value).type == sort
    assert KnownList([known_from_text(value)]).finds(f"it was {value} then")


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("She left the table. Two friends came.", []),
        ("at the table, two coffees", []),
        ("At the table two people waited.", [False]),
        ("at table two", [True]),
        ("Table Two was free.", [True]),
        ("t2", [True]),
    ],
)
def test_a_small_number_in_words_may_count_what_follows(text: str, sure: list[bool]) -> None:
    known = KnownList([Known(value="Table 2", type=FindType.PLACE, replacement="a table")])
    assert [each.sure for each in known.finds(text)] == sure


@pytest.mark.parametrize(
    "text",
    [
        "Ms Rivera rivera@example.com",
        "RIVERA, rivera@example.com",
        "😀 Ms Rivéra 👩‍👩‍👧 RIVERA r.i.v.e.r.a @rivera rivera@example.com",
        "rivera@example.com Rivera",
        "https://example.com/rivera Rivera",
    ],
)
def test_a_name_beside_an_address_with_it_is_found_too(text: str) -> None:
    known = KnownList([Known(value="Ms Rivera", type=FindType.NAME, replacement="the guest")])
    left = replaced(text, find_all(text, known))
    assert "river" not in left.casefold()
    assert "r.i.v" not in left
    assert not known.finds(left)
