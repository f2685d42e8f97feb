"""The front door: a window, or a command.

python main.py [FILE]            open the window, on FILE where one is given
python main.py COMMAND …         the same work without a window; --help lists the commands
"""

from __future__ import annotations

import sys
from pathlib import Path

from ita_desktop import cli


def main(words: list[str]) -> int:
    """The exit code: 0 when all went well, 2 for a mistake the user can mend, 1 for one of ours."""
    if cli.is_command(words):
        return cli.run(words)
    return cli.guarded(lambda: _window(words))


def _window(words: list[str]) -> int:
    path = cli.window_path(words)
    cli.need_display()
    from ui.app import run

    return run(Path(path) if path else None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
