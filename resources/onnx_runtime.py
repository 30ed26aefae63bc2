"""ONNX Runtime with its reports switched off; whoever runs a network takes it from here.

Its official builds, from 1.32 on on Linux and macOS too, keep an identifier of the device and a queue of events in the
person's cache folder, and send them to Microsoft (its Privacy.md). Nothing leaves this machine.
"""

import os

# Read once, when the library is loaded: whoever loaded it before would have it report.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

__all__ = ["one_thread", "onnxruntime"]


def one_thread() -> onnxruntime.SessionOptions:
    """Return the options of a session on one thread: the window and the other networks keep the other cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options
