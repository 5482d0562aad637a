"""Flags of the test suite."""

from __future__ import annotations

import pytest


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
