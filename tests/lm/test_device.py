import pytest

from lm.device import choose_device
from lm.errors import DeviceError


def test_cpu_that_was_asked_for_is_not_probed():
    device = choose_device("cpu")
    assert device.name == "cpu"
    assert device.reason == "the CPU was asked for"


def test_probe_either_finds_a_gpu_or_says_in_words_why_not():
    device = choose_device("auto")
    if device.name == "gpu":
        pytest.skip("MXNet can use a GPU here")
    assert device.reason.startswith("MXNet cannot use a GPU here: ")
    with pytest.raises(DeviceError, match="train with --device cpu"):
        choose_device("gpu")
