"""Where a line of Thai may break."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.thai.dictionary import tokenizer
from ita_desktop.thai.names import proper_names
from ita_desktop.thai.words import (
    Breaker,
    Segment,
    breaker,
    display_breaks,
    emergency_parts,
)
from tests.aids.places import FILES, ROOT

RUNNING_TEXT = FILES / "running_text.txt"
ODD = st.text(alphabet=" กขญฐนราเแโใไะัาำิีุู็่้์ๆฯ๐๙19.,:/-–()[]“”\"'%฿aZ\u200b\t☐é😀", max_size=60)


def shown(text: str, known: Breaker | None = None) -> str:
    """The text with ``|`` where it may break, and its spaces."""
    segments = (known or breaker()).segments(text)
    return "|".join(segment.text + " " * segment.spaces for segment in segments)


@pytest.mark.parametrize(
    "kept",
    [
        "พ.ศ. ๒๕๖๖",
        "พ.ศ.๒๕๖๖",
        "ข้อ ๑",
        "มาตรา ๙",
        "หมู่ที่ ๕",
        "ครั้งที่ ๒",
        "ไตรมาสที่ ๓",
        "ฉบับที่ 2",
        "ร้อยละ ๙๘.๖๕",
        "๓๑ มีนาคม",
        "วันที่ ๑๒ พฤศจิกายน",
        "ต.ค. ๖๗",
        "ต.ค.๖๗",
        "1,429 คน",
        "๑,๐๐๐ บาท",
        "๕ โครงการ",
        "๐๙.๓๐ น.",
        "๐-๓๔๒๕-๑๒๓๔",
        "อบต.ทุ่ง",
        "๒๕๖๕-๒๕๖๙",
        "๑๒/๒๕๖๖",
        "๕๐ %",
        "๕๐%",
        "อื่น ๆ",
        "เร็วๆ",
        "เป็นต้น ฯลฯ",
        "(ITA)",
        "[ก]",
        "“ดี”",
        '"ดี"',
        "( ITA )",
        "e-Service",
        "E-Service/OIT",
        "saraban@srisamran-example.go.th",
        "https://www.srisamran-example.go.th/a?b=1&c=2",
        "๑. ให้",
        "๑.ให้",
        "๑) ให้",
        "(๑) ให้",
        "฿๕๐๐",
        "COVID-19",
    ],
)
def test_these_are_never_torn(kept: str) -> None:
    for text in (kept, f"และ {kept} โดย", f"ทั้งนี้ {kept}"):
        assert any(kept in part.rstrip(" ") for part in shown(text).split("|")), shown(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("ปีงบประมาณ พ.ศ. ๒๕๖๖ เรื่องใหม่", "ปีงบประมาณ |พ.ศ. ๒๕๖๖ |เรื่อง|ใหม่"),
        ("ข้อ ๑ โครงการ", "ข้อ ๑ |โครงการ"),
        ("ประจำปี ๒๕๖๖ คน", "ประจำปี ๒๕๖๖ |คน"),
        ("ก.ย. ๖๘ วันที่ ๓", "ก.ย. ๖๘ |วันที่ ๓"),
        ("(ครั้งที่ ๒) เรื่อง", "(ครั้งที่ ๒) |เรื่อง"),
        ("ในปีพ.ศ. ๒๕๖๖", "ใน|ปี|พ.ศ. ๒๕๖๖"),
        ('คำว่า"ดี"และ "งาม"', 'คำ|ว่า|"ดี"|และ |"งาม"'),
        ("เป้าหมาย : ผู้บริหาร", "เป้าหมาย : |ผู้บริหาร"),
        ("ต.ค. ๖๗ - ก.ย. ๖๘", "ต.ค. ๖๗ - |ก.ย. ๖๘"),
        ("และ/หรือ", "และ/|หรือ"),
        ("- ของขวัญ", "- ของขวัญ"),
        ("• ของขวัญ", "• ของขวัญ"),
        ("๑.๑ ของขวัญ", "๑.๑ ของขวัญ"),
        ("การกำหนดความเสี่ยง", "การกำหนด|ความเสี่ยง"),
        ("ลงวันที่ ๘ มกราคม ๒๕๖๙ เรื่อง", "ลงวันที่ ๘ มกราคม ๒๕๖๙ |เรื่อง"),
        ("วันที่ ๓ - ๒๘ พฤศจิกายน ๒๕๖๘", "วันที่ ๓ - |๒๘ พฤศจิกายน ๒๕๖๘"),
        ("ประจำปีงบประมาณพ.ศ.๒๕๖๘", "ประจำปีงบประมาณ|พ.ศ.๒๕๖๘"),
        ("พนักงานอบต.ทุกคน", "พนักงาน|อบต.ทุกคน"),
        ("สำนักงานป.ป.ช. แจ้ง", "สำนักงาน|ป.ป.ช. |แจ้ง"),
        ("ตุลาคม ๒๕๖๘ - กันยายน ๒๕๖๙", "ตุลาคม ๒๕๖๘ - |กันยายน ๒๕๖๙"),
        ("เดือนมกราคม ๒๕๖๙", "เดือน|มกราคม ๒๕๖๙"),
        ("ความคืบหน้าที่ผู้ร้อง", "ความคืบหน้า|ที่|ผู้ร้อง"),
        ("มีแนวทางการพัฒนา", "มี|แนวทาง|การพัฒนา"),
        ("แนวทางในการยกระดับ", "แนวทาง|ใน|การยกระดับ"),
        ("ช่องทางการร้องเรียน", "ช่องทาง|การร้องเรียน"),
        ("มากน้อยเพียงใด", "มากน้อย|เพียงใด"),
        ("แบบตรวจการเปิดเผย", "แบบตรวจ|การเปิดเผย"),
        ("ณ สถานที่ตั้ง", "ณ |สถานที่|ตั้ง"),
        ("อ้างอิงจาก O21", "อ้างอิงจาก |O21"),
        ("ทุกกระบวนงานให้ตรง", "ทุก|กระบวนงาน|ให้|ตรง"),
        ("แนวปฏิบัติการยืมทรัพย์สิน", "แนวปฏิบัติ|การยืม|ทรัพย์สิน"),
        ("เฉลี่ยเดือนละ ๑๑ ราย", "เฉลี่ย|เดือนละ ๑๑ ราย"),
        ("ตัวชี้วัดที่ ๑ ได้", "ตัวชี้วัดที่ ๑ |ได้"),
        ("ตัวชี้วัดที่เกี่ยวข้อง", "ตัวชี้วัด|ที่|เกี่ยวข้อง"),
        ("ใน ๒๔ กระบวนงาน เมื่อ", "ใน |๒๔ กระบวนงาน |เมื่อ"),
        ("ใช้ ๔.๑ วันทำการ", "ใช้ |๔.๑ วันทำการ"),
        ("มีผู้เข้าร่วม ๕๘ คนลงนาม", "มี|ผู้เข้าร่วม |๕๘ คน|ลงนาม"),
        ("๓ ปีงบประมาณ", "๓ |ปีงบประมาณ"),
        ("มาตรการควบคุมขั้นตอนที่", "มาตรการ|ควบคุม|ขั้นตอน|ที่"),
    ],
)
def test_a_line_breaks_here_and_nowhere_else(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_spaces_are_counted_and_zero_width_breaks_forgotten() -> None:
    assert breaker().segments("เรื่อง  ใหม่\t") == (Segment("เรื่อง", 2), Segment("ใหม่", 1))
    assert breaker().segments("เท\u200bศบาล\ufeff") == (Segment("เทศบาล", 0),)
    assert breaker().segments("") == ()


@given(ODD)
@settings(max_examples=400, deadline=None)
def test_nothing_is_lost_and_no_cluster_torn(text: str) -> None:
    segments = breaker().segments(text)
    joined = "".join(segment.text + " " * segment.spaces for segment in segments)
    assert joined == text.replace("\u200b", "").replace("\t", " ")
    starts = [segment.text[0] for segment in segments[1:] if segment.text]
    assert not set(starts) & set(")]”ๆฯ.,:%/ะาำัิีุู็่้์")
    ends = [segment.text[-1] for segment in segments[:-1] if segment.text and not segment.spaces]
    assert not set(ends) & set("([“เแโใไ")


@given(ODD)
@settings(max_examples=200, deadline=None)
def test_both_engines_find_the_same_breaks_in_odd_text(text: str) -> None:
    assert shown(text, Breaker(tokenize=tokenizer(rust=False))) == shown(text)


def test_both_engines_find_the_same_breaks_in_prose() -> None:
    slow, fast = (Breaker(tokenize=tokenizer(rust=rust)) for rust in (False, True))
    for line in RUNNING_TEXT.read_text(encoding="utf-8").splitlines():
        assert shown(line, slow) == shown(line, fast)


@pytest.mark.parametrize("rust", [True, False])
@pytest.mark.parametrize("unit", ["ก", "ฮฎฌฃฅ", "ตากลม", "เ", "็", "ๆ", '"', "(ก", "ก.", "1,", "a-"])
def test_a_word_of_five_thousand_characters_comes_back_whole(unit: str, rust: bool) -> None:
    text = (unit * 5000)[:5000]
    segments = Breaker(tokenize=tokenizer(rust=rust)).segments(text)
    assert "".join(segment.text + " " * segment.spaces for segment in segments) == text


def test_names_of_the_office_stay_whole() -> None:
    names = frozenset({"เทศบาลตำบลศรีสำราญ", "นางสาวณัฐกฤตา โพธิ์ทองเจริญ", "กองช่าง"})
    known = breaker(names)
    text = "นางสาวณัฐกฤตา โพธิ์ทองเจริญได้รายงานว่ากองช่างตำบลศรีสำราญเห็นชอบ"
    parts = shown(text, known).split("|")
    for name in ("ณัฐกฤตา", "โพธิ์ทองเจริญ", "กองช่าง", "ศรีสำราญ"):
        assert any(name in part for part in parts), parts
    assert "ศรี|สำราญ" in shown("ตำบลศรีสำราญ")


def test_a_long_name_gives_its_proper_part() -> None:
    assert proper_names({"เทศบาลตำบลศรีสำราญ"}) == {"ศรีสำราญ"}
    assert proper_names({"กองคลัง", "สมชาย ใจดี", "", "ก.", "ITA"}) == {"กองคลัง", "สมชาย", "ใจดี"}


def test_a_web_address_too_long_for_its_line_is_torn_after_its_signs() -> None:
    address = "https://srisamran-example.go.th/plan?year=2569"
    parts = emergency_parts(address)
    assert "".join(parts) == address
    assert parts[:3] == ("https:/", "/", "srisamran-") or parts[0].endswith("/")
    assert all(part[-1] in "/.-?&=_" for part in parts[:-1])
    assert emergency_parts("พ.ศ. ๒๕๖๖")[-1] == "๒๕๖๖"
    assert emergency_parts("กขค") == ("กขค",)


def test_the_screen_gets_breaks_and_gives_them_back() -> None:
    text = "ความโปร่งใสของหน่วยงาน ครั้งที่ ๒\nบรรทัดใหม่ของเรา"
    with_breaks = display_breaks(text)
    assert "ความโปร่งใส\u200bของ\u200bหน่วยงาน ครั้งที่ ๒\nบรรทัด" in with_breaks
    assert with_breaks.replace("\u200b", "") == text


def test_importing_the_room_loads_no_dictionary() -> None:
    program = (
        "import sys, ita_desktop.thai.words;"
        "sys.exit(any(name.split('.')[0] in ('nlpo3', 'pythainlp') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT).returncode == 0
