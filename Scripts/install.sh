#!/bin/sh
# Installs the stripped release program, and makes sure that it needs no Swift library to run.
# Usage: install.sh DIRECTORY
set -eu
cd "$(dirname "$0")/.."

program=$1/carillon

install -d "$1"
install -m 755 -s .build/release/carillon "$program"

libraries=$(ldd "$program")
if printf '%s\n' "$libraries" | grep -E 'libswift|libFoundation|lib_Foundation|libdispatch|libBlocksRuntime|not found' >&2; then
    rm "$program"
    echo "The program needs the libraries above, which other machines do not have; it was not installed." >&2
    exit 1
fi
echo "Installed $program"
