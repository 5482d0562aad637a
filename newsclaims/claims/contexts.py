"""What the word that a clause hangs on makes of it, in the state in which that word stands itself."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.inner_moods import charged_to, due, fronted_for, needs_be, past_in_present, ranked, subjunctive
from newsclaims.claims.mood import awaits, bare, decrees, sent
from newsclaims.claims.polarity import phrase_negated, subject_negated
from newsclaims.claims.state import REAL, State
from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax import chunks as g
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, first_listed
from newsclaims.syntax.neighbours import from_behind
from newsclaims.syntax.paths import Link
from newsclaims.words.complements import GIVEN, NOT, SO, Effect, effect, kind
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.sentence import Token

REPORTING: Final[Effect] = (SO, "doubted")
IMPLICATIVE: Final[Effect] = (SO, NOT)
PURPOSE: Final[Effect] = ("planned", "not planned")
_ALWAYS: Final[Effect] = (GIVEN, GIVEN)
_MAY: Final[Effect] = ("possible", "possible")
_MIGHT: Final[Effect] = ("possible", "not possible")
_UNKNOWN: Final[dict[str, Effect]] = {
    "that": REPORTING, "to": IMPLICATIVE, "object-to": IMPLICATIVE, "ing": IMPLICATIVE, "whether": ("asked", "doubted"),
}  # fmt: skip
"""What words do that are not in the table."""
_TO_COME: Final = frozenset({"asked", "obliged", "planned"})
_AHEAD: Final = _TO_COME | {"modal planned"}
_IT_MAY: Final = ("it", "possible")
_SELDOM: Final = 5
"""Per cent of its uses with a that-clause below which a word is not taken to govern one."""


def complement(lemma: str, part: str, joint: str) -> Effect | None:
    """Return what a word does to a complement, or what its likes do: who is to act makes no difference, nor whether a
    noun has an infinitive or an -ing form behind it.
    """
    found = effect(lemma, f"{part}:{joint}")
    if found is None and part == "noun" and joint in ("for", "of"):
        done = joint == "for" and kind(lemma, "noun:to") != "planning"  # "took responsibility for losing"
        return None if done else effect(lemma, "noun:to")
    if found is None and joint in ("to", "object-to"):
        return effect(lemma, f"{part}:{'to' if joint == 'object-to' else 'object-to'}")
    return found


def governing(verb: Chunk, joint: str, tokens: list[Token]) -> Effect | None:
    """Return what a verb does to a complement, with its particle where the table has both: `rule out`."""
    lemma = tokens[verb.head].lemma
    if verb.shape[-1] == "R":
        found = complement(f"{lemma} {tokens[verb.last - 1].lower}", "verb", joint)
        if found is not None:
            return found
    return complement(lemma, "verb", joint)


def hears_evidence(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a court or another body hears or is told what nobody has found yet: `He lied, the jury heard`."""
    subject = clause.surface()
    if clause.verb is None or subject is None or tokens[subject.head].lower not in word_class("hearing-evidence"):
        return False
    lemma = tokens[clause.verb.head].lemma
    return lemma == "hear" or (lemma == "tell" and clause.passive)


