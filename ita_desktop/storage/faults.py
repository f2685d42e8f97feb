"""What SQLite and the disk complain of, said once, in Thai, with what to do about it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ita_desktop.errors import UserError


class StaleFileError(UserError):
    """The file no longer holds what an edit was made from: another program has written to it."""


class LockedFileError(UserError):
    """Another program is writing to the file at this moment."""


class MissingFileError(UserError):
    """There is no such file, or no longer."""


class UnreachableFileError(UserError):
    """The medium no longer answers: pulled out, cut off or broken."""


class DamagedFileError(UserError):
    """Part of the file cannot be read: what can may be rescued, or a backup put in its place."""


class UnfinishedFileError(UserError):
    """A write was cut off in a place that cannot be written, where it cannot be undone."""


class StrangeFileError(UserError):
    """No office file by its looks; one whose beginning is damaged looks like that too."""


class ChangedFileError(UserError):
    """The content is not what the program wrote last; it waits for the clerk's decision."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what can be mended into a UserError about ``path``; our own mistakes pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        told = explain_sqlite(error, path)
        if told is None:
            raise
        raise told from error
    except OSError as error:
        raise explain_system(error, path) from error
    except UnicodeDecodeError as error:  # a name of the file's own, in a message of SQLite's
        raise damaged(path) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise UserError(
            "มีอักขระหรือตัวเลขที่เก็บลงแฟ้มไม่ได้ในข้อมูลที่เพิ่งพิมพ์หรือวาง",
            "ลบข้อความที่เพิ่งวาง แล้วพิมพ์ใหม่",
        ) from error


