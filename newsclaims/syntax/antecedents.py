"""Which noun phrase of a chain (`the leader of the party in Lima`) a relative clause or participle belongs to.

On parsed news the nearest noun phrase is right in four of five cases (see `phrase_chains.py`).
"""

from __future__ import annotations

from newsclaims.syntax.agreement import agrees, plural
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.antecedent_places import at_place, bearer
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import GERUND, Phrase, first_listed
from newsclaims.syntax.parted import passive
from newsclaims.syntax.phrase_chains import chain, dated, rank
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import noun_frame
from newsclaims.words.preferences import noun_subject, noun_takes


def antecedent(cascade: Cascade, nearest: Phrase, pronoun: str, restrictive: bool, verb: Chunk | None) -> Phrase:
    """Return the noun phrase that a relative pronoun stands for.

    It agrees with the verb in number; for *who* it is a person, for *which* none, as far as the words tell.
    """
    if nearest.pronoun and pronoun == "who" and cascade.tokens[nearest.head].lower in word_class("some-of"):
        return nearest  # "voters, including many who are undecided"
    if (
        nearest.time
        and verb is not None
        and pronoun in ("that", "which")
        and cascade.lemma(verb) in word_class("running")
    ):
        return nearest  # "in the fiscal year that begins in May"
    amount = nearest.preposition == "of" and nearest.chunk.shape[0] in "$c" and not restrictive
    if amount and pronoun == "which" and nearest.host is not None and nearest.link == "prep":
        return nearest.host  # "posted a loss of $4 million, which was worse than forecast"
    if pronoun == "who" and _body_beside(cascade, nearest) and nearest.host is not None:
        nearest = nearest.host  # "Ann Reed, the president of its governing body, the FGA, who"
    ranked = rank(cascade, chain(cascade, nearest), restrictive)
    if (
        verb is not None
        and cascade.lemma(verb) in word_class("harming")
        and cascade.lemma(ranked[0].chunk) not in word_class("events")
    ):
        ranked.sort(
            key=lambda phrase: cascade.lemma(phrase.chunk) not in word_class("events")
        )  # "the sinking of a ship that killed"
    fitting = [phrase for phrase in ranked if verb is None or agrees(cascade, phrase, verb)]
    if verb is not None and pronoun in ("that", "which") and cascade.lemma(verb) in word_class("depicting"):
        text = next((phrase for phrase in fitting if cascade.lemma(phrase.chunk) in word_class("texts")), None)
        if text is not None:
            return text  # "a ruling by the Court of Appeal that said"
    if pronoun in ("who", "whom"):
        persons = [(phrase, animate(cascade, phrase) or int(_unknown(cascade, phrase))) for phrase in ranked]
        persons = [pair for pair in persons if pair[1] and cascade.lemma(pair[0].chunk) not in word_class("vehicles")]
        apart = [pair for pair in persons if not _of_name(cascade, pair[0])]  # "Ann Reed of Lowton, who sued"
        apart = [pair for pair in apart if not _comes_from(cascade, pair[0])]
        persons = apart or persons
        if restrictive and nearest.preposition not in word_class("such-as"):  # "an engineer at the Institute who left"
            persons.sort(key=lambda pair: cascade.tokens[pair[0].head].tag in ("NNP", "NNPS"))
        likely = [phrase for phrase, grade in persons if grade > 1] or [phrase for phrase, _ in persons]
        both = [phrase for phrase in likely if phrase in fitting] or [p for p, _ in persons if p in fitting]
        found = _pair((both or likely or fitting or ranked)[0])
        if restrictive and (cleft := _cleft(cascade, found)) is not None:
            return cleft
        named = found.host if found.link == "comma" and not restrictive else None
        return (
            named if named is not None and cascade.tokens[named.head].tag == "NNP" and _one(cascade, found) else found
        )
    owner = ranked[0].host if ranked[0].preposition == "of" and pronoun in ("that", "which") else None
    changes = verb is not None and cascade.lemma(verb) in word_class("changing")
    if owner in fitting and owner is not None and changes and cascade.lemma(owner.chunk) in word_class("attributes"):
        return owner  # "the price of oil, which fell"
    if pronoun == "which" and not restrictive and verb is not None and cascade.lemma(verb) in word_class("comprising"):
        plan = next((p for p in ranked if cascade.lemma(p.chunk) in word_class("agreed-to")), None)
        if plan is not None and plan not in fitting and plan.preposition == "of" and plan.host in fitting:
            plan = plan.host  # "one of the best plans in the race, which includes a bridge"
        if plan is not None:
            return plan
    enables = verb is not None and cascade.lemma(verb) in word_class("enabling") and not passive(verb)
    if pronoun == "which" and not restrictive and enables:
        made = _made(cascade, fitting)
        if made is not None:
            return made
    if pronoun == "which":
        names = () if restrictive else ("NNP", "NNPS")  # "over Kelm, which is home to": a name may be any thing's
        things = [p for p in fitting if animate(cascade, p) < 3 or cascade.tokens[p.head].tag in names]
        found = (things or fitting or ranked)[0]
        found = at_place(cascade, found, things, verb) if names and verb is not None else found
        found = bearer(cascade, found) if names else found
        return _whole_name(cascade, found) if names else found
    found = (fitting or [_around(cascade, verb) or ranked[0]])[0]
    found = _of_pair(cascade, found, fitting, verb) if restrictive and verb is not None else found
    participle = cascade.clause.parent
    describes = participle is not None and participle.rule in ("claims.participle-on-noun", "claims.subject-relative")
    if pronoun == "that" and participle is not None and describes:
        token, subject = cascade.tokens[found.head], participle.subject
        person = token.tag in ("NNP", "NNPS") and animate(cascade, found) == 3
        late = found.time or (found is not nearest and dated(cascade, nearest))  # "a law passed by Lima in May that"
        if subject is not None and (person or (late and participle.passive)):
            return subject  # "a budget approved by Republicans in April that raised it"
    return found


