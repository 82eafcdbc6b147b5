#!/usr/bin/env bash
# The whole pipeline: DATA -> ../src/model/data/model.bin. A step whose result is in WORK is skipped; teacher and students, if
# interrupted, go on where they stopped.
#
#   FRESH=1   start from nothing instead of from the weights in the repository
#   QUICK=1   every step on a sliver of its schedule, to see that the path holds; writes WORK/model.bin
set -euo pipefail
cd "$(dirname "$0")"
data=$(realpath "${1:?usage: train.sh DATA}")
python=${PYTHON:-.venv/bin/python}
work=${WORK:-work${QUICK:+/quick}}
# Without these PyTorch spends its time in page faults.
export MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=8000000000
step() { printf '==> %s\n' "$*" >&2; "$python" -m "tickertone_training.$@"; }
# An option's value, or in a quick run the second one.
or() { if [ -n "${QUICK:-}" ]; then echo "$2"; else echo "$1"; fi; }

mkdir -p "$work"
[ -e "$work/teacher.pt" ] || step teacher "$data" "$work/teacher.pt" --epochs "$(or 4 0.004)"
if [ -n "${FRESH:-}" ]; then
	[ -e "$work/vocabulary.txt" ] || step vocabulary "$data" "$work/vocabulary.txt"
	vocabulary=$work/vocabulary.txt start=() mean=() epochs=24
else
	[ -e "$work/start.pt" ] || step restore "$work/start.pt"
	vocabulary=$work/start.vocabulary.txt start=(--start "$work/start.pt") mean=("$work/start.pt") epochs=10
fi
[ -e "$work/raw.npz" ] || step label "$data" "$work" "$vocabulary" --raw "$(or 320000 300)" --every "$(or 1 50)" --teacher "$work/teacher.pt"
student() {
	[ -e "$work/$1.pt" ] || step student "$work" "$vocabulary" "$work/$1.pt" --entities 2 --raw-share 0.8 "${@:2}"
}
student first "${start[@]}" --epochs "$(or $epochs 1)" --rate 1.5e-3 --taught 0.7 --seed 51
# Networks of one descent are better taken together, and the better for having learned otherwise.
student second --start "$work/first.pt" --epochs "$(or 4 1)" --rate 8e-4 --taught 0.7 --seed 61
student third --start "$work/first.pt" --epochs "$(or 5 1)" --rate 1.5e-3 --taught 0.7 --cue 0.15 --attribution 0 --seed 52
[ -e "$work/between.pt" ] || step mean "$work/first.pt" "$work/second.pt" "$work/third.pt" --out "$work/between.pt"
# Once with more weight on the cues, so that the attention, and with it the highlights, lie on few words.
student last --start "$work/between.pt" --epochs "$(or 3 1)" --rate 5e-4 --taught 0.7 --cue 1 --attribution 0 --seed 71
step mean "${mean[@]}" "$work/between.pt" "$work/last.pt" --out "$work/mean.pt"
out=$(or ../src/model/data/model.bin "$work/model.bin")
step export "$work/mean.pt" --out "$out"
# Fitted with the network that is built in.
[ -e "$work/fitted.json" ] || step articles "$data" "$work/fitted.json"
step export "$work/mean.pt" --fitted "$work/fitted.json" --out "$out"
