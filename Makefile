# The index of what one can do here. Needs Python 3.11, make and the package index; everything else is bootstrapped.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV := $(shell command -v uv || echo .venv-uv/bin/uv)
RUN := .venv/bin/
SOAK_PARTS := 6

.PHONY: chat test check lint train words soak bench install audit sbom

chat: install ## talk to the assistant in the terminal
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

train: install ## train the model, if its inputs changed
	$(RUN)mitra train

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

install: .venv/.installed

.venv/.installed: uv.lock pyproject.toml $(if $(shell command -v uv),,.venv-uv/bin/uv)
	$(UV) sync --locked
	@touch $@

.venv-uv/bin/uv:
	@$(PYTHON) -m venv .venv-uv && .venv-uv/bin/pip install --quiet uv
