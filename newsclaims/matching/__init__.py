"""Earlier fact checks that fit what an article says.

``records.py`` reads fact checks from files (schema.org ClaimReview, JSON Lines, CSV), ``terms.py`` makes words, names
and numbers of a text comparable, ``index.py`` finds the checks that share rare ones with a statement (BM25) and
``store.py`` keeps that index beside the file; ``likeness.py`` weighs what statement and check share,
``statements.py`` says which sentences of an article are asked about, and ``matching.py`` is the door:

>>> from newsclaims.matching import FactCheck, match
>>> import newsclaims
>>> article = newsclaims.extract("The bridge at Calder was built by 40 prisoners, the mayor said.")
>>> [found.check.id for found in match(article, [FactCheck("17", "Prisoners built Calder's bridge.")])]
['17']
"""

from newsclaims.matching.match import MIN_SCORE, Match, match
from newsclaims.matching.records import FactCheck

__all__ = ["MIN_SCORE", "FactCheck", "Match", "match"]
