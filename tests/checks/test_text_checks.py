"""Rules of free text: mistakes as offices make them, and texts that are right."""

from __future__ import annotations

import dataclasses

import pytest

from ita_desktop.checks.texts.faults import TextFacts
from ita_desktop.checks.texts.measures import repeated_measures
from ita_desktop.checks.texts.reading import text_findings
from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.records import DocumentSetup, Measure, OwnWording
from ita_desktop.model.repairs import repaired
from ita_desktop.model.values import AgencyKind, Item, OwnText, plain_items
from ita_desktop.thai.misspellings import misspellings

TOWNLET = TextFacts(AgencyKind.MUNICIPALITY, "บ้านสวน", "ริมธาร", "สุขสวัสดิ์", 2569, 2568, 2569)
SAO = dataclasses.replace(TOWNLET, kind=AgencyKind.SAO, name="ทุ่งกว้าง")


def of(text: str, facts: TextFacts = TOWNLET, field: str = "results") -> list[Finding]:
    measure = Measure(id="m", **{field: plain_items(text)})  # type: ignore[arg-type]
    return list(text_findings([measure], facts))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("คู่มือมาตราการใหม่", "มาตราการ"),
        ("เทศบาลตำบลบ้านสวรประชุมแล้ว", "ตำบลบ้านสวร"),
        ("อบรมพนักงานส่วนตำบลแล้ว", "พนักงานส่วนตำบล"),
        ("แจ้งองค์การบริหารส่วนตำบลบ้านสวน", "องค์การบริหารส่วนตำบลบ้านสวน"),
        ("ตามประกาศสำนักงานเทศบาลตำบลบ้านสวน", "ประกาศสำนักงาน"),
        ("แผนประจำปีงบประมาณ พ.ศ. ๒๕๕๙", "ปีงบประมาณ พ.ศ. ๒๕๕๙"),
        ("แผนปีงบประมาณ ๒๕๖๙ แล้ว", "ปีงบประมาณ ๒๕๖๙"),
        ("เริ่ม ตุ ล า ค ม", "ตุ ล า ค ม"),
        ("ประชุมวันที่ ๓๙ มีนาคม ๒๕๖๙ แล้ว", "๓๙ มีนาคม ๒๕๖๙"),
        ("ประชุมเมื่อวันที่ ๕ มกราคม ๒๕๖๘ แล้ว", "เมื่อวันที่ ๕ มกราคม ๒๕๖๘"),
        ("มี ๕ ขั้นตอนหลัก ได้แก่ ๑. วางแผน ๒. ติดตาม ๓. ให้รางวัล", "๕ ขั้นตอน"),
        ("๑. วางแผน ๒. ติดตาม ๔. ให้รางวัล", "๔"),
        ("ประชา|ชนร่วมตรวจ", "|"),
    ],
)
def test_the_wrong_words_are_told_as_they_stand(text: str, words: str) -> None:
    [finding] = of(text)
    assert finding.words == words
    assert finding.spot == Spot(text, text.index(words), text.index(words) + len(words))


def test_each_of_two_like_mistakes_has_its_place() -> None:
    text = "ประกาศมาตราการ และมาตราการอื่น"
    assert [one.spot.start for one in of(text) if one.spot] == [6, 18]
    measure = Measure(id="m", steps=(Item("ทำ ๓ ด้าน ดังนี้", plain_items("ก", "ข")),))
    [count] = text_findings([measure], TOWNLET)
    assert count.spot == Spot("ทำ ๓ ด้าน ดังนี้", 3, 9)


