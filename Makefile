# make run: the editor.  make test: the tests.  Both set everything up on a fresh machine.

VENV := .venv
BIN := $(VENV)/bin
# One thread per process: inference and tests are faster so (see lm/README.md), and cores stay free.
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

export PYTHON

.PHONY: run test test-all check bench screenshots animation translations install uninstall setup clean

run: setup
	$(BIN)/python -m editor $(ARGS)

# What a change can break and a few minutes can tell; `test-all` adds trainings, real windows and repeated kills.
test: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ARGS)

test-all: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "" $(ARGS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m tests.bench $(ARGS)

# For this user: a virtual environment in the data folder, ~/.local/bin/foretype, a place in the menus.
install:
	@. ./.ci/machine.sh; say_what_is_missing && $$python editor/program/installation.py install $(ARGS)

uninstall:
	@. ./.ci/machine.sh; find_python && $$python editor/program/installation.py uninstall

# PYTHON=... names a Python; without it the newest suitable one is taken.
setup:
	@.ci/environment $(VENV)

# What the window says, in other languages: new sentences come as unfinished into resources/translations/*.ts.
translations: setup
	$(BIN)/python -m tests.translations

clean:
	rm -rf $(VENV) build *.egg-info

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m editor --demo --theme light --screenshot resources/screenshots/light.png
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m editor --demo --theme dark --screenshot resources/screenshots/dark.png

animation: setup
	$(BIN)/python -m tests.animation resources/screenshots/typing.gif