def under_verb(clause: Clause, found: Link, state: State, tokens: list[Token], nobody: bool) -> State:
    """Return the state of a clause that a verb in some state governs; ``nobody`` says that no one is its subject."""
    parent, lemma, joint = found.parent, tokens[found.head].lemma, found.joint
    assert parent.verb is not None
    if clause.rule == "claims.purpose-infinitive":
        came = lemma == "vote" and clause.verb is not None and decrees(tokens[clause.verb.head].lemma)
        came = came or (clause.first > parent.verb.first and _came_of_it(clause, parent, state, tokens))
        return State(False, state.readings if came else (*state.strong, "planned"))
    if tokens[found.head - 1].lower == "no" or (joint == "to" and state.negated and ranked(clause, parent, tokens)):
        return REAL  # "there is no denying that", "did not call one of the first guests to arrive"
    open_ = joint == "wh" and awaits(clause, parent, tokens)
    if open_ or (joint == "whether" and lemma == "be" and not parent.there):
        return State(False, (*state.strong, "asked"))  # "The question is not whether they can"
    if joint == "wh":
        asks = effect(lemma, "verb:wh") is not None
        return _questioned(clause, state, asks, effect(lemma, "verb:whether") is not None, tokens)
    effects = governing(parent.verb, joint, tokens)
    hinders = state.negated and not state.readings and tokens[parent.verb.first].tag != "VBZ"
    if hinders and joint in ("from", "object-ing") and kind(lemma, f"verb:{joint}") == "preventing":
        may = not {"do", "does"}.isdisjoint(token.lower for token in tokens[parent.verb.first : parent.verb.head])
        return State(False, ("possible",) if may else ())  # "was not enough to prevent it from happening": it did
    if joint == "with" and lemma == "charge" and charged_to(clause, tokens):
        return State(False, (*state.strong, "planned"))  # "charged with verifying that it is safe"
    if joint == "to" and fronted_for(clause, parent, tokens):
        return State(False, (*state.strong, "planned"))  # "For Reed to win, Holt must lose"
    if lemma == "be" and parent.subject is not None:
        effects = effect(tokens[parent.subject.head].lemma, f"noun:{joint}") or effects
    aim = clause.verb is not None and tokens[clause.verb.head].lemma not in ("be", "have") and not parent.passive
    effects = PURPOSE if aim and lemma == "consider" and joint == "object-to" else effects  # "considered a plan to cut"
    before, behind = tokens[clause.first - 1], tokens[parent.verb.last : parent.verb.last + 2]
    if lemma == "be" and parent.adjective is None and any(token.lower == "until" for token in behind):
        return REAL  # "it was not until May that the plant opened"
    if lemma == "be" and joint == "that" and before.tag == "JJ" and tokens[clause.first - 2].lower == "from":
        return State(True, state.readings).under(effect(before.lower, "adjective:that") or _ALWAYS)  # "far from clear"
    auxiliary = effects is None and parent.question and parent.verb.shape.rstrip("o") in ("m", "D", "H", "B")
    if auxiliary or (joint == "object-to" and lemma == "have" and bare(clause)):
        effects = IMPLICATIVE  # "will we still call it that?", "having the city rely on one bridge"
    whom = _for_whom(clause, tokens)
    judged = clause.subject is not None and tokens[clause.subject.first - 2].tag[:2] == "JJ"
    if judged and whom in (_MAY, _MIGHT) and state.modality in ("obliged", "planned"):
        state = State(False, state.strong)  # "have to make it possible for them to win"
    if whom is not None and (effects is None or judged or whom not in (_MAY, _MIGHT)):
        effects = whom  # "makes it hard for shops to sell them"
    says = verb_frame(lemma).that >= _SELDOM or (lemma == "be" and clause.word == "that")
    if effects is None and (joint != "that" or says):
        first = clause.governors[0] if clause.governors else clause.verb
        ends = joint == "object-to" and first is not None and first.kind == g.INFINITIVE
        effects = PURPOSE if ends else _UNKNOWN.get(joint)  # "updated the rules to stop them"
    effects = effects or _ALWAYS
    if joint == "that" and parent.passive and kind(lemma, "verb:object-to") == "seeming":
        effects = complement(lemma, "verb", "object-to") or effects  # "it is claimed that"
    if effects[0] == "planned" and joint == "that" and past_in_present(clause, parent, tokens):
        return State(False, (*state.readings, "possible"))  # "hope it was worth it"
    if "obliged" in state.readings and kind(lemma, f"verb:{joint}") == "fearing":
        return State(False, (*state.strong, "possible"))  # "need not worry about the dam bursting"
    if joint == "that":
        tells = kind(lemma, "verb:that")
        if lemma in word_class("finding-out") and not _TO_COME.isdisjoint(state.readings):
            return State(False, (*state.strong, "asked"))  # "must verify that it is safe"
        words = {token.lower for token in tokens[max(0, parent.verb.first - 1) : parent.verb.last]}
        if not words.isdisjoint(word_class("falsely")):
            return State(False, (*state.readings, "denied"))  # "falsely claimed that"
        if effect(lemma, "verb:that-base") is not None and subjunctive(clause, tokens):
            return State(False, (*state.readings, "asked"))  # "suggested that he see a doctor"
        subject = parent.surface()
        word = tokens[subject.head].lower if subject is not None else ""
        if hears_evidence(parent, tokens):
            return State(False, (*state.readings, "alleged"))  # "The court heard that he lied": nobody found so yet
        if lemma == "be" and not state.negated and (needs_be(parent, tokens) or (word, state.modality) == _IT_MAY):
            return State(False, state.readings or ("obliged",))  # "It may be that", "What must be done is that"
        if word in ("i", "it", "we") and effects == REPORTING and not state.negated:
            return State(False, state.strong)  # "I must say", "it can be said"
        if effects == IMPLICATIVE and (word == "few" or (nobody and state.negated)):
            return State(False, (*state.readings, "doubted"))  # "nobody believes that"
        if state.negated and "possible" in state.readings and tells == "thinking":
            can = any(token.lower in ("can", "could") for token in tokens[parent.verb.first : parent.verb.head])
            doubted = State(False, (*state.strong, "doubted"))  # "no reason to think", but "could not believe"
            return REAL if can else doubted
        if tells == "confirming" and not state.negated and not _AHEAD.isdisjoint(state.readings):
            return State(False, (*state.strong, "alleged"))  # "wants to prove that"
        state = state.saying() if tells == "reporting" else state
    return state.under(effects)


