# Everything a newcomer needs: `make demo` shows the program, `make test` proves it.

VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
RUN := QT_QPA_PLATFORM=offscreen $(BIN)/python

.PHONY: help setup system readers demo test check lint types layers run bench screenshots theme translations wheel wheel-test clean

help:  ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

setup: system $(VENV)/.ready  ## Virtual environment, system libraries, the program with its tools

system:
	@sh packaging/linux/system-libraries.sh

$(VENV)/.ready: pyproject.toml constraints.txt packaging/build_hook.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test,check]'
	@touch $@

translations: setup  ## Compile the catalogues after editing a .po file
	$(BIN)/python packaging/build_hook.py

demo: setup translations  ## The sample forum, its papers in build/demo, and the window where there is a display
	sh packaging/demo.sh $(BIN)

run: setup translations  ## The window
	$(BIN)/python -m forumplanner

test: setup translations  ## All tests
	$(RUN) -m pytest -q -n auto --dist loadfile

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports --no-cache

readers:  ## What tests talk to: mail servers, readers of calendars by others; without them they say so and are skipped
	@sh packaging/linux/test-counterparts.sh
	@command -v npm >/dev/null && cd tests/readers && npm install --no-package-lock --no-audit --no-fund --silent \
		|| echo "npm or its package is not to be had: the second reader of calendars will NOT be tested"

check: setup readers translations lint types layers  ## Lint, types, import ladder, tests with coverage
	$(RUN) -m pytest -q -n auto --dist loadfile --cov --cov-report=term

wheel: setup  ## The wheel, in dist/
	$(BIN)/python -m pip install --quiet build
	$(BIN)/python -m build --wheel --outdir dist .

wheel-test: wheel  ## The wheel in a clean environment outside this folder makes the sample's papers
	sh packaging/wheel-test.sh $(PYTHON)

bench: setup translations  ## Speed and size against the bars, and against Typst
	$(BIN)/python -m pip install --quiet --constraint constraints.txt '.[bench]' --no-deps --dry-run >/dev/null 2>&1 || true
	$(BIN)/python -m pip install --quiet --constraint constraints.txt typst
	$(RUN) tools/bench.py

screenshots: setup translations  ## Every page in both languages and schemes, in build/screenshots
	$(RUN) tools/screenshots.py build/screenshots

theme: setup  ## Style sheets and icons from the tokens
	$(RUN) tools/build_theme.py

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .coverage .coverage.*
