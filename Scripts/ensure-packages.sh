#!/bin/sh
# Installs the system packages that are missing, and touches nothing where none is.
# Usage: ensure-packages.sh build|test|pictures|bench...
set -eu

# pkg-config module : the Debian package that brings it
build_modules="ncursesw:libncursesw5-dev libcurl:libcurl4-openssl-dev sqlite3:libsqlite3-dev"

missing=""

find_missing() {
    missing=""
    for purpose in "$@"; do
        case $purpose in
            build) find_missing_for_build ;;
            test) find_missing_for_test ;;
            pictures) find_missing_for_pictures ;;
            bench) find_missing_for_bench ;;
            *) echo "ensure-packages.sh: '$purpose' is none of build, test, pictures and bench." >&2 && exit 64 ;;
        esac
    done
}

find_missing_for_build() {
    command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
    for pair in $build_modules; do
        pkg-config --exists "${pair%%:*}" 2>/dev/null || missing="$missing ${pair#*:}"
    done
}

find_missing_for_test() {
    find_missing_for_venv
    command -v strace >/dev/null 2>&1 || missing="$missing strace"
}

find_missing_for_bench() {
    find_missing_for_venv
    command -v wrk >/dev/null 2>&1 || missing="$missing wrk"
}

find_missing_for_venv() {
    command -v python3 >/dev/null 2>&1 || missing="$missing python3"
    python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
    # pip downloads over TLS, and Debian's certificates are a package of their own.
    [ -e /etc/ssl/certs/ca-certificates.crt ] || missing="$missing ca-certificates"
}

find_missing_for_pictures() {
    [ -e /usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf ] || missing="$missing fonts-dejavu-core"
}

list() {
    printf '%s' "$*" | sed 's/ /, /g'
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        # shellcheck disable=SC2086 # the names are words of our own
        echo "Missing: $(list $missing). Install them as root (there is no sudo here) and try again." >&2
        exit 1
    fi
}

install_missing() {
    # shellcheck disable=SC2086 # the names are words of our own
    echo "Installing $(list $missing)" >&2
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}

find_missing "$@"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    # shellcheck disable=SC2086
    echo "Missing (Debian's names): $(list $missing). Install them with this system's package manager and try again." >&2
    exit 1
fi

# Without pkg-config there is no telling what else is missing: it goes first, alone.
case " $missing " in
    *" pkg-config "*)
        missing=pkg-config
        install_missing
        find_missing "$@"
        ;;
esac
[ -z "$missing" ] || install_missing

find_missing "$@"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    echo "Still missing after apt-get install: $(list $missing)." >&2
    exit 1
fi
