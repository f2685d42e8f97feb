"""Does every locked package have a wheel for 64-bit Windows? Prints a table; exit code 1 if not.

pip is asked as a Windows machine would ask it: the locked version, with one of the locked hashes,
as a wheel for ``win_amd64`` and the given Python, or a pure one. Nothing is installed. The wheels
are fetched into pip's cache (about 170 MB the first time), so this is not part of the test run.

    python tools/check_windows_wheels.py [requirements.lock] [3.11 3.12 ...]
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.markers import Marker, default_environment

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+))?")


def entries(lock: str) -> list[tuple[str, str, str]]:
    """Each locked package as (name, marker or "", its lines without the marker)."""
    found: list[tuple[str, str, str]] = []
    for chunk in re.split(r"\n(?=[A-Za-z0-9])", lock.strip()):
        if match := ENTRY.match(chunk):
            marker = (match["marker"] or "").strip()
            lines = chunk.replace(f" ; {match['marker']}", " ") if match["marker"] else chunk
            kept = [line for line in lines.splitlines() if not line.lstrip().startswith("#")]
            found.append((match["name"], marker, "\n".join(kept).rstrip(" \\")))
    return found


def wanted_on_windows(marker: str, python: str) -> bool:
    """Would pip on Windows, under ``python`` such as "3.12", take a package with this marker?"""
    windows: dict[str, str] = {
        **{name: str(value) for name, value in default_environment().items()},
        "sys_platform": "win32",
        "os_name": "nt",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "implementation_name": "cpython",
        "python_version": python,
        "python_full_version": f"{python}.0",
    }
    return not marker or Marker(marker).evaluate(windows)


def wheel_for(requirement: str, python: str) -> str:
    """The wheel's file name, or "" and pip's last line on standard error."""
    with tempfile.TemporaryDirectory() as folder:
        lock = Path(folder, "one.lock")
        lock.write_text(requirement + "\n", encoding="utf-8")
        report = Path(folder, "report.json")
        command = [
            *(sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--no-deps"),
            *("--ignore-installed", "--require-hashes", "--only-binary=:all:"),
            *("--platform", "win_amd64", "--python-version", python, "--implementation", "cp"),
            *("--target", folder, "--report", str(report), "--requirement", str(lock)),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stderr.strip().splitlines()[-1], file=sys.stderr)
            return ""
        installs = json.loads(report.read_text(encoding="utf-8"))["install"]
        return str(installs[0]["download_info"]["url"]).rsplit("/", 1)[-1]


def main(arguments: list[str]) -> int:
    """Print one row a package, one column a Python."""
    locks = [word for word in arguments if word.endswith(".lock")] or ["requirements.lock"]
    pythons = [word for word in arguments if not word.endswith(".lock")] or list(PYTHONS)
    missing = 0
    for lock in locks:
        print(f"{lock}: win_amd64 | " + " | ".join(pythons))
        for name, marker, requirement in entries((ROOT / lock).read_text(encoding="utf-8")):
            cells = []
            for python in pythons:
                if not wanted_on_windows(marker, python):
                    cells.append("not needed")
                    continue
                wheel = wheel_for(requirement, python)
                missing += not wheel
                cells.append("-".join(wheel[: -len(".whl")].split("-")[2:]) or "NONE")
            print(f"{name} | " + " | ".join(cells), flush=True)
    print(f"{missing} missing")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
