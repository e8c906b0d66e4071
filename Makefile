# Every target that builds does its own set-up first: `make demo` and `make test` work on a fresh clone.

PREFIX ?= /usr/local
DESTDIR ?=

.DEFAULT_GOAL := help
.PHONY: help demo test build install manual complaints benchmarks fuzz pictures format clean toolchain packages test-packages venv

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## Build, then open Carillon on sample data
	@exec .build/release/carillon --local

test: toolchain test-packages venv ## Run every check there is
	@Scripts/test.sh

build: toolchain packages ## Build the release program
	@Scripts/build-release.sh

install: build ## Install program, manual and completions under DESTDIR and PREFIX (default /usr/local)
	@Scripts/install.sh "$(DESTDIR)$(PREFIX)"

manual: toolchain test-packages ## Write docs/carillon.1 from the commands' help
	@Scripts/manual.sh

complaints: toolchain test-packages venv ## Break the program in ten ways and see that a test notices each
	@python3 Scripts/prove-complaints.py

benchmarks: toolchain packages ## Measure the local service (ARGUMENTS="--rounds 3")
	@Scripts/ensure-packages.sh bench
	@Scripts/benchmarks.sh $(ARGUMENTS)

fuzz: toolchain packages ## Let a fuzzer make up requests for the local service (SECONDS=60)
	@Scripts/fuzz.sh $(SECONDS)

pictures: toolchain venv ## Draw the pictures of docs/pictures from the golden screens
	@Scripts/ensure-packages.sh pictures
	@.build/venv/bin/python Scripts/render-pictures.py docs/pictures

format: toolchain venv ## Rewrite the sources in the project's format
	@Scripts/format.sh

clean: ## Remove everything that was built
	rm -rf .build Benchmarks/.build Fuzzing/.build

toolchain:
	@Scripts/ensure-toolchain.sh

packages: toolchain
	@Scripts/ensure-packages.sh build

test-packages: toolchain
	@Scripts/ensure-packages.sh build test

venv: test-packages
	@Scripts/ensure-venv.sh .build/venv Tests/requirements.txt
