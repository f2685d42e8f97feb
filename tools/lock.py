"""Write requirements.lock and requirements-dev.lock anew from pyproject.toml.

Needs ``uv`` (``pip install uv``). The locks hold for Python 3.11 and later on Linux and Windows;
every file carries its hashes, and no index is named, so they install from the reader's own.
Use ``--upgrade`` to take the newest versions; without it the versions in the locks are kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"


def compile_lock(output: str, *arguments: str) -> None:
    """Resolve pyproject.toml into ``output``; raises CalledProcessError when uv cannot."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "UV_INDEX", "UV_EXTRA", "UV_FIND", "UV_DEFAULT"))
    }
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml"),
        *("--no-config", "--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"),
        *("--output-file", output, *arguments, *sys.argv[1:]),
    ]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """The runtime lock first: the development lock must hold the very same versions."""
    compile_lock(RUNTIME)
    compile_lock(DEVELOPMENT, "--group", "dev", "--constraint", RUNTIME)


if __name__ == "__main__":
    main()
