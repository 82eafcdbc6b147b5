#!/usr/bin/env bash
# The whole pipeline: DATA -> ../src/model/data/model.bin. Each step is skipped if its result is in work/.
set -euo pipefail
cd "$(dirname "$0")"
data=${1:?usage: train.sh DATA}
python=${PYTHON:-.venv/bin/python}
step() { printf '==> %s\n' "$*" >&2; "$python" -m "tickertone_training.$@"; }

[ -e work/teacher1.pt ] || step teacher "$data" work --epochs 2
[ -e work/vocabulary.txt ] || step vocabulary "$data" work/vocabulary.txt
[ -e work/raw.npz ] || step label "$data" work work/vocabulary.txt --raw 60000 --teacher work/teacher1.pt
student() { [ -e "work/$1.pt" ] || step student work work/vocabulary.txt "work/$1.pt" --dilations 1 2 4 1 "${@:2}"; }
student first --epochs 16 --raw-share 0.33 --taught 0.5 --seed 2
# Then on, with the entity judgements of the labelled sets to the fore.
student second --start work/first.pt --epochs 5 --rate 7e-4 --entities 3 --raw-share 0.1 --taught 0.3 --seed 3
student third --start work/second.pt --epochs 4 --rate 1e-3 --entities 6 --raw-share 0.05 --taught 0.3 --dropout 0.15 --seed 4
[ -e work/student.pt ] || step mean work/student.pt work/second.pt work/third.pt
step export work/student.pt
[ -e work/fitted.json ] || step articles "$data" work/fitted.json
step export work/student.pt --fitted work/fitted.json
