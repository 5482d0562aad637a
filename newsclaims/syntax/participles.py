"""Rules for participles: whom *wearing*, *arrested by police*, *..., killing three* are about."""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import (
    bounded_times,
    dangling,
    gerunds,
    grounds,
    infinitives,
    interrupted,
    mistagged,
    mistagged_bare,
    nominals,
    noun_participles,
    retold,
    told,
)
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import participle_hosts as hosts
from newsclaims.syntax import participle_results as results
from newsclaims.syntax import participle_speakers as tellers
from newsclaims.syntax import participle_subjects as whose
from newsclaims.syntax.agreement import finite_before
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade, Handler
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, lengthen
from newsclaims.syntax.gerunds import modifier
from newsclaims.syntax.reduced import agent_follows
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.complements import kind
from newsclaims.words.frames import verb_frame


def left_over(cascade: Cascade, verb: Chunk) -> bool:
    """*Left* behind an amount of time or what somebody has: what remains, nobody's act, `has nine months left`."""
    np = cascade.np
    if cascade.word(verb) not in ("left", "remaining") or np is None or cascade.previous is not np.chunk:
        return False
    if np.time and np.preposition == "with" and "c" in np.chunk.shape:
        verb.kind = g.ADVERB
        lengthen(np, verb.last)  # "With five days remaining, Reed left"
        return True
    if verb.kind != g.PARTICIPLE or cascade.word(verb) != "left":
        return False
    host = cascade.clause
    has = host.verb is not None and (host.there or cascade.lemma(host.verb) == "have") and not agent_follows(cascade)
    if np.time or has:
        verb.kind = g.ADVERB
        return True
    return False


_OBJECT_ROLES: Final = frozenset({"of", "from", "into", "for"})
_ADJECTIVAL: Final = frozenset({"about", "at", "for", "from", "in", "of", "to"})
"""Prepositions of an adjective behind its noun, not of a verb: `capable of using it`, `keep it safe by fixing it`."""


