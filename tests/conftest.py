"""Flags of the test suite."""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

LEARN = Path(__file__).parent.parent / "newsclaims" / "learn"


def load_learn() -> None:
    """Make the scripts of the checkout importable beside an installed package, which leaves them out."""
    if find_spec("newsclaims.learn") is None:
        spec = spec_from_file_location(
            "newsclaims.learn", LEARN / "__init__.py", submodule_search_locations=[str(LEARN)]
        )
        assert spec is not None and spec.loader is not None
        sys.modules["newsclaims.learn"] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules["newsclaims.learn"])


load_learn()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", help="hostile-input tests at full size (minutes instead of seconds)"
    )
    parser.addoption("--update-golden", action="store_true", help="write the expected JSON beside the samples anew")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether the expected output of the samples is to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Tell whether tests run at full size."""
    return bool(request.config.getoption("--full"))
