"""Small pictures and small models, made with NumPy, for the gallery's tests."""

import signal
from pathlib import Path

import numpy as np
import pytest

from gan_gallery.__main__ import main
from gan_gallery.network.architecture import GeneratorArchitecture
from gan_gallery.publishing.publishing import publish_generator
from tests.picture_files import png_bytes

SHARED_FACES = Path(__file__).parents[3] / "shared" / "data" / "faces" / "anime_faces_64.zip"


def random_pictures(count: int, seed: int = 0, size: int = 64) -> np.ndarray:
    """Return blocky RGB pictures [N, size, size, 3]."""
    coarse = np.random.default_rng(seed).integers(0, 256, (count, 4, 4, 3)).astype(np.uint8)
    return coarse.repeat(size // 4, axis=1).repeat(size // 4, axis=2)


def random_weights(architecture: GeneratorArchitecture, seed: int = 0) -> dict[str, np.ndarray]:
    """Return weights whose batch norms do something."""
    rng = np.random.default_rng(seed)
    weights = {}
    for name, shape in architecture.parameter_shapes().items():
        values = rng.normal(0.0, 0.1, shape)
        if name.endswith(("gamma", "running_var")):
            values = 1.0 + np.abs(values)
        weights[name] = values.astype(np.float32)
    return weights


@pytest.fixture
def make_pictures():
    return random_pictures


@pytest.fixture
def make_weights():
    return random_weights


@pytest.fixture
def shared_faces():
    if not SHARED_FACES.is_file():
        pytest.skip("the faces to develop with are not on this machine")
    return SHARED_FACES


@pytest.fixture
def pictures(tmp_path):
    """A folder of 16 PNG files."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for index, picture in enumerate(random_pictures(16)):
        (folder / f"p{index:02d}.png").write_bytes(png_bytes(picture))
    return folder


@pytest.fixture
def tiny_architecture():
    return GeneratorArchitecture.tutorial(10, 4)


@pytest.fixture
def tiny_model(tmp_path, tiny_architecture):
    """A published model folder with random weights."""
    path = tmp_path / "tiny"
    publish_generator(path, "tiny", tiny_architecture, random_weights(tiny_architecture), {"source": "a test"})
    return path


@pytest.fixture
def run_command(tmp_path, capsys, monkeypatch):
    """Run a command in this process; return its exit code, stdout and stderr."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("FORETYPE_TRAINING_THREADS", "1")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # training sets it; put back afterwards
    before = signal.getsignal(signal.SIGTERM)

    def run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield run
    signal.signal(signal.SIGTERM, before)
