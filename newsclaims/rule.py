"""The rule mechanism that all kinds of facts share.

A rule is one function with an id, a docstring and examples.  ``rule`` puts it into the registry, from which the
tests, the list of rules and the explanations are made.  It is called below the function and does not decorate it, so
that compiled code calls the function without going through Python::

    def weekday(...):
        \"\"\"A day of the week: `on Thursday`. ...\"\"\"


    rule("dates.weekday", needs=WEEKDAYS)(weekday)

* The **id** is ``kind.pattern-found`` in kebab-case and public: it stands in the output of every item it makes.
* The **docstring** tells a reader what is found, what is not, and the source.
* The **examples** stand in ``examples.md`` beside the rules (format: ``newsclaims/examples.py``).
* **needs** is the literal prefilter: lower-cased tokens of which the sentence must hold at least one before the rule
  is tried.  Empty means that the rule is always tried.  ``by_trigger`` turns rules into an index from token to rules.
* **priority** decides between two rules that find the same span; the longer span wins before it is asked.

What a rule's function takes and returns is its kind's business and is said in the kind's ``__init__``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

_REGISTRY: Final[dict[str, Rule]] = {}


class Rule:
    """A registered rule: ``apply`` is its function."""

    __slots__ = ("apply", "id", "needs", "priority")

    def __init__(self, id: str, apply: Callable[..., Any], needs: frozenset[str], priority: int) -> None:
        self.id = id
        self.apply = apply
        self.needs = needs
        self.priority = priority

    @property
    def kind(self) -> str:
        """The kind of fact that it finds: the part of the id before the first full stop."""
        return self.id.partition(".")[0]

    @property
    def doc(self) -> str:
        """The docstring of the function, for a reader."""
        return self.apply.__doc__ or _written(self.apply.__module__).get(self.apply.__name__, "")


@cache
def _written(module: str) -> dict[str, str]:
    """Return the docstrings of a module's functions as its source has them: compiled functions have none."""
    import ast

    path = os.path.join(os.path.dirname(__file__), *module.split(".")[1:])
    with open(os.path.join(path, "__init__.py") if os.path.isdir(path) else path + ".py", encoding="utf-8") as file:
        tree = ast.parse(file.read())
    return {item.name: ast.get_docstring(item) or "" for item in tree.body if isinstance(item, ast.FunctionDef)}


def rule(id: str, *, needs: Iterable[str] = (), priority: int = 0) -> Callable[[Function], Function]:
    """Return what registers a function as the rule ``id``.

    Raises:
        ValueError: when a rule of that id is registered already.
    """

    def register(function: Function) -> Function:
        if id in _REGISTRY and _REGISTRY[id].apply.__module__ != function.__module__:
            raise ValueError(f"two rules are called {id!r}")
        _REGISTRY[id] = Rule(id, function, frozenset(needs), priority)
        return function

    return register


def registered(kind: str | None = None) -> list[Rule]:
    """Return the rules registered so far, sorted by id; ``kind`` limits them to one kind of fact."""
    return [found for id, found in sorted(_REGISTRY.items()) if kind is None or found.kind == kind]


def by_trigger(rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    """Index rules by the tokens that they need, so that one dictionary look-up a token finds what to try."""
    index: dict[str, list[Rule]] = {}
    for item in rules:
        for word in item.needs:
            index.setdefault(word, []).append(item)
    return {word: tuple(items) for word, items in index.items()}
