# The index of what one can do here. Needs Python 3.11, make and the package index; everything else is bootstrapped.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV := $(shell command -v uv || echo .venv-uv/bin/uv)
RUN := .venv/bin/
SOAK_PARTS := 6

.PHONY: chat test check lint train vectors words soak bench install product audit sbom

chat: product ## talk to the assistant in the terminal
	@$(RUN)mitra chat

test: install ## the whole test suite
	$(RUN)pytest -m "not soak"

check: install lint audit ## linters, types, import contracts, catalogues, advisories, then the tests
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

audit: install ## known vulnerabilities of the locked packages, but for those that deploy/advisories.toml explains
	@$(RUN)python deploy/audit.py $(UV)

sbom: install ## the bill of materials of the lock, CycloneDX, into var/sbom.json
	@mkdir -p var && $(UV) export --locked --no-dev --format cyclonedx1.5 --quiet -o var/sbom.json && echo var/sbom.json

soak: install ## the long runs; PART=n runs one part of SOAK_PARTS, at most six minutes
	$(RUN)pytest -m soak $(if $(PART),--part $(PART))

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
