"""Scripts that make tables and models from treebanks and lists; each runs as ``python -m newsclaims.learn.NAME``.

They are no part of the wheel: nothing below imports them.
"""
