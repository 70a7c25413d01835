"""What a listener hears: everything once, nothing of its own twice, and where others did it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hospitality_desk.commands.incidents import WithdrawIncident
from hospitality_desk.errors import KnownError, StoreUnreachable
from hospitality_desk.live.feed import Feed
from tests.conftest import Template
from tests.helpers.evening import Evening


@pytest.fixture
def stands(template: Template, tmp_path: Path) -> Iterator[tuple[Evening, Evening]]:
    """Two desks on one store, as two stands have them, each having begun to listen."""
    with template.stands(tmp_path / "house", 2) as desks:
        for desk, name in zip(desks, ("Door stand", "Bar stand"), strict=True):
            desk.station = name
            desk.feed.begin()
        yield Evening(desks[0]), Evening(desks[1])


def test_what_another_stand_did_is_news_once_and_marked(stands: tuple[Evening, Evening]) -> None:
    here, there = stands
    incident = there.log("No towels", place="Room 7")
    there.later(minutes=2)
    there.told(incident, "They are coming.")
    news = here.desk.feed.news()
    assert news.changes.incidents == {incident}
    assert [(mark.incident_id, mark.station, mark.at) for mark in news.marks] == [
        (incident, "Bar stand", there.clock.moment)
    ]
    assert not here.desk.feed.news().changes


def test_what_a_desk_did_itself_is_no_news(stands: tuple[Evening, Evening]) -> None:
    here, there = stands
    mine, theirs = here.log("Cold soup"), there.log("Warm beer")
    news = here.desk.feed.news()
    assert news.changes.incidents == {theirs}
    assert there.desk.feed.news().changes.incidents == {mine}


def test_an_act_whose_answer_was_lost_is_heard_but_not_marked(
    stands: tuple[Evening, Evening], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _there = stands
    incident = here.log("Cold soup")
    here.desk.feed.news()
    with monkeypatch.context() as patched:
        patched.setattr(here.desk.feed, "did", _lost)
        with pytest.raises(StoreUnreachable):
            here.told(incident, "A new one is coming.")
    news = here.desk.feed.news()
    assert news.changes.incidents == {incident}
    assert news.marks == ()


def _lost(_seq: int) -> None:
    raise StoreUnreachable("the line broke between the commit and its answer")


class _Grows(set[int]):
    """Numbers to which the desk's own lane adds one while they are looked through."""

    def __iter__(self) -> Iterator[int]:
        for n, number in enumerate(super().__iter__()):
            if n == 0:
                self.add(max(self.copy()) + 1)
            yield number


def test_an_own_act_while_it_looks_loses_no_news(
    stands: tuple[Evening, Evening], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = stands
    here.log("Cold soup")
    theirs = there.log("Warm beer")
    monkeypatch.setattr(here.desk.feed, "_did", _Grows(here.desk.feed._did))
    assert here.desk.feed.news().changes.incidents == {theirs}


def test_a_stand_without_a_name_is_still_another_stand(stands: tuple[Evening, Evening]) -> None:
    here, there = stands
    there.desk.station = ""
    there.log("Warm beer")
    assert [mark.station for mark in here.desk.feed.news().marks] == ["Another stand"]


def test_nothing_is_lost_when_the_store_does_not_answer(
    stands: tuple[Evening, Evening], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = stands
    incident = there.log("Warm beer")
    with monkeypatch.context() as patched:
        patched.setattr(here.desk._store, "read", _away)
        with pytest.raises(KnownError):
            here.desk.feed.news()
    assert here.desk.feed.news().changes.incidents == {incident}


def _away() -> None:
    raise StoreUnreachable("away")


def test_a_listener_that_has_not_begun_hears_everything(evening: Evening) -> None:
    incidents = {evening.log("Cold soup"), evening.log("Warm beer")}
    assert Feed(evening.desk._store, "late comer").news().changes.incidents == incidents


def test_news_of_a_refused_command_is_none(stands: tuple[Evening, Evening]) -> None:
    here, there = stands
    incident = there.log("Warm beer")
    here.desk.feed.news()
    there.do(WithdrawIncident, incident_id=incident, reason="twice")
    assert here.desk.feed.news().changes.incidents == {incident}
    with pytest.raises(KnownError):
        there.do(WithdrawIncident, incident_id=incident, reason="twice")
    assert not here.desk.feed.news().changes
