"""Make a pack of 300 released stories of the sample venue, whole: asked, drawn, read back. Against drawing it alone.

The stories are the venue's settled problems, each told several times; what is measured is what Print waits for.
"""

import resource
import sys
import tempfile
from pathlib import Path

from hospitality_desk.desk.papers import make_pack
from hospitality_desk.documents.pack import build_pack
from hospitality_desk.domain.ids import StoryId
from hospitality_desk.domain.incidents import Status
from hospitality_desk.domain.stories.paper import Paper, PaperPack
from hospitality_desk.queries.stories import ReleasedStory, released_story
from tests.benchmarks.ratios import said, timed
from tests.desk.sample_house import loaded, problems
from tests.journeys.test_stories_without_names import dana, told

MANY = 300


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, loaded(Path(folder)) as desk:
        settled = [each for each in problems(desk) if each.status == Status.SETTLED]
        ids: list[StoryId] = []
        while len(ids) < MANY:
            ids += [told(desk, each) for each in settled[: MANY - len(ids)]]
        pages = [found.page for each in ids if isinstance(found := desk.ask(released_story, each), ReleasedStory)]
        pack = PaperPack(title="Stories", house=desk.house.name, stories=tuple(pages), paper=Paper.A4)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        pairs = [
            (timed(lambda: make_pack(desk, dana(desk), ids, Paper.A4)), timed(lambda: build_pack(pack)))
            for _run in range(3)
        ]
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        mine, limit = [list(each) for each in zip(*pairs, strict=True)]
        said(f"{MANY} stories, print to clean PDF", mine, limit)
        sys.stdout.write(f"memory grown over three packs: {grown:.0f} MB\n")


if __name__ == "__main__":
    main()
