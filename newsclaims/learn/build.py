"""What the build makes besides copying: the regular expressions, compiled for the Python that installs.

They only save time, so that a build which cannot make them goes on without.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Made(BuildHookInterface):  # type: ignore[misc]
    """Makes ``newsclaims/patterns.bin`` before the files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file, of a wheel and of an editable installation alike."""
        made = subprocess.run([sys.executable, "-m", "newsclaims.learn.patterns"], cwd=self.root, check=False)
        if made.returncode == 0:
            build_data["artifacts"].append("/newsclaims/patterns.bin")
        else:
            self.app.display_warning("newsclaims/patterns.bin was not made: the program will start more slowly")
