"""บันทึกข้อความ: the memo that takes the measures up the chain, with everyone's opinion."""

from __future__ import annotations

from ita_desktop.documents.blocks import (
    Block,
    HeadLine,
    MemoHead,
    Paragraph,
    Section,
    Source,
    text,
)
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, DocumentKind
from ita_desktop.documents.people import opinion_of, signature_of
from ita_desktop.documents.prose import inner_heading, paragraphs
from ita_desktop.documents.saraban import LETTER, PARAGRAPH_GAP
from ita_desktop.documents.wordings import Wording, WordingForm
from ita_desktop.model.records import DocumentSetup
from ita_desktop.model.values import MemoBody, Signer

TITLE = "บันทึกข้อความ"

HEADED = (
    ("origin", "เรื่องเดิม"),
    ("facts", "ข้อเท็จจริง"),
    ("law", "ข้อกฎหมาย"),
    ("consideration", "ข้อพิจารณา"),
)
"""The headed paragraphs of a memo's body, by the ends of their wordings' names; an empty one is
left out with its heading."""


def build(context: Context) -> tuple[Section, ...]:
    """Head, addressee, body, closing, signature of the drafter, then the opinions; from the
    wordings that bear the name of the document."""
    setup, snapshot = context.setup, context.snapshot
    name = setup.document
    blocks: list[Block] = [
        _head(context),
        *(
            Paragraph(
                text(line), space_before=PARAGRAPH_GAP, source=Source(setup.id, f"texts:{name}.to")
            )
            for line in context.lines(f"{name}.to")
        ),
        *_content(context),
        *paragraphs(context.lines(f"{name}.closing"), Source(setup.id, f"texts:{name}.closing")),
        signature_of(snapshot, drafter(context), source=Source(setup.id, "signers")),
    ]
    blocks += [
        opinion_of(snapshot, opinion, Source(setup.id, "opinions")) for opinion in setup.opinions
    ]
    return (Section(LETTER, tuple(blocks)),)


def drafter(context: Context) -> Signer:
    """Who signs the memo itself: the first signer of the set-up."""
    return context.setup.signers[0] if context.setup.signers else Signer()


def is_headed(setup: DocumentSetup) -> bool:
    """Whether the body of a memo has headings."""
    return setup.memo_body is not MemoBody.FREE


def is_free(setup: DocumentSetup) -> bool:
    """Whether the body of a memo is one run of paragraphs."""
    return setup.memo_body is MemoBody.FREE


def _head(context: Context) -> MemoHead:
    setup, office = context.setup, context.office
    name = setup.document
    subject = f"{name}.subject"
    dated = " ".join(context.lines(f"{name}.date")) if setup.dated else ""

    def line(label: str, words: str, field: str) -> HeadLine:
        return HeadLine(label, words, Source(setup.id, field))

    return MemoHead(
        picture=office.garuda,
        title=TITLE,
        lines=(
            (line("ส่วนราชการ", " ".join(context.lines(f"{name}.sender")), "division_id"),),
            (line("ที่", setup.number, "number"), line("วันที่", dated, "dated")),
            (line("เรื่อง", " ".join(context.lines(subject)), f"texts:{subject}"),),
        ),
        source=Source(office.id, "garuda"),
    )


def _content(context: Context) -> list[Block]:
    setup = context.setup
    name = setup.document
    if is_free(setup):
        source = Source(setup.id, f"texts:{name}.free")
        return [*paragraphs(context.lines(f"{name}.free"), source)]
    known = {one.name for one in context.wordings}
    blocks: list[Block] = []
    for end, heading in HEADED:
        wording = f"{name}.{end}"
        source = Source(setup.id, f"texts:{wording}")
        if wording in known and (lines := context.lines(wording)):
            blocks += [inner_heading(heading, source), *paragraphs(lines, source)]
    return blocks


