"""Qt's own words in Thai: standard buttons, context menus, file and print dialogs.

Qt ships no Thai translation. The words are looked up by their English source, whatever the place
they are used in, so one line serves every dialog.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QTranslator

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # buttons
        "OK": "ตกลง",
        "Save": "บันทึก",
        "Save All": "บันทึกทั้งหมด",
        "Open": "เปิด",
        "Yes": "ใช่",
        "No": "ไม่ใช่",
        "Cancel": "ยกเลิก",
        "Close": "ปิด",
        "Apply": "ใช้ค่านี้",
        "Discard": "ทิ้ง",
        "Don't Save": "ไม่บันทึก",
        "Help": "วิธีใช้",
        "Retry": "ลองอีกครั้ง",
        "Abort": "หยุด",
        "Ignore": "ข้าม",
        "Reset": "คืนค่า",
        "Restore Defaults": "คืนค่าเดิม",
        "Choose": "เลือก",
        "Show Details...": "ดูรายละเอียด…",
        "Hide Details...": "ซ่อนรายละเอียด",
        # context menus of text boxes
        "Undo": "เลิกทำ",
        "Redo": "ทำซ้ำ",
        "Cut": "ตัด",
        "Copy": "คัดลอก",
        "Paste": "วาง",
        "Delete": "ลบ",
        "Select All": "เลือกทั้งหมด",
        "Copy Link Location": "คัดลอกที่อยู่ลิงก์",
        "Step up": "เพิ่ม",
        "Step down": "ลด",
        # file dialog
        "Look in:": "ที่เก็บ:",
        "File name:": "ชื่อแฟ้ม:",
        "Files of type:": "ชนิดแฟ้ม:",
        "File": "แฟ้ม",
        "Folder": "โฟลเดอร์",
        "Directory:": "โฟลเดอร์:",
        "Back": "ย้อนกลับ",
        "Forward": "ไปข้างหน้า",
        "Go back": "ย้อนกลับ",
        "Go forward": "ไปข้างหน้า",
        "Parent Directory": "ขึ้นหนึ่งชั้น",
        "Go to the parent directory": "ขึ้นหนึ่งชั้น",
        "Create New Folder": "สร้างโฟลเดอร์ใหม่",
        "Create a New Folder": "สร้างโฟลเดอร์ใหม่",
        "New Folder": "โฟลเดอร์ใหม่",
        "List View": "แบบรายการ",
        "Change to list view mode": "แบบรายการ",
        "Detail View": "แบบรายละเอียด",
        "Change to detail view mode": "แบบรายละเอียด",
        "Sidebar": "แถบข้าง",
        "List of places and bookmarks": "ที่เก็บที่ใช้บ่อย",
        "Files": "แฟ้ม",
        "Name": "ชื่อ",
        "Size": "ขนาด",
        "Type": "ชนิด",
        "Kind": "ชนิด",
        "Date Modified": "วันที่แก้ไข",
        "Computer": "เครื่องนี้",
        "My Computer": "เครื่องนี้",
        "Drive": "ไดรฟ์",
        "Rename": "เปลี่ยนชื่อ",
        "Remove": "เอาออก",
        "Show": "แสดง",
        "Show hidden files": "แสดงแฟ้มที่ซ่อน",
        "All Files (*)": "แฟ้มทั้งหมด (*)",
        "Find Directory": "หาโฟลเดอร์",
        "Recent Places": "ที่ใช้ล่าสุด",
        "%1 already exists.\nDo you want to replace it?": "มีแฟ้ม %1 อยู่แล้ว\nต้องการเขียนทับหรือไม่",
        "%1\nFile not found.\nPlease verify the correct file name was given.": (
            "%1\nไม่พบแฟ้มนี้ โปรดตรวจชื่อแฟ้ม"
        ),
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
            "%1\nไม่พบโฟลเดอร์นี้ โปรดตรวจชื่อโฟลเดอร์"
        ),
        "Are you sure you want to delete '%1'?": "ต้องการลบ “%1” หรือไม่",
        "Could not delete directory.": "ลบโฟลเดอร์ไม่ได้",
        # print dialog (Linux; Windows brings its own)
        "Print": "พิมพ์",
        "Printer": "เครื่องพิมพ์",
        "Properties": "คุณสมบัติ",
        "P&roperties": "คุณสมบัติ",
        "Location:": "ที่ตั้ง:",
        "Preview": "ดูตัวอย่าง",
        "Output file:": "แฟ้มผลลัพธ์:",
        "Output &file:": "แฟ้มผลลัพธ์:",
        "Print range": "ช่วงที่พิมพ์",
        "Print all": "ทุกหน้า",
        "Pages from": "หน้าที่",
        "Pages": "หน้า",
        "to": "ถึง",
        "Current Page": "หน้านี้",
        "Selection": "ที่เลือกไว้",
        "Page Set:": "หน้า:",
        "All Pages": "ทุกหน้า",
        "Odd Pages": "หน้าคี่",
        "Even Pages": "หน้าคู่",
        "Output Settings": "การพิมพ์",
        "Copies": "จำนวนชุด",
        "Copies:": "จำนวนชุด:",
        "Collate": "เรียงเป็นชุด",
        "Reverse": "ย้อนลำดับหน้า",
        "Options": "ตัวเลือก",
        "Color Mode": "สี",
        "Color": "สี",
        "Grayscale": "ขาวดำ",
        "Duplex Printing": "พิมพ์สองหน้า",
        "Double Sided Printing": "พิมพ์สองหน้า",
        "None": "ไม่ใช้",
        "Off": "ปิด",
        "Long side": "พลิกด้านยาว",
        "Long Side": "พลิกด้านยาว",
        "Short side": "พลิกด้านสั้น",
        "Short Side": "พลิกด้านสั้น",
        "Print to File (PDF)": "พิมพ์เป็นแฟ้ม (PDF)",
        "Print To File ...": "พิมพ์เป็นแฟ้ม…",
        "Write PDF file": "เขียนแฟ้ม PDF",
        "Local file": "แฟ้มในเครื่อง",
        "Page": "หน้ากระดาษ",
        "Paper": "กระดาษ",
        "Page size:": "ขนาดกระดาษ:",
        "Width:": "กว้าง:",
        "Height:": "สูง:",
        "Paper source:": "ถาดกระดาษ:",
        "Orientation": "แนวกระดาษ",
        "Portrait": "แนวตั้ง",
        "Landscape": "แนวนอน",
        "Reverse landscape": "แนวนอนกลับด้าน",
        "Reverse portrait": "แนวตั้งกลับด้าน",
        "Margins": "ขอบกระดาษ",
        "Advanced": "เพิ่มเติม",
        "Job Options": "งานพิมพ์",
        "Page Layout": "หน้าต่อแผ่น",
        "Page order:": "ลำดับหน้า:",
        "Pages per sheet:": "หน้าต่อแผ่น:",
        "A4": "A4",
        "Custom": "กำหนดเอง",
    }
)
"""English source text without its ``&`` to Thai."""


class ThaiTexts(QTranslator):
    """Answers Qt's questions for a translation from :data:`TEXTS`."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        found = TEXTS.get(source)
        return found if found is not None else TEXTS.get(source.replace("&", ""))
