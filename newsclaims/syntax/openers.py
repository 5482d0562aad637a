"""What opens and closes clauses: *that*, relative pronouns, subordinators, question words, brackets, semicolons."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import nominals
from newsclaims.syntax.antecedent_places import stacked
from newsclaims.syntax.antecedents import antecedent
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.clauses_of_saying import asked_whether, awaits_that, begins_speech, takes_that, told_to
from newsclaims.syntax.conceding import conceded, fragment, opposed
from newsclaims.syntax.fronted_times import by_the_time
from newsclaims.syntax.fronting import asks_behind, fronted_by, next_main, opened_by_phrase
from newsclaims.syntax.insertions import begun
from newsclaims.syntax.noun_contents import exists, judges, tells_more
from newsclaims.syntax.preposition_hosts import behind_inner, keeps, reaching, stops_by, stranded
from newsclaims.syntax.that_words import (
    acts,
    again,
    alone,
    assured,
    describes,
    governs_that,
    plural_follows,
    points,
    tells,
    tells_on,
    this_time,
)
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame


def preposition(cascade: Cascade, chunk: Chunk) -> bool:
    """A preposition; what it governs is known with the next chunk."""
    if by_the_time(cascade, chunk):
        return subordinator(cascade, chunk)
    opposed(cascade, chunk)
    next_main(cascade, chunk)
    if cascade.tokens[chunk.first].lower in word_class("holding-for"):
        begins_speech(cascade, chunk)
    listed = cascade.np is not None and cascade.np.link == "comma" and cascade.clause.verb is not None
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    listed = listed or (bool(behind) and behind[0].kind == g.INFINITIVE and cascade.clause.verb is not None)
    if listed and [token.lower for token in cascade.tokens[chunk.first : chunk.last]] == ["as", "well", "as"]:
        chunk.kind = g.CONJUNCTION  # "its price, its size, as well as its looks"
        return True
    if keeps(cascade, chunk) or stops_by(cascade, chunk, behind):
        verb = cascade.chunks[cascade.at - 1]
        verb.last, verb.shape = chunk.last, verb.shape + "R"
        return True
    if cascade.preposition is None or cascade.previous is not cascade.preposition[1]:
        first = _degree_before(cascade, chunk)
        cascade.preposition = (" ".join(t.lower for t in cascade.tokens[first : chunk.last]), chunk)
    elif not reaching(cascade, chunk) and stranded(cascade, chunk):  # else "from behind the house" is one
        cascade.preposition = (cascade.word(chunk), chunk)
    return True


def _degree_before(cascade: Cascade, chunk: Chunk) -> int:
    """Return where a preposition begins: *as* with an adverb and the first *as* before it, `as far north as Estrel`."""
    adverb = cascade.chunks[cascade.at - 1] if cascade.at else None
    if adverb is None or adverb.kind != g.ADVERB or cascade.word(chunk) != "as" or adverb.last != chunk.first:
        return chunk.first
    first, last = cascade.tokens[adverb.first].lower, cascade.tokens[adverb.last - 1].lower
    if adverb.last - adverb.first < 2 or (first != "as" and (first, last) != ("so", "long")):
        return chunk.first
    behind = [later.kind for later in cascade.chunks[cascade.at + 1 : cascade.at + 6]]
    if last not in word_class("as-as") and (behind[:1] != [g.NOUN] or g.FINITE in behind):
        return chunk.first  # "as often as the rain stopped"
    adverbs = cascade.clause.adverbs
    if adverbs and adverbs[-1].chunk is adverb:
        adverbs.pop()
    return adverb.first


def subordinator(cascade: Cascade, chunk: Chunk) -> bool:
    """A word that opens a clause, or may be a preposition."""
    if chunk.shape == "A" and opened_by_phrase(cascade, chunk, cascade.at + 1) and cascade.clause.verb is not None:
        chunk.shape = "S"  # "although in May | it closed"
    if chunk.shape == "A":
        fronted_by(cascade, chunk, cascade.clause)
        return preposition(cascade, chunk)
    clause = cascade.clause
    if fragment(cascade):
        return True
    if clause.verb is None and clause.subject is None and clause.opener == kinds.SUB:
        clause.word = cascade.word(chunk)  # "even though", "as if"
        return True
    if cascade.preposition is not None:
        question = cascade.push(kinds.WH, chunk.first, cascade.word(chunk))  # "a decision on whether she may leave"
        if clause.verb is not None:
            clause.content.append((cascade.preposition[0], question))
        cascade.preposition, cascade.np = None, None
        return True
    begins_speech(cascade, chunk)
    cascade.clause = asked_whether(cascade, cascade.word(chunk)) or cascade.clause
    governor = clause = cascade.clause = behind_inner(cascade, cascade.word(chunk), cascade.comma)
    if cascade.comma and cascade.conjunction is None and not clause.finite:
        governor = cascade.enclosing(lambda c: c.finite) or clause
        cascade.clause = governor
    if cascade.comma and clause.opener == kinds.THAT:
        governor = cascade.clause = conceded(cascade, chunk, clause)
    governor = fronted_by(cascade, chunk, governor)
    following, word = cascade.following(), cascade.word(chunk)
    asked = following is not None and following.kind == g.INFINITIVE and word == "whether"
    if word == "if" and cascade.conjunction is not None and [role for role, _ in governor.content[-1:]] == ["whether"]:
        word = "whether"  # "is unclear whether it opens, or if it is sold"
    clause = cascade.push(kinds.WH if asked else kinds.SUB, chunk.first, word)
    if governor.verb is not None:
        governor.content.append(("wh" if asked else clause.word, clause))  # "decide whether to sell it"
    cascade.np = None
    return True


def that(cascade: Cascade, chunk: Chunk) -> bool:
    """*That* before a clause; right before a verb it is a relative pronoun."""
    following = cascade.following()
    if cascade.previous is not None and cascade.previous.kind == g.SUBORDINATOR:
        return True  # "given that", "so that"
    if following is not None and following.kind == g.FINITE and cascade.np is not None:
        return relative(cascade, chunk)
    governor = cascade.clause
    if points(cascade, following) or this_time(cascade, following):
        return True
    if alone(cascade, following) or acts(cascade, following):
        chunk.kind, chunk.shape = g.PRONOUN, "k"
        return nominals.noun(cascade, chunk)  # "how he translates that into policy"
    told = tells(cascade, following)
    if told is not None:
        governor = cascade.clause = told
    elif again(cascade, chunk) or describes(cascade, following) or _about(cascade, governor):
        return relative(cascade, chunk, settled=True)  # "left a loophole that firms exploit"
    elif cascade.comma and (whom := tells_on(cascade)) is not None:
        governor = cascade.clause = whom
    if cascade.conjunction is not None:
        spoken = cascade.enclosing(lambda c: any(role == inner.word == "that" for role, inner in c.content))
        spoken = spoken or cascade.enclosing(lambda c: any(role == "that" for role, _ in c.content))
        spoken = spoken or told_to(cascade) or governor
        governor = cascade.clause = spoken  # "said that he does not think it is safe and that it must close"
    outer = governor.parent
    described = governor.rule == "claims.participle-on-noun" and governor.verb is not None and outer is not None
    if described and outer is not None and awaits_that(cascade, outer):
        passive_ = governor.verb if governor.passive else None  # who is told something has a clause
        suffers = passive_ is not None and cascade.lemma(passive_) not in words("words", "telling_verbs")
        if suffers or not takes_that(cascade, governor):
            governor = cascade.clause = outer  # "said in a letter sent to Lund that", "an email seen by Lund that"
    asked = (
        governor.passive and governor.verb is not None and cascade.lemma(governor.verb) in word_class("asking-first")
    )
    asked = asked and governor.word == "when" and outer is not None and takes_that(cascade, outer)
    if asked and outer is not None and [inner for _, inner in outer.content] == [governor] and not outer.objects:
        governor = cascade.clause = outer  # "said when asked that he was tired"
    clause = cascade.push(kinds.THAT, chunk.first, "that")
    if governor.verb is not None:
        governor.content.append(("that", clause))
    cascade.np = None
    return True


def _about(cascade: Cascade, governor: Clause) -> bool:
    """Tell whether what is told of was named already, so that *that* describes it: `warned about risks that grow`."""
    named = cascade.np is not None and cascade.np.chunk is cascade.previous and cascade.conjunction is None
    verb = governor.verb
    return (
        named and verb is not None and any(role == "about" and p.first > verb.first for role, p in governor.arguments)
    )


def relative(cascade: Cascade, chunk: Chunk, settled: bool = False) -> bool:
    """A relative pronoun behind a noun phrase, or a question word behind a verb.

    ``settled`` says that `that` has found *that* to be one: it is not asked again whether it opens what is told.
    """
    nearest = cascade.np
    if nearest is None and cascade.comma and cascade.clause.finite:
        nearest = cascade.last_np
    inserted = nearest is None and cascade.preposition is None and begun(cascade, chunk)
    nearest = cascade.clause.antecedent if inserted else nearest  # "Salsa (which has few calories) is"
    if settled and nearest is not None and cascade.clause.objects and nearest not in cascade.clause.objects:
        last = cascade.clause.objects[-1]
        nearest = last if last.last == nearest.last else nearest  # "a package against A, B and C that it approved"
    behind = cascade.previous
    role = cascade.preposition[0] if cascade.preposition is not None else ""
    word, verb = cascade.word(chunk), cascade.clause.verb
    if word == "that" and not settled and this_time(cascade, cascade.following()):
        return True
    if nearest is None and not role and word in ("which", "who") and behind is verb and verb is not None:
        frame = verb_frame(cascade.lemma(verb))
        nearest = cascade.clause.surface() if frame.that < 5 and frame.object < 15 else None
        behind = behind if nearest is None else None  # "An argument ensued which led to a fight"
    if word in ("that", "which", "who") and cascade.conjunction is not None and chunk.shape == "W" and not role:
        partner = cascade.enclosing(lambda c: c.opener == kinds.RELATIVE and c.verb is not None)
        same = partner is not None and ("that" in (word, partner.word) or word == partner.word)
        if partner is not None and (same or partner.gap in ("prep", "whose")):
            clause = Clause(kinds.RELATIVE, partner.parent, chunk.first, word)
            clause.antecedent, clause.gap, clause.restrictive = partner.antecedent, "open", partner.restrictive
            cascade.clause = clause
            return True
    if word == "who" and cascade.word(cascade.following() or chunk) == "knows" and _ends(cascade):
        cascade.clause = cascade.fronted() or cascade.clause
        open_ = cascade.push(kinds.WH, chunk.first, word)  # "With all that smoke, who knows"
        open_.antecedent, open_.gap, open_.silent = Phrase(chunk), "wh", True
        cascade.np = None
        return True
    before = stacked(cascade, nearest) if word == "who" and nearest is not None and not role else None
    if before is not None and before.parent is not None:
        cascade.clause, nearest = before.parent, before.antecedent
    ahead = cascade.following() if word == "that" else None
    lone = behind is verb and alone(cascade, ahead)  # "Anyone who forgets that has no place here"
    if ahead is not None and (lone or (not role and nearest is None and acts(cascade, ahead))):
        chunk.kind, chunk.shape = g.PRONOUN, "k"
        return nominals.noun(cascade, chunk)  # "I think that hurt him"
    if word == "that" and (cascade.comma or cascade.conjunction is not None) and not role:
        return nominals.noun(cascade, chunk)  # "If he wins, that will be a surprise"
    opens = not settled and word == "that"
    if opens and ahead is not None and nearest is not None and tells_more(cascade, nearest, ahead):
        return that(cascade, chunk)  # "close to an admission that Reed had lied"
    if opens and any(tells_of(cascade) for tells_of in (exists, plural_follows, governs_that, judges, assured)):
        return that(cascade, chunk)  # "told the trial that he had been ill"
    asked = cascade.conjunction is not None and not role and cascade.enclosing(_asks)
    if asked and asked.parent is not None:
        cascade.clause = asked.parent  # "asked who paid for it and who knew"
        return question_word(cascade, chunk)
    if nearest is None or (behind is not None and behind.kind in g.VERBS):
        return question_word(cascade, chunk)
    if nearest.host is not None and nearest.link == "comma" and cascade.tokens[nearest.start - 1].lower == "not":
        nearest = nearest.host  # "It was Holt, not Reed, who signed it"
    clause = cascade.push(kinds.RELATIVE, chunk.first, cascade.word(chunk))
    clause.restrictive = not cascade.comma and not inserted
    found = antecedent(cascade, nearest, clause.word, clause.restrictive, None)
    clause.antecedent, clause.gap = nearest, "prep" if role else "open"
    clause.arguments += [(role, found)] if role else []
    some = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    outer = nearest.host
    if outer is None and clause.parent is not None and clause.parent.verb is not None:
        outer = clause.parent.surface()  # "Two men were held, one of whom died"
    if role == "of" and nearest.link == "comma" and outer is not None and nearest.chunk is some:
        clause.antecedent, clause.arguments = outer, []
        clause.subject = Phrase(nearest.chunk)  # "five aides, two of whom had left"
        clause.subject.last = chunk.last
    cascade.preposition = None
    return True


def _ends(cascade: Cascade) -> bool:
    """Tell whether nothing but a mark or what is not known stands behind the next chunk."""
    behind = cascade.chunks[cascade.at + 2 : cascade.at + 3]
    return not behind or behind[0].kind in (g.STOP, g.COMMA, g.CLOSING, g.WH)


def _asks(clause: Clause) -> bool:
    return clause.opener == kinds.WH or clause.word == "whether"


def question_word(cascade: Cascade, chunk: Chunk) -> bool:
    """*What*, *when*, *where*, *why*, *how* open a clause."""
    word = cascade.word(chunk)
    if word == "when" and cascade.clause.word == "if" and cascade.clause.first + 2 == chunk.first:
        cascade.conjunction = None
        return True  # "If and when it fails, they will pay"
    if word == "when":
        begins_speech(cascade, chunk)
    asked = cascade.enclosing(lambda c: _asks(c) and c.verb is not None) if cascade.conjunction else None
    if asked is not None and asked.parent is not None and cascade.preposition is None:
        cascade.clause = asked.parent  # "see what they find and how they mend it"
    cascade.clause = behind_inner(cascade, word if cascade.preposition is None else "", cascade.comma)
    governor = cascade.clause
    if word == "when" and cascade.preposition is None and not _asks(governor):
        governor = fronted_by(cascade, chunk, governor)
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    alone = not behind or behind[0].kind in (g.COMMA, g.STOP) or behind[0].shape == "C"
    if word in ("how", "why") and alone and cascade.previous is governor.verb is not None and not governor.objects:
        governor.objects.append(Phrase(chunk))  # "refused to say why, and the police left"
        return True
    if cascade.preposition is not None and governor.opener == kinds.RELATIVE and governor.gap == "open":
        cascade.preposition = None  # "pressures that it did not know about when it met"
    if asks_behind(cascade, chunk):
        governor = cascade.clause = cascade.fronted() or governor  # "If the dam breaks, what will the town do?"
    question = chunk.shape in "KW" or word in ("how", "why")
    clause = cascade.push(kinds.WH if question else kinds.SUB, chunk.first, word)
    if asked is not None and asked.parent is governor:
        role = next((role for role, inner in governor.content if inner is asked), "")
        governor.content += [(role, clause)] if role else []
    elif cascade.preposition is not None and governor.verb is not None:
        governor.content.append((cascade.preposition[0], clause))
    elif governor.verb is not None:
        governor.content.append(("wh" if question else word, clause))
    if chunk.shape in "KW":
        clause.gap = "wh"
        clause.antecedent = Phrase(chunk)
    elif word == "where" and not question:
        clause.antecedent = cascade.np
    cascade.np = None
    return True
