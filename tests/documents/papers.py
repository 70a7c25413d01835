"""Stories as they come on paper, for the tests of the papers."""

import io
import subprocess
from pathlib import Path

import pypdf
import pypdfium2

from hospitality_desk.domain.stories.paper import Moment, Paper, PaperPack, PaperStory
from hospitality_desk.domain.stories.scenes import Scene


def moment(minutes: int, label: str, told: bool, scene: Scene) -> Moment:
    return Moment(minutes=minutes, label=label, told=told, scene=scene)


PURSE = PaperStory(
    title="The purse in the taxi",
    subtitle="A guest arrives without the means to pay, or to leave.",
    scenes=(
        (
            Scene.LIVED,
            (
                "She came in alone as lunch began, patting her coat pockets. Her friends were already seated. Her purse was"
                " in the back of a taxi driving away, and with it her money, her keys and her phone. She could not pay for"
                " lunch. She could not get back to work.",
            ),
        ),
        (
            Scene.NOTICED,
            (
                "The host saw her face before she spoke. He asked one question and then listened. If the purse was in the"
                " taxi, so was the phone. And a phone can ring.",
            ),
        ),
        (
            Scene.DID,
            (
                "“Don’t worry about paying,” he said. “We’ll settle up another time. Please, join your friends.” He asked"
                " for her number, and a colleague called it, and called it again.",
                "Nothing, for half an hour. Twice he went back to the table to say what we knew and what we did not. On"
                " the sixth call the driver answered, several miles north. The host set out to meet him halfway.",
            ),
        ),
        (
            Scene.ENDED,
            (
                "The purse was beside her plate as she finished her coffee. The driver was thanked, and paid for his time.",
            ),
        ),
    ),
    take=("He believed her, seated her, and kept telling her the truth.",),
    behaviours=("Notices before being told", "Acts without asking", "Says what we know", "Keeps trying"),
    questions=(
        "What did he see before she said a word?",
        "What could he honestly promise in the second minute? What not?",
    ),
    moments=(
        moment(0, "She comes in, alone", False, Scene.LIVED),
        moment(1, "“My purse is in the taxi.”", False, Scene.LIVED),
        moment(1, "Her phone is in it", False, Scene.NOTICED),
        moment(2, "Sit down, settle later", True, Scene.DID),
        moment(5, "First call, no answer", False, Scene.DID),
        moment(14, "Still calling", True, Scene.DID),
        moment(28, "It rings, keep hoping", True, Scene.DID),
        moment(31, "Sixth call, he answers", False, Scene.DID),
        moment(33, "Found, and on its way", True, Scene.DID),
        moment(60, "Purse beside her plate", True, Scene.ENDED),
    ),
)


def story(
    text: str = "One sentence.",
    *,
    title: str = "A title",
    subtitle: str = "",
    take: tuple[str, ...] = (),
    behaviours: tuple[str, ...] = (),
    questions: tuple[str, ...] = (),
    moments: tuple[Moment, ...] = (),
) -> PaperStory:
    """A story of one paragraph."""
    return PaperStory(
        title=title,
        subtitle=subtitle,
        scenes=((Scene.LIVED, (text,)),),
        take=take,
        behaviours=behaviours,
        questions=questions,
        moments=moments,
    )


def pack_of(*stories: PaperStory, paper: Paper = Paper.A4, title: str = "Stories from the door") -> PaperPack:
    return PaperPack(title=title, house="Northgate House", stories=stories, paper=paper)


def plain(text: str) -> str:
    """The text with every gap one space, and without the marks readers add for the direction."""
    return " ".join("".join(char for char in text if char not in "\u200e\u200f\u202a\u202b\u202c\f").split())


def pages_by_pypdf(pdf: bytes) -> list[str]:
    return [plain(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def pages_by_pdfium(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [plain(document[n].get_textpage().get_text_range()) for n in range(len(document))]
    finally:
        document.close()


def by_poppler(command: str, pdf: bytes, folder: Path, *words: str) -> str:
    """What pdftotext, pdfinfo or pdffonts says of it."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    ends = ["-"] if command == "pdftotext" else []
    done = subprocess.run([command, *words, str(path), *ends], capture_output=True, text=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout
