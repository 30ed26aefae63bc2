"""Latest wins: at most one request running and one waiting."""

from typing import Generic, TypeVar

Request = TypeVar("Request")


class RequestQueue(Generic[Request]):
    """Decides which request goes to the worker next; the caller sends what is returned.

    Attributes:
        running: the request the worker has, until it is answered.
        waiting: the newest one since; a newer one takes its place.
    """

    def __init__(self) -> None:
        self.running: Request | None = None
        self.waiting: Request | None = None

    def put(self, request: Request) -> Request | None:
        """Take a new request; return it when it can be sent at once."""
        if self.running is None:
            self.running = request
            return request
        self.waiting = request
        return None

    def drop_waiting(self) -> None:
        """Forget the request that has not been sent."""
        self.waiting = None

    def finish(self, request: Request) -> Request | None:
        """Note that the worker answered; return the request to send now, if one waits."""
        if self.running is None or self.running != request:
            return None
        self.running, self.waiting = self.waiting, None
        return self.running
