"""Setting up: what can be held without a bare machine."""

from __future__ import annotations

import ast
import shutil
import sys

import pytest

import bootstrap
from bootstrap import ROOT


@pytest.mark.parametrize("script", ["bootstrap.py", "start.py", "run_tests.py"])
def test_an_old_python_can_read_the_set_up_scripts(script: str) -> None:
    ast.parse((ROOT / script).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_told_in_thai_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(bootstrap.SetUpError, match=r"Python 3\.9 ซึ่งเก่าเกินไป .* Python 3\.11 ขึ้นไป"):
        bootstrap.check_python()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux is asked")
def test_what_is_missing_is_found_by_trying_and_named_by_its_package() -> None:
    libraries = (("libc.so.6", "libc6"), ("libnothing-of-the-kind.so.9", "libnothing9"))
    assert bootstrap.missing_libraries(libraries) == ["libnothing9"]
    programs = (("sh", "dash"), ("nothing-of-the-kind", "nothing"))
    assert bootstrap.missing_programs(programs) == ["nothing"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux is asked")
def test_a_display_is_one_of_x11_or_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not bootstrap.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert bootstrap.has_display()


def test_without_an_installer_of_packages_their_names_are_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    assert shutil.which("apt-get") is None
    with pytest.raises(bootstrap.SetUpError, match="libegl1 xvfb"):
        bootstrap.install_packages(["libegl1", "xvfb"])


def test_the_batch_files_end_their_lines_as_windows_does() -> None:
    for name in ("start.bat", "run_tests.bat"):
        content = (ROOT / name).read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n") > 0
        assert content.isascii()  # cmd.exe reads them in whatever code page it has
