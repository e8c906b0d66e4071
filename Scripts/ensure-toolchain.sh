#!/bin/sh
# Stops with one sentence unless the Swift on PATH is new enough to build Carillon.
set -eu

needed_major=6
needed_minor=1

refuse() {
    echo "$1 Install Swift $needed_major.$needed_minor or newer from https://www.swift.org/install/linux/ and try again." >&2
    exit 1
}

command -v swift >/dev/null 2>&1 || refuse "Carillon is built with Swift, and there is no swift on PATH."

report=$(swift --version 2>/dev/null) || refuse "The swift on PATH does not run."
version=$(printf '%s\n' "$report" | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
[ -n "$version" ] || refuse "The swift on PATH does not say which version it is."

major=${version%%.*}
minor=${version#*.}
if [ "$major" -lt "$needed_major" ] ||
    { [ "$major" -eq "$needed_major" ] && [ "$minor" -lt "$needed_minor" ]; }; then
    refuse "Carillon needs a newer Swift than the $version on PATH."
fi
