import struct

import numpy as np
import pytest

from gan_gallery.errors import ModelError
from gan_gallery.publishing.mxnet_params import read_params
from resources.runs.mxnet_shim import mx


def _save(path, arrays):
    mx.nd.save(str(path), {name: mx.nd.array(array, dtype=array.dtype) for name, array in arrays.items()})
    return path


def _arrays():
    rng = np.random.default_rng(0)
    return {
        "a.weight": rng.normal(size=(3, 4, 2, 2)).astype(np.float32),
        "arg:b": rng.normal(size=5).astype(np.float16),
        "c": np.arange(6, dtype=np.int64).reshape(2, 3),
        "d": rng.normal(size=(1,)),
    }


def test_what_mxnet_saved_is_read_without_it(tmp_path):
    read = read_params(_save(tmp_path / "x.params", _arrays()))
    assert list(read) == list(_arrays())
    for name, array in _arrays().items():
        np.testing.assert_allclose(read[name], array, rtol=1e-6)
        assert read[name].dtype == np.float32


def test_the_format_of_2016_is_read_too(tmp_path):
    values = np.arange(6, dtype="<f4").reshape(2, 3)
    old = struct.pack("<QQQ", 0x112, 0, 1) + struct.pack("<III", 2, 2, 3) + struct.pack("<iii", 1, 0, 0)
    old += values.tobytes() + struct.pack("<QQ", 1, 4) + b"arg:"
    (tmp_path / "old.params").write_bytes(old)
    np.testing.assert_array_equal(read_params(tmp_path / "old.params")["arg:"], values)


def test_a_file_cut_anywhere_is_refused_in_a_sentence(tmp_path):
    data = _save(tmp_path / "x.params", _arrays()).read_bytes()
    for length in range(0, len(data), 7):
        (tmp_path / "cut.params").write_bytes(data[:length])
        with pytest.raises(ModelError, match=r"cut\.params is (damaged|no MXNet)"):
            read_params(tmp_path / "cut.params")


def test_random_bytes_never_escape_as_another_error(tmp_path):
    data = _save(tmp_path / "x.params", _arrays()).read_bytes()
    rng = np.random.default_rng(0)
    for _ in range(200):
        changed = bytearray(data)
        for position in rng.integers(16, len(data), 3):
            changed[position] = rng.integers(0, 256)
        (tmp_path / "y.params").write_bytes(bytes(changed))
        try:
            read_params(tmp_path / "y.params")
        except ModelError as exc:
            assert "y.params" in str(exc)  # noqa: PT017  # most changes leave a readable file


def test_other_files_and_none_are_refused(tmp_path):
    (tmp_path / "z.params").write_bytes(b"PK\x03\x04 something else entirely")
    with pytest.raises(ModelError, match=r"no MXNet \.params file"):
        read_params(tmp_path / "z.params")
    with pytest.raises(ModelError, match="check the name"):
        read_params(tmp_path / "nothing.params")
