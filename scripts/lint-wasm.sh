#!/usr/bin/env bash
# Lints the WebAssembly build. A toolchain made of Debian's packages has no clippy: there rustc's own lints must do.
set -euo pipefail

export CARGO_BUILD_TARGET=wasm32-unknown-unknown
if cargo clippy --version >/dev/null 2>&1; then
  cargo clippy --lib --test web -- -D warnings
else
  echo "the toolchain ${RUSTUP_TOOLCHAIN:-} has no clippy: rustc's lints only" >&2
  cargo rustc --profile check --lib -- -D warnings
  cargo rustc --profile check --test web -- -D warnings
fi
