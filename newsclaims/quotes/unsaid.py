"""What is not said: `did not say`, `nobody said`, `declined to say`, `stopped short of saying`, `without saying`."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.sources import clause_of
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.parse import Parse
from newsclaims.table import words

_FAR: Final = 3
"""Most words between a verb of refusing and the cue: `stopped short of saying`."""
_DEEPEST: Final = 4
"""How many verbs above the cue are looked at: `did not want to be heard to say`."""


def unsaid(cue: VerbCue) -> bool:
    """Tell whether the cue's words were not spoken: an odd number of negations over its verb.

    Counted are *not*, *never*, *no longer*, *nor* and subjects such as *nobody*, and verbs of refusing (`declined`,
    `failed`, `stopped`) as far as infinitives and participles lead up from the cue: `did not hesitate to say` was said.
    """
    found = clause_of(cue.line, cue.verb)
    if found is None:
        return False
    parse, clause = found
    items = cue.line.items
    behind = items[cue.verb + 1 : cue.end]  # `is not sure that`
    if cue.verb > 1 and items[cue.verb - 1].lower == "to" and items[cue.verb - 2].lemma in word_class("unwillingness"):
        return True  # `his refusal to say`
    count = int(any(item.lower in words("syntax", "negative_words") for item in behind))
    for _ in range(_DEEPEST):
        count += _negations(parse, clause, parse.index(cue.line.items[cue.verb].start))
        if any(_ahead(parse, chunk) for chunk in clause.governors):
            return True  # `plans to say`, `will begin to think`
        if cue.frames.kind == "thought" and any(parse.tokens[one.head].lemma == "seem" for one in clause.governors):
            return True  # `seems to think that`: who looks on guesses it
        parent = clause.parent
        if clause.word in word_class("instead"):
            return count % 2 == 0
        if clause.finite or parent is None or parent.verb is None or clause.verb is None:
            break
        between = parse.tokens[parent.verb.last : clause.verb.first]
        if len(between) > _FAR or any(token.tag in (",", ":") for token in between):
            break  # `refused to go, saying that`
        lemma = parse.tokens[parent.verb.head].lemma
        if lemma in word_class("prompting") and parse.tokens[clause.verb.first].tag == "TO":
            return True  # `asked them to say so`: whether they did is not told
        count += lemma in word_class("refusing")
        clause = parent
    return count % 2 == 1


def _ahead(parse: Parse, chunk: Chunk) -> bool:
    """Tell whether a verb that governs the cue says that it is planned, needed or yet to come."""
    tokens = parse.tokens
    head = tokens[chunk.head].lemma
    modals = [tokens[at].lower for at in range(chunk.first, chunk.last) if tokens[at].tag == "MD"]
    yielded = modals == ["could"] and head in ("help", "resist")  # `could not resist saying`: it was said
    auxiliary = head == "have" and tokens[chunk.last].text == ","  # `has, however, said`
    return (bool(modals) and not yielded) or (head in word_class("intending") and not auxiliary)


def _negations(parse: Parse, clause: Clause, cue: int) -> int:
    """How often the verbs of a clause up to the cue and its subject are negated: not `promised not to go`."""
    tokens = parse.tokens
    verbs: list[Chunk] = [*clause.governors, *([clause.verb] if clause.verb is not None else [])]
    verbs = [chunk for chunk in verbs if chunk.first <= cue]
    count = sum(tokens[chunk.head].lemma in word_class("refusing") for chunk in clause.governors)
    negative = words("syntax", "negative_words")
    for chunk in verbs:
        before = tokens[max(0, chunk.first - 1)].lower
        count += before in ("nor", "longer")
        count += any(
            tokens[at].lower in negative and tokens[at + 1].lower not in ("only", "just", "merely", "simply")
            for at in range(chunk.first, chunk.head if chunk is clause.verb else chunk.last)
        )
    if (subject := clause.subject) is None:
        return count
    word, before = tokens[subject.first].lower, tokens[subject.first - 1 if subject.first else 0].lower
    few = word == "few" and before != "a"
    return count + (word in negative or before == "not" or few)  # `not everyone believes`, `few experts believe`
