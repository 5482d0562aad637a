"""How real something is: denied or not, and the modalities over it; what a word makes of that for its complement."""

from __future__ import annotations

from typing import Final

from newsclaims.claims import mood
from newsclaims.model import Modality
from newsclaims.words.complements import GIVEN, NOT, SO, UNDONE, Effect

_STRONG: Final[tuple[Modality, ...]] = ("denied", "doubted", "asked", "alleged", "conditional")
"""What takes most back wins, wherever it stands; of the other modalities the outermost one."""
_OTHER: Final[tuple[Modality, ...]] = ("obliged", "planned", "possible")


class State:
    """Where a clause stands: whether it is denied to be so, and the modalities over it, the outermost first."""

    __slots__ = ("negated", "readings")

    def __init__(self, negated: bool, readings: tuple[str, ...]) -> None:
        self.negated = negated
        self.readings = readings

    def under(self, effects: Effect) -> State:
        """Return the state of a complement of a word that is in this state."""
        undone = self.readings[-1:] == (UNDONE,)  # "denied failing to tell": he denies that he failed
        what = effects[1] if self.negated and not undone else effects[0]
        if what == GIVEN:
            return REAL
        if what in (SO, NOT):
            return State(what == NOT, self.readings)
        if what == UNDONE:
            return State(True, (*self.readings, "denied", UNDONE))
        return State(what.startswith("not "), (*self.readings, what.removeprefix("not ")))

    def saying(self) -> State:
        """Return it as it reaches what is said: who will say so speaks of what is, `will argue that he lied`."""
        return self if self.negated else State(False, tuple(r for r in self.readings if r != "modal planned"))

    def owed(self) -> State:
        """Return it without the plan of one who must: `said they would have to pay`."""
        owes = self.readings[-2:] == ("planned", "obliged")
        return State(self.negated, (*self.readings[:-2], "obliged")) if owes else self

    @property
    def strong(self) -> tuple[str, ...]:
        """The modalities that reach every clause below."""
        return tuple(found for found in self.readings if found in _STRONG)

    @property
    def modality(self) -> Modality:
        """The one modality that stands for all of them."""
        if not self.readings:
            return "asserted"
        strong: Modality | None = next((found for found in _STRONG if found in self.readings), None)
        if strong is not None:
            return strong
        other = {found: found for found in _OTHER}
        outermost = next((other[found] for found in self.readings if found in other), None)
        if outermost is not None:
            return outermost
        return next((mood.WEAK[found] for found in self.readings if found in mood.WEAK), "asserted")


REAL: Final = State(False, ())
"""What the article says without more ado."""
