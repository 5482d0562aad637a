"""What an adjunct has of the state of the clause above it: clauses that say when, why or how, and participles.

No word governs them as ``contexts`` tells of complements: their own form and opener say what reaches them.
"""

from __future__ import annotations

from typing import Final

from newsclaims.claims.state import REAL, State
from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.paths import Link
from newsclaims.words.complements import attributing, denies_deed, effect, kind
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token

_SEEMS: Final = 10
"""Per cent of its uses with a predicative from which a verb says how something seems: `feel`, `look`, `sound`."""
_NEAR: Final = 12
"""Tokens within which a comma ends a clause with *however*."""


def general(clause: Clause, tokens: list[Token]) -> str:
    """Return "conditional" for a clause that hangs on none and says when to do something: `When you call, be brief`."""
    verb = clause.verb
    if clause.word == "whether" and either_way(clause, tokens) and _closed(clause, tokens):
        return "conditional"  # "Whether you win or lose, be calm"
    temporal = clause.opener in (kinds.SUB, kinds.WH) and clause.word in word_class("temporal") and not clause.question
    if not temporal or verb is None or (clause.first and tokens[clause.first - 1].tag == "NN"):
        return ""  # "In a time when prices rise"
    if _even(clause, tokens):
        return ""  # "Even when he jokes he is serious"
    return "conditional" if clause.finite and tokens[verb.first].tag in ("VBZ", "VBP") else ""