def _around(cascade: Cascade, verb: Chunk | None) -> Phrase | None:
    """Return the noun before an -ing form that a pronoun stands for: `claims of being unfit to rule that recall it`.

    No noun behind the -ing form agrees with the verb.
    """
    inner = cascade.clause.parent
    for _ in range(3):
        outer = inner.parent if inner is not None and not inner.finite else None
        if inner is None or outer is None or verb is None:
            return None
        before = [*outer.objects, *(phrase for _, phrase in outer.arguments)]
        before = [phrase for phrase in before if phrase.chunk.first < inner.first and agrees(cascade, phrase, verb)]
        if before and inner.opener == GERUND:
            return max(before, key=lambda phrase: phrase.first)
        inner = outer
    return None


def _pair(phrase: Phrase) -> Phrase:
    """Return two persons with one article, of whom a phrase is the second: `the doctor and nurse who treated him`."""
    first = phrase.beside if phrase.beside is not None else phrase.host
    if phrase.link != "and" or first is None or phrase.chunk.shape != "n" or first.chunk.shape not in ("dn", "pn"):
        return phrase
    if first.chunk.last + 1 != phrase.first:
        return phrase
    whole = phrase.copy()
    whole.first, whole.start = first.first, first.start
    return whole


def _cleft(cascade: Cascade, found: Phrase) -> Phrase | None:
    """Return all whom *it is* singles out: `It was Reed and Ann Holt who won`."""
    outer, whole = cascade.clause.parent, first_listed(found)
    is_ = outer.subject if outer is not None and outer.copular and found.link == "and" else None
    if is_ is None or outer is None or cascade.word(is_.chunk) != "it":
        return None
    return whole if whole in outer.objects and whole.last == found.last else None


