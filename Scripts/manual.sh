#!/bin/sh
# Writes the manual page from the help of the commands.
set -eu
cd "$(dirname "$0")/.."

# The date is that of the release, so that the same help gives the same page.
swift package generate-manual --configuration debug --date 2026-11-24
cp .build/plugins/GenerateManual/outputs/carillon/carillon.1 docs/carillon.1
