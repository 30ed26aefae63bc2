import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import save

from resources import shipped_model, shipped_models
from resources.model_folder import (
    CARD,
    WEIGHTS,
    ModelFolderError,
    _set_aside,
    check_target,
    family_of,
    open_model,
    publish,
    weights_bytes,
)

ARRAYS = {"a": np.arange(6, dtype=np.float32).reshape(2, 3), "b": np.ones(4, dtype=np.float32)}
SHAPES = {"a": (2, 3), "b": (4,)}


@pytest.fixture
def folder(tmp_path) -> Path:
    """A sound published model."""
    path = tmp_path / "models" / "garden"
    publish(path, "lm", {WEIGHTS: weights_bytes(ARRAYS), "extra/list.json": b'["x"]'}, {"name": "garden"})
    return path


class Disturbed(Mapping[str, bytes]):
    """Files of which the second brings an exception, or the end of the process."""

    def __init__(self, disturb) -> None:
        self._disturb = disturb

    def __getitem__(self, name: str) -> bytes:
        if name == "second":
            self._disturb()
        return b"new"

    def __iter__(self) -> Iterator[str]:
        return iter(("first", "second"))

    def __len__(self) -> int:
        return 2


def _edit_card(folder: Path, **changes: object) -> None:
    card = json.loads((folder / CARD).read_text())
    (folder / CARD).write_text(json.dumps(card | changes))


def _publish_weights(folder: Path, data: bytes) -> None:
    publish(folder, "lm", {WEIGHTS: data}, {})


def _refusal(call, *arguments) -> str:
    with pytest.raises(ModelFolderError) as refused:
        call(*arguments)
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert 20 < len(sentence) < 400
    return sentence


def _opening(folder: Path) -> str:
    return _refusal(open_model, folder, "lm")


def _reading(folder: Path) -> str:
    return _refusal(open_model(folder, "lm").weights, SHAPES)


def _others(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path != folder]


def test_what_was_published_is_read_back(folder):
    model = open_model(folder, "lm")
    read = model.weights(SHAPES)
    for name, array in ARRAYS.items():
        np.testing.assert_array_equal(read[name], array)
    assert model.card["name"] == "garden"
    assert model.json("extra/list.json") == ["x"]
    assert model.has(WEIGHTS)
    assert not model.has("step.onnx")
    assert _others(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_what_was_published_can_be_read_by_other_users(folder):
    assert folder.stat().st_mode & 0o777 == 0o755


def test_publishing_again_replaces_every_file(folder):
    publish(folder, "gan", {"only": b"1"}, {})
    assert sorted(path.name for path in folder.iterdir()) == [CARD, "only"]
    assert open_model(folder, "gan").verified("only").read_bytes() == b"1"
    assert _others(folder) == []


@given(st.dictionaries(st.text(max_size=8), st.none() | st.integers() | st.text(max_size=8), max_size=4))
def test_every_fact_of_a_card_comes_back(tmp_path_factory, facts):
    path = tmp_path_factory.mktemp("models") / "m"
    publish(path, "lm", {}, {"facts": facts})
    assert open_model(path, "lm").card["facts"] == facts


# What is wrong with the folder or its card


def test_missing_folder(tmp_path):
    assert "there is no model" in _opening(tmp_path / "missing")


def test_file_in_place_of_a_folder(tmp_path):
    (tmp_path / "model").write_bytes(b"")
    assert "is a file" in _opening(tmp_path / "model")


def test_folder_without_a_card(tmp_path):
    assert f"has no {CARD}" in _opening(tmp_path)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, pickle.dumps({"format_version": 1})],
    ids=lambda data: repr(data[:8]),
)
def test_card_that_is_no_json(folder, data):
    (folder / CARD).write_bytes(data)
    assert "is not JSON" in _opening(folder)
    assert family_of(folder) == ""


def test_card_that_is_no_object(folder):
    (folder / CARD).write_text("[1, 2]")
    assert "is not a model card" in _opening(folder)
    assert family_of(folder) == ""


def test_oversized_card_is_not_read(folder):
    with (folder / CARD).open("wb") as card:
        card.truncate(1 << 40)  # sparse; reading it would end the test
    assert "too large" in _opening(folder)
    assert family_of(folder) == ""


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_another_format_version(folder, version):
    _edit_card(folder, format_version=version)
    assert f"format version {version!r}" in _opening(folder)


@pytest.mark.parametrize("family", ["gan", None, ["lm"]])
def test_another_family(folder, family):
    _edit_card(folder, family=family)
    assert "of the family" in _opening(folder)


@pytest.mark.parametrize("files", [None, [], "weights.safetensors"])
def test_card_without_a_list_of_files(folder, files):
    _edit_card(folder, files=files)
    assert "lists no files" in _opening(folder)


