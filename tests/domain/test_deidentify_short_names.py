"""Names of two letters, names that are titles or initials, and what only resembles a name."""

import pytest

from hospitality_desk.domain.deidentify.finding import find_all, replaced
from hospitality_desk.domain.deidentify.finds import FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList


def names(*values: str) -> KnownList:
    return KnownList([Known(value=value, type=FindType.NAME, replacement="someone") for value in values])


def found(known: KnownList, text: str) -> list[tuple[str, bool]]:
    return [(each.value, each.sure) for each in known.finds(text)]


@pytest.mark.parametrize(
    "name", ["Li", "An", "My", "Do", "So", "Ma", "Ho", "Yi", "Al", "Le", "El", "Bo", "Pi", "No", "He", "Ye"]
)
def test_a_name_of_two_letters_at_a_sentences_start_is_asked_about(name: str) -> None:
    for value in (name, f"Mei {name}", *([f"{name} Chen"] if name != "El" else [])):
        known = names(value)
        for text in (f"{name} took the coat.", f"It rained. {name} took the coat.", f"{name} said sorry."):
            assert [each for each, _sure in found(known, text)] == [name], (value, text)
        assert found(known, f"{name}'s table") == [(name, True)]
        assert found(known, f"then we told {name} about it") == [(name, True)]
        assert found(known, f"it was {name.lower()} there") == []


def test_a_word_for_saying_makes_a_name_sure_but_not_a_small_word() -> None:
    assert found(names("Li Chen"), "Li said sorry.") == [("Li", True)]
    assert found(names("So Yun"), "So said everybody.") == [("So", False)]
    assert found(names("My Tran"), "My left foot.") == [("My", False)]


def test_two_sentences_stay_two() -> None:
    assert [each for each, _sure in found(names("Li"), "Li. Li left")] == ["Li", "Li"]
    text = "We told Rivera. Rivera left."
    assert replaced(text, find_all(text, names("Ms Rivera"))) == "We told someone. Someone left."
    assert found(names("Jane Rivera"), "It was Jane. Rivera left.") == [("Jane", True), ("Rivera", True)]


@pytest.mark.parametrize(
    "name",
    ["Mr Prince", "Ms Judge", "Mrs Pan", "Mr Don", "Mr Lord", "Mr Doctor", "Mr Captain", "Mr Sir", "Mr and Mrs Judge",
     "Sir", "Jane Prince", "Dr Jane Judge", "Mr Friend", "Ms Child"],
)  # fmt: skip
def test_a_surname_that_is_a_title_too(name: str) -> None:
    known, last = names(name), name.split()[-1]
    assert found(known, f"then {last} sat by the door") == [(last, True)]
    assert found(known, f"then Mr {last} sat by the door") == [(f"Mr {last}", True)]
    assert found(known, f"{last} sat by the door.") == [(last, False)]
    assert found(known, f"the {last.lower()} sat by the door") == []
    assert found(known, f"{last}'s coat was there") == [(last, True)]


@pytest.mark.parametrize("nobody", ["Mr and Mrs", "Herr Dr", "Mr & Mrs", "Miss", "Rivera, Mr", "Frau"])
def test_titles_alone_are_no_name(nobody: str) -> None:
    assert found(names(nobody), "The Mr and Mrs, Miss and Dr sat. Frau Lund came; then Mr Lund, and the Dr.") == []


@pytest.mark.parametrize("name", ["J. P.", "J P", "J.P.", "JP", "P. J. K."])
def test_initials_are_found_as_they_are_written(name: str) -> None:
    for text in (f"then {name} came", f"{name} came", f"told {name}."):
        assert [each.rstrip(".") for each, _sure in found(names(name), text)] == [name.rstrip(".")], text


def test_one_letter_is_found_with_its_capital() -> None:
    assert found(names("Q"), "then Q came") == [("Q", True)]
    assert found(names("Ms K"), "then K came") == [("K", True)]
    assert found(names("Q"), "the q in the word, a Q-tip, Q&A, Q1 and FAQ") == []
    assert found(names("Q"), "it was Q's") == [("Q", True)]
    assert found(names("J. P."), "then JP came") == [("JP", False)]
    assert found(names("I"), "then I came, and I saw") == []


