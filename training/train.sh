#!/usr/bin/env bash
# The whole pipeline: DATA -> ../src/model/data/model.bin. Each step is skipped if its result is in work/.
set -euo pipefail
cd "$(dirname "$0")"
data=${1:?usage: train.sh DATA}
python=${PYTHON:-.venv/bin/python}
step() { printf '==> %s\n' "$*" >&2; "$python" -m "tickertone_training.$@"; }

[ -e work/teacher1.pt ] || step teacher "$data" work --epochs 2
[ -e work/vocabulary.txt ] || step vocabulary "$data" work/vocabulary.txt
[ -e work/raw.npz ] || step label "$data" work work/vocabulary.txt --teacher work/teacher1.pt
[ -e work/student.pt ] || step student work work/vocabulary.txt work/student.pt --epochs 12 --raw-share 0.25
step export work/student.pt
[ -e work/fitted.json ] || step articles "$data" work/fitted.json
step export work/student.pt --fitted work/fitted.json
