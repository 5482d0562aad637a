"""Keep the modules of the package as this Python compiles them, in ``newsclaims/bytecode.bin`` (see ``bytecode.py``).

The build does it for the Python that installs, ``python -m newsclaims.learn.bytecode`` in a checkout.  With the word
``compiled`` those that are libraries in the wheel are left out.
"""

from __future__ import annotations

import ast
import marshal
import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

from newsclaims import bytecode
from newsclaims.learn.compiled import modules
from newsclaims.learn.patterns import keep


def main() -> None:
    """Write the file."""
    root = Path(bytecode.__file__).parent
    compilable = {root.parent / path for path in modules()}
    left_out = compilable if "compiled" in sys.argv[1:] else set()
    data = bytecode.head()
    places: bytecode.Places = {}
    for path in sorted(root.rglob("*.py")):
        names = path.relative_to(root.parent).with_suffix("").parts
        if "learn" in names or path in left_out:
            continue
        source = path.read_bytes()
        tree = ast.parse(source)
        if path in compilable:
            _undocument(tree)
        packed = marshal.dumps(compile(tree, path, "exec", dont_inherit=True))
        inside, cached = (file.removeprefix(str(root)) for file in (str(path), cache_from_source(path)))
        name = ".".join(names).removesuffix(".__init__")
        places[name] = len(data), len(data) + len(packed), inside, cached, len(source), os.stat(path).st_mtime_ns
        data += packed
    index = marshal.dumps(places)
    keep(bytecode.FILE, data + index + len(index).to_bytes(4, "little"))


def _undocument(tree: ast.Module) -> None:
    """Take the docstrings of functions out, a tenth of what is loaded: compiled functions have none either.

    `Rule.doc` has those of rules from the source.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node, clean=False) is not None:
            node.body[0] = ast.copy_location(ast.Pass(), node.body[0])


if __name__ == "__main__":
    main()
