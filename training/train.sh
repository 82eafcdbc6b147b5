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
base=work/base
[ -e "$base/model.safetensors" ] || step pretrained "$base"
teachers=()
for seed in $(or "1 2 3" 1); do
	teachers+=("$work/teacher$seed.pt")
	[ -e "${teachers[-1]}" ] || step teacher "$data" "$base" "${teachers[-1]}" --seed "$seed" --rate 5e-5 --size "$(or 64 8)" --epochs "$(or 4 0.1)" --every "$(or 1 100)"
done
if [ -n "${FRESH:-}" ]; then
	[ -e "$work/vocabulary.txt" ] || step vocabulary "$data" "$work/vocabulary.txt"
	vocabulary=$work/vocabulary.txt start=(--base "$base")
else
	[ -e "$work/start.pt" ] || step restore "$work/start.pt"
	vocabulary=$work/start.vocabulary.txt start=(--start "$work/start.pt")
fi
[ -e "$work/near.json" ] || step augment "$data" "$base" "$work/near.json"
if [ ! -e "$work/labelled" ]; then
	step inputs "$data" "$work" "$vocabulary" --base "$base" --near "$work/near.json" $(or "" "--raw 300 --every 100 --variants 1 1")
	step label "$work" "$base" --teacher "${teachers[@]}"
	touch "$work/labelled"
fi
student() {
	[ -e "$work/$1.pt" ] || step student "$work" "$vocabulary" "$work/$1.pt" --entities 2 --taught 0.7 "${@:2}"
}
student first "${start[@]}" --raw-share "$(or 1 0.3)" --epochs "$(or 8 1)" --rate 2e-3 --size 128 --seed 91 --cue 0.15 --attribution 0.1
# Then with more weight on the cues, so that the attention, and with it the highlights, lie on few words.
student last --start "$work/first.pt" --raw-share 0.2 --epochs "$(or 4 1)" --rate 6e-4 --seed 83 --cue 1 --attribution 0
# The first knows best what the teachers think, the last where it stands.
[ -e "$work/mean.pt" ] || step mean "$work/first.pt" "$work/last.pt" --out "$work/mean.pt" --unseen "$work/unseen.npz"
out=$(or ../src/model/data/model.bin "$work/model.bin")
step export "$work/mean.pt" --out "$out"
# Fitted with the network that is built in.
[ -e "$work/fitted.json" ] || step articles "$data" "$work/fitted.json"
step export "$work/mean.pt" --fitted "$work/fitted.json" --out "$out"
