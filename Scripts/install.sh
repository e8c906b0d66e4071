#!/bin/sh
# Installs the stripped release program with its manual page and shell completions, and makes sure that it needs no
# Swift library to run.
# Usage: install.sh PREFIX
set -eu
cd "$(dirname "$0")/.."

program=$1/bin/carillon

install -d "$1/bin"
install -m 755 -s .build/release/carillon "$program"

libraries=$(ldd "$program")
if printf '%s\n' "$libraries" | grep -E 'libswift|libFoundation|lib_Foundation|libdispatch|libBlocksRuntime|not found' >&2; then
    rm "$program"
    echo "The program needs the libraries above, which other machines do not have; it was not installed." >&2
    exit 1
fi

install_completion() {
    install -d "$(dirname "$2")"
    "$program" --generate-completion-script "$1" >"$2"
    chmod 644 "$2"
}

install -d "$1/share/man/man1"
install -m 644 docs/carillon.1 "$1/share/man/man1/carillon.1"
install_completion bash "$1/share/bash-completion/completions/carillon"
install_completion zsh "$1/share/zsh/site-functions/_carillon"
install_completion fish "$1/share/fish/vendor_completions.d/carillon.fish"

echo "Installed $program, its manual page and its completions"
