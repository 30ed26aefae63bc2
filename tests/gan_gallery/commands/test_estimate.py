import json

import pytest

from gan_gallery.training.config import TrainConfig


@pytest.mark.mxnet
def test_estimate_tells_speed_and_device(run_command, monkeypatch):
    small = TrainConfig(ngf=4, ndf=4, batch_size=4)
    monkeypatch.setattr("gan_gallery.commands.estimate.TrainConfig", lambda: small)
    monkeypatch.setattr("gan_gallery.commands.estimate._SECONDS", 0.0)
    code, out, _ = run_command("estimate", "--json", "--device", "cpu")
    figures = json.loads(out)
    assert code == 0
    assert figures["event"] == "estimated"
    assert figures["images_per_second"] > 0
    assert figures["device"] == "cpu"
