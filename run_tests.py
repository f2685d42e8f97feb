"""Set everything up for the tests, then run every check of the project.

    python3 run_tests.py            (Windows: py run_tests.py, or double-click run_tests.bat)

ruff (lint and format), mypy (strict on ita_desktop/) and pytest, in this order; each runs even if
one before it failed. Any words after it go to pytest: ``python3 run_tests.py -k timeline``.
"""

import os
import sys

import bootstrap
from bootstrap import ROOT, run_in_environment, say


def set_up() -> None:
    """What the program needs, a screen of our own, and programs that read PDFs independently."""
    bootstrap.check_python()
    libraries = bootstrap.QT_LIBRARIES + bootstrap.WINDOW_LIBRARIES + bootstrap.TEST_LIBRARIES
    missing = bootstrap.missing_environment_maker()
    missing += bootstrap.missing_libraries(libraries)
    missing += bootstrap.missing_programs(bootstrap.TEST_PROGRAMS)
    bootstrap.install_packages(missing)
    bootstrap.make_environment()
    bootstrap.install_lock("requirements-dev.lock")


def workers() -> str:
    """How many tests run side by side: one a core, at most four."""
    return str(min(os.cpu_count() or 1, 4))


def run_checks(pytest_words: "list[str]") -> "list[str]":
    """The names of the checks that failed."""
    checks = (
        ("ruff check", ("ruff", "check", ".")),
        ("ruff format", ("ruff", "format", "--check", ".")),
        ("mypy", ("mypy",)),
        ("pytest", ("pytest", "-n", workers(), "--dist", "loadfile", *pytest_words)),
    )
    failed = []
    for name, words in checks:
        say(f"== {name} ==")
        if run_in_environment("-m", *words):
            failed.append(name)
    return failed


def main() -> int:
    """The exit code: 0 when every check passed."""
    bootstrap.speak_thai()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        set_up()
    except bootstrap.SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    os.chdir(str(ROOT))
    failed = run_checks(sys.argv[1:])
    say("ไม่ผ่าน: " + ", ".join(failed) if failed else "ผ่านทุกการตรวจ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
