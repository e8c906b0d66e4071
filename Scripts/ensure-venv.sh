#!/bin/sh
# Makes a virtual environment with pinned packages, anew where the list has changed.
# Usage: ensure-venv.sh DIRECTORY REQUIREMENTS
set -eu
cd "$(dirname "$0")/.."

venv=$1
wanted=$2
# The list as installed; written last, so that an interrupted run counts as not installed.
installed=$venv/requirements.txt

cmp -s "$wanted" "$installed" && exit 0

echo "Setting up the packages of $wanted in $venv" >&2
rm -rf "$venv"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
cp "$wanted" "$installed"
