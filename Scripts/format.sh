#!/bin/sh
# Rewrites the Swift and Python sources in the project's format.
set -eu
cd "$(dirname "$0")/.."

swift format format --in-place --recursive --parallel Package.swift Sources Tests \
    Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks Fuzzing/Package.swift Fuzzing/Sources
.build/venv/bin/ruff check --no-cache --quiet --select I --fix --config Tests/ruff.toml Scripts Tests Benchmarks/whole
.build/venv/bin/ruff format --no-cache --quiet --config Tests/ruff.toml Scripts Tests Benchmarks/whole