def explain_sqlite(error: sqlite3.Error, path: Path) -> UserError | None:
    """The UserError of an error of SQLite; None where the mistake is the program's own."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # from Python's side of the door: text in the file that is no text
        return damaged(path) if isinstance(error, sqlite3.OperationalError) else None
    name = path.name
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved(path)
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return unfinished(path)
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedFileError(
                f"โปรแกรมอื่นกำลังใช้แฟ้มงาน {name} อยู่",
                "ปิดแฟ้มในหน้าต่างหรือเครื่องอื่นก่อน แล้วลองอีกครั้ง หรือเปิดแบบอ่านอย่างเดียว",
            )
        case sqlite3.SQLITE_FULL:
            return full(path)
        case sqlite3.SQLITE_READONLY:
            return unwritable(path)
        case sqlite3.SQLITE_NOTADB:
            return not_ours(path)
        case sqlite3.SQLITE_CORRUPT:  # what cannot be read from the disk is called so too
            return damaged(path) if path.exists() else moved(path)
        case sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return forbidden(path)
        case sqlite3.SQLITE_CANTOPEN:
            return _cannot_open(path)
        case sqlite3.SQLITE_IOERR:
            return _unreachable(path)
        case sqlite3.SQLITE_NOMEM | sqlite3.SQLITE_TOOBIG:
            return UserError(
                f"มีข้อความหรือภาพที่ใหญ่เกินกว่าแฟ้มงาน {name} จะเก็บได้",
                "ย่อภาพหรือแบ่งข้อความให้สั้นลง แล้วลองอีกครั้ง หรือขอแฟ้มใหม่จากผู้ส่ง",
            )
    return None


def explain_system(error: OSError, path: Path) -> UserError:
    """The UserError of an error of the operating system."""
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return missing(path)
        case errno.EACCES | errno.EPERM:
            return forbidden(path)
        case errno.ENOSPC | errno.EDQUOT:
            return full(path)
        case errno.EROFS:
            return unwritable(path)
        case errno.ENAMETOOLONG:
            return too_long(path)
        case errno.EISDIR:
            return not_ours(path)
        case errno.EEXIST:
            return exists(path)
    return _unreachable(path)


def missing(path: Path) -> UserError:
    if not path.parent.is_dir():
        return MissingFileError(
            f"ไม่พบโฟลเดอร์ {path.parent}",
            "ตรวจว่าเสียบแฟลชไดรฟ์หรือต่อเครือข่ายแล้ว หรือเลือกโฟลเดอร์อื่น",
        )
    return MissingFileError(
        f"ไม่พบแฟ้ม {path}", "แฟ้มอาจถูกย้ายหรือเปลี่ยนชื่อ ตรวจว่าเสียบแฟลชไดรฟ์แล้ว หรือค้นหาแฟ้มแล้วเปิดใหม่"
    )


def moved(path: Path) -> UserError:
    return MissingFileError(
        f"แฟ้มงาน {path.name} ถูกย้าย ลบ หรือเปลี่ยนชื่อขณะที่โปรแกรมเปิดอยู่",
        "นำแฟ้มกลับไปไว้ที่เดิมแล้วกดปุ่ม “ลองอีกครั้ง” หรือเลือก แฟ้ม → บันทึกสำเนาเป็น สิ่งที่พิมพ์ไว้ยังอยู่บนจอ",
    )


def exists(path: Path) -> UserError:
    return UserError(f"มีแฟ้มชื่อ {path.name} อยู่แล้ว", "ตั้งชื่ออื่น หรือเลือกเขียนทับเมื่อแน่ใจว่าไม่ใช้แฟ้มเดิมแล้ว")


def not_ours(path: Path) -> UserError:
    return StrangeFileError(
        f"{path.name} ไม่ใช่แฟ้มงาน ITA", "เลือกแฟ้มที่ลงท้ายด้วย .itadb ซึ่งสร้างจากโปรแกรมนี้"
    )


def empty(path: Path) -> UserError:
    return UserError(
        f"แฟ้ม {path.name} ว่างเปล่า ไม่มีข้อมูลอยู่เลย",
        "การคัดลอกอาจไม่เสร็จ คัดลอกจากต้นทางใหม่ หรือเปิดจากสำเนาล่าสุด",
    )


def damaged(path: Path) -> UserError:
    return DamagedFileError(
        f"แฟ้มงาน {path.name} เสียหายบางส่วน", "เปิดจากสำเนาล่าสุดแทน และเก็บแฟ้มนี้ไว้ก่อน อย่าเพิ่งลบ"
    )


def changed(path: Path) -> UserError:
    return ChangedFileError(
        f"เนื้อหาในแฟ้มงาน {path.name} ไม่ตรงกับที่โปรแกรมบันทึกไว้ล่าสุด แฟ้มอาจเสียหายหรือถูกโปรแกรมอื่นแก้ไข",
        "ตรวจข้อมูลเทียบกับแฟ้มสำรอง แล้วเลือกใช้เนื้อหานี้ต่อ หรือกู้คืนจากแฟ้มสำรอง",
    )


def full(path: Path) -> UserError:
    return UserError(
        f"พื้นที่ในไดรฟ์ที่เก็บแฟ้ม {path.name} เต็ม",
        "ลบแฟ้มที่ไม่ใช้ออกจากไดรฟ์ แล้วลองอีกครั้ง หรือบันทึกสำเนาลงในไดรฟ์อื่น",
    )


def forbidden(path: Path) -> UserError:
    return UserError(
        f"เครื่องนี้ไม่อนุญาตให้ใช้ {path}", "ย้ายแฟ้มไปไว้ในโฟลเดอร์เอกสารของท่าน หรือขอสิทธิ์จากผู้ดูแลเครื่อง"
    )


def unwritable(path: Path) -> UserError:
    return UserError(
        f"เขียนลงแฟ้ม {path.name} ไม่ได้ เพราะแฟ้มหรือไดรฟ์เป็นแบบอ่านอย่างเดียว",
        "คัดลอกแฟ้มไปไว้ในเครื่อง แล้วเปิดจากที่นั่น",
    )


def unfinished(path: Path) -> UserError:
    return UnfinishedFileError(
        f"แฟ้มงาน {path.name} ถูกปิดกลางคันขณะบันทึก และอยู่ในที่ที่เขียนไม่ได้ จึงยังกู้คืนไม่ได้",
        f"คัดลอกแฟ้มนี้พร้อมแฟ้ม {path.name}-journal ไปไว้ในเครื่องด้วยกัน แล้วเปิดจากที่นั่น",
    )


def too_long(path: Path) -> UserError:
    return UserError(
        f"ชื่อแฟ้มหรือชื่อโฟลเดอร์ยาวเกินไป ({len(str(path))} ตัวอักษร)",
        "ตั้งชื่อให้สั้นลง หรือเก็บในโฟลเดอร์ที่อยู่ตื้นกว่านี้",
    )


def _cannot_open(path: Path) -> UserError:
    if not path.exists():
        return moved(path)
    if path.with_name(path.name + "-journal").exists():
        return unfinished(path)
    return forbidden(path)


def _unreachable(path: Path) -> UserError:
    return UnreachableFileError(
        f"อ่านหรือเขียนแฟ้ม {path.name} ไม่ได้ ไดรฟ์อาจหลุดหรือเสีย",
        "ตรวจว่าแฟลชไดรฟ์หรือเครือข่ายยังต่ออยู่ แล้วลองอีกครั้ง หรือบันทึกสำเนาลงในเครื่อง",
    )