def adverbial(cascade: Cascade, verb: Chunk) -> bool:
    """A participle set off by a comma or behind a preposition: the clause's subject does it, `..., killing three`."""
    if verb.kind not in (g.ING, g.PARTICIPLE):
        return False
    if whose.opens_clause(cascade, verb):
        partner = cascade.enclosing(lambda c: c.verb is not None and c.finite)
        inside = partner is not None and partner.opener == kinds.THAT
        parent = partner.parent if partner is not None and inside else None
        cascade.clause = Clause(kinds.THAT if inside else kinds.MAIN, parent, verb.first)
        cascade.np, cascade.conjunction = None, None  # "..., and fixing it cost a lot"
    host = cascade.clause
    following = cascade.following()
    listed = cascade.conjunction is not None and cascade.preposition is None and verb.shape == "g"
    if listed and following is not None and following.kind == g.NOUN and following.shape[0] in "nj":
        verb.kind = g.ADVERB  # "pregnant women and breastfeeding mothers"
        return True
    if listed and following is not None and following.kind in (g.COMMA, g.STOP) and gerunds.pained(cascade):
        verb.kind = g.NOUN
        return nominals.noun(cascade, verb)  # "joint pain and swelling"
    if listed and gerunds.planning(cascade, verb):
        verb.kind = g.NOUN
        return nominals.noun(cascade, verb)  # "took part in talks and planning earlier in May"
    if cascade.comma and gerunds.item(cascade, verb):
        verb.kind = g.NOUN
        return nominals.noun(cascade, verb)  # "burning, looting and murders"
    role = cascade.preposition[0] if cascade.preposition is not None else ""
    if role in word_class("openers") and noun_participles.describes(cascade, verb):
        plural = cascade.chunks[cascade.at + 1]
        verb.kind = g.ADVERB
        plural.first, plural.shape = verb.first, "L" + plural.shape  # "as raging fires spread"
        return True
    charged = whose.charged(cascade, verb) if not role else ""
    if host.verb is None and host.opener == kinds.SUB and host.subject is None and host.parent is not None:
        inner, outer = host, host.parent  # "while attending a school"
        above = outer.parent
        done = outer.opener == kinds.GERUND or (
            outer.rule == "claims.participle-on-noun" and any(role == "by" for role, _ in outer.arguments)
        )
        thing = outer.subject if outer.rule == "claims.object-control" else None
        done = done or (thing is not None and animate(cascade, thing) == 0)  # "wants fares to rise while cutting jobs"
        if host.word == "while" and done and above is not None and above.verb is not None:
            outer.content = [pair for pair in outer.content if pair[1] is not inner]
            outer = inner.parent = above  # "convicted him of lying while acquitting her"
            outer.content.append(("while", inner))
        inner.opener = kinds.GERUND
    elif verb.shape[0] == "G" and host.opener == kinds.RELATIVE and host.restrictive and cascade.comma:
        outer = cascade.enclosing(lambda c: c.finite and c.opener != kinds.RELATIVE) or host
        cascade.clause = outer  # "ended a run that began in May, having not won since Easter"
        inner = cascade.push(kinds.NONFINITE, verb.first)
    else:
        outer = host
        around = hosts.restricted(cascade, host, verb) if not role and cascade.comma and verb.kind == g.ING else None
        if around is not None:
            outer = around  # "voted for a bill that caps prices, handing the party a victory"
        elif not role and cascade.comma and verb.kind == g.ING and whose.is_subject(cascade, host):
            outer = cascade.fronted() or host  # "Although it pays, halting it would cost little"
        elif not role and cascade.comma and verb.kind == g.ING and whose.also_accused(cascade, host, verb):
            outer = host  # "accused them of bringing bills late, giving members no time"
        elif not role and cascade.comma and verb.kind == g.ING and hosts.case(host):
            outer = host  # "scenarios, including the firm leaving, actively seeking to block it"
        elif not role and cascade.comma and not host.finite:
            outer = cascade.enclosing(lambda c: c.finite) or host
        elif role and (host.rule == "claims.participle-on-noun" or host.gap == "wh") and hosts.apart(cascade):
            whole = cascade.enclosing(lambda c: c.finite and c.opener != kinds.WH)
            outer = whole or host  # "left the firm based in Lowton, after selling it"
        elif role == "as well as" and not host.finite and hosts.apart(cascade):
            outer = cascade.enclosing(lambda c: c.finite) or host  # "set out plans to cut it, as well as saying that"
        elif role and hosts.closes(cascade, host):
            outer = host.parent or host  # "met Holt, who runs the bank, before flying to Lowton"
        elif role and host.opener == kinds.GERUND and host.word == role and hosts.joined(cascade):
            outer = host.parent or host  # "accused of taking bribes and of lying"
        bears_out = cascade.lemma(verb) in word_class("bearing-out")
        says = (
            verb_frame(cascade.lemma(verb)).that >= 40
            or cascade.lemma(verb) in word_class("calling")
            or results.came_of_telling(cascade, outer, verb)
            or (
                outer.opener == kinds.THAT
                and (tellers.cites(cascade, outer, verb) or tellers.strikes(cascade, outer, verb) or bears_out)
            )
        )
        says = says and not (outer.opener == kinds.THAT and outer.awaiting)  # "said that Acme, citing costs, shut"
        if not role and cascade.comma and verb.kind == g.ING and says:
            outer = tellers.speaker(
                outer
            )  # "denied that soldiers had fought, saying ...", "said costs had risen, citing ..."
        told = next((told for kind, told in outer.content if kind == "reported"), None)
        if not role and cascade.comma and verb.kind == g.ING and told is not None and told.verb is not None:
            outer = told if tellers.of_what_is_said(cascade, outer, told, verb) else outer
        apart = not role and cascade.comma and outer.opener == kinds.SUB and outer.word in word_class("apart")
        apart = apart and outer.verb is not None  # "before Keita, signed in May, struck"
        if (
            apart
            and outer.parent is not None
            and outer.parent.verb is not None
            and not whose.somebody_acts(cascade, outer, verb)
        ):
            outer = outer.parent  # "would call it an insult if they stayed away, putting his name on the line"
        cascade.clause = outer
        role = role or charged
        inner = cascade.push(kinds.GERUND if role else kinds.NONFINITE, verb.first, role)
        if role and outer.verb is not None and not (role == "of" and whose.names_act(cascade, outer)):
            outer.content.append((role, inner))
    inner.shares = outer
    if not role and cascade.comma and verb.kind == g.ING and results.came_of(cascade, outer, verb):
        inner.shares, inner.subject = None, results.deed(cascade, outer, verb)
    waits = cascade.comma and outer.verb is None and outer.subject is None and not role
    front = whose.fronted(cascade, outer, verb) if waits and verb.kind == g.PARTICIPLE else None
    if front is not None:
        inner.shares, inner.subject = None, front  # "Under the deal, signed in May, they will buy jets"
    if waits and verb.kind == g.ING and cascade.np is not None and cascade.np.preposition == "according to":
        inner.subject = cascade.np  # "According to Yonhap, quoting officials, ...", not "At that time, citing it, he"
    if (
        not role
        and verb.kind == g.ING
        and outer.objects
        and cascade.previous is not None
        and tellers.shown(cascade, outer, verb)
    ):
        inner.shares, inner.subject = None, outer.objects[-1]  # "showed voters — young and old — declaring"
    told_of = not role and verb.kind == g.ING and cascade.comma and bool(outer.objects) and inner.shares is outer
    if told_of and results.measures(cascade, outer, verb):
        inner.shares, inner.subject = None, outer.objects[0]  # "imposed a fine on Acme, exceeding $1 million"
    judged = role != "for" or (outer.verb is not None and cascade.lemma(outer.verb) in words("words", "judging_verbs"))
    done_to = role == "for" or any(animate(cascade, phrase) or phrase.pronoun for phrase in outer.objects[:1])
    if role == "from" and outer.verb is not None:
        done_to = kind(cascade.lemma(outer.verb), "verb:from") is not None  # but "makes its money from selling them"
    of_claim = role == "of" and bool(outer.objects) and whose.of_claim(cascade, outer)
    quoted = role == "as" and outer.verb is not None and cascade.lemma(outer.verb) in word_class("quoting")
    quoted = quoted or (role in _OBJECT_ROLES and judged and done_to and not of_claim)
    if outer.objects and not outer.passive and quoted:
        inner.shares, inner.subject = None, outer.objects[0]  # "accused him of lying", "quoted him as saying"
    behind = cascade.np if verb.kind == g.PARTICIPLE and cascade.comma and outer.verb is not None and not role else None
    if behind is not None and not whose.of_subject(cascade, outer, behind):
        found = whose.affects(cascade, outer, verb, behind)
        found = host.subject if found is not None and whose.goes_on(host, behind) else found
        inner.shares, inner.subject = (outer, None) if found is None else (None, found)
    if verb.kind == g.PARTICIPLE and outer.verb is None and outer.subject is not None and cascade.np is not None:
        judged_one = whose.accused(cascade, verb, outer.subject, cascade.np)
        if judged_one is not outer.subject:
            inner.shares, inner.subject = None, judged_one
    if outer.there and outer.objects and not role:
        inner.shares, inner.subject = None, outer.objects[0]  # "There will be a mistake, squeezing debtors"
    if not role and not cascade.comma and outer.verb is not None and cascade.lemma(outer.verb) == "spend":
        for time in outer.objects[-1:]:
            time.modifier = inner  # "spent an hour explaining it"
    described = role in _ADJECTIVAL and cascade.at > 2 and cascade.chunks[cascade.at - 2].kind == g.ADJECTIVE
    if described and cascade.np is not None and cascade.np.chunk is cascade.chunks[cascade.at - 3]:
        inner.shares, inner.subject = None, cascade.np  # "any leader capable of using it"
    accused = outer.passive and outer.verb is not None and cascade.lemma(outer.verb) in words("words", "judging_verbs")
    named = role in word_class("naming") and inner.subject is None and not accused
    inner.silent = named and not whose.acts_too(cascade, inner, outer, role)
    adjective = outer.adjective
    worth = adjective is not None and cascade.previous is adjective and cascade.word(adjective) == "worth"
    inner.silent = inner.silent or worth  # "It is worth noting"
    event = role == "by" and outer.passive and noun_participles.ends(cascade) and verb.shape == "g"
    inner.silent = inner.silent or (event and verb_frame(cascade.lemma(verb)).object >= 40)  # "ruined by flooding"
    inner.silent = inner.silent or (verb.shape == "g" and whose.means_only(cascade, outer, role))
    inner.silent = inner.silent or (not role and whose.items_of_subject(cascade, outer, verb))
    inner.silent = inner.silent or (not role and dangling.counts(cascade, verb))
    clausal = following is not None and following.kind in g.NOUNS and finite_before(cascade, (g.COMMA, g.STOP))
    means = cascade.word(verb) == "meaning" and not role and (cascade.comma or clausal)
    inner.silent = inner.silent or means  # "Prices fell, meaning that farmers lost money"
    if inner.shares is not None and role and dangling.nobody(outer):
        inner.shares = None
    if inner.shares is not None and dangling.cannot(cascade, outer, inner.word, verb):
        inner.shares = None
    cascade.start(inner, verb, "claims.adverbial-participle")
    inner.passive = inner.passive or verb.kind == g.PARTICIPLE
    inner.silent = inner.silent or verb.shape == "x"  # "has been away or been on leave"
    return True


