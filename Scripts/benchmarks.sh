#!/bin/sh
# Measures the service: its parts in one process, then the whole of it over its socket, next to its yardsticks.
# Usage: benchmarks.sh [OPTION of Benchmarks/whole/measure.py]...
set -eu
cd "$(dirname "$0")/.."

venv=Benchmarks/.build/venv

Scripts/build-release.sh
(cd Benchmarks && swift build --configuration release)
Scripts/ensure-venv.sh "$venv" Benchmarks/requirements.txt

printf '\n== the parts\n'
(cd Benchmarks && swift package benchmark run --target Parts --no-progress)

printf '\n== the whole\n'
# The crowd is generated once and kept; not under /tmp, which may be memory and then syncs for nothing.
PYTHONPATH=Tests/Support/python PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" Benchmarks/whole/measure.py \
    --directory Benchmarks/.build/crowd "$@"
