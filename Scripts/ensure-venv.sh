#!/bin/sh
# Makes .build/venv with the pinned test tools, anew where Tests/requirements.txt has changed.
set -eu
cd "$(dirname "$0")/.."

wanted=Tests/requirements.txt
venv=.build/venv
# The list as installed; written last, so that an interrupted run counts as not installed.
installed=$venv/requirements.txt

cmp -s "$wanted" "$installed" && exit 0

echo "Setting up the test tools in $venv" >&2
rm -rf "$venv"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
cp "$wanted" "$installed"
