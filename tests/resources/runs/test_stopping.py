import os
import signal

import pytest

from resources.runs.stopping import stop_on_signals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_and_the_second_interrupts(number):
    before = signal.getsignal(number)
    with stop_on_signals() as should_stop:
        assert not should_stop()
        os.kill(os.getpid(), number)
        assert should_stop()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before


def test_a_trainer_whose_parent_is_gone_stops(monkeypatch):
    with stop_on_signals() as should_stop:
        monkeypatch.setenv("FORETYPE_PARENT", str(os.getppid()))
        assert not should_stop()
        monkeypatch.setenv("FORETYPE_PARENT", "1" if os.getppid() != 1 else "2")
        assert should_stop()
