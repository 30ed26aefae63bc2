"""From a corpus to a model folder: batches -> network -> trainer (a generator of events) -> ONNX -> publishing."""
