"""Participles behind a comma that say what came of a deed or how large a thing is: `was shut, prompting protests`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import QUOTES, RELATIVE, THAT, Clause, Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame


def came_of(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether what happened, not who did it, has a result: `Police raided the club, prompting protests`."""
    own = outer.subject
    if own is None or outer.verb is None or not outer.finite or outer.opener == RELATIVE:
        return False
    lemma, behind, ahead = cascade.lemma(verb), cascade.following(), cascade.chunks[cascade.at + 1 : cascade.at + 7]
    if any(token.lower in ("thereby", "thus") for token in cascade.tokens[verb.first - 1 : verb.head]):
        return outer.passive or animate(cascade, own) == 0  # "was delayed by rain, thus raising its cost"
    if outer.passive and lemma in ("cause", "force"):
        return True  # "The bridge was shut by police, causing delays"
    if lemma in ("increase", "reflect") and behind is not None and behind.kind in g.NOUNS:
        grew = outer.passive and animate(cascade, own) > 1  # "Reed was elected a trustee, increasing the panel to nine"
        shows = lemma == "reflect" and animate(cascade, own) > 0  # "Acme cut jobs, reflecting lower sales"
        return grew or (shows and cascade.lemma(outer.verb) not in word_class("reporting"))
    if lemma == "add" and behind is not None and cascade.word(behind) == "to":
        added = word_class("setbacks") | word_class("raised")  # "is looking into it, adding to a series of problems"
        return any(cascade.lemma(chunk) in added for chunk in ahead[1:])
    raised = lemma == "raise" and behind is not None and cascade.lemma(behind) in word_class("raised")
    if lemma == "put" and any(cascade.lemma(chunk) in word_class("dangers") for chunk in ahead):
        return True  # "lost a vote, putting its grip on power in jeopardy"
    if lemma == "result" and behind is not None and cascade.word(behind) == "in":
        return True  # "missed its target, resulting in a fine"
    if lemma == "mark" and behind is not None and cascade.lemma(behind) in word_class("marked"):
        return True  # "964 people fell ill, marking a rise from last year"
    if lemma == "lead" and behind is not None and cascade.word(behind) == "to":
        return animate(cascade, own) > 0  # "was found ill, leading to fears"
    if lemma == "bring" and behind is not None and cascade.lemma(behind) in word_class("tallies"):
        return True  # "killed nine people, bringing the toll to 40"
    if lemma == "make" and behind is not None and cascade.word(behind) in ("her", "him", "it", "them"):
        return outer.passive or animate(cascade, own) == 0  # "was shut, making it the largest bank to fail"
    sent = lemma in word_class("driving") and behind is not None and cascade.lemma(behind) in word_class("priced")
    if lemma not in word_class("prompting") and not raised and not sent:
        return False  # "cut its forecast, sending shares down"
    return outer.passive or animate(cascade, own) > 0 or cascade.word(own.chunk) == "it"


def came_of_telling(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether it is the telling that has a result: `announced that he would go, prompting calls for a vote`.

    So where somebody was told it: `told Reed that he had lost support, prompting him to go`.
    """
    says = outer.parent.verb if outer.parent is not None else None
    if outer.opener != THAT or outer.verb is None or says is None or outer.parent is None:
        return False
    ahead = cascade.tokens[outer.verb.first].tag == "MD" and cascade.lemma(says) in ("announce", "threaten")
    told = cascade.lemma(says) in words("words", "telling_verbs") and bool(outer.parent.objects or outer.parent.passive)
    return cascade.lemma(verb) in word_class("prompting") and (ahead or told)


def measures(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether an -ing form says how large the object is or why: `imposed a fine on Acme, exceeding $1 million`."""
    thing, lemma = outer.objects[0], cascade.lemma(verb)
    if thing.time or animate(cascade, thing) or outer.verb is None:
        return False
    if cascade.lemma(outer.verb) in word_class("changing") and set(thing.chunk.shape) & set("$c"):
        return False  # "Profit jumped 10%, exceeding forecasts"
    reported = lemma == "reflect" and cascade.lemma(outer.verb) in word_class("reporting")
    return reported or lemma in word_class("measuring")


def deed(cascade: Cascade, outer: Clause, verb: Chunk) -> Phrase:
    """Return a clause, up to the comma before its result, as the phrase that names what happened."""
    assert outer.verb is not None and outer.subject is not None
    phrase = Phrase(outer.verb)
    phrase.first, phrase.last = outer.subject.first, verb.first
    tokens = cascade.tokens
    while phrase.last > outer.verb.last and (
        tokens[phrase.last - 1].tag in (",", "''", ":")
        or (tokens[phrase.last - 1].tag == "RB" and tokens[phrase.last - 2].text == ",")  # ", thus prompting"
    ):
        phrase.last -= 1
    return phrase


def judged_so(cascade: Cascade, verb: Chunk) -> bool:
    """Take a participle for what somebody calls something: `called the vote “rigged”`, `was deemed unfair`."""
    clause, ahead = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if clause.verb is None or clause.copular or verb.last > verb.first + 1:
        return False
    frame = verb_frame(cascade.lemma(clause.verb))
    ends = not ahead or ahead[0].kind in (g.COMMA, g.CONJUNCTION, g.STOP)
    if frame.predicative < 20 or frame.object < 40 or not (ends or cascade.tokens[verb.first - 1].text in QUOTES):
        return False  # "called the number listed on the card"
    if cascade.conjunction is not None and clause.adjective is not None:
        clause.adjective.last = verb.last
        return True
    whom = clause.verb if clause.passive else clause.objects[-1].chunk if clause.objects else None
    if clause.adjective is not None or cascade.previous is not whom or cascade.preposition is not None:
        return False
    clause.adjective = verb
    return True
