"""One model of "the same fact": what articles state, which statements tell the same, and in what these differ.

It serves everything that holds facts against facts, inside one article or between several.

- ``reading.statements(article)``: the article as ``Statement`` objects: actor, deed (classes of its verb), object,
  what it is about, figures, dates, polarity, modality, speaker, quoted words.
- ``alignment.align(groups).pairs``: the pairs of statements that tell the same, as ``Pair`` objects with a score;
  between several articles, or inside one when there is one group. ``Alignment.near`` asks for the matches of one
  statement, ``Alignment.who`` for the number of an entity that is the same in all articles.
- ``differences.differences(pair)``: in what they differ (figure, date, polarity, actor, speaker, wording, modality),
  and ``differences.value_pairs(pair)``: which figure is which, and whether it is told alike.
- ``lexical``: ``deed_classes(lemma)``, ``synonyms(lemma)``, ``opposed(…)``, ``concepts(text)``: words that news uses
  for one another, from the tables ``synonyms.tsv``, ``opposites.tsv`` and ``phrases.tsv``.
- ``values``, ``wording``, ``names``, ``tolerance``: how figures and dates, quotes, and names of two places stand to
  each other; each can be asked alone.

::

    from newsclaims.facts.alignment import align
    from newsclaims.facts.differences import differences
    from newsclaims.facts.reading import statements

    for pair in align([statements(one), statements(other)]).pairs:
        for item in differences(pair):
            print(item.kind, item.message, pair.one.text, pair.other.text, sep="\\t")

A caller that wants few false alarms looks at ``pair.score`` too: two sentences of one article that are much alike often
tell two things on purpose (`two people … the other three`), two reports of one event seldom do.
"""
