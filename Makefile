# The index of what one can do here. Needs Python 3.11, make and the package index; everything else is bootstrapped.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV := $(shell command -v uv || echo .venv-uv/bin/uv)
RUN := .venv/bin/
SOAK_PARTS := 6

.PHONY: chat test check lint train words soak bench install

chat: install ## talk to the assistant in the terminal
	@$(RUN)mitra chat

test: install ## the whole test suite
	$(RUN)pytest -m "not soak"

check: install lint ## linters, types, import contracts, catalogues, then the tests
	$(MAKE) test

lint: install
	$(UV) lock --check
	$(RUN)ruff check .
	$(RUN)ruff format --check .
	$(RUN)mypy
	$(RUN)lint-imports
	$(RUN)python -m locales.words --check

train: install ## train the model, if its inputs changed
	$(RUN)mitra train

words: install ## bring the catalogues in step with the source
	$(RUN)python -m locales.words

soak: install ## the long runs; PART=n runs one part of SOAK_PARTS, at most six minutes
	$(RUN)pytest -m soak $(if $(PART),--part $(PART))

bench: install ## measure turns beside stock Rasa, and broadcasts
	$(RUN)mitra bench turns
	$(RUN)mitra bench broadcast

install: .venv/.installed

.venv/.installed: uv.lock pyproject.toml $(if $(shell command -v uv),,.venv-uv/bin/uv)
	$(UV) sync --locked
	@touch $@

.venv-uv/bin/uv:
	@$(PYTHON) -m venv .venv-uv && .venv-uv/bin/pip install --quiet uv