def either_way(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *or* follows close behind *whether*: `works whether the door is open or closed`."""
    return any(token.lower == "or" for token in tokens[clause.first : clause.first + _NEAR])


def conceded(clause: Clause, found: Link, tokens: list[Token]) -> bool:
    """Tell whether a clause with *whether* asks nothing: `You can call, whether at home or away`.

    So without a comma where the word above it governs no question: `The lamp works whether it is warm or cold`.
    """
    if tokens[clause.first - 1].text in (",", "—", "–"):
        return True
    parent, lemma = found.parent, tokens[found.head].lemma
    if parent.verb is not None and clause.first < parent.verb.first:
        return either_way(clause, tokens) and _closed(clause, tokens)  # "Whether you win or lose, the bank pays"
    if found.under != "verb" or parent.copular or parent.objects or verb_frame(lemma).that >= 2:
        return False
    asks = effect(lemma, "verb:whether") is not None or effect(lemma, "verb:wh") is not None
    right = parent.verb is not None and parent.verb.last == clause.first
    return not asks and right and either_way(clause, tokens)


def _closed(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a comma ends a clause that opens the sentence, and no verb follows it: no `Whether he left is`."""
    joint = next((at for at in range(clause.first, len(tokens)) if tokens[at].lower == "or"), len(tokens))
    comma = next((at for at in range(joint, min(len(tokens), joint + _NEAR)) if tokens[at].text == ","), len(tokens))
    return clause.first < 3 and comma + 1 < len(tokens) and tokens[comma + 1].tag not in ("MD", "VBD", "VBP", "VBZ")


def _even(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *even* stands before *when*: what follows is so at times, `is polite even when he says no`."""
    return clause.first > 0 and clause.word == "when" and tokens[clause.first - 1].lower == "even"


def _meant(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *so that* says what something is for: `left early so that she could sleep`, `so that all are safe`.

    A comma before it, or the past, tells what came of it.
    """
    at, verb = clause.first, clause.governors[0] if clause.governors else clause.verb
    if verb is None or at + 1 >= len(tokens) or tokens[at].lower != "so" or tokens[at + 1].lower != "that":
        return False
    return tokens[at - 1].text != "," and tokens[verb.first].tag in ("MD", "VBP", "VBZ")


def granted(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a clause leaves open how much or how many: `However many are turned away, the border stays open`.

    Also `No matter how hard they try, they lose`; not `However, many people left`.  What only seems so is none either:
    `acts as though he owned it`.
    """
    at = clause.first
    if clause.verb is None or not clause.finite:
        return False
    if clause.word == "in":
        return True  # "took a coat in case it rained"
    if clause.subject is not None and clause.arguments and clause.arguments[0][0] == "in":
        words = [token.lower for token in tokens[max(0, clause.subject.first - 3) : clause.subject.first]]
        if words[1:] == ["in", "case"] or words == ["in", "the", "event"]:
            return True  # "In the event the dam breaks, the town will flood"
    if clause.word in ("as", "though"):
        return [token.lower for token in tokens[at - (clause.word == "though") :][:2]] == ["as", "though"]
    if at > 1 and tokens[at - 1].lower == "matter" and tokens[at - 2].lower == "no":
        return True
    at -= at > 0 and tokens[at - 1].lower == "however"
    if tokens[at].lower != "however" or at + 1 >= len(tokens) or tokens[at + 1].tag not in ("JJ", "RB"):
        return False
    behind = at > 0 and tokens[at - 1].text in (",", "—", "–")  # "will go on, however many are turned away"
    return behind or any(token.text == "," for token in tokens[clause.verb.last : clause.verb.last + _NEAR])


def _holds_out(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether something is refused or will not be, so that what it waits for need not come: `refuses until`.

    `They did not leave until it rained` tells that it rained.
    """
    chain = [chunk for chunk in (*clause.governors, clause.verb) if chunk is not None]
    modal = tokens[chain[0].first].tag == "MD" and tokens[chain[0].first].lower not in ("could", "did")
    return modal or any(denies_deed(tokens[chunk.head].lemma) for chunk in clause.governors)


def supposed(clause: Clause, outer: Clause, tokens: list[Token]) -> Clause | None:
    """Return the infinitive of what is only believed or to come, with which a participle goes on; None for others.

    `The virus is believed to have come from the north, spreading by ship`, `is likely to win, ending their rule`.
    """
    verb, participle = outer.verb, clause.verb
    if clause.rule != "claims.adverbial-participle" or clause.word or verb is None or participle is None:
        return None
    if outer.copular and outer.adjective is not None:
        only = tokens[outer.adjective.head].lower in word_class("to-come") and not outer.question
    else:
        held = kind(tokens[verb.head].lemma, "verb:object-to") in ("believing", "seeming")
        only = outer.passive and (held or tokens[verb.head].lemma in word_class("to-come"))
    if not only or participle.kind != g.ING or attributing(tokens[participle.head].lemma):
        return None
    ends = (inner for role, inner in outer.content if role == "to-inf" and inner.verb is not None)
    return next((inner for inner in ends if inner.verb is not None and inner.verb.first < participle.first), None)


def lasts(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *as long as* says how long something was so: `waited as long as it rained`; else it is a condition.

    A condition has a modal or the present above it: `may stay as long as they pay`.
    """
    outer = clause.parent.verb if clause.parent is not None else None
    if clause.word[3:] != "long as" or clause.verb is None or outer is None:
        return False
    first = clause.parent.governors[0] if clause.parent is not None and clause.parent.governors else outer
    perfect = tokens[first.first].lemma == "have" and first.head > first.first
    return perfect or tokens[first.first].tag == "VBD"


def _cases(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *in cases* or its like stands right before *where*, so that no such case need have been."""
    if clause.first < 2:
        return False
    preposition, noun = tokens[clause.first - 2], tokens[clause.first - 1]
    perfect = clause.verb is not None and clause.verb.shape[0] == "H"
    plural = noun.tag == "NNS" and noun.lemma in word_class("cases")
    return preposition.lower == "in" and plural and not perfect


def _gone(phrase: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a phrase of time names one that is over: `last month`, `two years ago`, `yesterday`."""
    return any(token.lower in ("ago", "earlier", "last", "yesterday") for token in tokens[phrase.first : phrase.last])


def beside(clause: Clause, found: Link, state: State, above: State, tokens: list[Token]) -> State:
    """Return the state of a clause that says when, why or how the one above it is so, which is in some state.

    A participle behind a plan is part of the plan, and so is the present tense behind *when* (Quirk et al. 1985,
    14.22), and the means to it: `plans to cut costs by closing two plants`.  What takes back the upper clause from
    ``above`` takes back a participle too; what is alleged is so with its times and reasons.
    """
    verb, outer = clause.verb, found.parent.verb
    assert verb is not None and outer is not None
    if clause.finite:
        now = tokens[verb.first].tag in ("VBZ", "VBP")
        if clause.word == "where" and now and state.readings and _cases(clause, tokens):
            return State(False, (*state.strong, "conditional"))  # "may be used in cases where seats are scarce"
        later = clause.word in word_class("temporal") and tokens[verb.first].tag in ("VBZ", "VBP")
        if clause.word in ("till", "until") and state.negated and _holds_out(found.parent, tokens):
            return State(False, (*state.strong, "conditional"))  # "will not pay until an inspector signs"
        if later and clause.word == "until" and tokens[outer.first].tag == "VBD" and not state.readings:
            return State(False, ("planned",))  # "froze the sale until the court has ruled"
        if clause.word == "like" and state.negated and verb_frame(tokens[outer.head].lemma).predicative >= _SEEMS:
            return State(False, (*above.strong, "doubted"))  # "It does not feel like the town is safe"
        if clause.word[:2] == "so" and _meant(clause, tokens):
            return State(False, (*above.strong, "planned"))
        if not later or state.modality == "possible" or _even(clause, tokens):
            told = found.parent.finite and found.parent.opener not in (kinds.RELATIVE, kinds.SUB)
            return State(False, ("alleged",)) if told and above.readings == ("alleged",) else REAL
        then = tokens[clause.first - 1].lower in ("era", "moment", "period", "time")
        if then and (verb.first < outer.first or state.modality in ("asserted", "planned")):
            return REAL  # "At a time when farmers suffer, a tax would hurt them"
        if not state.readings and any(phrase.time and _gone(phrase, tokens) for _, phrase in found.parent.arguments):
            return REAL  # "Last month, a guard is killed when a bomb explodes": a tale
        often = tokens[-1].tag == "." and tokens[outer.first].tag in ("VBZ", "VBP", "VB")  # a headline has no stop
        ahead = tuple("planned" if one in ("asked", "obliged") else one for one in state.readings)
        return State(False, ahead or (("conditional",) if often else ()))  # "must act once the strike is over"
    perfect = tokens[outer.first].lemma == "have" and outer.head > outer.first
    now = tokens[outer.first].tag in ("VBZ", "VBP", "MD") and not perfect
    if clause.word in word_class("conditions") and verb.kind == g.PARTICIPLE and now:
        return State(False, (*above.strong, "conditional"))  # "is safe when used with care"
    if clause.rule == "claims.participle-on-noun":
        return State(False, state.readings)  # "hopes to get the verdict overturned"
    if clause.opener == kinds.GERUND and clause.word[:7] in ("rather ", "instead") and "obliged" in state.readings:
        return State(False, ("possible",))  # "should have gone rather than waiting"
    along = clause.opener == kinds.GERUND and clause.word == "while" and verb.first > outer.last and not state.negated
    if along and state.modality == "planned" and not attributing(tokens[verb.head].lemma):
        return State(False, state.readings)  # "plans to grow abroad while cutting jobs"
    open_ = clause.word != "before" and state.modality in ("conditional", "possible")  # "By selling it, she could pay"
    means = clause.opener == kinds.GERUND and clause.word in word_class("means")
    if means and (open_ or verb.first > outer.last):
        trying = any(kind(tokens[chunk.head].lemma, "verb:to") == "trying" for chunk in found.parent.governors)
        readings = above.strong if trying else state.readings  # "tried to save it by selling land": sold it
        return State(
            False, (*readings, "possible") if state.negated and not trying and clause.word != "before" else readings
        )
    result = clause.opener == kinds.NONFINITE and verb.kind == g.ING and verb.shape[0] != "G" and not state.negated
    behind = verb.first > outer.last and "," in (tokens[verb.first - 1].text, tokens[verb.first - 2].text)
    if result and behind and not attributing(tokens[verb.head].lemma):
        trying = any(kind(tokens[chunk.head].lemma, "verb:to") == "trying" for chunk in found.parent.governors)
        return State(False, above.strong if trying else state.readings)
    if _told_aside(clause, found.parent, tokens):
        return State(False, tuple(one for one in above.strong if one != "asked"))
    return State(False, above.strong)


def _told_aside(clause: Clause, outer: Clause, tokens: list[Token]) -> bool:
    """Tell whether a participle between commas parts a subject from its verb: it tells what is known of the subject.

    `asked whether the mill, built by monks, can stay`.
    """
    subject, verb, first = outer.subject, outer.verb, clause.verb
    if clause.rule != "claims.adverbial-participle" or clause.word or None in (subject, verb, first):
        return False
    assert subject is not None and verb is not None and first is not None
    return subject.first < first.first < verb.first and tokens[first.first - 1].text == ","