@pytest.mark.parametrize(
    "name",
    ["../secret", "/etc/passwd", "a/../../secret", "..", ".", "", "a//b", "./a"],
    ids=lambda name: name or "empty",
)
def test_name_that_leads_out_of_the_folder(folder, name):
    _edit_card(folder, files={name: {"sha256": "0" * 64, "size_bytes": 1}})
    assert "wrongly" in _opening(folder)


@pytest.mark.parametrize(
    "entry", [None, [], {}, {"sha256": 1, "size_bytes": 1}, {"sha256": "", "size_bytes": "1"}], ids=str
)
def test_entry_that_is_none(folder, entry):
    _edit_card(folder, files={WEIGHTS: entry})
    assert "wrongly" in _opening(folder)


def test_entry_of_more_than_two_gibibytes(folder):
    _edit_card(folder, files={WEIGHTS: {"sha256": "0" * 64, "size_bytes": (2 << 30) + 1}})
    assert "more than 2 GiB" in _opening(folder)


# What is wrong with its files


def test_missing_file(folder):
    (folder / WEIGHTS).unlink()
    assert "cannot read" in _reading(folder)


def test_file_that_the_card_does_not_list(folder):
    (folder / "step.onnx").write_bytes(b"x")
    assert "has no step.onnx" in _refusal(open_model(folder, "lm").verified, "step.onnx")


@pytest.mark.parametrize("keep", [0, 1, 50])
def test_truncated_file(folder, keep):
    (folder / WEIGHTS).write_bytes((folder / WEIGHTS).read_bytes()[:keep])
    assert "truncated or altered" in _reading(folder)


def test_oversized_file_is_not_read(folder):
    with (folder / WEIGHTS).open("r+b") as file:
        file.truncate(1 << 40)
    assert "truncated or altered" in _reading(folder)


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_any_altered_bit(tmp_path_factory, place, bit):
    folder = tmp_path_factory.mktemp("models") / "m"
    _publish_weights(folder, weights_bytes(ARRAYS))
    data = bytearray((folder / WEIGHTS).read_bytes())
    data[place % len(data)] ^= 1 << bit
    (folder / WEIGHTS).write_bytes(data)
    assert "does not match the checksum" in _reading(folder)


def test_folder_in_place_of_a_file(folder):
    (folder / WEIGHTS).unlink()
    (folder / WEIGHTS).mkdir()
    _reading(folder)


def test_listed_file_that_is_no_json(folder):
    publish(folder, "lm", {"list.json": b"[" * 100_000}, {})
    assert "is not JSON" in _refusal(open_model(folder, "lm").json, "list.json")


# What is wrong with weights whose checksum is right


def test_pickle_with_the_name_of_weights_is_not_unpickled(folder, tmp_path):
    class Bomb:
        def __reduce__(self):
            return Path.touch, (tmp_path / "exploded",)

    _publish_weights(folder, pickle.dumps(Bomb()))
    assert "is not a safetensors file" in _reading(folder)
    assert not (tmp_path / "exploded").exists()


@pytest.mark.parametrize("dtype", ["BF16", "F8_E4M3"])
def test_weights_of_a_type_that_numpy_lacks(folder, dtype):
    size = 2 if dtype == "BF16" else 1
    header = json.dumps({"a": {"dtype": dtype, "shape": [1], "data_offsets": [0, size]}}).encode()
    _publish_weights(folder, len(header).to_bytes(8, "little") + header + b"\0" * size)
    # Where `ml_dtypes` has been imported, NumPy knows the first of them.
    sentence = _refusal(open_model(folder, "lm").weights, {"a": (1,)})
    assert "is not a safetensors file" in sentence or "not float32" in sentence


def test_weights_that_lack_a_parameter(folder):
    _publish_weights(folder, weights_bytes({"a": ARRAYS["a"]}))
    assert "lacks b" in _reading(folder)


def test_weights_with_an_unknown_parameter(folder):
    _publish_weights(folder, weights_bytes(ARRAYS | {"c": ARRAYS["a"]}))
    assert "holds c" in _reading(folder)


def test_weights_of_a_wrong_shape(folder):
    _publish_weights(folder, weights_bytes(ARRAYS | {"a": ARRAYS["a"].T.copy()}))
    assert "has shape [3, 2], not [2, 3]" in _reading(folder)


def test_weights_of_a_wrong_type(folder):
    _publish_weights(folder, save(ARRAYS | {"a": ARRAYS["a"].astype(np.float64)}))
    assert "float64, not float32" in _reading(folder)


