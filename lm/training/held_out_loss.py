"""How well a network predicts held-out text: the loss in nats per symbol, with the full softmax."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from lm.errors import TrainingError
from lm.model.vocabulary import Symbols
from lm.training.batches import num_batches, stream_batches
from lm.training.network import RecurrentNetwork, State
from resources.runs.mxnet_shim import mx

_STREAMS = 32
_LEAST_STREAM_SYMBOLS = 512
_BPTT = 256
_LOGITS_PER_BLOCK = 1 << 23
"""Scores computed at once: 32 MiB."""


def held_out_loss(
    network: RecurrentNetwork,
    symbols: Symbols,
    ctx: mx.Context,
    look_for_stop: Callable[[], None],
    limit: int | None = None,
) -> float:
    """Return nats per symbol on `symbols` [T], or on about `limit` of them spread over the text.

    `look_for_stop` is called between two blocks and may raise.

    Raises:
        TrainingError: if the text is shorter than the window of an unrolled network.
    """
    streams = max(1, min(_STREAMS, (len(symbols) - 1) // _LEAST_STREAM_SYMBOLS))
    bptt = min(_BPTT, (len(symbols) - 1) // streams)
    skipped = max(0, network.architecture.window - 1)
    if bptt <= skipped:
        raise TrainingError("the held-out text is too short to measure: add text or lower --window")
    count = num_batches(symbols, streams, bptt)
    if limit is not None:
        count = min(count, max(1, limit // (streams * bptt)))
    state: State = network.begin_state(streams, ctx)
    total, predicted = 0.0, 0
    for _, batch in zip(range(count), stream_batches(symbols, streams, bptt), strict=False):
        features, state = network(mx.nd.array(batch.inputs, ctx=ctx), state)
        targets = batch.targets[skipped:].reshape(-1)
        total += _total_loss(network, features.reshape((-3, 0)), targets, look_for_stop)
        predicted += len(targets)
    return total / predicted


def _total_loss(
    network: RecurrentNetwork,
    features: mx.nd.NDArray,
    targets: npt.NDArray[np.int32],
    look_for_stop: Callable[[], None],
) -> float:
    """Return the summed loss of features [M, F], a block of rows at a time so that the logits stay small."""
    rows = max(1, _LOGITS_PER_BLOCK // network.num_rows)
    total = 0.0
    for start in range(0, len(targets), rows):
        look_for_stop()
        log_probs = network.target_log_probs(features[start : start + rows], targets[start : start + rows])
        total -= float(log_probs.sum().asscalar())
    return total