def _whole_name(cascade: Cascade, phrase: Phrase) -> Phrase:
    """Return the name that a phrase behind *and* is the end of: `the Health and Hospitals Fund, which`."""
    tokens, joint = cascade.tokens, phrase.first - 1
    if joint < 2 or phrase.chunk.shape.strip("N") or len(phrase.chunk.shape) < 2 or tokens[joint].lower != "and":
        return phrase
    if tokens[joint - 1].tag != "NNP" or tokens[joint - 2].tag not in ("DT", "PRP$"):
        return phrase
    whole = phrase.copy()
    whole.first = joint - 2
    return whole


def _of_pair(cascade: Cascade, found: Phrase, fitting: list[Phrase], verb: Chunk) -> Phrase:
    """Return what two things hang on where one cannot do it alone: `a row over pay and hours that threatens us`."""
    first = found.beside
    bare = found.link == "and" and found.before > 0 and found.chunk.shape[0] in "njlL" and first is not None
    if not bare or plural(cascade, verb) is not False:
        return found
    outer = next((p for p in fitting if p is not first and p is not found), None)
    if outer is None or first is None or first.host is not outer:
        return found
    takes = noun_takes(cascade.lemma(outer.chunk), first.preposition or "") >= 5
    return outer if takes or first.preposition in ("about", "against", "between", "over") else found


def _made(cascade: Cascade, phrases: list[Phrase]) -> Phrase | None:
    """Return the plan or thing that lets somebody do something, not where it is: `a fund on Norvane, which allows`."""
    if not phrases or cascade.tokens[phrases[0].head].tag not in ("NNP", "NNPS"):
        return None
    if phrases[0].preposition in (None, "of"):
        return None
    found = (
        phrase for phrase in phrases[1:] if cascade.tokens[phrase.head].tag in ("NN", "NNS") and not phrase.pronoun
    )
    return next((phrase for phrase in found if animate(cascade, phrase) < 2), None)


def _of_name(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a name says where another name before it is from or at: `Ann Reed of Lowton`, `of Lowton, Ohio`."""
    for _ in range(2):
        host = phrase.host
        if host is None or cascade.tokens[phrase.head].tag not in ("NNP", "NNPS"):
            return False
        if phrase.link == "prep" and (phrase.preposition in ("for", "of") or phrase.preposition in word_class("where")):
            return cascade.tokens[host.head].tag in ("NNP", "NNPS")
        phrase = host
    return False


def _comes_from(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a name says where persons are from: `rebels from Kelm Varo, who fought on`."""
    host = phrase.host
    if host is None or phrase.link != "prep" or phrase.preposition != "from" or host.last < phrase.last:
        return False
    named = cascade.tokens[phrase.head].tag == "NNP" and cascade.tokens[host.head].tag in ("NN", "NNS")
    return named and animate(cascade, host) > 2


def _one(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a phrase beside a name says what its bearer is: `Ann Reed, head of Acme, who`, `Ann Reed, MP`."""
    token = cascade.tokens[phrase.head]
    letters = phrase.chunk.shape == "N" and len(token.text) < 6 and (token.text.isupper() or token.text[-1] == ".")
    return letters or (token.tag == "NN" and animate(cascade, phrase) > 1)


def _body_beside(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a name behind a comma says which body it is that somebody belongs to."""
    body = phrase.host if phrase.link == "comma" else None
    person = body.host if body is not None and body.link == "prep" else None
    if body is None or person is None or animate(cascade, phrase) != 1:
        return False
    return cascade.tokens[body.head].tag == "NN" and animate(cascade, body) < 2 < animate(cascade, person)


def _unknown(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a common noun has not been seen with *who* or a verb, so that it may be a person."""
    token = cascade.tokens[phrase.head]
    if token.tag not in ("NN", "NNS") or token.lemma in word_class("kinds") | word_class("amounts") | word_class(
        "bodies"
    ):
        return False
    return noun_frame(token.lemma).who is None and noun_subject(token.lemma).acts is None
