"""Set the same long tables with this program and with its peers, and compare what it costs.

    python benchmarks/tables.py [--rows 100 1000 5000] [--engines ours typst …]

Every run is a cold process. Engines take turns within a round, and with ``--repeat`` each figure is
the least of its rounds: on a busy machine that is the nearest to the truth.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.engines import ENGINES, OURS, Engine
from benchmarks.measuring import Cost, cost_of

ROOT = Path(__file__).resolve().parent.parent

GOAL_SPEED = 15.0
"""Times faster than the best peer at 1,000 rows."""
GOAL_PEAK = 300.0
"""MB at 1,000 rows."""
GOAL_GROWTH = 5.5
"""Time of 5,000 rows against that of 1,000."""


@dataclass(frozen=True, slots=True)
class Result:
    """One engine at one number of rows; ``size`` of the file in MB, ``read`` by reader."""

    engine: Engine
    rows: int
    cost: Cost
    size: float = 0.0
    pages: int = 0
    read: tuple[tuple[str, float], ...] = ()


def main() -> None:
    """Run what is asked for and installed, print a table and the ratios."""
    given = _arguments()
    wanted = [engine for engine in ENGINES if engine.name in given.engines]
    for engine in wanted:
        if engine.missing:
            print(f"Left out: {engine.title}, {engine.missing} is not installed.")
            print(f"    To have it: {engine.install}")
    present = [engine for engine in wanted if not engine.missing]
    results: list[Result] = []
    _print_heading()
    for count in sorted(given.rows):
        running = [e for e in present if e.name in OURS or count <= given.peer_rows]
        found = _measured(running, count, given)
        for result in found:
            print(_line(result), flush=True)
        results += found
    print()
    for line in _ratios(results):
        print(line)


def _arguments() -> argparse.Namespace:
    names = [engine.name for engine in ENGINES]
    parser = argparse.ArgumentParser(
        description="Set the same table with several engines.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument("--rows", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--engines", nargs="+", choices=names, default=names)
    parser.add_argument("--repeating", action="store_true", help="rows whose phrases come back")
    parser.add_argument("--peer-rows", type=int, default=1000, help="most rows for other engines")
    parser.add_argument("--repeat", type=int, default=1, help="rounds; the least of each is shown")
    parser.add_argument("--limit", type=float, default=600, help="seconds a run may take")
    parser.add_argument("--read-rows", type=int, default=100, help="most rows to read back")
    parser.add_argument("--keep", type=Path, help="folder to leave the PDFs in")
    return parser.parse_args()


def _measured(engines: list[Engine], count: int, given: argparse.Namespace) -> list[Result]:
    """Every engine at one number of rows, in turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        out = {engine.name: folder.resolve() / f"{engine.name}-{count}.pdf" for engine in engines}
        costs: dict[str, Cost] = {}
        flags = ["--repeating"] if given.repeating else []
        for _ in range(given.repeat):
            for engine in engines:
                if engine.name in costs and costs[engine.name].failure:
                    continue
                module = f"benchmarks.engines.{engine.module}"
                command = [sys.executable, "-m", module, str(count), str(out[engine.name])]
                cost = cost_of([*command, *engine.words, *flags], folder=ROOT, limit=given.limit)
                costs[engine.name] = _least(costs.get(engine.name, cost), cost)
        if count > given.read_rows:
            flags.append("--pages")
        return [
            _result(engine, count, costs[engine.name], out[engine.name], flags)
            for engine in engines
        ]


def _least(one: Cost, other: Cost) -> Cost:
    if other.failure:
        return other
    return Cost(min(one.wall, other.wall), min(one.cpu, other.cpu), min(one.peak, other.peak))


def _result(engine: Engine, count: int, cost: Cost, pdf: Path, flags: list[str]) -> Result:
    if cost.failure:
        return Result(engine, count, cost)
    command = [sys.executable, "-m", "benchmarks.reading", str(count), str(pdf), *flags]
    said = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    found = json.loads(said)
    read = tuple(found["read"].items())
    return Result(engine, count, cost, pdf.stat().st_size / 1e6, found["pages"], read)


def _print_heading() -> None:
    print("| engine | rows | wall s | CPU s | peak MB | file MB | pages | words read back |")
    print("|---|--:|--:|--:|--:|--:|--:|---|", flush=True)


def _line(result: Result) -> str:
    cost, title = result.cost, f"| {result.engine.title} | {result.rows:,} |"
    if cost.failure:
        return f"{title} {cost.failure} ||||||"
    read = ""
    if result.read:
        ordered = sorted(result.read, key=lambda each: each[1])
        (worst, low), (best, high) = ordered[0], ordered[-1]
        read = f"{_floor(low)} ({worst}) to {_floor(high)} ({best})"
        if _floor(low) == _floor(high):
            read = f"{_floor(low)} in {', '.join(name for name, _ in result.read)}"
    return (
        f"{title} {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f} | {result.size:.1f} "
        f"| {result.pages} | {read} |"
    )


def _floor(share: float) -> str:
    """Three decimals, never rounded up to 1."""
    return f"{int(share * 1000) / 1000:.3f}"


def _ratios(results: list[Result]) -> list[str]:
    """What the goals are about, in sentences."""
    done = {(each.engine.name, each.rows): each for each in results if not each.cost.failure}
    lines: list[str] = []
    for count in sorted({each.rows for each in results}):
        for name in OURS:
            lines += _against_peers(done, name, count)
    for name in OURS:
        own = done.get((name, 1000))
        if own is not None:
            lines.append(
                f"{own.engine.title}: {own.cost.peak:.0f} MB at 1,000 rows "
                f"(goal under {GOAL_PEAK:.0f})"
            )
        large = done.get((name, 5000))
        if own is not None and large is not None:
            lines.append(
                f"{own.engine.title}: 5,000 rows take {large.cost.wall / own.cost.wall:.2f} times "
                f"as long as 1,000, {large.cost.cpu / own.cost.cpu:.2f} times the CPU "
                f"(goal at most {GOAL_GROWTH})"
            )
    return lines


def _against_peers(done: dict[tuple[str, int], Result], name: str, count: int) -> list[str]:
    own = done.get((name, count))
    peers = [each for (other, rows), each in done.items() if rows == count and other not in OURS]
    if own is None or not peers:
        return []
    best = min(peers, key=lambda each: each.cost.wall)
    goal = f" (goal {GOAL_SPEED:.0f})" if (name, count) == ("ours", 1000) else ""
    others = ", ".join(
        f"{each.engine.title} {each.cost.wall / own.cost.wall:.1f}"
        f" (CPU {each.cost.cpu / own.cost.cpu:.1f})"
        for each in peers
    )
    return [
        f"{own.engine.title} at {count:,} rows: {best.cost.wall / own.cost.wall:.1f} times as fast "
        f"as {best.engine.title}, the best peer{goal}. Times as long: {others}"
    ]


if __name__ == "__main__":
    main()
