"""What an article is to somebody at a Python prompt or in a notebook, and to whom JSON is wanted."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeVar, dataclass_transform

from newsclaims.fields import Unwritten, members, plain

if TYPE_CHECKING:
    from newsclaims.model import Entity

_COUNTED: Final = ("claims", "quotes", "dates", "figures", "entities", "checks")


Class = TypeVar("Class")


def unwritten(*, default: Any, optional: bool = False) -> Any:
    """Return what stands for the default of a field that is not written, for type checkers of any type."""
    return Unwritten(default=default, optional=optional)


class _Described:
    """What `dataclasses` keeps in a data class, made when it first asks for it: to import it takes 5 ms."""

    def __set_name__(self, owner: Any, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: Any) -> Any:
        from dataclasses import dataclass, field

        held: dict[str, Any] = {}
        for name, default in owner.__defaults__.items():
            if isinstance(default, Unwritten):
                metadata = {"json": None, "optional": True} if default.optional else {"json": None}
                held[name] = field(default=default.default, repr=False, metadata=metadata)
            else:
                held[name] = default
        held |= {"__module__": owner.__module__, "__annotations__": owner.__init__.__annotations__.copy()}
        del held["__annotations__"]["return"]
        described: Any = dataclass(eq=False, repr=False, init=False)(type(owner.__name__, (), held))
        for name in ("__dataclass_fields__", "__dataclass_params__"):
            setattr(owner, name, getattr(described, name))
        return getattr(owner, self._name)


@dataclass_transform(frozen_default=True, field_specifiers=(unwritten,))
def item(cls: type[Class]) -> type[Class]:
    """Make a class of the model: a data class with slots, frozen as all that is ``Valued``.

    `dataclasses` takes 5 ms to import and 0.2 ms for each class, and the ``__init__`` that it writes takes twice as
    long as this one: an article makes thousands.
    """
    old: Any = cls
    own: dict[str, str] = old.__annotations__
    above = old.__mro__[1].__dict__.get("__init__")
    types: dict[str, Any] = {**getattr(above, "__annotations__", {}), **own}
    types.pop("return", None)
    defaults = {**getattr(old, "__defaults__", {}), **{name: vars(old)[name] for name in own if name in vars(old)}}
    held = {name: value for name, value in vars(old).items() if name not in own and name not in _OF_OTHERS}
    described = {name: _Described() for name in ("__dataclass_fields__", "__dataclass_params__")}
    held |= {"__slots__": (*own,), "__match_args__": (*types,), "__defaults__": defaults, **described}
    made: Any = type(old)(old.__name__, old.__bases__, held)
    made.__qualname__ = old.__qualname__
    used = {f"write_{name}": getattr(made, name).__set__ for name in types}
    used |= {f"else_{name}": getattr(value, "default", value) for name, value in defaults.items()}
    taken = ", ".join(f"{name}=else_{name}" if name in defaults else name for name in types)
    writes = "; ".join(f"write_{name}(self, {name})" for name in types)
    found: dict[str, Any] = {}
    code = f"def make({', '.join(used)}):\n def __init__(self, {taken}): {writes}\n return __init__"
    exec(code, vars(sys.modules[made.__module__]), found)
    made.__init__ = found["make"](**used)
    made.__init__.__qualname__ = f"{made.__qualname__}.__init__"
    made.__init__.__annotations__ = types | {"return": None}
    return made  # type: ignore[no-any-return]


_OF_OTHERS: Final = frozenset({"__dict__", "__weakref__"})
"""What Python gives a class without slots."""


class Valued:
    """The part of an item of the model that compares, hashes, shows, copies and keeps it, as a frozen data class does.

    ``dataclass`` would write this out and compile it for every class, whenever a process starts.
    """

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        from dataclasses import FrozenInstanceError

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
