"""What an article is to somebody at a Python prompt or in a notebook, and to whom JSON is wanted."""

from __future__ import annotations

import sys
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeVar, dataclass_transform

from newsclaims.fields import members, plain

if TYPE_CHECKING:
    from newsclaims.model import Entity

_COUNTED: Final = ("claims", "quotes", "dates", "figures", "entities", "checks")


Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def item(cls: type[Class]) -> type[Class]:
    """Make a class of the model: a data class with slots, frozen as all that is ``Valued``.

    The ``__init__`` that ``dataclass`` would write for it takes twice as long, and an article makes thousands.
    """
    made: Any = dataclass(slots=True, eq=False, repr=False, init=False)(cls)
    held = {part.name: part.default for part in fields(made)}
    used = {f"write_{name}": getattr(made, name).__set__ for name in held}
    used |= {f"else_{name}": value for name, value in held.items()}
    taken = ", ".join(name if value is MISSING else f"{name}=else_{name}" for name, value in held.items())
    writes = "; ".join(f"write_{name}(self, {name})" for name in held)
    found: dict[str, Any] = {}
    code = f"def make({', '.join(used)}):\n def __init__(self, {taken}): {writes}\n return __init__"
    exec(code, vars(sys.modules[made.__module__]), found)
    made.__init__ = found["make"](**used)
    made.__init__.__qualname__ = f"{made.__qualname__}.__init__"
    made.__init__.__annotations__ = {part.name: part.type for part in fields(made)} | {"return": None}
    return made  # type: ignore[no-any-return]


class Valued:
    """The part of an item of the model that compares, hashes, shows, copies and keeps it, as a frozen data class does.

    ``dataclass`` would write this out and compile it for every class, whenever a process starts.
    """

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> list[Any]:
        kind: Any = type(self)
        return [*members(kind)[1](self)]

    def __setstate__(self, state: list[Any]) -> None:
        kind: Any = type(self)
        for name, value in zip(members(kind)[0], state, strict=True):
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        kind: Any = type(self)
        values = members(kind)[1]
        return values(self) == values(other) if type(other) is kind else NotImplemented

    def __hash__(self) -> int:
        kind: Any = type(self)
        return hash(members(kind)[1](self))

    def __repr__(self) -> str:
        kind: Any = type(self)
        places, values = members(kind)
        held = [f"{name}={value!r}" for name, value in zip(places, values(self), strict=True)]
        return f"{kind.__qualname__}({', '.join(held)})"


class Displayed(Valued):
    """The part of ``Article`` that looks things up in it and shows or writes it."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain dicts, lists and scalars, with the keys of the output contract."""
        return plain(self)  # type: ignore[no-any-return]

    def entity(self: Any, id: str | None) -> Entity | None:
        """Return the entity of an id, as references, places and ``attributed_to`` name them; None for None.

        Raises:
            KeyError: when the article has none of that id.
        """
        if id is None:
            return None
        for entity in self.entities:
            if entity.id == id:
                return entity  # type: ignore[no-any-return]
        raise KeyError(id)

    def __repr__(self: Any) -> str:
        """Return one short line: which article, and how much was found."""
        name = self.title or self.id or self.source or "no title"
        counts = ((len(getattr(self, kind)), kind) for kind in _COUNTED)
        found = ", ".join(f"{count:,} {kind}" for count, kind in counts if count) or "nothing found"
        return f"<Article {name[:60]!r}, {self.published or 'undated'}: {found}>"

    def _repr_html_(self) -> str:
        """Return the report of the article for a notebook, in a frame of its own that runs and loads nothing."""
        from html import escape

        page = import_module("newsclaims.html.report").render(self)  # by name: the model stands below all that shows it
        return f'<iframe sandbox srcdoc="{escape(page)}" style="width: 100%; height: 40em; border: 0"></iframe>'