def _questioned(clause: Clause, state: State, asks: bool, knows: bool, tokens: list[Token]) -> State:
    """Return the state of a question behind a word that ``asks`` it, or ``knows`` its answer: only *who* is open in it.

    That he left is so in `asked why he left`; nobody need have paid in `asked who had paid`, `must find out who paid`.
    """
    subject = clause.subject
    if not clause.word:
        return REAL  # "asked what it cost, and he left"
    ahead = clause.verb is not None and tokens[clause.verb.first].lower in ("will", "would")
    if ahead and (asks or (knows and state.negated)):  # "wondered how it would end", "was unsure how she would fit in"
        return State(False, (*state.readings, "asked" if asks else "doubted"))
    if subject is not None and (clause.word == "how" or subject.first > clause.first + (clause.word == "which")):
        return REAL
    if asks:
        return State(False, (*state.readings, "asked"))
    if not knows or (not state.negated and state.modality in ("asserted", "alleged")):
        return REAL  # "revealed who had paid"
    return State(False, (*state.readings, "doubted" if state.negated else "asked"))


def _for_whom(clause: Clause, tokens: list[Token]) -> Effect | None:
    """Return what is made of an infinitive with a subject behind *for*: `hard for crews to reach it`; None for others.

    Such a clause says what may be, not what is, unless the word before *for* says more (Quirk et al. 1985, 15.10).
    """
    subject = clause.subject
    if clause.finite or subject is None or subject.first < 2 or tokens[subject.first - 1].lower != "for":
        return None
    word = tokens[subject.first - 2 - (not tokens[subject.first - 2].text.isalpha())]  # "“no need” for them to go"
    if word.lower == "time" and clause.parent is not None and clause.parent.copular:
        return ("obliged", "not obliged")  # "It is time for him to go"
    found = effect(word.lower, "adjective:to") or complement(word.lemma, "noun", "to")
    if found is None or found[0] in (GIVEN, SO):
        return _MIGHT if found is None and word.tag[:2] == "NN" else _MAY
    return found


def _came_of_it(clause: Clause, parent: Clause, state: State, tokens: list[Token]) -> bool:
    """Tell whether an infinitive says what came of a completed deed: `scored twice to lift Harford`."""
    verb = parent.verb
    assert verb is not None
    done = tokens[verb.head].tag in ("VBD", "VBN") and not parent.passive and not state.negated
    if tokens[verb.head].lemma == "use":  # "uses the trip to meet voters"; but "used it to prove that"
        return not state.negated and not any(role == "that" for role, _ in clause.content)
    came = verb.shape[-1] != "R" and effect(tokens[verb.head].lemma, "verb:result") is not None  # no "held up a sign"
    return done and (came or from_behind(tokens, verb.last))


def under_noun(clause: Clause, found: Link, state: State, tokens: list[Token]) -> State:
    """Return the state of a clause behind a noun, whose verb is in some state: `no evidence that`, `claims that`.

    What is done to a claim is done to its content: `rejected claims that`, `the claim that … is false`.
    """
    parent, phrase = found.parent, found.phrase
    assert phrase is not None and parent.verb is not None
    if found.joint == "that" and tokens[phrase.first].lower in ("so", "such"):
        return State(False, state.readings)  # "tells so many lies that nobody believes him"
    lemma, verb = tokens[found.head].lemma, tokens[parent.verb.head].lemma
    effects = effect(f"{phrase.preposition} {lemma}", f"noun:{found.joint}") or complement(lemma, "noun", found.joint)
    effects = effects or (PURPOSE if found.joint == "to" else None)
    if lemma == "decision" and clause.verb is not None and decrees(tokens[clause.verb.head].lemma):
        taken = tokens[phrase.first].lower not in ("a", "any", "no")
        effects = IMPLICATIVE if taken else effects  # "its decision to ban it"
    effects = effects or (REPORTING if noun_frame(lemma).that >= _SELDOM else _ALWAYS)
    after = phrase is parent.subject and clause.first >= parent.verb.last
    effects = PURPOSE if after and lemma == "reason" else effects  # "The reason is to save money"
    object_ = phrase in parent.objects
    exists = object_ and (parent.there or verb in word_class("having"))
    exists = exists or f"{phrase.preposition} {lemma}" == "out of way"  # "went out of her way to help"
    exists = exists or (after and parent.copular and state.negated and found.joint == "to")  # "The aim is not to win"
    scant = tokens[phrase.first].lower in word_class("scant")
    negated = scant or phrase_negated(phrase, tokens) or (exists and state.negated)
    strong = state.strong if found.joint != "that" else sent(state.strong, lemma, parent.verb)
    inner = State(negated, state.readings if exists else strong).under(effects)
    judges = None
    of_it = phrase is parent.subject and (parent.passive or not parent.objects)
    if found.joint == "to" and (object_ or of_it) and effect(verb, "verb:plan") is not None:
        return State(inner.negated or not state.negated, inner.readings)  # "dropped its bid to buy the mill"
    alleged = found.joint == "of" and kind(lemma, "noun:of") == "alleging"  # "denied accusations of bribing a judge"
    if effects == _ALWAYS or not (alleged or found.joint == "that"):
        return inner
    if (object_ and not parent.there) or (phrase is parent.subject and parent.passive):
        judges = governing(parent.verb, "content", tokens)
    elif phrase is parent.subject and parent.adjective is not None:
        judges = effect(tokens[parent.adjective.head].lower, "adjective:that")
    elif phrase is parent.subject and parent.copular and parent.objects:
        judges = effect(tokens[parent.objects[0].head].lemma, "noun:that")
    judged = State(state.negated, state.strong).under(judges or _ALWAYS)
    return State(judged.negated, (*judged.readings, *inner.readings)) if judges is not None else inner