@pytest.mark.parametrize(
    ("text", "code", "mended"),
    [
        ("ประกาศมาตราการใหม่", "misspelling", "ประกาศมาตรการใหม่"),
        ("ห้ามรับของกำนันทุกชนิด", "misspelling", "ห้ามรับของกำนัลทุกชนิด"),
        ("แจ้งถูกจ้างประจำทราบ", "misspelling", "แจ้งลูกจ้างประจำทราบ"),
        ("เจ้าหน้าทีทุกคน", "misspelling", "เจ้าหน้าที่ทุกคน"),
        ("เทศบาลตำบลบ้านสวรประชุมแล้ว", "misspelt-name", "เทศบาลตำบลบ้านสวนประชุมแล้ว"),
        ("เทศบาลตำบลบ้าสวน ประชุมแล้ว", "misspelt-name", "เทศบาลตำบลบ้านสวน ประชุมแล้ว"),
        ("นายกเทศมนตรีตำบลบ้านสวย", "misspelt-name", "นายกเทศมนตรีตำบลบ้านสวน"),
        ("อำเภอริมทาร", "misspelt-district", "อำเภอริมธาร"),
        ("จังหวัดสุขสวัสดิ", "misspelt-province", "จังหวัดสุขสวัสดิ์"),
        ("อบรมพนักงานส่วนตำบล", "other-agency-kind", "อบรมพนักงานเทศบาล"),
        ("ร่างข้อบัญญัติงบประมาณ", "other-agency-kind", "ร่างเทศบัญญัติงบประมาณ"),
        ("เสนอนายก อบต. อนุมัติ", "other-agency-kind", "เสนอนายกเทศมนตรี อนุมัติ"),
        ("องค์การบริหารส่วนตำบลบ้านสวน", "own-kind", "เทศบาลตำบลบ้านสวน"),
        ("ประกาศสำนักงานเทศบาลตำบลบ้านสวน", "issuing-building", "ประกาศเทศบาลตำบลบ้านสวน"),
        ("แผนประจำปีงบประมาณ พ.ศ. ๒๕๕๙", "other-year", "แผนประจำปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("แผนปีงบประมาณ พ.ศ. ๒๕๙๖", "other-year", "แผนปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("แผนปีงบประมาณ ๒๕๖๙", "era-missing", "แผนปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("เริ่ม ตุ ล า ค ม", "spread-letters", "เริ่ม ตุลาคม"),
        ("ประชุมวันที่ ๓๙ มีนาคม ๒๕๖๙", "impossible-day", None),
        ("ประชุมวันที่ 31 เม.ย. 2569", "impossible-day", None),
        ("ประชุมเมื่อวันที่ ๕ มกราคม ๒๕๖๘", "result-outside-year", None),
        ("มี ๕ ขั้นตอนหลัก ได้แก่ ๑. วางแผน ๒. ติดตาม ๓. ให้รางวัล", "announced-count", None),
        ("๑. วางแผน ๒. ติดตาม ๔. ให้รางวัล", "numbering-gap", None),
        ("ประชา|ชนร่วมตรวจ", "sign-in-word", "ประชาชนร่วมตรวจ"),
    ],
)
def test_a_mistake_is_named_and_mended_where_that_is_safe(
    text: str, code: str, mended: str | None
) -> None:
    [finding] = of(text)
    assert finding.code == code
    assert finding.problem and finding.remedy
    measure = Measure(id="m", results=(Item("ก่อน", plain_items(text)), Item("หลัง")))
    values = repaired(measure, finding)
    if mended is None:
        assert finding.repair is None and values == {}
        return
    assert values == {"results": (Item("ก่อน", plain_items(mended)), Item("หลัง"))}
    assert of(mended) == []
    assert repaired(dataclasses.replace(measure, **values), finding) == {}  # it stands no more


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลบ้านสวนได้ประกาศแล้ว และแจ้งตำบลใกล้เคียง",
        "ร่วมกับองค์การบริหารส่วนตำบลหนองยาวและเทศบาลตำบลโพนทอง",
        "นายก อบต.หนองยาวเข้าร่วมประชุมด้วย",
        "ระเบียบว่าด้วยพัสดุ พ.ศ. ๒๕๔๐ และแผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ - ๒๕๗๐)",
        "เปรียบเทียบปี ๒๕๖๓ ปี ๒๕๖๔ และปี ๒๕๖๕",
        "สถิติปี ๒๕๖๔ - ๒๕๖๘",
        "เทศบัญญัติ/ข้อบัญญัติ และข้อบัญญัติท้องถิ่น",
        "ของกำนันผู้ใหญ่บ้านในพื้นที่",
        "แบ่งเป็นประเภท ก ข ค ง ตามระเบียบ",
        "มี ๓ ด้าน ได้แก่ ๑. คน ๒. งาน ๓. เงิน",
        "ปรับปรุง ๒๔ กระบวนงาน ได้แก่ งานทะเบียน และงานภาษี",
        "๑. ประกาศ ๑.๑ ติดป้าย ๑.๒ ลงเว็บไซต์ ๒. อบรม ๓. ประเมิน",
        "ลดภาระกิจกรรมที่ซ้ำซ้อน และเพิ่มวิสัยทัศน์ของเจ้าหน้าที่",
        "ขออนุญาตใช้อาคาร ๓๐ กันยายน ๒๕๖๙ ดูที่ www.example.go.th/a_b|c",
        "เสนอแผนเมื่อวันที่ ๑ ตุลาคม ๒๕๖๘ ถึง ๓๐ กันยายน ๒๕๖๙",
    ],
)
def test_clean_texts_are_left_alone(text: str) -> None:
    assert of(text) == []


@pytest.mark.parametrize(
    ("name", "neighbours"),
    [
        ("บางปู", ("บางพลี", "บางพระ", "บางโปรง", "บางแก้ว")),
        ("หนองบัว", ("หนองบอน", "หนองแวง", "หนองยาว", "หนองไผ่")),
        ("โคกสูง", ("โคกสี", "โคกกลาง", "โนนสูง")),
        ("ท่าช้าง", ("ท่าอ่าง", "ท่าเยี่ยม", "ท่าลาด")),
    ],
)
def test_neighbours_with_a_like_name_are_not_taken_for_the_office(
    name: str, neighbours: tuple[str, ...]
) -> None:
    facts = dataclasses.replace(TOWNLET, name=name)
    for other in neighbours:
        assert of(f"ร่วมกับเทศบาลตำบล{other} และตำบล{other}จัดกิจกรรม", facts) == []