STAFF = names(
    "Angela", "Benedict", "Carter", "Cooper", "Cheryl", "Clement", "Cesar", "Victor", "Turner", "Milan Berner"
)


def test_everyday_words_near_a_name_are_left_alone() -> None:
    text = (
        "We were angels. The crater in the copper pan was by the cherry tree, with a clementine, a caesar salad, "
        "eggs benedict and a milanese; victory for the burner and the tuner. The Crater and the Copper Pan, too."
    )
    assert found(STAFF, text) == []
    houses = [Known(value=each, type=FindType.PLACE, replacement="") for each in ("Carlton", "Frankfurt", "Hamburg")]
    assert found(KnownList(houses), "a carton, two frankfurters, a hamburger and hamburgers") == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [("we told angella so", False), ("we told Angella so", True), ("Angella said so", True), ("ANGELLA", True),
     ("we told angela so", True), ("the angelas", True), ("at angela's", True), ("we told cheryll so", False)],
)  # fmt: skip
def test_a_slip_in_small_letters_is_a_question(text: str, sure: bool) -> None:
    assert [each for _value, each in found(STAFF, text)] == [sure]


@pytest.mark.parametrize(
    ("name", "text", "value", "sure"),
    [
        ("김민수", "민수씨가 왔다", "민수", True),
        ("김민수", "민수가 왔다", "민수", True),
        ("김민수", "어제 민수는 왔다", "민수", True),
        ("김민수", "김씨가 왔다", "김씨", True),
        ("김민수", "김민수가 왔다", "김민수", True),
        ("김 민수", "민수에게 말했다", "민수", True),
        ("남궁민수", "민수씨", "민수", True),
        ("王小明", "老王来了", "老王", True),
        ("王小明", "王经理来了", "王经理", True),
        ("李小龙", "小李来了", "小李", True),
        ("王芳", "王老师说", "王老师", True),
        ("欧阳锋", "欧阳经理来了", "欧阳经理", True),
        ("欧阳锋", "老欧阳来了", "老欧阳", True),
        ("欧阳锋", "欧阳先生来了", "欧阳先生", True),
        ("김민수", "김 씨가 왔다", "김 씨", True),
        ("דן", "אמרנו לדן אתמול", "דן", False),
        ("דן", "דן אמר", "דן", True),
    ],
)
def test_names_without_capitals(name: str, text: str, value: str, sure: bool) -> None:
    assert found(names(name), text) == [(value, sure)]


def test_short_names_without_capitals_are_not_seen_in_longer_words() -> None:
    assert found(names("김민수"), "국민수가 고민수첩") == []
    assert found(names("דן"), "עדן דנה ולעדן") == []
    assert found(names("王小明"), "国王来了") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("so #teamdana it is", "#teamdana"),
        ("so #thankyoudana!", "#thankyoudana"),
        ("so #ThankYouDana2026!", "#ThankYouDana2026"),
        ("so #danarocks", "#danarocks"),
        ("so #dana", "#dana"),
        ("so #team_dana", "#team_dana"),
        ("so @teamdana", "@teamdana"),
        ("so #teamlee", "#teamlee"),
        ("so #wethankyouleesomuch", "#wethankyouleesomuch"),
        ("so #danawhitlock", "#danawhitlock"),
    ],
)
def test_a_name_run_into_a_tag(text: str, value: str) -> None:
    known = names("Dana Whitlock", "Marcus Lee")
    assert [(each.value, each.type, each.sure) for each in find_all(text, known)] == [(value, FindType.HANDLE, True)]
    assert [(each.value, each.type, each.sure) for each in known.finds(text)] == [(value, FindType.HANDLE, True)]


def test_other_tags_stay() -> None:
    known = names("Dana Whitlock", "Marcus Lee", "Rose")
    assert found(known, "so #rose") == [("#rose", False)]
    assert known.finds("#sleepless #fleet #wednesday #primrose # danger #12 bandana #1") == ()
