"""pyproject.toml, requirements.lock, environment.yml and what is installed say the same, package by package."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import subprocess
import sys
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from helpers import paths

ROOT = paths.root()
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def _written_by_make_lock():
    spec = importlib.util.spec_from_file_location("environment", ROOT / ".ci" / "environment.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ENVIRONMENT = _written_by_make_lock()
PINS = [Requirement(f"{name}=={version}" + (f" ; {marker}" if marker else ""))
        for name, version, marker in ENVIRONMENT.pins(LOCK)]


def here(requirements):
    """Those that apply to this Python on this system, by canonical name."""
    return {canonicalize_name(item.name): item for item in requirements if not item.marker or item.marker.evaluate()}


def version(requirement):
    (specifier,) = requirement.specifier
    assert specifier.operator == "=="
    return specifier.version


GROUPS = {"project": PROJECT["project"]["dependencies"], **PROJECT["project"]["optional-dependencies"],
          "build-system": PROJECT["build-system"]["requires"]}
ASKED = [(group, line) for group, lines in GROUPS.items() for line in lines]


@pytest.mark.parametrize(("group", "line"), ASKED, ids=[f"{group}-{Requirement(line).name}" for group, line in ASKED])
def test_every_requirement_is_pinned_within_its_bounds(group, line):
    wanted = Requirement(line)
    pins = [pin for pin in PINS if canonicalize_name(pin.name) == canonicalize_name(wanted.name)]
    assert pins, f"{wanted.name} of {group} is not in requirements.lock; run: make lock"
    assert all(wanted.specifier.contains(version(pin)) for pin in pins), f"{line} excludes {pins}; run: make lock"


def test_the_lock_was_read_whole():
    assert len(PINS) == len(re.findall(r"^\S+==", LOCK, re.MULTILINE)) > 100
    assert LOCK.count("--hash=sha256:") >= len(PINS)


def test_the_lock_holds_no_address_of_an_index():
    text = LOCK + (ROOT / "environment.yml").read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|file:|@ ", text)


def test_conda_brings_python_and_pip_and_nothing_else():
    *conda, pip = CONDA["dependencies"]
    assert CONDA["channels"] == ["conda-forge", "nodefaults"]
    assert conda == [f"python={ENVIRONMENT.PYTHON}", "pip"] and list(pip) == ["pip"]
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains(f"{ENVIRONMENT.PYTHON}.12")
    assert pip["pip"][0] == "-e .", "the project itself is installed editable"


def test_conda_and_lock_pin_the_same_versions_package_by_package():
    assert CONDA["dependencies"][-1]["pip"][1:] == ENVIRONMENT.for_conda(ENVIRONMENT.pins(LOCK)), "run: make lock"
    conda = [Requirement(line) for line in CONDA["dependencies"][-1]["pip"][1:]]
    pinned = {(canonicalize_name(pin.name), version(pin)) for pin in PINS}
    assert {(canonicalize_name(item.name), version(item)) for item in conda} <= pinned
    if sys.version_info[:2] == (3, 11):
        assert {name: version(item) for name, item in here(conda).items()} == {
            name: version(pin) for name, pin in here(PINS).items()}


def test_every_pin_for_another_python_says_so():
    # A marker the writer of environment.yml cannot read must stop it, not slip through.
    with pytest.raises(SystemExit, match="names Python beside something else"):
        ENVIRONMENT.for_conda([("a", "1", "python_version < '3.12' and sys_platform == 'win32'")])


def test_installed_versions_are_the_pins():
    wrong = {}
    for name, pin in here(PINS).items():
        try:
            installed = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            installed = "nothing"
        if installed != version(pin):
            wrong[name] = f"installed {installed}, pinned {version(pin)}"
    assert not wrong, "the environment is not the lock; run: make run"


def test_every_requirement_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.findall(r'^    "[^"]+",(.*)$', text, re.MULTILINE)
    assert listed and all(re.match(r"\s+# \S.{5,}", comment) for comment in listed)


def test_the_environment_that_runs_notebooks_does_not_pay_for_jupyterlab():
    code = ("import helpers.running.execution as e, sys; e._quiet(); import papermill; "
            "print([name for name in ('jupyterlab', 'lark', 'notebook') if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
