import os
import signal

import pytest

from gan_gallery.stopping import StopRequest


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_and_the_second_interrupts(number):
    before = signal.getsignal(number)
    with StopRequest() as stop:
        assert not stop.is_set()
        os.kill(os.getpid(), number)
        assert stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before


def test_a_trainer_whose_parent_is_gone_stops(monkeypatch):
    stop = StopRequest()
    monkeypatch.setenv("FORETYPE_PARENT", str(os.getppid()))
    assert not stop.is_set()
    monkeypatch.setenv("FORETYPE_PARENT", "1" if os.getppid() != 1 else "2")
    assert stop.is_set()
