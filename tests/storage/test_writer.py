"""The writing thread: order is kept, nothing handed in is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, current_thread

import pytest

from ita_desktop.storage.writer import Writer


@pytest.fixture
def writer() -> Iterator[Writer]:
    made = Writer()
    yield made
    made.retry()
    made.close(5)


def test_jobs_run_one_after_another_in_the_order_they_came(writer: Writer) -> None:
    ran: list[int] = []
    for number in range(200):
        writer.submit(lambda number=number: ran.append(number))
    assert writer.flush(5)
    assert ran == list(range(200))
    assert writer.waiting == 0


def test_jobs_run_on_the_writers_thread_and_are_told_of_before_flush_returns(
    writer: Writer,
) -> None:
    told: list[str] = []
    writer.submit(lambda: None, on_done=lambda: told.append(current_thread().name))
    assert writer.flush(5)
    assert told == ["writer"]


def test_after_a_failure_later_jobs_are_held_until_retry(writer: Writer) -> None:
    ran: list[str] = []
    told: list[str] = []
    mended = Event()

    def first() -> None:
        if not mended.is_set():
            raise OSError("the stick is gone")
        ran.append("first")

    writer.submit(first, on_failed=lambda error: told.append(str(error)))
    writer.submit(lambda: ran.append("second"))
    assert not writer.flush(5)
    assert (ran, told, writer.waiting) == ([], ["the stick is gone"], 2)
    assert isinstance(writer.failure, OSError)
    writer.submit(lambda: ran.append("third"))
    writer.retry()
    assert not writer.flush(5)
    assert told == ["the stick is gone"] * 2
    mended.set()
    writer.retry()
    assert writer.flush(5)
    assert ran == ["first", "second", "third"]
    assert writer.failure is None


def test_a_retry_from_the_one_who_is_told_of_the_failure_counts(writer: Writer) -> None:
    tries: list[int] = []

    def stubborn() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise OSError

    writer.submit(stubborn, on_failed=lambda _: writer.retry())
    writer.submit(lambda: tries.append(0))
    writer.submit(lambda: None)
    while writer.waiting:
        writer.flush(5)
    assert tries == [1, 1, 1, 0]


def test_a_retry_during_a_try_that_fails_is_not_lost(writer: Writer) -> None:
    begun, go_on, tries = Event(), Event(), []

    def fails_once() -> None:
        tries.append(1)
        begun.set()
        assert go_on.wait(5)
        if len(tries) == 1:
            raise OSError

    writer.submit(fails_once)
    assert begun.wait(5)
    writer.retry()
    go_on.set()
    assert writer.flush(5)
    assert len(tries) == 2
    assert writer.failure is None


def test_flush_gives_up_after_its_time(writer: Writer) -> None:
    gate = Event()
    writer.submit(lambda: (gate.wait(5), None)[1])
    assert not writer.flush(0.01)
    gate.set()
    assert writer.flush(5)


def test_closing_finishes_what_waits_and_takes_nothing_more() -> None:
    ran: list[int] = []
    writer = Writer()
    for number in range(20):
        writer.submit(lambda number=number: ran.append(number))
    assert writer.close(5)
    assert len(ran) == 20
    with pytest.raises(RuntimeError):
        writer.submit(lambda: None)
    assert writer.close(5)


def test_closing_with_held_jobs_says_so() -> None:
    def fails() -> None:
        raise OSError

    writer = Writer()
    writer.submit(fails)
    writer.submit(lambda: None)
    assert not writer.close(5)
    assert writer.waiting == 2


def test_a_listener_that_fails_does_not_stop_the_writing(
    writer: Writer, caplog: pytest.LogCaptureFixture
) -> None:
    ran: list[int] = []

    def breaks() -> None:
        raise ZeroDivisionError

    writer.submit(lambda: None, on_done=breaks)
    writer.submit(lambda: ran.append(1))
    assert writer.flush(5)
    assert ran == [1]
    assert "ZeroDivisionError" in caplog.text
