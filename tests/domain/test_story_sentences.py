"""A text in sentences, and what each still rests on after it was written anew."""

import pytest

from hospitality_desk.domain.drafting.label import LONGEST, label_of
from hospitality_desk.domain.stories.scenes import Sentence
from hospitality_desk.domain.stories.sentences import as_sentence, rewritten, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n ", []),
        ("One. Two? Three.", ["One.", "Two?", "Three."]),
        ("No end", ["No end"]),
        ("She saw Mr. Lee at 3 p.m. on the stairs. He waved.", ["She saw Mr. Lee at 3 p.m. on the stairs.", "He waved."]),
        ("“Don’t worry,” he said. “We’ll settle up.” She sat.", ["“Don’t worry,” he said.", "“We’ll settle up.”", "She sat."]),
        ("We said: “Sit down. Eat.” She did.", ["We said: “Sit down. Eat.”", "She did."]),
        ("Nothing… for half an hour. Then it rang.", ["Nothing… for half an hour.", "Then it rang."]),
        ("It cost 4.50 in all. No more.", ["It cost 4.50 in all.", "No more."]),
        ("请坐。我们找到了。", ["请坐。", "我们找到了。"]),
        ("Herr Dr. Müller, Nr. 4, z.B. hier. Gut.", ["Herr Dr. Müller, Nr. 4, z.B. hier.", "Gut."]),
    ],
)  # fmt: skip
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [each for each, _opens in split_sentences(text)] == sentences


def test_a_line_break_opens_a_paragraph() -> None:
    assert split_sentences("One. Two.\n\nThree. Four.") == (
        ("One.", False), ("Two.", False), ("Three.", True), ("Four.", False),
    )  # fmt: skip


def test_no_word_is_lost() -> None:
    text = "A “quoted. Thing”, and (more). e.g. this! Then? …and 3.5 rest"
    assert "".join("".join(each.split()) for each, _opens in split_sentences(text)) == "".join(text.split())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("left purse", "Left purse."), ("Done.", "Done."), ("“Quoted”", "“Quoted”"), ("so,", "So."), ("  ", ""), ("why?", "Why?")],
)  # fmt: skip
def test_a_note_as_a_sentence(words: str, sentence: str) -> None:
    assert as_sentence(words) == sentence


BEFORE = (
    Sentence(text="Came in alone, patting her pockets.", entries=(2,)),
    Sentence(text="Left purse in taxi.", entries=(1,)),
)


def test_the_same_words_keep_their_notes() -> None:
    assert rewritten(BEFORE, "Left purse in taxi. Came in alone, patting her pockets.") == (BEFORE[1], BEFORE[0])


def test_a_sentence_that_grew_keeps_its_notes_and_a_new_one_is_the_editors() -> None:
    made = rewritten(BEFORE, "She came in alone, patting her coat pockets. Nobody had to ask first.")
    assert [each.entries for each in made] == [(2,), ()]
    assert [each.is_editors for each in made] == [False, True]


def test_a_note_is_never_given_to_two_sentences() -> None:
    made = rewritten(BEFORE[:1], "Came in alone, patting her pockets. Came in alone, patting her pockets again.")
    assert [each.entries for each in made] == [(2,), ()]


def test_the_most_alike_one_gives_its_notes_and_of_two_the_first() -> None:
    before = tuple(
        Sentence(text=text, entries=(n,))
        for n, text in enumerate(("We told the guest.", "It rained all day.", "We told the guest."), 1)
    )
    made = rewritten(before, "It rained that day. We told the guest now. Nobody knew.")
    assert [each.entries for each in made] == [(2,), (1,), ()]


def test_2_500_lines_written_anew_keep_their_notes() -> None:
    lines = [f"Line {n} of a long day, when {n * 7919} glasses were counted." for n in range(2_500)]
    before = tuple(Sentence(text=text, entries=(n,)) for n, text in enumerate(lines))
    made = rewritten(before, "\n".join(line.replace("long", "very long") for line in reversed(lines)))
    assert [each.entries for each in made] == [(n,) for n in reversed(range(2_500))]


@pytest.mark.parametrize(
    "piece",
    ["So. ", "aa. ", "Left the table. ", "We told her so and then he told us what they knew. ", "x", "a b ", "请坐。", "Tab, " * 100 + "ok. "],
)  # fmt: skip
def test_what_repeats_itself_is_rewritten_in_a_moment(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    before = tuple(Sentence(text=each, entries=(n,)) for n, (each, _opens) in enumerate(split_sentences(text)))
    changed = text.replace("a", "o").replace("o", "oa").replace("坐", "站")[:20_000]
    made = rewritten(before, changed)
    assert "".join("".join(each.text.split()) for each in made) == "".join(changed.split())


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Came in alone, patting her pockets, pale.", "Came in alone, patting her pockets, pale"),
        ("Seated her. Asked for her number.", "Seated her"),
        ("“My purse is in the taxi.”", "“My purse is in the taxi”"),
        ("Still calling the number that she gave us; the taxi office has asked its drivers as well.", "Still calling the number that she gave us"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_label_is_short(text: str, label: str) -> None:
    assert label_of(text) == label


def test_a_long_label_ends_at_a_word() -> None:
    made = label_of("Everybody in the house looked for the small green lining of the coat for a whole hour")
    assert len(made) <= LONGEST
    assert made.endswith("…")
    assert made[:-1].rstrip() in "Everybody in the house looked for the small green lining of the coat"
