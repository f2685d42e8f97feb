"""Backups as they are told: how one went, what one in the list is."""

from __future__ import annotations

from ita_desktop.session.safety.backups import Outcome, Places
from ita_desktop.session.session import Session
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.storage import backups as disk
from ita_desktop.storage.backup_names import Backup
from ita_desktop.thai.digits import to_thai

_KILO = 1000


def size_words(size: int) -> str:
    """``๓๔๐ กิโลไบต์`` or ``๑.๒ เมกะไบต์``."""
    if size < _KILO**2:
        return to_thai(f"{max(1, round(size / _KILO))} กิโลไบต์")
    return to_thai(f"{size / _KILO**2:.1f} เมกะไบต์")


def place_words(backup: Backup, places: Places) -> str:
    """Where a backup lies: on this computer or in the second place."""
    second = places.second
    away = second is not None and second in backup.path.parents
    return "ที่เก็บแห่งที่สอง" if away and second != places.usual else "เครื่องนี้"


def backup_words(backup: Backup, places: Places) -> tuple[str, str]:
    """When it was taken; why, how large and where, for the line under that."""
    more = (backup.reason.label, size_words(backup.size), place_words(backup, places))
    return spoken_time(backup.taken), " · ".join(more)


def trouble_words(outcome: Outcome) -> str:
    """Why a place took no backup, in one line; empty where each did."""
    return " · ".join(dict.fromkeys(one.problem for one in outcome.problems))


def done_words(outcome: Outcome) -> str:
    """Where a backup was kept that was asked for, and whether a place was away."""
    count = len(outcome.made)
    where = "ทั้งสองแห่ง" if count > 1 else ""
    told = f"เก็บแฟ้มสำรอง{where}แล้ว {spoken_time(outcome.made[0].taken)}"
    if outcome.second_away:
        told += " · ไม่พบที่เก็บแห่งที่สองในขณะนี้"
    return told


def newest_words(session: Session, places: Places) -> str:
    """When the newest backup on this computer was taken, for the overview."""
    lineage = session.store.facts.lineage
    found = disk.listed(places.usual, lineage) if places.usual is not None else ()
    if not found:
        return "ยังไม่มีแฟ้มสำรองของแฟ้มงานนี้"
    return f"แฟ้มสำรองล่าสุด {spoken_time(found[0].taken)}"
