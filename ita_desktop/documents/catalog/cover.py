"""ปกมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.documents.blocks import Cover, Section, Source
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, DocumentKind, Stage
from ita_desktop.documents.saraban import COVER
from ita_desktop.documents.wordings import Wording, WordingForm
from ita_desktop.model.records import DocumentSetup


def build(context: Context) -> tuple[Section, ...]:
    """One page."""
    return (cover_section(context, "cover.title", "cover.agency"),)


def cover_section(context: Context, title: str, agency: str) -> Section:
    """A cover from the wordings of its title and of its agency lines."""
    office = context.office
    cover = Cover(
        title=context.lines(title),
        agency=context.lines(agency),
        picture=office.seal or office.garuda or None,
        source=Source(context.setup.id, f"texts:{title}"),
    )
    return Section(COVER, (cover,))


def agency_wording(
    name: str, printed: Callable[[DocumentSetup], bool] = lambda _setup: True
) -> Wording:
    """The agency lines of a cover."""
    words = "{agency}\n{place}"
    return Wording(name, "หน่วยงานบนปก", words, WordingForm.LINES, printed=printed)


def has_cover(setup: DocumentSetup) -> bool:
    """Whether a document has its own cover."""
    return setup.cover


COVER_DOCUMENT = DocumentKind(
    id="cover",
    title="ปกมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    short_title="ปก",
    purpose="ปกของเล่มมาตรการ มีชื่อเรื่อง ปี และชื่อหน่วยงาน",
    build=build,
    wordings=(
        Wording(
            "cover.title",
            "ชื่อเรื่องบนปก",
            "มาตรการส่งเสริมคุณธรรมและความโปร่งใส\nภายในหน่วยงาน\nประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
        ),
        agency_wording("cover.agency"),
    ),
    options=ALL_OPTIONS,
    stage=Stage.VOLUME,
)
