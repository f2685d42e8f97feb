"""The proposals of a copy that came back, as a tree with ticks: records, and what is to change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from ita_desktop.model.merging import Proposal
from ita_desktop.session.review.merge_views import ProposalGroup, ProposalView
from ui.icons import icon

_VIEW = Qt.ItemDataRole.UserRole


class MergeTree(QTreeWidget):
    """What collides with nothing is ticked; what collides too, where ``take_all`` says so.
    ``collides`` says what colliding means. ``view_changed`` tells the proposal in hand, or None;
    ``ticked`` that a tick was set or taken away."""

    view_changed = Signal(object)
    ticked = Signal()

    def __init__(
        self,
        groups: Sequence[ProposalGroup],
        parent: QWidget | None = None,
        *,
        collides: str = "สองฝ่ายแก้ไม่เหมือนกัน เลือกว่าจะใช้ของใคร",
        take_all: bool = False,
    ) -> None:
        super().__init__(parent)
        self._collision, self._take_all = collides, take_all
        self.setHeaderHidden(True)
        self.setAccessibleName("ข้อเสนอ")
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items: list[QTreeWidgetItem] = []
        for group in groups:
            self._add(group)
        self.expandAll()
        self.currentItemChanged.connect(lambda now, _before: self._tell(now))
        self.itemChanged.connect(lambda _item, _column: self.ticked.emit())
        if self.items:
            first = next((one for one in self.items if view_of(one).proposal.collides), None)
            self.setCurrentItem(first or self.items[0])

    @property
    def view(self) -> ProposalView | None:
        """The proposal in hand."""
        item = self.currentItem()
        return item.data(0, _VIEW) if item is not None else None

    @property
    def accepted(self) -> tuple[Proposal, ...]:
        """The proposals with a tick."""
        return tuple(view_of(one).proposal for one in self.items if _on(one))

    def is_accepted(self) -> bool:
        """Whether the proposal in hand has a tick."""
        return self.view is not None and _on(self.currentItem())

    def accept_current(self, accepted: bool) -> None:
        """Set the tick of the proposal in hand, or take it away."""
        if self.view is not None:
            self.currentItem().setCheckState(0, _state(accepted))

    def accept_quiet(self) -> None:
        """Tick what collides with nothing; what collides stays as it was decided."""
        self._set({id(one): not view_of(one).proposal.collides or _on(one) for one in self.items})

    def accept_none(self) -> None:
        """Take every tick away."""
        self._set({id(one): False for one in self.items})

    def show_only_colliding(self, only: bool) -> None:
        """Hide what collides with nothing, or show everything."""
        for item in self.items:
            item.setHidden(only and not view_of(item).proposal.collides)
        for place in range(self.topLevelItemCount()):
            group = self.topLevelItem(place)
            children = (group.child(at) for at in range(group.childCount()))
            group.setHidden(all(one.isHidden() for one in children))

    # ---- inner workings

    def _add(self, group: ProposalGroup) -> None:
        flags = Qt.ItemFlag
        parent = QTreeWidgetItem([group.name])
        parent.setToolTip(0, group.name)
        parent.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
        parent.setFlags(parent.flags() | flags.ItemIsAutoTristate)
        font = parent.font(0)
        font.setBold(True)
        parent.setFont(0, font)
        for view in group.views:
            collides = view.proposal.collides
            marked = collides and not self._take_all
            item = QTreeWidgetItem(parent, [f"{view.label} (ชนกัน)" if marked else view.label])
            item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
            item.setData(0, _VIEW, view)
            item.setCheckState(0, _state(not marked))
            if collides:
                item.setIcon(0, icon("triangle-alert", "amber"))
                item.setToolTip(0, self._collision)
            self.items.append(item)
        self.addTopLevelItem(parent)

    def _set(self, states: dict[int, bool]) -> None:
        self.blockSignals(True)
        for item in self.items:
            item.setCheckState(0, _state(states[id(item)]))
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _VIEW) is None and item.childCount():
            self.view_changed.emit(item.child(0).data(0, _VIEW))
            return
        self.view_changed.emit(item.data(0, _VIEW) if item is not None else None)


def view_of(item: QTreeWidgetItem) -> ProposalView:
    """The proposal that a row below a record stands for."""
    view = item.data(0, _VIEW)
    assert isinstance(view, ProposalView)
    return view


def _on(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
