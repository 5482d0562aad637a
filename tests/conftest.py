"""Flags of the test suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", help="hostile-input tests at full size (minutes instead of seconds)"
    )


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Tell whether tests run at full size."""
    return bool(request.config.getoption("--full"))
