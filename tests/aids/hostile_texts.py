"""What a clerk can type, paste or damage: none of it may stop a document."""

from __future__ import annotations

HOSTILE = (
    "",
    " ",
    "   \n\n\n   ",
    "\n",
    "<b>ตัวหนา</b> & <i>&nbsp;</i> {%%} \\(x\\) ]TJ ET Q",
    "😀🇹🇭👨‍👩‍👧 อิโมจิ",
    "\x00\x01\x07\x1b[31mควบคุม\x7f\x85",
    "่",
    "ำำำ ัััั ่้๊๋ ์์",
    "เเเเแแแแ",
    "ะาำ",
    "\ud800ครึ่ง\udfff",
    "\ufeff\u200b\u2028\u2029\u00ad\u202e",
    "漢字 عربى हिन्दी ﷽",
    "\t\tแท็บ\r\nขึ้นบรรทัด\rอีกบรรทัด",
    "ก" * 5000,
    "A" * 5000,
    "ที่" * 1700,
    "https://" + "a/b-c_d?e=f&" * 200,
    "๑๒๓๔๕๖๗๘๙๐" * 300,
    "(((((((((( )))))))))) ฯลฯ ๆๆๆ",
    "คำ " * 3000,
)
