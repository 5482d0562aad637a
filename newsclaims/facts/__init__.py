"""One model of "the same fact": what articles state, which statements tell the same, and in what these differ.

It serves everything that holds facts against facts, inside one article or between several.

- ``reading.statements(article)``: the article as ``Statement`` objects: actor, deed (classes of its verb), object,
  what it is about, figures, dates, polarity, modality, speaker, quoted words.
- ``alignment.align(groups).pairs``: the pairs of statements that tell the same, as ``Pair`` objects with a score;
  between several articles, or inside one when there is one group. ``Alignment.near`` asks for the matches of one
  statement, ``Alignment.who`` for the number of an entity that is the same in all articles.
- ``compared.compared(alignment, one, other)``: the pairs as ``Found`` objects with all that they tell differently
  (figure, date, polarity, actor, speaker, wording; modality, which is no contradiction) and the values told alike; for
  one article ``compared(align([statements(article)]))``.
- ``matching.value_pairs(pair)``: which figure and date of a pair is which, and how they stand: ``same``, ``agree``,
  ``open`` (both may be right) or ``apart``; ``matching.match_values`` the same for whole articles.
- ``rivals.rivals(alignment, one, other)``: names that one of two reports alone has, and what the other has in their
  place.
- ``leftovers.leftovers(alignment, one, other, …)``: values that one of two reports alone has, and what the other has in
  their place; ``signs``, ``polarity`` and ``weights`` say how sure it is that two values, or a yes and a no, are about
  one thing.
- ``lexical``: ``deed_classes(lemma)``, ``synonyms(lemma)``, ``opposed(…)``, ``concepts(text)``: words that news uses
  for one another, from the tables ``synonyms.tsv``, ``opposites.tsv`` and ``phrases.tsv``.
- ``states.state(adjective)``: `unhurt` is a deed denied; ``conversion``: measures in other units; ``sameness``: signs
  that two statements which nothing contradicts are told alike.
- ``index.Index``: by what statements are found; ``lines.Lines``: which sentences of two reports are alike; ``pairing``:
  signs that two statements tell one thing, whose weights are learned.
- ``measures.stand(one, value, other, rival)``: how two values stand to each other in their statements: a length and a
  time, a rate and a number, a change and a level contradict nothing.
- ``values``, ``moments``, ``wording``, ``names``, ``tolerance``: how figures, dates, quotes, and names of two places
  stand to each other; each can be asked alone.

::

    from newsclaims.facts.alignment import align
    from newsclaims.facts.compared import compared
    from newsclaims.facts.reading import statements

    for found in compared(align([statements(one), statements(other)]), 0, 1):
        for item in found.told:
            print(item.kind, item.message, found.one.text, found.other.text, sep="\\t")

``Pair.score`` is the chance (0 to 1) that two reports of one event tell one thing with the two statements; many that
are sure stand above 0.9.  A caller that wants few false alarms asks for more, such as the same deed, actor and object:
two sentences of one article that are much alike often tell two things on purpose (`two people … the other three`).
"""
