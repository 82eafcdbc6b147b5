# `make serve` builds what is missing and serves the page; `make test` checks everything. Both first install what a bare
# machine lacks and say so; a second time they only do what has changed.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PORT ?= 8080
export PORT
# How long `make fuzz` takes for each target.
SECONDS ?= 300

say = @printf '\033[1m==> %s\033[0m\n' "$(1)"
# Puts the WebAssembly tools, and where need be their own Rust toolchain, in front for the rest of a recipe.
with_wasm := eval "$$(scripts/setup-wasm.sh --env)";

engine_sources := Cargo.toml Cargo.lock .cargo/config.toml $(wildcard build.rs) $(shell find src -type f -not -path 'src/bin/*')
site_sources := $(shell find www -type f) scripts/assemble.mjs scripts/weigh.mjs tests/budget.json \
	README.md LICENSE-MIT LICENSE-APACHE
engine := pkg/tickertone_bg.wasm
extension := dist/tickertone-chromium.zip
site := dist/site/index.html
modules := node_modules/.package-lock.json
peers := benches/node_modules/.package-lock.json

.PHONY: help serve site wasm extension test test-native test-wasm test-browser test-extension test-packaging \
	test-work test-spark lint fmt semver bench flame fuzz screenshots train accuracy data tools browser needs clean

help:
	@echo 'make serve   build the page and serve it on 127.0.0.1 (PORT=$(PORT))'
	@echo 'make test    every check and test, as CI runs them; make test-native, test-wasm, test-browser, test-extension,'
	@echo '             test-packaging and test-work are its parts'
	@echo 'make wasm    the engine in pkg/      make site    the page in dist/site/'
	@echo 'make extension   the extension, in dist/tickertone-chromium.zip and dist/tickertone-firefox.zip'
	@echo 'make test-spark         the Spark job on a cluster of processes; ROWS="5000" times it, too'
	@echo 'make lint    checks without tests    make fmt     format everything'
	@echo 'make semver  whether what changed since the last release, or since BASE=revision, breaks those who use the crate'
	@echo 'make bench   measure speed beside peers; rewrites docs/BENCHMARKS.md (QUICK=1: only see that it runs)'
	@echo 'make flame   where the engine spends its time, as docs/flame.svg (Linux)'
	@echo 'make fuzz    SECONDS=$(SECONDS) of random input for each target, on top of earlier runs'
	@echo 'make screenshots        the README'"'"'s pictures, of the page as it is'
	@echo 'make accuracy DATA=...   measure on the labelled sets of that folder; rewrites docs/ACCURACY.md'
	@echo 'make train DATA=...      make the weights anew from it (hours; QUICK=1: only see that it runs)'

serve: $(site) $(modules)
	@exec node scripts/serve.mjs

site: $(site)
extension: $(extension)
wasm: $(engine)

test: lint test-native test-wasm test-browser test-extension test-packaging test-work
	$(call say,all tests passed)

# --- what is built

$(engine): $(engine_sources) | tools
	$(call say,building the engine)
	@$(with_wasm) wasm-pack build --target web --mode no-install --no-pack
	@touch $@

$(site): $(engine) $(site_sources) $(modules)
	$(call say,assembling the page)
	@node scripts/assemble.mjs

$(extension): $(site) scripts/extension.mjs
	$(call say,packing the extension)
	@node scripts/extension.mjs

# --- what is checked

lint: $(modules) | tools
	$(call say,formatting and lints)
	cargo fmt --check
	cargo clippy --all-features --all-targets -- -D warnings
	@$(with_wasm) scripts/lint-wasm.sh
	npx biome ci

test-native: | needs
	$(call say,tests of the engine and the command line)
	cargo test --all-features

test-wasm: | tools browser
	$(call say,tests of the WebAssembly edge: Node then Chromium)
	@$(with_wasm) cargo test --target wasm32-unknown-unknown --test web
	@$(with_wasm) WASM_BINDGEN_USE_BROWSER=1 cargo test --target wasm32-unknown-unknown --test web

