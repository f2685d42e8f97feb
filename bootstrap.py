"""What start.py and run_tests.py share: an environment of our own, filled from a lock file.

Only the standard library, and (like the two scripts) only syntax that Python 3.7 can read, so that
an old Python is told in Thai that it is too old instead of failing with a syntax error.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
OLDEST = (3, 11)

# Shared library (as the loader knows it) and the Debian package that holds it.
QT_LIBRARIES = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
)
WINDOW_LIBRARIES = (
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
    ("libcups.so.2", "libcups2"),  # Qt finds printers with it
)
TEST_LIBRARIES = (("libthai.so.0", "libthai0"),)  # the window is tested with it and without
TEST_PROGRAMS = (
    ("Xvfb", "xvfb"),
    ("xauth", "xauth"),
    ("openbox", "openbox"),
    ("xdotool", "xdotool"),
    ("pdftotext", "poppler-utils"),
    ("mutool", "mupdf-tools"),
    ("hb-view", "libharfbuzz-bin"),
    ("soffice", "libreoffice-writer-nogui"),  # it opens our Word files, and
    ("soffice", "libreoffice-calc-nogui"),  # our workbooks: some 100 MB to download
    ("strace", "strace"),  # whether an edit is on the disk before it is said to be
)


class SetUpError(Exception):
    """What stands in the way of setting up, in Thai, with what to do about it."""


def say(sentence: str) -> None:
    """One line of progress, shown at once."""
    print(sentence, flush=True)


def speak_thai() -> None:
    """A Windows console may have an old code page: never fail for want of a letter."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def check_python() -> None:
    """Raise SetUpError under a Python older than 3.11."""
    if sys.version_info < OLDEST:
        raise SetUpError(
            "เครื่องนี้ใช้ Python {}.{} ซึ่งเก่าเกินไป โปรแกรมนี้ต้องใช้ Python 3.11 ขึ้นไป\n"
            "โปรดติดตั้งจาก https://www.python.org/downloads/ แล้วสั่งใหม่อีกครั้ง".format(
                *sys.version_info[:2]
            )
        )


def has_display() -> bool:
    """Can a window be shown? Windows and macOS always can; Linux needs X11 or Wayland."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_libraries(wanted: "tuple[tuple[str, str], ...]") -> "list[str]":
    """Packages of the shared libraries that the loader cannot load."""
    missing = []
    for library, package in wanted if sys.platform.startswith("linux") else ():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def missing_programs(wanted: "tuple[tuple[str, str], ...]") -> "list[str]":
    """Packages of the programs that are not on the path."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for program, package in wanted if shutil.which(program) is None]


def missing_environment_maker() -> "list[str]":
    """Debian's package of what makes an environment, if one is still to be made."""
    if not sys.platform.startswith("linux") or environment_works():
        return []
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return ["python{}.{}-venv".format(*sys.version_info[:2])]
    return []


def install_packages(packages: "list[str]") -> None:
    """Install Debian packages as root or by a sudo that asks nothing; else say the command."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SetUpError(
            f"ระบบนี้ยังขาดส่วนประกอบต่อไปนี้ (ชื่อตามระบบ Debian): {names}\n"
            "โปรดติดตั้งด้วยโปรแกรมติดตั้งของระบบ แล้วสั่งใหม่อีกครั้ง"
        )
    prefix = administrator_prefix()
    if prefix is None:
        raise SetUpError(
            "ระบบนี้ยังขาดส่วนประกอบที่ต้องให้ผู้ดูแลเครื่องติดตั้ง โปรดสั่งคำสั่งต่อไปนี้หนึ่งครั้ง แล้วสั่งใหม่อีกครั้ง\n"
            f"    sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
        )
    say(f"กำลังติดตั้งส่วนประกอบของระบบ: {names}")
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    steps = (
        [*quiet, "update"],
        [*quiet, "-o", "Dpkg::Use-Pty=0", "install", "-y", "--no-install-recommends", *packages],
    )
    for step in steps:
        done = subprocess.run(
            step,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SetUpError(
                f"{done.stdout.strip()}\nติดตั้งส่วนประกอบของระบบไม่สำเร็จ "
                "โปรดตรวจการเชื่อมต่ออินเทอร์เน็ต แล้วสั่งใหม่อีกครั้ง"
            )


def administrator_prefix() -> "list[str] | None":
    """Words to put before a command that needs the administrator; None if that may not be."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if allowed.returncode == 0 else None


def environment_python() -> Path:
    """The Python inside our environment."""
    windows = os.name == "nt"
    return ENVIRONMENT.joinpath(*(("Scripts", "python.exe") if windows else ("bin", "python")))


def environment_works() -> bool:
    """Is there an environment, with pip, whose Python still runs and is new enough?"""
    if not environment_python().exists():
        return False
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    try:
        asked = subprocess.run(
            [str(environment_python()), "-c", question], capture_output=True, check=False
        )
    except OSError:
        return False
    return asked.returncode == 0


def make_environment() -> None:
    """Create ``.venv`` in the checkout, or mend one whose Python went away."""
    if environment_works():
        return
    say("กำลังเตรียมที่เก็บส่วนประกอบของโปรแกรม (โฟลเดอร์ .venv)")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if made.returncode:
        raise SetUpError(
            f"{made.stdout.strip()}\nเตรียมโฟลเดอร์ {ENVIRONMENT} ไม่สำเร็จ "
            "โปรดตรวจว่าเขียนลงโฟลเดอร์นี้ได้และที่ว่างในเครื่องพอ แล้วสั่งใหม่อีกครั้ง"
        )


def install_lock(name: str) -> None:
    """Install a lock file into the environment, unless this very lock is in it already.

    A stamp inside the environment holds the lock's SHA-256; it is taken away before and written
    after, so that an installation that was cut short is done again.
    """
    lock = ROOT / name
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = ENVIRONMENT / (name + ".sha256")
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    say("กำลังดาวน์โหลดและติดตั้งส่วนประกอบ ครั้งแรกใช้อินเทอร์เน็ตและเวลาหลายนาที ครั้งต่อไปไม่ต้องใช้อีก")
    if stamp.exists():
        stamp.unlink()
    command = [
        *(str(environment_python()), "-m", "pip", "install", "--disable-pip-version-check"),
        *("--no-input", "--only-binary=:all:", "--require-hashes", "--requirement", str(lock)),
    ]
    if not sys.stdout.isatty():
        command.append("--quiet")
    if subprocess.run(command, cwd=str(ROOT), check=False).returncode:
        raise SetUpError(
            "ติดตั้งส่วนประกอบไม่สำเร็จ โปรดตรวจการเชื่อมต่ออินเทอร์เน็ตและที่ว่างในเครื่อง "
            "(ราว 700 MB) แล้วสั่งใหม่อีกครั้ง\n"
            "(ส่วนประกอบมีครบสำหรับ Python 3.11 ถึง 3.15 เครื่องนี้ใช้ {}.{})".format(*sys.version_info[:2])
        )
    stamp.write_text(digest, encoding="ascii")


def child_environment() -> "dict[str, str]":
    """Surroundings of the programs we start: Thai in and out whatever the console's code page."""
    return dict(os.environ, PYTHONUTF8="1")


def run_in_environment(*arguments: str) -> int:
    """Run our environment's Python where the caller stands and wait; the exit code."""
    command = [str(environment_python()), *arguments]
    return subprocess.run(command, env=child_environment(), check=False).returncode
