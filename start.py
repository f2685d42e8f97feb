"""Set everything up, then start the program on the sample office.

    python3 start.py            (Windows: py start.py, or double-click start.bat)

Without a display every document of the sample is exported to a folder instead. Words after it go to
main.py unchanged: ``python3 start.py FILE``, ``python3 start.py export FILE --all --to FOLDER``.
"""

import sys

import bootstrap
from bootstrap import ROOT, run_in_environment, say

MAIN = str(ROOT / "main.py")
SAMPLE = ROOT / "out" / "ตัวอย่าง.itadb"
SAMPLE_DOCUMENTS = ROOT / "out" / "เอกสารตัวอย่าง"


def set_up() -> None:
    """Everything the program needs, and no more than that."""
    bootstrap.check_python()
    missing = bootstrap.missing_environment_maker()
    if bootstrap.has_display():
        missing += bootstrap.missing_libraries(bootstrap.QT_LIBRARIES + bootstrap.WINDOW_LIBRARIES)
    bootstrap.install_packages(missing)
    bootstrap.make_environment()
    bootstrap.install_lock("requirements.lock")


def make_sample() -> int:
    """Write the sample office, unless it is there already; main.py's exit code."""
    if SAMPLE.exists():
        return 0
    SAMPLE.parent.mkdir(parents=True, exist_ok=True)
    say(f"กำลังสร้างแฟ้มงานตัวอย่าง {SAMPLE}")
    return run_in_environment(MAIN, "new", str(SAMPLE), "--sample")


def show_sample() -> int:
    """The window on the sample office, or without a display its documents in a folder."""
    failed = make_sample()
    if failed:
        return failed
    if bootstrap.has_display():
        say("กำลังเปิดโปรแกรมกับแฟ้มงานตัวอย่าง")
        return run_in_environment(MAIN, str(SAMPLE))
    say("เครื่องนี้ไม่มีจอแสดงผล จึงส่งออกเอกสารตัวอย่างทุกฉบับแทนการเปิดหน้าต่าง")
    SAMPLE_DOCUMENTS.mkdir(parents=True, exist_ok=True)
    target = ("--all", "--to", str(SAMPLE_DOCUMENTS), "--force")
    failed = run_in_environment(MAIN, "export", str(SAMPLE), *target)
    if not failed:
        say(f"เอกสารตัวอย่างทั้งหมดอยู่ที่ {SAMPLE_DOCUMENTS}")
    return failed


def main() -> int:
    """The exit code: 0 when all went well, 1 when setting up failed, else main.py's own."""
    bootstrap.speak_thai()
    try:
        set_up()
    except bootstrap.SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    if sys.argv[1:]:
        return run_in_environment(MAIN, *sys.argv[1:])
    return show_sample()


if __name__ == "__main__":
    sys.exit(main())