def test_an_sao_is_read_by_its_own_words() -> None:
    assert of("องค์การบริหารส่วนตำบลทุ่งกว้างเสนอร่างข้อบัญญัติ", SAO) == []
    assert of("พนักงานส่วนตำบลร่วมกับเทศบาลตำบลโพนทอง นายกเทศมนตรีตำบลโพนทอง", SAO) == []
    [staff] = of("อบรมพนักงานเทศบาลทุกคน", SAO)
    assert staff.severity is Severity.MUST_MEND and "พนักงานส่วนตำบล" in staff.problem
    [own] = of("เทศบาลตำบลทุ่งกว้าง", SAO)
    assert own.repair is not None and own.repair.new == "องค์การบริหารส่วนตำบลทุ่งกว้าง"


def test_a_measure_that_says_nothing_of_its_own_is_marked() -> None:
    asked = Measure(id="a", title="หน่วยงานของท่านเปิดเผยข้อมูลครบถ้วน มากน้อยเพียงใด")
    twin = Measure(id="b", title="เปิดเผยแผน", results=plain_items("เปิดเผยแผน"))
    rounds = Measure(id="c", title="เปิดเผยแผน ", outcomes=plain_items("รอบ ๖ เดือน", "รอบ ๑๒ เดือน"))
    assert [one.code for one in text_findings([asked, twin, rounds], TOWNLET)] == [
        "survey-question",
        "result-repeats-measure",
        "outcome-only-rounds",
    ]
    [repeated] = repeated_measures([asked, twin, rounds])
    assert (repeated.record_id, repeated.code) == ("c", "repeated-measure")


def test_an_announced_count_is_held_against_the_items_below_it() -> None:
    wrong = Measure(id="m", steps=(Item("ดำเนินการ ๓ ด้าน ดังนี้", plain_items("ก", "ข")),))
    right = dataclasses.replace(wrong, steps=(Item("ทำ ๒ ด้าน ดังนี้", plain_items("ก", "ข")),))
    [finding] = text_findings([wrong], TOWNLET)
    assert finding.code == "announced-count" and "๓ ด้าน" in finding.problem
    assert list(text_findings([right], TOWNLET)) == []


def test_a_document_names_no_other_agency_where_it_names_its_own() -> None:
    setup = DocumentSetup.of("y", "preface")
    for name, words in (
        ("preface.closing", "เทศบาลตำบลท่าสวน\n{date}"),
        ("preface.body", "เทศบาลตำบลท่าน้ำ จึงได้จัดทำรายงานนี้"),
    ):
        said = dataclasses.replace(setup, texts=(OwnText(name, words),))
        assert [one.code for one in text_findings([said], TOWNLET)] == ["another-agency"]
    guest = OwnText("preface.body", "เทศบาลตำบลท่าน้ำขอศึกษาดูงาน")
    assert list(text_findings([dataclasses.replace(setup, texts=(guest,))], TOWNLET)) == []


def test_outputs_and_rounds_that_only_say_the_measure_again_are_marked() -> None:
    lead = Item("รายงานผลการดำเนินงานตามมาตรการ", plain_items("รอบ ๖ เดือน", "รอบ ๑๒ เดือน"))
    said = Measure(
        id="m",
        title="การทบทวนคู่มือ",
        results=plain_items("มีการทบทวนคู่มือ"),
        outcomes=(lead,),
    )
    asked = Measure(id="n", title="ตรวจรับพัสดุ", outputs=plain_items("ตรวจ รับพัสดุ"))
    assert [(one.code, one.field) for one in text_findings([said, asked], TOWNLET)] == [
        ("result-repeats-measure", "results"),
        ("outcome-only-rounds", "outcomes"),
        ("result-repeats-measure", "outputs"),
    ]


def test_wordings_are_held_to_the_years_of_the_work() -> None:
    setup = dataclasses.replace(
        DocumentSetup.of("y", "preface"), texts=(OwnText("preface.body", "มาตรการประจำปี ๒๕๖๗"),)
    )
    office = OwnWording(id="w", name="preface.body", words="ประกาศมาตราการ ปี {action_year}")
    year, word = text_findings([setup, office], TOWNLET)
    assert (year.code, year.field) == ("document-year", "texts:preface.body")
    assert (word.code, word.field) == ("misspelling", "words")
    assert repaired(office, word) == {"words": "ประกาศมาตรการ ปี {action_year}"}


def test_no_right_word_of_the_list_holds_a_wrong_one() -> None:
    listed = misspellings()
    assert len({one.wrong for one in listed}) == len(listed) > 150
    for one in listed:
        right = [finding.code for finding in of(f"คำว่า {one.right} ถูกแล้ว")]
        wrong = [finding.code for finding in of(f"คำว่า {one.wrong} ผิด")]
        assert "misspelling" not in right and wrong.count("misspelling") == 1, one
