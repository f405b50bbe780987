# make digest   the digest of the sample issue, in out/; PAGES=FOLDER DATE=2025-03-15 OUT=FOLDER for pages of your own
# make test     everything that must hold: make check, and the tests; ROOM=reading for the tests of one room
# make check    style, types, floors and the corpus alone
# make attack   what breaks programs, tried for TIME=300 seconds on every door and verb; KIND=pages for one kind
# make floors   the tests once more with the oldest versions that pyproject.toml allows; TESTS=tests/digest for some
# make train    learn models/ from seeds/; make digest sees to it when seeds/ has changed
# make ocr      install what reads scans and pictures, once
# make plots    install what draws what labels are worth, once
# make web      install what finds the story on pages of any site, once
# make bench    the figures in benchmarks/
# make wheel    a wheel in dist/, to install on another machine: pip install dist/*.whl
# make clean    take away what the others made
# Needs Python 3.11 or later, make and git.

PAGES ?= seeds/pages
DATE ?=
OUT ?= out
TIME ?= 300
KIND ?=
TESTS ?=

BIN := .venv/bin
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python
HERE := $(CURDIR)

# A clone gives its files any times, so what models/ was learned from is known by its text.
SEEDS = $(shell export LC_ALL=C; files=$$(ls seeds/*.toml seeds/*.txt seeds/*/*.md seeds/corrections/*/*.md seeds/pages/*/* 2>/dev/null \
	| grep -v '^seeds/pages/[^/]*$$'); { echo $$files; cat $$files; } | git hash-object --stdin)
LEARNED = $(shell cat models/seeds.hash 2>/dev/null)

# A virtual environment does not work from another place than where it was made.
ifneq ($(HERE),$(shell cat .venv/installed 2>/dev/null))
.PHONY: .venv/installed
endif

.PHONY: digest test check attack floors train ocr plots web bench wheel clean models browser

digest: models
	@$(BIN)/baozhai digest "$(patsubst ~/%,$(HOME)/%,$(PAGES))" $(if $(DATE),--date "$(DATE)") -o "$(OUT)/"

ifdef ROOM
test: .venv/tested
	$(BIN)/python -m pytest $(ROOM) $(wildcard tests/$(ROOM))
else
test: check browser
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder
endif

check: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m classify.check

attack: .venv/tested models
	$(BIN)/python -m tests.attack --time $(TIME) $(KIND)
	$(if $(KIND),,$(BIN)/python -m tests.killed 1000 && $(BIN)/python -m tests.crowd 60)

# uv alone finds the lowest of what is asked for by name, and fitting versions of all that these ask for.
floors: .venv/tested
	@$(BIN)/pip install -q --group floors
	@$(BIN)/uv venv -q --clear --seed --python $(BIN)/python out/floors
	@$(BIN)/uv pip install -q --python out/floors --resolution lowest-direct -e '.[fast,plots,web]' --group test
	out/floors/bin/python -m pytest $(if $(TESTS),$(TESTS),-n auto --dist loadfile --no-loadscope-reorder)

train: .venv/installed
	$(BIN)/baozhai train
	@echo $(SEEDS) > models/seeds.hash

ocr: .venv/installed
	@$(BIN)/pip install -q -e '.[ocr]'
	@echo "Scans and pictures are read from now on"

plots: .venv/installed
	@$(BIN)/pip install -q -e '.[plots]'
	@echo "The card of the models and evaluate classify draw from now on"

web: .venv/installed
	@$(BIN)/pip install -q -e '.[web]'
	@echo "Pages of any site are read without their menus from now on"

bench: .venv/tested
	@$(BIN)/pip install -q --group bench
	@for file in benchmarks/[a-z]*.py; do $(BIN)/python -m benchmarks.$$(basename $$file .py) || exit 1; done

wheel: models
	@rm -rf dist
	@$(BIN)/pip wheel -q --no-deps -w dist .
	@echo dist/*.whl

clean:
	rm -rf .venv out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

models: .venv/installed
	@test "$(SEEDS)" = "$(LEARNED)" || $(MAKE) --no-print-directory train

# The first call keeps what it compiles: it is made when we install, so that each call is as fast as the next.
.venv/installed: pyproject.toml
	@python=$$(for name in $(PYTHONS); do \
	  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done); \
	test "$$python" || { echo "Python 3.11 or later is not here; install it" >&2; exit 1; }; \
	echo "Installing into .venv, once; this takes a minute or two" >&2; \
	$$python -m venv --clear .venv || { rm -rf .venv; exit 1; }
	@$(BIN)/pip install -q --only-binary rjieba -e '.[fast]' 2>/dev/null \
	|| { $(BIN)/pip install -q -e . \
	  && echo "No wheel of rjieba for this machine: jieba cuts the words, the same ones but slower" >&2; }
	@PYTHONDONTWRITEBYTECODE= $(BIN)/baozhai digest seeds/pages -o .venv/first/ >/dev/null 2>&1 || true
	@echo "$(HERE)" > $@

.venv/tested: .venv/installed
	@$(BIN)/pip install -q --upgrade 'pip>=25.1'
	@$(BIN)/pip install -q --group test
	@touch $@

browser:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit; done; \
	{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk; } >/dev/null 2>&1 \
	|| echo "No Chromium here, and apt-get cannot fetch one: the tests in a browser are skipped" >&2
