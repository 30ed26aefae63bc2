"""Cyclic garbage is collected on the GUI thread alone."""

import gc
import threading

from PySide6.QtCore import QObject

from editor.process.garbage import GuiGarbageCollector


class Node(QObject):
    """Notes on which thread it dies."""

    deaths: list[threading.Thread]

    def __init__(self, deaths):
        super().__init__()
        self.deaths = deaths
        self.itself = self

    def __del__(self):
        self.deaths.append(threading.current_thread())


def allocate():
    for _ in range(5000):
        cycle = []
        cycle.append(cycle)


def test_another_threads_allocations_collect_no_widgets(qapp):
    collector = GuiGarbageCollector()
    deaths = []
    Node(deaths)
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert deaths == []
    collector.collect()
    assert deaths == [threading.main_thread()]
    collector.stop()
    assert gc.isenabled()
