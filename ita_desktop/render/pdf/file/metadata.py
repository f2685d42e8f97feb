"""What a PDF says of itself: XMP, document information, and the sRGB it is meant for (PDF/A-2b)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from xml.sax.saxutils import escape

from ita_desktop.render.pdf.file.assembly import plain_stream, stream
from ita_desktop.render.pdf.file.structure import text_string

PRODUCER = "ITA Desktop"
LANGUAGE = "th-TH"
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in the file where the caller gives no date."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """Title, author and date of a document."""

    title: str
    author: str
    created: datetime | None = None

    def information(self) -> bytes:
        """The document information dictionary. It says what the XMP says."""
        date = _pdf_date(self.created or _NO_DATE)
        return (
            f"<</Title {text_string(speakable(self.title))}"
            f"/Author {text_string(speakable(self.author))}"
            f"/Creator({PRODUCER})/Producer({PRODUCER})/CreationDate({date})/ModDate({date})>>"
        ).encode("ascii")

    def metadata(self) -> bytes:
        """The XMP stream, not pressed, so that any tool can find it."""
        packet = _XMP.format(
            title=escape(speakable(self.title)),
            author=escape(speakable(self.author)),
            language=LANGUAGE,
            producer=PRODUCER,
            date=_xmp_date(self.created or _NO_DATE),
        )
        return plain_stream(b"/Type/Metadata/Subtype/XML", packet.encode("utf-8"))


def speakable(text: str) -> str:
    """Text for the file's own entries: one line, no half characters, nothing XML forbids."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    kept = "".join(" " if letter < " " or "\x7f" <= letter < "\xa0" else letter for letter in whole)
    return " ".join(kept.replace("\ufffe", "").replace("\uffff", "").split())


@lru_cache(maxsize=1)
def colour_profile() -> bytes:
    """The stream of an ICC profile of sRGB, always the same bytes."""
    from PIL.ImageCms import ImageCmsProfile, createProfile

    profile = bytearray(ImageCmsProfile(createProfile("sRGB")).tobytes())
    profile[24:36] = b"\x07\xd0\0\x01\0\x01\0\0\0\0\0\0"  # its date: 1 January 2000
    return stream(b"/N 3", bytes(profile))


def output_intent(profile: int) -> bytes:
    """The output intent dictionary; ``profile`` is the object number of the profile."""
    return (
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>" % profile
    )


def _pdf_date(moment: datetime) -> str:
    return moment.strftime("D:%Y%m%d%H%M%S") + _offset(moment, "'") + "'"


def _xmp_date(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + _offset(moment, ":")


def _offset(moment: datetime, between: str) -> str:
    """Distance from UTC, e.g. ``+07:00``; a moment that does not say is taken as UTC."""
    given = moment.utcoffset()
    minutes = int(given.total_seconds() // 60) if given else 0
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}{between}{abs(minutes) % 60:02d}"
