#!/usr/bin/env bash
# See that there is a Chromium for the browser tests. Debian's package is installed where that is possible; elsewhere
# the browser tests are skipped, which is said here, and which is a failure in CI.
set -euo pipefail

for name in ${CHROMIUM:-} chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        exit 0
    fi
done
if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests"
    if { apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium; } >/dev/null; then
        exit 0
    fi
fi
echo "There is no Chromium here, so the browser tests are SKIPPED; install the package \"chromium\" to run them" >&2
[[ -z ${CI:-} ]]