def test_weights_of_16_bits_are_read_as_32(folder):
    _publish_weights(folder, weights_bytes(ARRAYS, is_half=True))
    read = open_model(folder, "lm").weights({name: array.shape for name, array in ARRAYS.items()})
    for name, array in ARRAYS.items():
        assert read[name].dtype == np.float32
        np.testing.assert_allclose(read[name], array, rtol=1e-3)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_weights_that_are_not_finite(folder, value):
    _publish_weights(folder, weights_bytes(ARRAYS | {"b": np.array([1, 2, value, 4], dtype=np.float32)}))
    assert "NaN or infinity" in _reading(folder)


# What may happen while publishing


def test_disk_that_refuses_leaves_the_old_model(folder):
    def refuse() -> None:
        raise OSError(28, "No space left on device")

    before = (folder / CARD).read_bytes()
    assert "No space left" in _refusal(publish, folder, "lm", Disturbed(refuse), {})
    assert (folder / CARD).read_bytes() == before
    assert _others(folder) == []


def test_ctrl_c_while_publishing_leaves_the_old_model(folder):
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(folder, "lm", Disturbed(interrupt), {})
    assert open_model(folder, "lm").card["name"] == "garden"
    assert _others(folder) == []


@pytest.mark.parametrize("failure", [KeyboardInterrupt, OSError])
def test_where_folders_cannot_be_swapped_a_failure_brings_the_old_model_back(folder, failure):
    with pytest.raises(failure), _set_aside(folder):
        raise failure
    open_model(folder, "lm").weights(SHAPES)
    assert _others(folder) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform has no SIGKILL")
def test_kill_between_two_files_leaves_the_old_model(folder):
    script = (
        "import os, signal, sys; from pathlib import Path; from tests.resources.test_model_folder import Disturbed\n"
        "from resources.model_folder import publish\n"
        "publish(Path(sys.argv[1]), 'lm', Disturbed(lambda: os.kill(os.getpid(), signal.SIGKILL)), {})"
    )
    root = Path(__file__).parents[2]
    child = subprocess.run([sys.executable, "-c", script, folder], cwd=root, capture_output=True, check=False)
    assert child.returncode == -signal.SIGKILL, child.stderr
    open_model(folder, "lm").weights(SHAPES)

    publish(folder, "lm", {"only": b"1"}, {})
    assert open_model(folder, "lm").has("only")


@pytest.mark.parametrize(
    "publishing", [check_target, lambda path: publish(path, "lm", {}, {})], ids=["check", "publish"]
)
class TestTargets:
    def test_new_folder_is_accepted(self, publishing, tmp_path):
        publishing(tmp_path / "new" / "m")

    def test_empty_folder_is_accepted(self, publishing, tmp_path):
        (tmp_path / "m").mkdir()
        publishing(tmp_path / "m")

    def test_older_model_is_accepted(self, publishing, folder):
        publishing(folder)

    def test_folder_of_something_else_is_refused_and_kept(self, publishing, tmp_path):
        (tmp_path / "letter.txt").write_text("dear all")
        assert "not a model folder" in _refusal(publishing, tmp_path)
        assert (tmp_path / "letter.txt").read_text() == "dear all"

    def test_folder_with_a_card_of_something_else_is_refused_and_kept(self, publishing, tmp_path):
        (tmp_path / CARD).write_text('{"happy": "birthday"}')
        assert "not a model folder" in _refusal(publishing, tmp_path)
        assert (tmp_path / CARD).exists()

    def test_file_of_that_name_is_refused_and_kept(self, publishing, tmp_path):
        (tmp_path / "m").write_text("dear all")
        assert "not a model folder" in _refusal(publishing, tmp_path / "m")
        assert (tmp_path / "m").read_text() == "dear all"

    def test_place_that_cannot_be_written_is_refused(self, publishing, tmp_path):
        (tmp_path / "file").write_bytes(b"")
        assert "cannot write beside" in _refusal(publishing, tmp_path / "file" / "m")

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
    def test_read_only_folder_is_refused(self, publishing, tmp_path):
        tmp_path.chmod(0o555)
        assert "cannot write beside" in _refusal(publishing, tmp_path / "m")


def test_checking_a_target_leaves_nothing_behind(folder):
    check_target(folder)
    check_target(folder.parent / "other")
    assert _others(folder) == []


def test_published_folder_may_be_a_link_to_one(folder, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(folder)
    publish(link, "lm", {"only": b"1"}, {})
    assert open_model(link, "lm").has("only")
    assert open_model(folder, "lm").has(WEIGHTS)


# What ships


def test_shipped_models_are_sound():
    if not shipped_models():
        pytest.skip("no model ships with this checkout yet")
    for name in shipped_models():
        path = shipped_model(name)
        model = open_model(path, family_of(path))
        for file in model.card["files"]:
            model.verified(file)


def test_name_of_no_shipped_model_is_a_path_that_does_not_exist():
    assert not shipped_model("no-such-model").exists()
