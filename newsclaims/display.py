"""What an article is to somebody at a Python prompt or in a notebook, and to whom JSON is wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from newsclaims.fields import members, plain

if TYPE_CHECKING:
    from newsclaims.model import Entity

_COUNTED: Final = ("claims", "quotes", "dates", "figures", "entities", "checks")


class Valued:
    """The part of an item of the model that compares, hashes and shows it, as a data class does.

    ``dataclass`` would write this out and compile it for every class, whenever a process starts.
    """

    __slots__ = ()

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
