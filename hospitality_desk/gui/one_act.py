"""The id of an act a form is about to send: the same words sent twice are one act."""

from hospitality_desk.domain.ids import CommandId, new_id


class OneAct:
    """Gives the same id as long as the same is sent; other words, sent after a refusal, are another act."""

    def __init__(self) -> None:
        self._id = CommandId(new_id())
        self._sent: object = None

    def id_for(self, what: object) -> CommandId:
        """Return the id to send `what` under; `what` is compared with what was sent before."""
        if self._sent is not None and what != self._sent:
            self._id = CommandId(new_id())
        self._sent = what
        return self._id
