"""Benchmarks: `make bench` prints them, each beside a peer or a limit measured in the same run."""
