# make site     the site of seeds/, in site/
# make test     every check there is
# make serve    the site on this machine; it follows edits
# make demo     the site of the sample articles in tests/articles/, in build/demo/site/
# make bench    every figure of quality and speed, as far as the public evaluation sets are there
# make figures  the same, kept for the page "How this is made and how good it is"
# make lock     the locked sets of packages, anew
# make lowest   the tests that need no browser and no built site, with the lowest versions that pyproject.toml allows
# make audit    which of the locked packages have a known vulnerability, as PyPI's advisories say
# make dist     the source archive and the wheel, the same bytes whenever they are made
# make clean    away with all that was made here
#
# It needs make, bash and Python 3.11 or newer, with venv and pip. PYTHON=… names another Python than the first one found,
# WORKERS=… another number of processes for the tests than there are cores.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:
# Where it is set, each of the many processes of the tests would compile all modules for itself.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?=
WORKERS ?= auto
VENV := .venv
RULES := tests/browser/node_modules
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Every file is checked against its hash. uv is several times quicker than pip, which does it where uv cannot.
install = $(BIN)/python -m uv pip install --quiet --python $(BIN)/python $(1) || $(PIP) install $(1)
COMPILE := $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock"

.PHONY: site test types pages serve demo bench figures lock lowest audit dist clean check browser

site: $(VENV)/site
	@$(BIN)/briefings build

serve: $(VENV)/site
	@$(BIN)/briefings serve

demo: $(VENV)/site
	@$(BIN)/python scripts/demo.py
	@$(BIN)/briefings build --config-file build/demo/mkdocs.yml

bench: $(VENV)/test
	@$(BIN)/python benchmarks/scores.py

figures: $(VENV)/test
	@$(BIN)/python benchmarks/scores.py --record
	@$(BIN)/briefings generate

test: $(VENV)/test browser
	@$(MAKE) --no-print-directory --jobs=2 types $(RULES)/.installed pages
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# Each keeps one core busy, so they run beside each other. Collecting compiles the tests, once for all processes.
types:
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

pages:
	$(BIN)/briefings generate --check
	$(BIN)/mkdocs --quiet build --strict --site-dir build/test/site
	$(BIN)/briefings verify
	@$(BIN)/python -m pytest --quiet --quiet --collect-only >/dev/null || true # what is wrong is told by the tests

# Chromium for the tests that need a browser: Debian's own package where it may be installed.
browser:
	@bash scripts/find_browser.sh

# ------------------------------------------------------------------ the environment, made once

$(VENV)/python:
	@bash scripts/make_venv.sh $(VENV) $(PYTHON)
	@touch $@

$(VENV)/uv: requirements-uv.lock | $(VENV)/python
	@$(PIP) install --require-hashes -r requirements-uv.lock
	@touch $@

$(VENV)/site: requirements.lock pyproject.toml $(VENV)/uv
	@echo "Installing what the site needs into $(VENV)"
	@$(call install,--require-hashes -r requirements.lock)
	@$(call install,--no-deps --no-build-isolation --editable .)
	@touch $@

$(VENV)/test: requirements-test.lock $(VENV)/site
	@echo "Installing what the tests need into $(VENV)"
	@$(call install,--require-hashes -r requirements-test.lock)
	@touch $@

# What the browser tests bring into a page. The Node that installs it is a Python package: a machine need not have one.
$(RULES)/.installed: tests/browser/package-lock.json $(VENV)/test
	@echo "Installing what the browser tests need into $(RULES)"
	@$(BIN)/python scripts/npm.py ci --omit=dev --loglevel=error
	@touch $@

lock: $(VENV)/uv
	echo "uv" | $(COMPILE) - --output-file requirements-uv.lock
	echo "setuptools>=77" | $(COMPILE) pyproject.toml - --output-file requirements.lock
	echo "setuptools>=77" | $(COMPILE) pyproject.toml - --all-extras --constraints requirements.lock \
		--constraints requirements-uv.lock --output-file requirements-test.lock
	printf "mkdocs-materialx\nmkdocs-document-dates\n" | $(COMPILE) --no-deps - --output-file tests/materialx.lock
	$(BIN)/python scripts/npm.py install --package-lock-only

# As wheels: what was only published as source then would need the compilers of its day.
lowest: $(VENV)/uv
	@rm -rf build/lowest
	@$(BIN)/python -m uv venv --quiet --python $(BIN)/python build/lowest
	@$(BIN)/python -m uv pip install --quiet --python build/lowest/bin/python --only-binary :all: \
		--resolution lowest-direct --requirements pyproject.toml
	@$(BIN)/python -m uv pip install --quiet --python build/lowest/bin/python --only-binary :all: \
		pytest pytest-xdist pytest-timeout hypothesis jsonschema
	@$(BIN)/python -m uv pip install --quiet --python build/lowest/bin/python --no-deps --editable .
	PYTHONPATH=generator build/lowest/bin/python -m pytest -n auto tests/reading tests/test_build.py \
		tests/test_data.py tests/test_golden_records.py tests/test_keyphrases.py tests/test_markdown.py \
		tests/test_policy.py tests/test_runs.py tests/test_cache.py

audit: | $(VENV)/python
	@rm -rf build/audit
	@$(BIN)/python -m venv build/audit
	@build/audit/bin/python -m pip --quiet --disable-pip-version-check install pip-audit
	@$(BIN)/python scripts/audit.py build/audit/bin/pip-audit build/audit

dist: $(VENV)/test
	@$(BIN)/python scripts/pack.py dist

clean:
	rm -rf $(VENV) $(RULES) site build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
