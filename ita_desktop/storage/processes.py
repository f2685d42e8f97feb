"""Whose process this is, and whether another one of this computer still runs.

A process number is given out again after its process has ended, so it counts only together with
the moment its process began.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path


def user_name() -> str:
    """Who is logged in; empty where the system does not say."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # Windows without a name in its surroundings; no entry
        return ""


def began(pid: int) -> str | None:
    """When a process of this computer began, as a word to compare; None where there is none.

    On systems that do not tell, the word is empty for any process that runs.
    """
    if pid <= 0:
        return None
    if sys.platform == "win32":
        return _began_on_windows(pid)
    if Path("/proc/self/stat").exists():
        return _began_by_proc(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except OSError:
        return ""
    return ""


def _began_by_proc(pid: int) -> str | None:
    """The boot's id and the clock ticks from boot to start (``proc(5)``, field 22 of stat)."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    except OSError:
        return None
    state, *fields = stat.rpartition(")")[2].split()
    return None if state in "ZX" else f"{boot}/{fields[18]}"


if sys.platform == "win32":

    def _began_on_windows(pid: int) -> str | None:
        """Creation time in units of 100 ns (``GetProcessTimes``)."""
        import ctypes
        from ctypes import wintypes

        query_limited_information, still_active = 0x1000, 259
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(query_limited_information, False, pid)
        if not handle:
            access_denied = 5
            return "" if ctypes.get_last_error() == access_denied else None
        try:
            code = wintypes.DWORD()
            times = [wintypes.FILETIME() for _ in range(4)]
            process = wintypes.HANDLE(handle)
            kernel.GetExitCodeProcess(process, ctypes.byref(code))
            kernel.GetProcessTimes(process, *(ctypes.byref(time) for time in times))
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))
        if code.value != still_active:
            return None
        return str(times[0].dwHighDateTime << 32 | times[0].dwLowDateTime)

else:

    def _began_on_windows(pid: int) -> str | None:
        raise NotImplementedError
