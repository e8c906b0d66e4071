#!/bin/sh
# Lets libFuzzer make up requests and signatures for the local service, and tells how many and how many crashed.
# Usage: fuzz.sh [SECONDS], for each of the two; 60 unless given. What it learns is kept in Fuzzing/.build/corpus.
set -eu
cd "$(dirname "$0")/../Fuzzing"

seconds=${1:-60}
swift build --configuration release --sanitize fuzzer

status=0
fuzz() {
    target=$1
    seeds=$2
    corpus=.build/corpus/$seeds
    crashes=.build/crashes/$seeds
    log=.build/$target.log
    rm -rf "$crashes"
    mkdir -p "$corpus" "$crashes"
    .build/release/"$target" -max_total_time="$seconds" -dict="$seeds.dict" -artifact_prefix="$crashes/" \
        -timeout=10 -max_len=8192 -print_final_stats=1 "$corpus" "Seeds/$seeds" 2>"$log" || status=1
    count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    printf '%s: %s executions in %s s, crashes = %s\n' "$target" "${count:-no}" "$seconds" \
        "$(find "$crashes" -type f | wc -l)"
}

fuzz FuzzRequests requests
fuzz FuzzSignatures signatures
[ "$status" -eq 0 ] || echo "See Fuzzing/.build/*.log, and the inputs in Fuzzing/.build/crashes." >&2
exit "$status"
