#!/bin/sh
# Builds the release program with the Swift runtime linked in, so that it runs where there is no Swift.
set -eu
cd "$(dirname "$0")/.."

swift build --configuration release --product carillon --static-swift-stdlib
