"""The engines that set the same table: one file each, run as a process of its own.

``python -m benchmarks.engines.ours ROWS OUT.pdf``
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Engine:
    """``module`` in this folder sets the table, given ``words`` on its command line.

    ``package`` or ``program`` is what must be installed for it, ``install`` says how.
    """

    name: str
    module: str
    title: str
    words: tuple[str, ...] = ()
    package: str = ""
    program: str = ""
    install: str = ""

    @property
    def missing(self) -> str:
        """What is not installed, or empty."""
        if self.package and find_spec(self.package) is None:
            return self.package
        if self.program and shutil.which(self.program) is None:
            return self.program
        return ""


ENGINES = (
    Engine("ours", "ours", "ITA Desktop (nlpo3)", package="nlpo3", install="pip install nlpo3"),
    Engine("ours-newmm", "ours", "ITA Desktop (newmm)", words=("--newmm",)),
    Engine("typst", "typst", "Typst", package="typst", install="pip install --group bench"),
    Engine(
        "weasyprint",
        "weasyprint",
        "WeasyPrint",
        package="weasyprint",
        install="pip install --group bench, and Pango: "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0",
    ),
    Engine("reportlab", "reportlab", "ReportLab Paragraph in Table, shaped"),
    Engine(
        "libreoffice",
        "libreoffice",
        "LibreOffice Writer",
        program="soffice",
        install="apt-get install libreoffice-writer-nogui",
    ),
)
OURS = ("ours", "ours-newmm")
