"""A task on many items in processes: in order, few in flight, one that dies costs its own item (nhiều tiến trình)."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from threading import Thread
from typing import Generic, TypeVar

from attrs import define

I = TypeVar("I")  # noqa: E741  # an item
R = TypeVar("R")

_AHEAD = 8
"""Items handed out before their turn, a worker: enough to keep all busy, few enough to keep memory small."""


def usable_processors() -> int:
    """How many processors this process may use."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return usable or 1


def new_pool(workers: int) -> ProcessPoolExecutor:
    """A pool whose processes end with this one, also when it is killed."""
    return ProcessPoolExecutor(workers, initializer=_end_with_parent)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_wait_for, args=(parent.sentinel,), daemon=True).start()


def _wait_for(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@define
class _Turn(Generic[I, R]):
    """An item whose result is not yet given; without a future where the pool broke before it was handed out."""

    item: I
    future: Future[R] | None = None


def in_order(
    task: Callable[[I], R],
    items: Iterator[I],
    *,
    workers: int,
    after_death: Callable[[I], Iterator[R]],
    ahead: int = _AHEAD,
) -> Iterator[R]:
    """What a task makes of the items, in their order; `items` is drawn from only as results are taken.

    Args:
        task: A function that other processes can import.
        items: What it is given, one by one.
        workers: Processes.
        after_death: The results for an item that was under way when a process died; tried one by one.
        ahead: Items in flight, a worker.
    """
    turns: deque[_Turn[I, R]] = deque()
    while True:
        with new_pool(workers) as pool:
            try:
                yield from _through(pool, task, items, turns, ahead * workers)
            except BrokenProcessPool:
                pass
            else:
                return
        while turns:
            yield from after_death(turns.popleft().item)


def _through(
    pool: ProcessPoolExecutor, task: Callable[[I], R], items: Iterator[I], turns: deque[_Turn[I, R]], most: int
) -> Iterator[R]:
    """Results as long as the pool lives; what is under way stays in `turns` when it breaks."""
    try:
        _hand_out(pool, task, items, turns, most)
        while turns:
            future = turns[0].future
            assert future is not None
            found = future.result()
            turns.popleft()
            yield found
            _hand_out(pool, task, items, turns, 1)
    finally:
        for turn in turns:
            if turn.future is not None:
                turn.future.cancel()


def _hand_out(
    pool: ProcessPoolExecutor, task: Callable[[I], R], items: Iterator[I], turns: deque[_Turn[I, R]], count: int
) -> None:
    for item in islice(items, count):
        turn: _Turn[I, R] = _Turn(item)
        turns.append(turn)
        turn.future = pool.submit(task, item)


def alone(task: Callable[[I], R], item: I) -> R:
    """The task on one item in a process of its own.

    Raises:
        BrokenProcessPool: The process died of it.
    """
    with new_pool(1) as pool:
        return pool.submit(task, item).result()
