#!/usr/bin/env bash
# The whole pipeline: DATA -> ../src/model/data/model.bin. A step whose result is in WORK is skipped, and one that was
# interrupted goes on where it was. QUICK=1 runs every step on a sliver of the schedule, to see that the path holds.
set -euo pipefail
cd "$(dirname "$0")"
data=$(realpath "${1:?usage: train.sh DATA}")
python=${PYTHON:-.venv/bin/python}
work=${WORK:-work}
raw=60000
epochs() { echo "$1"; }
out=../src/model/data/model.bin
if [ -n "${QUICK:-}" ]; then
	work=${WORK:-work/quick} raw=600 out=work/quick/model.bin
	epochs() { case $1 in 0.* | 1.*) echo 0.01 ;; *) echo 1 ;; esac; }
fi
step() { printf '==> %s\n' "$*" >&2; "$python" -m "tickertone_training.$@"; }
mkdir -p "$work"
