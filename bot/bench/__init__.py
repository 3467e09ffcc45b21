"""Benchmarks against what a stock installation does with the same data, on the same machine, in the same run."""
