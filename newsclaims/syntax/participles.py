"""Rules for participles: whom *wearing*, *arrested by police*, *..., killing three* are about."""

from __future__ import annotations

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import complements, infinitives, interrupted, mistagged, noun_participles
from newsclaims.syntax.antecedents import animate, carrier
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.noun_infinitives import noun_infinitive, takes_infinitive
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import personal


def left_over(cascade: Cascade, verb: Chunk) -> bool:
    """*Left* behind an amount of time or what somebody has: what remains, nobody's act, `has nine months left`."""
    np = cascade.np
    if verb.kind != g.PARTICIPLE or cascade.word(verb) != "left" or np is None or cascade.previous is not np.chunk:
        return False
    host = cascade.clause
    has = (
        host.verb is not None
        and (host.there or cascade.lemma(host.verb) == "have")
        and not mistagged.agent_follows(cascade)
    )
    if np.time or has:
        verb.kind = g.ADVERB
        return True
    return False


def modifier(cascade: Cascade, verb: Chunk) -> bool:
    """An -ing form between a verb that takes none and a bare noun describes that noun: `revive flagging sales`."""
    clause, at = cascade.clause, cascade.at + 1
    if verb.shape == "g" and clause.verb is None and clause.opener in (kinds.SUB, kinds.WH) and _opens(cascade, clause):
        verb.kind = g.ADVERB
        plural = cascade.chunks[at]
        plural.first, plural.shape = verb.first, "L" + plural.shape
        return True
    if verb.shape != "g" or clause.verb is None or cascade.previous is not clause.verb or clause.passive:
        return False
    behind = cascade.chunks[at] if at < len(cascade.chunks) else None
    if behind is None or behind.kind != g.NOUN or behind.shape[0] not in "nj" or clause.verb.last != verb.first:
        return False
    frame = verb_frame(cascade.lemma(clause.verb))
    if frame.ing > 1 or frame.object < 55:
        return False
    verb.kind = g.ADVERB
    behind.first, behind.shape = verb.first, "L" + behind.shape
    return True