MEMO = DocumentKind(
    id="memo",
    title="บันทึกข้อความเสนอมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    short_title="บันทึกข้อความ",
    purpose="เสนอมาตรการและร่างประกาศตามลำดับชั้น มีที่ให้ทุกชั้นลงความเห็นและลงนาม",
    build=build,
    needs="memo",
    wordings=(
        Wording("memo.date", "วันที่", "{date}", WordingForm.LINES, hint="พิมพ์เมื่อกรอกวันที่แล้ว"),
        Wording(
            "memo.sender",
            "ส่วนราชการ",
            "{division} {agency} โทร. {telephone}",
            WordingForm.LINES,
        ),
        Wording(
            "memo.subject",
            "เรื่อง",
            "ขออนุมัติมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
            needed=True,
        ),
        Wording("memo.to", "เรียน", "เรียน  {executive}", WordingForm.LINES, needed=True),
        Wording(
            "memo.origin",
            "เรื่องเดิม",
            "ตามที่{agency} {place} ได้เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
            "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year}"
            " ผลการประเมินได้คะแนนภาพรวม {total_score} คะแนน อยู่ในระดับ{level} นั้น",
            needed=True,
            printed=is_headed,
        ),
        Wording(
            "memo.facts",
            "ข้อเท็จจริง",
            "{division}ได้วิเคราะห์คะแนนรายข้อของแบบวัด IIT แบบวัด EIT และแบบตรวจ OIT แล้ว"
            " พบประเด็นที่ต้องแก้ไขโดยเร่งด่วน คือ {urgent_issues}"
            " และประเด็นที่ต้องพัฒนาให้ดีขึ้น คือ {develop_issues}"
            " จึงได้ร่วมกับสำนักและกองที่เกี่ยวข้องกำหนดมาตรการรวม {measure_count} มาตรการ"
            " แต่ละมาตรการระบุขั้นตอน ผู้รับผิดชอบ ระยะเวลา และการกำกับติดตาม รายละเอียดตามเอกสารที่แนบมาพร้อมนี้",
            needed=True,
            printed=is_headed,
        ),
        Wording(
            "memo.law",
            "ข้อกฎหมาย",
            "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี พ.ศ. 2546"
            " มาตรา 52 ให้องค์กรปกครองส่วนท้องถิ่นจัดทำหลักเกณฑ์การบริหารกิจการบ้านเมืองที่ดี"
            "ตามแนวทางของพระราชกฤษฎีกานี้ โดยอย่างน้อยต้องมีหลักเกณฑ์เกี่ยวกับการลดขั้นตอน"
            "การปฏิบัติงาน และการอำนวยความสะดวกและการตอบสนองความต้องการของประชาชน",
            hint="เว้นว่างไว้ ถ้าไม่ต้องอ้างกฎหมาย",
            printed=is_headed,
        ),
        Wording(
            "memo.consideration",
            "ข้อพิจารณา",
            "เพื่อให้การส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานมีแนวทางเดียวกันและติดตามผลได้"
            " เห็นควรอนุมัติมาตรการดังกล่าว และลงนามในประกาศ{agency} เพื่อแจ้งให้บุคลากรถือปฏิบัติ"
            "และเผยแพร่ให้ประชาชนทราบทางเว็บไซต์ของหน่วยงาน",
            needed=True,
            printed=is_headed,
        ),
        Wording(
            "memo.free",
            "เนื้อความ (แบบย่อหน้าต่อเนื่อง)",
            "ด้วย{division}ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
            "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year} ซึ่ง{agency}ได้คะแนนภาพรวม"
            " {total_score} คะแนน อยู่ในระดับ{level} และได้กำหนดมาตรการส่งเสริมคุณธรรม"
            "และความโปร่งใสภายในหน่วยงาน รวม {measure_count} มาตรการ รายละเอียดตามเอกสารที่แนบมาพร้อมนี้\n"
            "ในการนี้ {division}พิจารณาแล้วเห็นว่าเพื่อให้ทุกสำนักและกองถือปฏิบัติเป็นแนวทางเดียวกัน"
            " เห็นควรอนุมัติมาตรการดังกล่าว และลงนามในประกาศที่แนบมาพร้อมนี้",
            needed=True,
            printed=is_free,
        ),
        Wording("memo.closing", "คำลงท้าย", "จึงเรียนมาเพื่อโปรดพิจารณา", needed=True),
    ),
    options=(
        *ALL_OPTIONS,
        *("number", "dated", "division_id", "memo_body", "signers", "opinions"),
    ),
    garuda=True,
    signer=drafter,
)
