# make demo    what vnplan makes of the texts in seeds/
# make test    the tests
# make check   everything that a change must pass
# make clean   removes what these made

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
RUN = "$(BIN)/python" -m

.PHONY: demo test check clean

demo: $(VENV)/.demo
	"$(BIN)/vnplan" scorecard seeds/*.txt

test: $(VENV)/.test
	$(RUN) pytest --quiet

check: $(VENV)/.check
	$(RUN) ruff format --check
	$(RUN) ruff check
	$(RUN) mypy
	"$(BIN)/lint-imports" --no-logo
	$(RUN) pytest --quiet --cov --cov-report=term
	NO_MKDOCS_2_WARNING=1 $(RUN) mkdocs build --strict --quiet

$(VENV)/.demo: EXTRAS =
$(VENV)/.test: EXTRAS = [test]
$(VENV)/.check: EXTRAS = [test,docs]
$(VENV)/.demo $(VENV)/.test $(VENV)/.check: pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit("vnplan needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	"$(PYTHON)" -m venv "$(VENV)"
	$(RUN) pip install --quiet --disable-pip-version-check --editable '.$(EXTRAS)'
	@touch "$@"

clean:
	rm -rf "$(VENV)" build dist site .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage
	find src tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +
