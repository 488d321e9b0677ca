# The environment is made in .venv with Python's own venv and pip; nothing else needs to be installed.
# `make PYTHON=python3.12 run` chooses another Python.

BIN := .venv/bin
LIBRARIES := .venv/.libraries
READY := .venv/.ready
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test lab notebooks lock benchmark
.DELETE_ON_ERROR:

help:
	@echo "make run        set everything up, run the notebooks, leave the results in runs/default"
	@echo "make test       run the tests, and the committed notebooks against a fresh run"
	@echo "make lab        open JupyterLab on the notebooks"
	@echo "make notebooks  execute the committed notebooks in place"
	@echo "make benchmark  time a whole run against papermill's own command"
	@echo "make lock       renew requirements.lock and environment.yml from pyproject.toml (needs uv)"

# The stamp holds the folder it was made in: the programs of an environment that was moved or copied point elsewhere.
ifneq ($(shell cat $(LIBRARIES) 2>/dev/null),$(CURDIR))
.PHONY: $(LIBRARIES)
endif

# No address and no unhashed file: pip takes exactly what the lock lists, from whichever index it is set up with.
$(LIBRARIES): requirements.lock
	@python=$$(sh .ci/find-python $(PYTHON)) && echo "Making .venv with $$python" && "$$python" -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement requirements.lock
	@printf '%s' '$(CURDIR)' > $@

$(READY): $(LIBRARIES) pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

run: $(READY)
	@$(BIN)/armstrail run

# The unit tests and the notebooks are two calls of pytest, because nbval slows every test it is loaded beside.
# Each step runs whatever became of the one before, so that one look shows all failures; any failure fails all.
test: $(READY)
	@status=0; \
	$(BIN)/armstrail run || status=1; \
	$(BIN)/python -m pytest -q --doctest-modules src/helpers tests || { status=1; failed="$$failed tests"; }; \
	$(BIN)/python -m pytest -q -p nbval --nbval --nbval-current-env --nbval-sanitize-with tests/sanitize.cfg \
	    --nbval-cell-timeout=300 notebooks || { status=1; failed="$$failed notebooks"; }; \
	if [ $$status -ne 0 ]; then echo "FAILED:$${failed:- the default run}" >&2; fi; exit $$status

lab: $(READY)
	$(BIN)/python -m jupyterlab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks \
	    $(if $(filter 0,$(shell id -u)),--allow-root)

notebooks: $(READY)
	@$(BIN)/armstrail notebooks

benchmark: $(READY)
	@$(BIN)/python benchmarks/run.py

lock: $(READY)
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --all-extras \
	    pyproject.toml --output-file requirements.lock
	$(BIN)/python .ci/environment.py
