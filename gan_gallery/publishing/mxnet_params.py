"""MXNet's binary `.params` format, read with NumPy alone: a list of arrays and their names.

    u64 0x112, u64 0, u64 count, arrays, u64 count, names (u64 length, bytes)
    array   u32 magic, [i32 storage], i32 ndim, i64 x ndim, i32 device, i32 device id, i32 type, values

Source: `NDArray::Save` and `NDArray::Load` in MXNet 1.x, src/ndarray/ndarray.cc.
"""

import math
import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gan_gallery.errors import ModelError

_LIST_MAGIC = 0x112
_MAGIC_V1, _MAGIC_V2, _MAGIC_V3 = 0xF993FAC8, 0xF993FAC9, 0xF993FACA
_DENSE = 0
_TYPES = {0: "<f4", 1: "<f8", 2: "<f2", 3: "u1", 4: "<i4", 5: "i1", 6: "<i8"}
_MOST_DIMENSIONS = 32
_MOST_ARRAYS = 10_000
_LONGEST_NAME = 4_096
_LARGEST_FILE_BYTES = 1 << 30

Arrays = dict[str, npt.NDArray[np.float32]]


def read_params(path: Path) -> Arrays:
    """Return the arrays of a `.params` file as float32, in the file's order.

    Raises:
        ModelError: if it is missing, damaged or of another format.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE_BYTES:
            raise ModelError(f"{path} has more than 1 GiB: it is not a generator; choose another file")
        data = path.read_bytes()
    except OSError as exc:
        raise ModelError(f"cannot read {path} ({exc.strerror or exc}): check the name") from exc
    reader = _Reader(data, path)
    if len(data) < 16 or reader.number("<Q") != _LIST_MAGIC or reader.number("<Q") != 0:
        raise ModelError(f"{path} is no MXNet .params file: choose the file that save_parameters wrote")
    arrays = [reader.array() for _ in range(reader.count())]
    names = [reader.name() for _ in range(reader.count())]
    if len(names) != len(arrays) or len(set(names)) != len(names):
        raise reader.damaged(f"it holds {len(arrays)} arrays and {len(set(names))} names")
    return dict(zip(names, arrays, strict=True))


class _Reader:
    """Walks over the bytes; nothing is read beyond their end."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._data = data
        self._path = path
        self._position = 0

    def number(self, layout: str) -> int:
        return int(struct.unpack(layout, self._take(struct.calcsize(layout)))[0])

    def count(self) -> int:
        count = self.number("<Q")
        if count > _MOST_ARRAYS:
            raise self.damaged(f"it claims {count} arrays")
        return count

    def name(self) -> str:
        length = self.number("<Q")
        if length > _LONGEST_NAME:
            raise self.damaged(f"it claims a name of {length} bytes")
        return self._take(length).decode("utf-8", "replace")

    def array(self) -> npt.NDArray[np.float32]:
        magic = self.number("<I")
        if magic in (_MAGIC_V2, _MAGIC_V3) and self.number("<i") != _DENSE:
            raise self.damaged("it holds sparse arrays")
        if magic in (_MAGIC_V1, _MAGIC_V2, _MAGIC_V3):
            shape = self._shape(self.number("<i"), "<q")
        else:
            shape = self._shape(magic, "<I")  # before 2017 the number of dimensions came first
        if not shape:
            return np.zeros((), np.float32)
        self._take(8)  # the device that it was saved from
        kind = self.number("<i")
        if kind not in _TYPES:
            raise self.damaged(f"it holds values of the unknown type {kind}")
        dtype = np.dtype(_TYPES[kind])
        values = np.frombuffer(self._take(math.prod(shape) * dtype.itemsize), dtype)
        return values.reshape(shape).astype(np.float32)

    def damaged(self, what: str) -> ModelError:
        return ModelError(f"{self._path} is damaged ({what}): copy the file again")

    def _shape(self, num_dimensions: int, layout: str) -> tuple[int, ...]:
        if not 0 <= num_dimensions <= _MOST_DIMENSIONS:
            raise self.damaged(f"it claims {num_dimensions} dimensions")
        shape = tuple(self.number(layout) for _ in range(num_dimensions))
        if any(size < 0 for size in shape) or math.prod(shape) > len(self._data):
            raise self.damaged(f"it claims an array of {list(shape)}")
        return shape

    def _take(self, size: int) -> bytes:
        if self._position + size > len(self._data):
            raise self.damaged("it is truncated")
        taken = self._data[self._position : self._position + size]
        self._position += size
        return taken
