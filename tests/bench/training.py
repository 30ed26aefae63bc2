"""Training speed of a 2x512 LSTM, against the machine's matrix product and, where installed, PyTorch."""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from resources.runs.threads import training_environment
from tests.bench.timing import median_ms

HIDDEN, LAYERS, EMBEDDING, BATCH, BPTT = 512, 2, 128, 32, 64
_SECONDS = 20


def flops_per_char() -> int:
    """Return the floating-point operations of one symbol, forward and backward: 6 per weight of a product."""
    gates = 4 * HIDDEN
    return 6 * (gates * (EMBEDDING + HIDDEN) + (LAYERS - 1) * gates * 2 * HIDDEN + 256 * HIDDEN)


def run() -> Iterator[str]:
    peak = float(_child("gemm"))
    yield f"matrix product 2048, all cores        {peak:8.0f} GFLOP/s"
    rate = _foretype()
    share = rate * flops_per_char() / (peak * 1e9)
    yield f"lm train {LAYERS}x{HIDDEN}, N {BATCH}, T {BPTT}      {rate:8.0f} char/s = {share:.0%} of that"
    if importlib.util.find_spec("torch") is None:
        yield "PyTorch is not installed: no peer to measure"
        return
    peer = float(_child("torch"))
    yield f"PyTorch, the same network             {peer:8.0f} char/s: Foretype is {rate / peer:.2f} x"


def _foretype() -> float:
    with tempfile.TemporaryDirectory(prefix="foretype-bench-") as name:
        folder = Path(name)
        text = folder / "text.txt"
        text.write_text("The quick brown fox jumps over the lazy dog, and nobody minds.\n" * 20_000)
        command = [sys.executable, "-W", "ignore", "-m", "lm", "train", str(text), "--out", str(folder / "model")]
        sizes = ["--hidden-size", str(HIDDEN), "--num-layers", str(LAYERS), "--embedding-size", str(EMBEDDING)]
        sizes += ["--batch-size", str(BATCH), "--bptt", str(BPTT), "--minutes", str(_SECONDS / 60), "--device", "cpu"]
        done = subprocess.run(
            [*command, *sizes, "--evaluations", "1", "--json"], capture_output=True, text=True, check=True
        )
    rates = [
        event["chars_per_second"] for event in map(json.loads, done.stdout.splitlines()) if event["event"] == "step"
    ]
    return sorted(rates)[len(rates) // 2]


def _child(what: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.bench.training", what],
        capture_output=True,
        text=True,
        check=True,
        env=training_environment(),
    )
    return done.stdout.strip()


def _gemm() -> float:
    """Return GFLOP/s of oneDNN's matrix product, which is faster here than the one that NumPy brings."""
    from resources.runs.mxnet_shim import mx

    size = 2048
    a, b = mx.nd.ones((2, size, size))

    def multiply() -> None:
        mx.nd.FullyConnected(a, b, no_bias=True, num_hidden=size).wait_to_read()

    return 2 * size**3 / median_ms(multiply, seconds=3.0, least=5) / 1e6


def _torch() -> float:
    import torch

    embedding = torch.nn.Embedding(256, EMBEDDING)
    lstm = torch.nn.LSTM(EMBEDDING, HIDDEN, LAYERS)
    decoder = torch.nn.Linear(HIDDEN, 256)
    parameters = [*embedding.parameters(), *lstm.parameters(), *decoder.parameters()]
    optimizer = torch.optim.Adam(parameters)
    symbols = torch.randint(256, (BPTT, BATCH))
    state = None

    def step() -> None:
        nonlocal state
        output, state = lstm(embedding(symbols), state)
        state = tuple(part.detach() for part in state)
        loss = torch.nn.functional.cross_entropy(decoder(output).reshape(-1, 256), symbols.reshape(-1))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()

    return BPTT * BATCH / median_ms(step, seconds=10.0, least=10) * 1000.0


if __name__ == "__main__":
    sys.stdout.write(f"{_gemm() if sys.argv[1] == 'gemm' else _torch()}\n")
