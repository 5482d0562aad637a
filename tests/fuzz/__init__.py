"""The project's own fuzzer: ``python tests/fuzz --minutes 10``.

Texts that look like articles are spliced from real ones (``splices``), and of each all is held that holds for every
article (``held``).  ``guided`` is another fuzzer, guided by coverage, for whoever has Atheris.
"""