rule("claims.adverbial-participle")(adverbial)


def perfect(cascade: Cascade, verb: Chunk) -> bool:
    """A perfect participle, which describes no noun before it: `They beat Holt having led all day`: they have."""
    done = (
        verb.shape[0] == "G" and verb.shape[-1] in "elx" and cascade.clause.verb is not None and cascade.clause.finite
    )
    return done and (cascade.np is None or cascade.np.preposition != "with") and adverbial(cascade, verb)


def complement(cascade: Cascade, verb: Chunk) -> bool:
    """A participle behind a linking verb is its complement: `schools will stay closed`.

    With *get* it is a passive: `he got hurt`.
    """
    clause = cascade.clause
    if verb.kind == g.PARTICIPLE and results.judged_so(cascade, verb):
        return True
    if verb.kind != g.PARTICIPLE or clause.verb is None or cascade.previous is not clause.verb:
        return False
    if clause.passive:  # "were feared trapped"
        supposed = cascade.lemma(clause.verb) in word_class("supposing-of") and clause.verb.last == verb.first
        clause.adjective = verb if supposed else clause.adjective
        return supposed
    if cascade.lemma(clause.verb) == "get" and verb.last == verb.first + 1 + (verb.shape[-1] == "R"):
        clause.governors.append(clause.verb)
        clause.verb, clause.passive = verb, cascade.word(verb) != "rid"  # "needed to get dressed", "got rid of it"
        cascade.np = None
        return True
    if cascade.lemma(clause.verb) in words("words", "linking_verbs"):
        clause.adjective = verb
        return True
    return False


RULES: Final[tuple[Handler, ...]] = (
    infinitives.split_verb,
    interrupted.interrupted,
    bounded_times.bounded,
    complement,
    grounds.grounds,
    told.past_behind_saying,
    mistagged.past,
    retold.told_on,
    gerunds.named_act,
    gerunds.made_into,
    gerunds.having,
    infinitives.chain,
    infinitives.subject_control,
    infinitives.coordinated,
    mistagged_bare.coordinated,
    left_over,
    modifier,
    perfect,
    noun_participles.on_noun,
    adverbial,
)
