#!/bin/sh
# Rewrites the Swift and Python sources in the project's format.
set -eu
cd "$(dirname "$0")/.."

swift format format --in-place --recursive --parallel Package.swift Sources Tests
.build/venv/bin/ruff check --no-cache --quiet --select I --fix --config Tests/ruff.toml Scripts Tests
.build/venv/bin/ruff format --no-cache --quiet --config Tests/ruff.toml Scripts Tests
