"""ONNX Runtime reports nothing: it leaves no identifier and no queue of events behind."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SCRIPT = """
from onnx import TensorProto, helper
from resources.onnx_runtime import onnxruntime

x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "xy")
graph = helper.make_graph([helper.make_node("Neg", ["x"], ["y"])], "negative", [x], [y])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
print(session.get_outputs()[0].name)
"""


def test_a_session_leaves_nothing_in_the_persons_folders(tmp_path):
    # On a machine that builds programs it keeps quiet anyway.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "PYTEST", "ORT_"))}
    environment |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    child = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert child.stdout == "y\n", child.stderr
    assert list(tmp_path.rglob("*")) == []
