"""The command ``copy``, run as a person runs it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop import cli
from ita_desktop.model.records import Evidence, SentCopy
from ita_desktop.session.holding import COPY_TO_READ, open_or_read
from ita_desktop.storage.store import open_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ตัวอย่าง #1 100%.itadb"
    assert cli.run(["new", str(path), "--sample"]) == 0
    return path


def test_a_copy_is_written_with_its_note_and_remembered(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = file.parent / "แฟลชไดรฟ์"
    stick.mkdir()
    words = ["copy", str(file), str(stick), "--to", "ปลัดเทศบาล", "--note", "text", "--no-photos"]
    assert cli.run(words) == 0
    told = capsys.readouterr().out
    [copy] = stick.glob("*.itadb")
    [note] = stick.glob("*.txt")
    assert str(copy) in told and str(note) in told
    with closing(open_file(copy, read_only=True)) as store:
        assert store.fingerprint() in told
        photos = [one.picture for one in store.load().of(Evidence)]
        assert photos and store.attachment(photos[0]) is None
        assert store.history() == ()
    with closing(open_file(file, read_only=True)) as store:
        [sent] = store.load().of(SentCopy)
        assert (sent.receiver, sent.file_name) == ("ปลัดเทศบาล", copy.name)


def test_no_file_is_written_over_unless_it_is_said(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = file.with_name("สำเนา.itadb")
    words = ["copy", str(file), str(target), "--note", "none"]
    assert cli.run(words) == 0
    before = target.read_bytes()
    assert cli.run(words) == cli.MISTAKE
    assert "สำเนา.itadb" in capsys.readouterr().err
    assert target.read_bytes() == before
    assert cli.run([*words, "--history", "--force"]) == 0
    with closing(open_file(target, read_only=True)) as store:
        assert store.history()
    assert cli.run(["copy", str(file), str(file), "--force"]) == cli.MISTAKE
    assert cli.run(["copy", str(file), str(target), "--note", "doc"]) == cli.MISTAKE
    assert "--note pdf" in capsys.readouterr().err


def test_a_copy_that_was_sent_is_opened_to_read_and_worked_in_on_request(file: Path) -> None:
    target = file.with_name("สำเนา.itadb")
    assert cli.run(["copy", str(file), str(target), "--note", "none"]) == 0
    before = sorted(file.parent.iterdir()), target.read_bytes()
    with closing(open_or_read(target)) as opened:
        assert opened.session.read_only
        assert opened.why_read_only == COPY_TO_READ
        assert (sorted(file.parent.iterdir()), target.read_bytes()) == before
    with closing(open_or_read(target, review=True, who="นายวิชัย")) as opened:
        session = opened.session
        session.change(session.snapshot.office, province="สุขใจ")
        session.who = "นางสาวอรทัย"  # what was done before stays in its maker's name
        session.flush()
        assert session.store.history()[0].who == "นายวิชัย"
    with closing(open_or_read(file)) as opened:
        assert not opened.session.read_only