def described(clause: Clause, found: Link, state: State, tokens: list[Token]) -> State:
    """Return the state of a relative clause: what is not something that happened did not happen.

    So is what a cleft sentence denies: `It was not the mayor who signed`.
    """
    parent, phrase = found.parent, found.phrase
    assert phrase is not None
    some, head = tokens[phrase.first].lower, tokens[phrase.head].lower
    if phrase.preposition == "in" and some == head == "case" and clause.gap == "zero":
        return State(False, (*state.strong, "conditional"))  # "in case it rains"
    if head == "time" and due(clause, parent, tokens):
        return State(False, (*state.strong, "obliged"))
    if clause.rule == "claims.participle-on-noun" and clause.verb is not None and clause.verb.kind == g.ING:
        if phrase.preposition == "ahead of":
            return State(False, (*state.strong, "planned"))  # "ahead of the country leaving the accord"
        host = phrase.host if phrase.preposition == "including" else None
        while host is not None:
            feared = complement(tokens[host.head].lemma, "noun", "of")
            if feared is not None:
                return State(False, state.strong).under(feared)  # "scenarios, including the firm leaving the market"
            host = host.host
    none = some in word_class("any") or (parent.copular and some in word_class("some"))
    cleft = parent.copular and parent.subject is not None and tokens[parent.subject.head].lower == "it"
    if cleft and clause.word and some not in word_class("adding"):
        none = none or tokens[phrase.head].lemma not in word_class("told-of")
    apart = not subject_negated(clause, tokens)  # else its own subject says so: "There is not a buyer that could pay"
    said = phrase in parent.objects or (cleft and first_listed(phrase) in parent.objects)  # "It is not Reed who won"
    return State(True, state.readings) if state.negated and none and apart and said else REAL


def under_adjective(clause: Clause, found: Link, state: State, tokens: list[Token]) -> State:
    """Return the state of a clause behind an adjective, whose verb is in some state: `not true that`, `unable to`."""
    adjective = found.parent.adjective
    assert adjective is not None
    less = "too" in [token.lower for token in tokens[adjective.first : adjective.head]]
    if found.joint == "to" and (less or tokens[adjective.head].lower == "little"):
        return State(not state.negated, state.readings)  # "too weak to stand", "did little to help"
    if found.joint == "wh":
        says = effect(tokens[found.head].lower, "adjective:wh") or _ALWAYS
        return _questioned(clause, State((says[0] == "doubted") != state.negated, state.readings), False, True, tokens)
    verb, word = found.parent.verb, tokens[adjective.head].lower
    did = verb is not None and tokens[verb.first].lower in ("was", "were") and word == "able"
    sad = word == "afraid" and verb is not None and tokens[verb.first].tag == "VBP"
    sad = sad and clause.verb is not None and tokens[clause.verb.head].lemma in ("report", "say", "tell")
    if (did or sad) and found.joint == "to":
        return state  # "was able to stop him": he did; "I am afraid to say that it failed"
    if word in word_class("lucky") and verb is not None and tokens[verb.first].tag == "MD" and found.joint == "to":
        return State(False, (*state.strong, "doubted"))  # "will be lucky to win"
    whom = _for_whom(clause, tokens) if found.joint == "to" else None
    effects = whom or complement(tokens[found.head].lower, "adjective", found.joint)
    judged = clause.silent or "it" in [tokens[one.head].lower for one in found.parent.objects[:1]]
    if effects is None and found.joint == "to" and judged:
        effects = _MAY  # "found it harder to compete", "it is fair to expect them to pay"
    if effects is None and (found.joint != "that" or clause.word == "that"):
        effects = _UNKNOWN.get(found.joint)
    return state.under(effects or _ALWAYS)
