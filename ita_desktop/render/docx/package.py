"""The file around the document: its parts, its properties, and always the same bytes for it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

import docx
from docx.document import Document as Package

from ita_desktop.render.docx.markup import Element, clean_line
from ita_desktop.render.docx.wardrobe import FONT

_PROGRAM = "ITA Desktop"
_LANGUAGE = "th-TH"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the file bears: the oldest there is."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_SETTINGS = f"""<w:settings xmlns:w="{_MAIN}">
<w:zoom w:percent="100"/>
<w:defaultTabStop w:val="709"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>
<w:doNotExpandShiftReturn/>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
 w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification"
 w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word"
 w:val="1"/>
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word"
 w:val="1"/>
</w:compat>
<w:themeFontLang w:val="en-US" w:bidi="{_LANGUAGE}"/>
<w:decimalSymbol w:val="."/>
<w:listSeparator w:val=","/>
</w:settings>"""

_FONTS = f"""<w:fonts xmlns:w="{_MAIN}">
<w:font w:name="{FONT}">
<w:altName w:val="TH SarabunPSK"/>
<w:family w:val="swiss"/>
<w:pitch w:val="variable"/>
</w:font>
</w:fonts>"""
"""Where TH Sarabun New is missing, its elder brother has the same measures."""

_PARTS = {
    "[Content_Types].xml": f"""<Types
 xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="{_TYPES}wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_TYPES}wordprocessingml.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_TYPES}wordprocessingml.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="{_TYPES}wordprocessingml.fontTable+xml"/>
<Override PartName="/docProps/app.xml" ContentType="{_TYPES}extended-properties+xml"/>
</Types>""",
    "_rels/.rels": f"""<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_RELATIONS}extended-properties" Target="docProps/app.xml"/>
</Relationships>""",
    "word/document.xml": f'<w:document xmlns:w="{_MAIN}"><w:body/></w:document>',
    "word/styles.xml": f'<w:styles xmlns:w="{_MAIN}"/>',
    "word/settings.xml": _SETTINGS,
    "word/fontTable.xml": _FONTS,
    "word/_rels/document.xml.rels": f"""<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_RELATIONS}settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="{_RELATIONS}fontTable" Target="fontTable.xml"/>
</Relationships>""",
    "docProps/app.xml": f"""<Properties
 xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Application>{_PROGRAM}</Application>
</Properties>""",
}


def new_package(*, title: str, author: str, created: datetime | None) -> Package:
    """An empty document without anybody's name in it; ``author`` is the office."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, _XML + content)
    package = docx.Document(file)
    about = package.core_properties
    about.title, about.author = clean_line(title), clean_line(author)
    about.last_modified_by = clean_line(author)
    about.language = _LANGUAGE
    about.revision = 1
    moment = (created or datetime(2000, 1, 1, tzinfo=UTC)).astimezone(UTC).replace(tzinfo=None)
    about.created = about.modified = moment
    return package


def fill(element: Element, content: Iterable[Element]) -> None:
    """Give an element this content in the place of its own."""
    for child in list(element):
        element.remove(child)
    element.extend(list(content))


def package_bytes(package: Package) -> bytes:
    """The file: every part bears the same time, so that the same document is the same bytes."""
    written, made = io.BytesIO(), io.BytesIO()
    package.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return made.getvalue()
