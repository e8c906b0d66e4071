#!/bin/bash
# Runs every check and ends with one line that counts them. Needs what `make test` sets up.
set -eu
cd "$(dirname "$0")/.."

venv=.build/venv/bin
passed=0
failed=()

check() {
    local name=$1
    shift
    printf '\n== %s\n' "$name"
    if "$@"; then
        passed=$((passed + 1))
    else
        failed+=("$name")
    fi
}

# For a check without which the ones after it mean nothing.
check_or_stop() {
    local failed_before=${#failed[@]}
    check "$@"
    [ ${#failed[@]} -eq "$failed_before" ] || { summarize; exit 1; }
}

summarize() {
    printf '\n'
    [ ${#failed[@]} -eq 0 ] || printf 'failed: %s\n' "${failed[@]}"
    printf 'checks: %d passed, %d failed\n' "$passed" "${#failed[@]}"
    [ ${#failed[@]} -eq 0 ]
}

ruff=(--no-cache --quiet --config Tests/ruff.toml Scripts Tests Benchmarks/whole)
swift_sources=(
    Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks
    Fuzzing/Package.swift Fuzzing/Sources
)

check "shell scripts" "$venv/shellcheck" .ci/run Scripts/*.sh
check "python format" "$venv/ruff" format "${ruff[@]}" --check
check "python lint" "$venv/ruff" check "${ruff[@]}"
check "swift format" swift format lint --strict --recursive --parallel "${swift_sources[@]}"
check "fixtures are botocore's" "$venv/python" Tests/ChimeIdentityTests/Fixtures/generate.py --check

check "complaints can be tried" python3 Scripts/prove-complaints.py --check

# The same flags for every use of the package: other flags would build it a second time.
flags=(-Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error)
check_or_stop "build without warnings" swift build --build-tests "${flags[@]}"

check "swift tests" swift test --skip-build --disable-xctest "${flags[@]}"
check "conformance" "$venv/pytest" -c Tests/pytest.ini Tests/Conformance
check "end to end" "$venv/pytest" -c Tests/pytest.ini Tests/EndToEnd
summarize
