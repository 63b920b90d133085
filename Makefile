# Each target is one line to read; the README has the plain commands for a machine without make.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/

.PHONY: run test test-browser check lab explore bench features

run: $(VENV)/ready                  ## execute every notebook, leave the figures in figures/
	$(RUN)lundian run

test: $(VENV)/ready-dev             ## run the tests, one process for each core
	$(RUN)python -m pytest -n auto

test-browser: $(VENV)/ready-dev     ## drive JupyterLab and the explore page in Chromium; pictures go to test-artifacts/
	$(RUN)python -m pytest tests/browser

check: $(VENV)/ready-dev            ## style, then tests
	$(RUN)ruff check . && $(RUN)ruff format --check . && $(RUN)python -m pytest -n auto

lab: $(VENV)/ready                  ## open the notebooks in JupyterLab
	$(RUN)jupyter lab notebooks

explore: $(VENV)/ready              ## open the page to explore articles on
	$(RUN)lundian explore

bench: $(VENV)/ready-dev            ## measure speed side by side with the libraries, into benchmarks/RESULTS.md
	$(RUN)python benchmarks/results.py

features: $(VENV)/ready             ## extract the shipped features anew (needs the articles in data/articles/)
	$(RUN)lundian ship

$(VENV)/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV) && $(RUN)python -m pip install --quiet --requirement requirements.txt && touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	$(RUN)python -m pip install --quiet --requirement requirements-dev.txt && touch $@
