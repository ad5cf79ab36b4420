#!/usr/bin/env bash
# See that there is a Chromium for the browser tests: best the one without windows, which takes half the time. Debian's
# package is installed where that is possible; elsewhere the browser tests are skipped, which is said here, and which is
# a failure in CI.
set -euo pipefail

there() {
    for name in "$@"; do
        if command -v "$name" >/dev/null; then
            return 0
        fi
    done
    return 1
}
install() { apt-get -qq install --yes --no-install-recommends "$1" >/dev/null; }

if there ${CHROMIUM:-} chromium-headless-shell; then
    exit 0
fi
if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests"
    apt-get -qq update >/dev/null || true
    install chromium-headless-shell || there chromium || install chromium || true
fi
if there chromium-headless-shell chromium chromium-browser google-chrome; then
    exit 0
fi
echo "There is no Chromium here, so the browser tests are SKIPPED; install the package \"chromium\" to run them" >&2
[[ -z ${CI:-} ]]
