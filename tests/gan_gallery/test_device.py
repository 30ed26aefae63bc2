import pytest

from gan_gallery.device import choose_device
from gan_gallery.errors import DeviceError


def test_the_cpu_is_taken_when_asked_for():
    assert choose_device("cpu").name == "cpu"


def test_why_there_is_no_gpu_is_said_in_words(monkeypatch):
    monkeypatch.setattr("resources.device._gpu_problem", lambda: "the installed MXNet is built for the CPU")
    assert "built for the CPU" in choose_device("auto").reason
    with pytest.raises(DeviceError, match="train with --device cpu"):
        choose_device("gpu")