def _opens(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether an -ing form and a bare plural open a clause whose verb follows: `where working mothers say`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if clause.subject is not None or cascade.preposition is not None or len(behind) < 2:
        return False
    plural = behind[0].shape == "n" and cascade.tokens[behind[0].head].tag == "NNS"
    return plural and behind[1].kind == g.FINITE and cascade.previous is not None and not cascade.comma


def _restricts(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether a relative clause follows its noun without a comma, inside a clause that has a subject and verb."""
    outer = clause.parent
    if clause.opener != kinds.RELATIVE or clause.first < 1 or outer is None or outer.verb is None or not outer.finite:
        return False
    return outer.opener in (kinds.MAIN, kinds.THAT) and cascade.tokens[clause.first - 1].tag not in (",", ":")


_OBJECT_ROLES = frozenset({"of", "from", "into", "for"})


@rule("claims.adverbial-participle")
def adverbial(cascade: Cascade, verb: Chunk) -> bool:
    """A participle set off by a comma or behind a preposition: the clause's subject does it, `..., killing three`."""
    if verb.kind not in (g.ING, g.PARTICIPLE):
        return False
    host = cascade.clause
    following = cascade.following()
    listed = cascade.conjunction is not None and cascade.preposition is None and verb.shape == "g"
    if listed and following is not None and following.kind == g.NOUN and following.shape[0] in "nj":
        verb.kind = g.ADVERB  # "pregnant women and breastfeeding mothers"
        return True
    role = cascade.preposition[0] if cascade.preposition is not None else ""
    if host.verb is None and host.opener == kinds.SUB and host.subject is None and host.parent is not None:
        inner, outer = host, host.parent  # "while attending a school"
        inner.opener = kinds.GERUND
    else:
        outer = host
        if not role and cascade.comma and verb.kind == g.ING and _restricts(cascade, host):
            outer = host.parent or host  # "voted for a bill that caps prices, handing the party a victory"
        elif not role and cascade.comma and not host.finite:
            outer = cascade.enclosing(lambda c: c.finite) or host
        elif role and host.opener == kinds.GERUND and host.word == role and _joined(cascade):
            outer = host.parent or host  # "accused of taking bribes and of lying"
        says = verb_frame(cascade.lemma(verb)).that >= 40 or (
            outer.opener == kinds.THAT and _cites(cascade, outer, verb)
        )
        if not role and cascade.comma and verb.kind == g.ING and says:
            outer = _speaker(outer)  # "denied that soldiers had fought, saying ...", "said costs had risen, citing ..."
        apart = not role and cascade.comma and outer.opener == kinds.SUB and outer.word in word_class("apart")
        apart = apart and outer.verb is not None  # "before Keita, signed in May, struck"
        if apart and outer.parent is not None and outer.parent.verb is not None and not _acts(cascade, outer, verb):
            outer = outer.parent  # "would call it an insult if they stayed away, putting his name on the line"
        cascade.clause = outer
        inner = cascade.push(kinds.GERUND if role else kinds.NONFINITE, verb.first, role)
        if role and outer.verb is not None and not (role == "of" and _names_act(cascade, outer)):
            outer.content.append((role, inner))
    inner.shares = outer
    if not role and cascade.comma and verb.kind == g.ING and _came_of(cascade, outer, verb):
        inner.shares, inner.subject = None, _deed(cascade, outer, verb)
    if verb.kind == g.ING and cascade.comma and outer.verb is None and outer.subject is None and not role:
        inner.subject = cascade.np  # "According to Yonhap, quoting officials, ..."
    if (
        not role
        and verb.kind == g.ING
        and outer.objects
        and cascade.previous is not None
        and _shown(cascade, outer, verb)
    ):
        inner.shares, inner.subject = None, outer.objects[-1]  # "showed voters — young and old — declaring"
    judged = role != "for" or (outer.verb is not None and cascade.lemma(outer.verb) in words("words", "judging_verbs"))
    done_to = role != "of" or any(animate(cascade, phrase) or phrase.pronoun for phrase in outer.objects[:1])
    if outer.objects and not outer.passive and role in _OBJECT_ROLES and judged and done_to:
        inner.shares, inner.subject = None, outer.objects[0]  # "accused him of lying"
    behind = cascade.np if verb.kind == g.PARTICIPLE and cascade.comma and outer.verb is not None and not role else None
    if behind is not None and not _of_subject(cascade, outer, behind):
        inner.shares, inner.subject = None, carrier(cascade, behind)
    if outer.there and outer.objects and not role:
        inner.shares, inner.subject = None, outer.objects[0]  # "There will be a mistake, squeezing debtors"
    if not role and not cascade.comma and outer.verb is not None and cascade.lemma(outer.verb) == "spend":
        for time in outer.objects[-1:]:
            time.modifier = inner  # "spent an hour explaining it"
    described = role and cascade.at > 2 and cascade.chunks[cascade.at - 2].kind == g.ADJECTIVE
    if described and cascade.np is not None and cascade.np.chunk is cascade.chunks[cascade.at - 3]:
        inner.shares, inner.subject = None, cascade.np  # "any leader capable of using it"
    accused = outer.passive and outer.verb is not None and cascade.lemma(outer.verb) in words("words", "judging_verbs")
    named = role in word_class("naming") and inner.subject is None and not accused
    inner.silent = named and not _acts_too(cascade, inner, outer, role)
    adjective = outer.adjective
    worth = adjective is not None and cascade.previous is adjective and cascade.word(adjective) == "worth"
    inner.silent = inner.silent or worth  # "It is worth noting"
    cascade.start(inner, verb, "claims.adverbial-participle")
    inner.passive = inner.passive or verb.kind == g.PARTICIPLE
    return True


def _came_of(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether what happened, not who did it, has a result: `Police raided the club, prompting protests`."""
    own = outer.subject
    if own is None or outer.verb is None or not outer.finite or outer.opener not in (kinds.MAIN, kinds.THAT):
        return False
    lemma, behind = cascade.lemma(verb), cascade.following()
    raised = lemma == "raise" and behind is not None and cascade.lemma(behind) in word_class("raised")
    if lemma not in word_class("prompting") and not raised:
        return False
    return outer.passive or animate(cascade, own) > 0 or cascade.word(own.chunk) == "it"


def _deed(cascade: Cascade, outer: Clause, verb: Chunk) -> Phrase:
    """Return a clause, up to the comma before its result, as the phrase that names what happened."""
    assert outer.verb is not None and outer.subject is not None
    phrase = Phrase(outer.verb)
    phrase.first, phrase.last = outer.subject.first, verb.first
    while phrase.last > outer.verb.last and cascade.tokens[phrase.last - 1].tag in (",", "''", "RB", ":"):
        phrase.last -= 1
    return phrase


def _of_subject(cascade: Cascade, outer: Clause, np: Phrase) -> bool:
    """Tell whether a participle behind a comma is about the clause's subject and not about a place or thing before it.

    `was in Leeds, wanted by the police`, `was held in May, charged with theft`.
    """
    if outer.copular:
        return np.preposition in word_class("where")
    surface = outer.surface() if outer.passive and outer.finite else None
    argument = np.preposition != "by" and any(phrase is np for _, phrase in outer.arguments)
    apart = argument and (np.time or animate(cascade, np) == 0)
    return surface is not None and apart and animate(cascade, surface) > 1


def _acts_too(cascade: Cascade, inner: Clause, outer: Clause, role: str) -> bool:
    """Tell whether the clause's subject does what an -ing form names: `resorted to`, `won praise for`, `plan for`.

    A verb or noun before the preposition says so.
    """
    before, np = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None, cascade.np
    if before is None or outer.there or inner.shares is None or (outer.verb is not None and "o" in outer.verb.shape):
        return False
    if before is outer.verb:
        return f"{cascade.lemma(before)} {role}" in word_class("gerund-control")
    if np is None or np.chunk is not before or (outer.verb is not None and outer.passive):
        return False
    noun = cascade.lemma(before)
    if role == "for" and noun in word_class("honours"):
        return np in outer.objects
    return role in ("of", "for") and takes_infinitive(noun) and noun_infinitive(cascade, inner, outer, np)


def _names_act(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether *of* and an -ing form belong to the noun before: `the risk of losing`, not `accused of it`."""
    np, opener = cascade.np, cascade.preposition
    if np is None or opener is None or np.last != opener[1].first or np.chunk.kind != g.NOUN or np.modifier is not None:
        return False
    if clause.verb is None or np.chunk.shape[-1] == "T" or cascade.tokens[np.head].tag not in ("NN", "NNS"):
        return False
    told = cascade.lemma(clause.verb) in words("claims", "of_verbs") and (np in clause.objects or clause.passive)
    return not told and not animate(cascade, np)


def _joined(cascade: Cascade) -> bool:
    """Tell whether a conjunction stands before the preposition that stands before this chunk."""
    before = cascade.chunks[cascade.at - 2 : cascade.at - 1] if cascade.at > 1 else []
    return bool(before) and before[0].kind == g.CONJUNCTION


def _acts(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether somebody acts in the clause, a thing in the one around it: `It came after Lima cut ties, ...`."""
    own, outer = clause.surface(), clause.parent.surface() if clause.parent is not None else None
    if own is None or outer is None or personal(cascade.lemma(verb)) < 75:
        return False
    return animate(cascade, own) > 0 and animate(cascade, outer) == 0


def _shown(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether the object before a pair of dashes, and not the subject, can do what the participle says."""
    own = outer.surface()
    if cascade.previous is None or cascade.previous.shape != "-" or own is None or personal(cascade.lemma(verb)) < 75:
        return False
    shown = outer.objects[-1]
    many = shown.last > shown.chunk.last and cascade.tokens[shown.last - 1].tag == "NNPS"  # "a series of Dakotans"
    return animate(cascade, own) == 0 and (many or animate(cascade, shown) > 0)


def _cites(cascade: Cascade, inner: Clause, verb: Chunk) -> bool:
    """Tell whether only somebody can do what the participle says, and the clause that is said is about a thing."""
    own, outer = inner.surface(), inner.parent.surface() if inner.parent is not None else None
    if own is None or outer is None or personal(cascade.lemma(verb)) < 75 or own.pronoun:
        return False
    return animate(cascade, own) == 0 and animate(cascade, outer) > 0


def _speaker(clause: Clause) -> Clause:
    """Return the clause whose subject speaks, behind a clause that is said or describes something."""
    for _ in range(4):
        outer = clause.parent
        if clause.opener not in (kinds.THAT, kinds.RELATIVE, kinds.SUB) or outer is None or outer.verb is None:
            break
        if clause.rule == "claims.next-clause":
            break
        clause = outer
    return clause


def complement(cascade: Cascade, verb: Chunk) -> bool:
    """A participle behind a linking verb is its complement: `schools will stay closed`.

    With *get* it is a passive: `he got hurt`.
    """
    clause = cascade.clause
    if verb.kind != g.PARTICIPLE or clause.verb is None or cascade.previous is not clause.verb or clause.passive:
        return False
    if cascade.lemma(clause.verb) == "get" and verb.last == verb.first + 1:
        clause.governors.append(clause.verb)
        clause.verb, clause.passive = verb, cascade.word(verb) != "rid"  # "needed to get dressed", "got rid of it"
        cascade.np = None
        return True
    if cascade.lemma(clause.verb) in words("words", "linking_verbs"):
        clause.adjective = verb
        return True
    return False


RULES = (
    infinitives.split_verb,
    interrupted.interrupted,
    complement,
    mistagged.past,
    mistagged.told_on,
    complements.named_act,
    infinitives.chain,
    infinitives.subject_control,
    infinitives.coordinated,
    mistagged.coordinated,
    left_over,
    modifier,
    noun_participles.on_noun,
    adverbial,
)
