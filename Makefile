# Everything a person needs: `make demo` and `make check`. Only Python >= 3.11, pip and make are asked for.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
CORPUS ?= ../shared/corpus
EXAMPLES := evals/en-kazakhstan-long.txt evals/pl-kazachstan-dlugi.txt

.PHONY: demo check gate pin bench figures postgres pages clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) -e '.[maps]'
	@touch $@

$(VENV)/dev: $(VENV)/installed
	$(PIP) -e '.[dev]'
	@touch $@

demo: $(VENV)/installed
	@mkdir -p build
	@rm -f build/demo.db*
	$(BIN)/wektor read $(EXAMPLES)
	$(BIN)/wektor read $(EXAMPLES) --format html --output build/report.html
	$(BIN)/wektor add evals/founding/*.txt --published 2023-12-05 --publisher "wektor, example article" --db build/demo.db
	$(BIN)/wektor add evals/pl-kazachstan-dlugi.txt --published 2024-02-15 --publisher "wektor, example article" --db build/demo.db
	$(BIN)/wektor add evals/en-kazakhstan-long.txt --published 2024-05-16 --publisher "wektor, example article" --db build/demo.db
	$(BIN)/python bench/examples.py build/examples.jsonl
	$(BIN)/wektor add build/examples.jsonl --db build/demo.db
	$(BIN)/wektor deals --db build/demo.db --limit 15
	$(BIN)/wektor timeline KAZ TUR --db build/demo.db
	$(BIN)/wektor fleet KAZ --db build/demo.db
	$(BIN)/wektor brief KAZ --with TUR --db build/demo.db --output build/brief.html
	$(BIN)/wektor brief KAZ --lang pl --db build/demo.db --output build/brief-pl.html
	@echo "The claims are in build/report.html, the register in build/demo.db (wektor deal ID --db build/demo.db shows the quotes)"
	@echo "The brief on Kazakhstan and Türkiye is in build/brief.html: open it in a browser; that on Kazakhstan, in Polish, in build/brief-pl.html"

check: $(VENV)/dev
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/wektor packs check
	$(BIN)/pytest
	$(MAKE) --no-print-directory gate

postgres: $(VENV)/dev
	WEKTOR_TEST_POSTGRES=$$(.ci/postgres) $(BIN)/pytest tests/stores

pages: $(VENV)/dev
	WEKTOR_TEST_CHROMIUM=$$(.ci/chromium) $(BIN)/pytest tests/output/test_brief_rendering.py

gate: $(VENV)/dev
	$(BIN)/wektor gate

pin: $(VENV)/dev
	$(BIN)/wektor gate --pin

bench: $(VENV)/dev
	$(PIP) -e '.[bench]'
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/start.py
	$(BIN)/python bench/memory.py

figures: $(VENV)/dev demo  # what README says of quality, and its samples; CORPUS is a directory of gold documents
	$(BIN)/wektor evaluate $(CORPUS) --by lang
	$(BIN)/wektor evaluate $(CORPUS) --oracle
	$(BIN)/python bench/deals.py
	$(BIN)/python bench/deals.py --read
	$(BIN)/python bench/names.py
	$(BIN)/python -m bench.copies
	$(BIN)/wektor read evals/en-wire.txt --published 2024-03-14
	$(BIN)/wektor brief KAZ --with TUR --db build/demo.db --format md

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
