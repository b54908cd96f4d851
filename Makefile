# `make demo` and `make test` each work from a fresh clone on a bare Debian machine (as root).
.PHONY: setup demo test lint unit bench accuracy ocr-accuracy letters clean
VENV := .venv/bin

setup:
	@.ci/setup

demo: setup
	@$(VENV)/python -m tests.demo

test: setup lint
	@$(VENV)/pytest -q

lint: setup
	@$(VENV)/ruff check . && $(VENV)/ruff format --check -q .
	@$(VENV)/mypy
	@$(VENV)/lint-imports

unit: setup
	@$(VENV)/pytest -q tests/unit

bench: setup
	@$(VENV)/python -m tests.benchmarks
	@$(VENV)/python -m tests.benchmarks.ocr

accuracy: setup
	@$(VENV)/python -m tests.accuracy

ocr-accuracy: setup
	@$(VENV)/python -m tests.scans

letters: setup
	@$(VENV)/python -m tests.letters tests/data/letters

clean:
	rm -rf .venv .tools var .mypy_cache .ruff_cache .pytest_cache .hypothesis
