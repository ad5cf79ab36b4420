#!/usr/bin/env bash
# Make a virtual environment with a Python that is new enough: make_venv.sh FOLDER [PYTHON]
set -euo pipefail
folder=$1
given=${2:-}

fits() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

if [[ -n $given ]]; then
    candidates=("$given")
else
    candidates=(python3 python3.14 python3.13 python3.12 python3.11 python)
fi
for python in "${candidates[@]}"; do
    if fits "$python"; then
        exec "$python" -m venv "$folder"
    fi
done
echo "${given:-python3}: there is no Python 3.11 or newer with venv and pip;" \
    "install one (Debian: python3 and python3-venv), or name it with PYTHON=/path/to/python" >&2
exit 1