test-browser: $(site) $(modules) | browser
	$(call say,tests of the client and the page: Chromium then Firefox)
	node --test --test-timeout=900000 $(filter-out tests/browser/extension%,$(wildcard tests/browser/*.test.mjs))
	BROWSER=firefox node --test --test-timeout=900000 tests/browser/client.test.mjs $(wildcard tests/browser/page*.test.mjs)

test-extension: $(extension) $(modules) | browser
	$(call say,tests of the extension: Chromium and Firefox)
	node --test --test-timeout=900000 tests/browser/extension*.test.mjs

test-packaging: $(site) $(modules) tests/packaging/$(modules) | browser
	$(call say,tests of the npm package in fresh projects)
	cargo build --all-features
	node --test --test-timeout=600000 tests/packaging/*.test.mjs

test-spark: examples/spark/.venv/ready | needs
	@command -v java >/dev/null || { echo 'Java 17 is missing; on Debian: apt-get install openjdk-17-jre-headless' >&2; exit 1; }
	cargo build --release --features cli
	$(call say,tests of the Spark job)
	@cd examples/spark && .venv/bin/python test_score.py ../../target/release/tickertone $(ROWS)

test-work: $(site) $(modules) | browser
	$(call say,counted work and memory and 1000 texts read alike everywhere)
	cargo build --release --features cli
	node --test --test-timeout=600000 tests/work/*.test.mjs

fmt: $(modules)
	cargo fmt
	npx biome check --write

semver: | needs
	@cargo semver-checks --version >/dev/null 2>&1 || cargo install --locked cargo-semver-checks
	@base="$(or $(BASE),$(shell git describe --tags --abbrev=0 2>/dev/null))"; \
		[ -n "$$base" ] || { echo 'no release is tagged: say what to compare with: make semver BASE=revision' >&2; exit 1; }; \
		cargo semver-checks --baseline-rev "$$base"

# --- what is measured and shown of the build

bench: $(site) $(extension) $(modules) $(peers) benches/.venv/ready | browser
	$(call say,the native engine by stage)
	node benches/texts.mjs target/bench
	cargo bench --bench engine -- $(if $(QUICK),--quick)
	$(call say,the engine and its peers in Node and Chromium and Firefox)
	[ -f target/bench/bert.onnx ] || benches/.venv/bin/python benches/bert.py target/bench/bert.onnx
	node benches/browser/run.mjs
	benches/.venv/bin/python benches/pictures.py
	node benches/document.mjs
	$(call say,the page)
	node benches/page.mjs
	node benches/extension.mjs

# Linux only: perf takes the samples. Frame pointers, so that a sample's callers are known.
flame: | needs
	@command -v perf >/dev/null || { echo 'perf is missing; on Debian: apt-get install linux-perf' >&2; exit 1; }
	@command -v inferno-flamegraph >/dev/null || cargo install inferno
	CARGO_PROFILE_RELEASE_DEBUG=1 RUSTFLAGS="-C force-frame-pointers=yes" cargo build --release --features cli --target-dir target/flame
	node benches/texts.mjs target/bench
	$(call say,where the time goes on a megabyte of news)
	perf record -q -F 2000 -g -o target/flame/samples target/flame/release/tickertone score --json target/bench/1mb.txt > target/flame/report.json
	perf script -i target/flame/samples 2>/dev/null | inferno-collapse-perf --skip-after tickertone::main | \
		inferno-flamegraph --minwidth 0.4 --title "One megabyte of news, one thread" --fontsize 11 > docs/flame.svg

screenshots: $(site) $(extension) $(modules) | browser
	node scripts/screenshots.mjs

# What libFuzzer needs is not yet stable in Rust; the stable compiler has it too.
fuzz: | needs
	@cargo fuzz --version >/dev/null 2>&1 || cargo install cargo-fuzz
	@for target in text options model lines; do \
		mkdir -p fuzz/work/$$target; \
		RUSTC_BOOTSTRAP=1 cargo fuzz run --sanitizer none --fuzz-dir fuzz $$target fuzz/work/$$target fuzz/seeds/$$target -- \
			-max_total_time=$(SECONDS) -max_len=4096 -timeout=20 -print_final_stats=1; \
	done

# --- what is measured and made from labelled sentences, which are not part of the repository

accuracy: data tests/accuracy/.venv/ready
	cargo build --release --features cli
	$(call say,measuring)
	@cd tests/accuracy && .venv/bin/python -m accuracy "$(abspath $(DATA))"

train: data training/.venv/ready
	$(call say,training)
	@training/train.sh "$(abspath $(DATA))"

data:
	@[ -d "$(DATA)/train" ] && [ -d "$(DATA)/open" ] || { echo 'say where the labelled sets are: make $(MAKECMDGOALS) DATA=folder, with train/ and open/ in it (training/README.md says what they hold)' >&2; exit 1; }

%/.venv/ready: %/pyproject.toml
	$(call say,installing the Python packages of $*)
	@python3 -m venv $*/.venv
	@$*/.venv/bin/pip install -q -e $*
	@touch $@

# --- what a machine needs

needs:
	@command -v cargo >/dev/null || { echo 'Rust is missing: install it from https://rustup.rs, then run make again' >&2; exit 1; }
	@command -v npm >/dev/null || { echo 'Node 20 or later is missing: install it from https://nodejs.org, then run make again' >&2; exit 1; }

tools: | needs
	@scripts/setup-wasm.sh

browser: | tools
	@scripts/setup-wasm.sh --browser

$(modules): package.json package-lock.json .npmrc | needs
tests/packaging/$(modules): tests/packaging/package.json tests/packaging/package-lock.json tests/packaging/.npmrc | needs
$(modules) tests/packaging/$(modules):
	$(call say,installing the node packages of $(<D))
	cd $(<D) && npm ci
	@touch $@

$(peers): benches/package.json benches/package-lock.json | needs
	$(call say,installing the peers of the benchmarks)
	cd benches && npm ci
	@touch $@

clean:
	cargo clean
	rm -rf dist node_modules tests/packaging/node_modules
	find pkg -type f -not -name .gitignore -delete
