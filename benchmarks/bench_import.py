"""What `import vnplan` costs, as a multiple of `import attrs`: python benchmarks/bench_import.py [--limit 2.5].

(import vnplan - bare python) / (import attrs - bare python), best of 25 runs each, taken in turn.
Exit status 1 above the limit.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

RUNS = 25
PROGRAMS = {"python": "pass", "attrs": "import attrs", "vnplan": "import vnplan"}


def seconds(program: str) -> float:
    """Wall time of one fresh interpreter that runs the program."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return time.perf_counter() - started


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(description="What `import vnplan` costs.")
    options.add_argument("--limit", type=float, default=2.5, help="highest ratio allowed (default %(default)s)")
    limit: float = options.parse_args().limit
    best = dict.fromkeys(PROGRAMS, float("inf"))
    for _ in range(RUNS):
        for name, program in PROGRAMS.items():
            best[name] = min(best[name], seconds(program))
    ratio = (best["vnplan"] - best["python"]) / (best["attrs"] - best["python"])
    for name, least in best.items():
        print(f"{name:<7} {1000 * least:6.1f} ms")
    print(f"ratio   {ratio:6.2f}, allowed {limit}")
    return 0 if ratio <= limit else 1


if __name__ == "__main__":
    sys.exit(main())
