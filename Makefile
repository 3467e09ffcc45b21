# The index of what one can do here. Needs Python 3.11, make and the package index; everything else is bootstrapped.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV := $(shell command -v uv || echo .venv-uv/bin/uv)
RUN := .venv/bin/

.PHONY: chat test check lint train vectors words soak bench install product

chat: product ## talk to the assistant in the terminal
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

train: product ## train the model, if its inputs changed
	@$(RUN)mitra train

vectors: product ## bring the vectors of the examples in step with them
	@$(RUN)python -m nlu.vectors

words: install ## bring the catalogues in step with the source
	$(RUN)python -m locales.words

soak: install ## the long runs
	$(RUN)pytest -m soak

bench: install ## measure turns beside stock Rasa, and broadcasts
	$(RUN)mitra bench turns
	$(RUN)mitra bench broadcast

product: .venv/.product ## what people run, and no more
install: .venv/.installed ## and what developing it takes: tools, and the group `stock`

# not exactly, or `make chat` would take away what `make test` has installed
.venv/.product: uv.lock pyproject.toml $(if $(shell command -v uv),,.venv-uv/bin/uv)
	@$(PYTHON) -m bot.installing $(UV) sync --locked --no-dev --inexact
	@touch $@

.venv/.installed: uv.lock pyproject.toml $(if $(shell command -v uv),,.venv-uv/bin/uv)
	@$(PYTHON) -m bot.installing $(UV) sync --locked --group stock
	@touch $@ .venv/.product

.venv-uv/bin/uv:
	@$(PYTHON) -m venv .venv-uv && .venv-uv/bin/pip install --quiet uv
