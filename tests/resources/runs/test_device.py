"""The device for training, and the reason for it in words."""

import pytest

from resources.runs.device import DeviceError, choose_device


def test_a_cpu_that_was_asked_for_is_not_probed(monkeypatch):
    monkeypatch.delattr("resources.runs.device._gpu_problem")
    device = choose_device("cpu")
    assert device.name == "cpu"
    assert device.reason == "the CPU was asked for"


def test_a_gpu_that_works_is_taken(monkeypatch):
    monkeypatch.setattr("resources.runs.device._gpu_problem", lambda: None)
    assert choose_device("auto").name == choose_device("gpu").name == "gpu"


def test_a_gpu_that_does_not_is_refused_where_it_was_asked_for(monkeypatch):
    monkeypatch.setattr("resources.runs.device._gpu_problem", lambda: "the installed MXNet is built for the CPU")
    assert choose_device("auto").name == "cpu"
    with pytest.raises(DeviceError, match="built for the CPU"):
        choose_device("gpu")
