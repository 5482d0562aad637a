"""Several reports of one event side by side: what they share, where they differ, what only one has.

``comparison.compare`` aligns the statements of the reports (``newsclaims.facts``) and returns a ``model.Comparison``.
"""
