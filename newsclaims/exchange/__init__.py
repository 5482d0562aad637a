"""What annotation tools and other programs read and write: one module a format, with the text that offsets refer to.

An article becomes ``Marks`` (``marks.py``): spans with a label, values and links.  Each format writes these and, where
its tool can change them, reads them back; ``score.py`` compares two sets of them.
"""
