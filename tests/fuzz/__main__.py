"""Fuzz for some minutes: ``python tests/fuzz --minutes 10 [--seed N]``; exit code 1 when something does not hold.

A text that breaks something is named by its seed and written to a file; ``--seed N --minutes 0`` tries it again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])

from fuzz.held import hold  # noqa: E402
from fuzz.splices import splice  # noqa: E402

MOST_BROKEN = 20


def main() -> int:
    """Try seed after seed until the time is over."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=int(time.time()) * 1_000)
    given = asked.parse_args()
    end = time.monotonic() + given.minutes * 60
    folder = Path(tempfile.mkdtemp(prefix="newsclaims-fuzz-"))
    seed, broken = given.seed, 0
    while broken < MOST_BROKEN:
        try:
            hold(seed, folder)
        except Exception:
            broken += 1
            text, day = splice(seed)
            path = folder / f"broken-{seed}.txt"
            path.write_text(text, encoding="utf-8", errors="surrogatepass")
            print(f"seed {seed}, date {day}, {path}")
            print("  " + "".join(traceback.format_exc(limit=-3)).strip().replace("\n", "\n  "), flush=True)
        seed += 1
        if time.monotonic() >= end:
            break
    print(f"{seed - given.seed:,} texts, {broken} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
