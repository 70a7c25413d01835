"""Who is out of the house."""

from datetime import timedelta

from hospitality_desk.commands.tasks import FinishTask
from hospitality_desk.queries.tasks import who_is_out
from tests.helpers.evening import Evening


def test_who_is_out_until_they_are_back(evening: Evening) -> None:
    evening.staffed()
    table = evening.log(who="Carlo")
    assert evening.desk.ask(who_is_out) == ()
    soon, later = (evening.clock.moment + timedelta(minutes=n) for n in (10, 30))
    evening.task(table, "Meet the driver", "Tom", where="The bridge", back_by=later)
    n = evening.task(table, "Fetch the car", "Carlo", where="The garage", back_by=soon)
    found = [(row.name, row.back_by) for row in evening.desk.ask(who_is_out)]
    assert found == [("Carlo", soon), ("Tom", later)]
    evening.do(FinishTask, "Carlo", incident_id=table, task=n)
    assert [row.name for row in evening.desk.ask(who_is_out)] == ["Tom"]
