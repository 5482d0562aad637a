"""Whether a word whose tag leaves it open is a noun or a verb where it stands: `to eBay`, `She names him`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.neighbours import FINITE_TAGS
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.classes import word_class as published
from newsclaims.words.complements import kind
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import noun_subject, noun_takes, verb_takes
from newsclaims.words.sentence import Token

NOMINAL_TAGS: Final = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD", "PRP"})
NOMINATIVE: Final = frozenset({"he", "she", "they", "we", "i"})
"""Pronouns that can only be subjects."""
_BEHIND_NOUN: Final = frozenset({"NN", "NNS", "IN", "CC", ",", ".", ":"})


def noun_only(token: Token) -> bool:
    """Tell whether news knows a word as a noun and never as a verb, or its capitals make it a name: `to eBay`."""
    if token.text[1:] != token.lower[1:] and not token.text.isupper():
        return True
    unknown = token.lower not in words("words", "verb_bases") and not verb_frame(token.lemma).total
    return unknown and noun_subject(token.lemma).total >= 3


def leads_to(tokens: list[Token], index: int) -> bool:
    """Tell whether a verb stands before *to* that has a noun there, and none of what a verb has follows: `led to alarm
    among staff`, `contributes to alarm fatigue`; not "returned to alarm the crew".
    """
    verb, word = tokens[index - 2], tokens[index]
    if verb.lower == "guilty":
        return True  # "pleaded guilty to murder"
    if verb.lemma == "lead" and word.lower in word_class("open-states") and index + 1 < len(tokens):
        return tokens[index + 1].tag in ("NN", "NNS")  # "led to open looks at the basket"
    if word.lower == "fuel" and index + 1 < len(tokens) and tokens[index + 1].lemma in word_class("fuel-costs"):
        return verb.tag[:2] == "NN"  # "cuts to fuel subsidies"
    if index > 1 and verb.tag[:2] == "NN":  # "exposure to dust"
        takes = noun_takes(verb.lemma, "to") >= 20 and noun_frame(verb.lemma).infinitive < 3
        behind = tokens[index + 1].tag if index + 1 < len(tokens) else "."
        return takes and behind in _BEHIND_NOUN and noun_subject(word.lemma).total >= 3
    if index < 2 or verb.tag[:2] != "VB" or verb_takes(verb.lemma, "to") < 25 or verb_frame(verb.lemma).infinitive > 2:
        return False
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else "."
    noun = noun_subject(word.lemma).total
    return behind in _BEHIND_NOUN and noun >= 3 and (behind != "IN" or noun > verb_frame(word.lemma).total)


def bare_before(tokens: list[Token], index: int) -> bool:
    """Tell whether a bare form can go on with one before it: `to take risks and experiment`."""
    if not noun_subject(tokens[index].lemma).total:
        return False  # a rare noun: "let them catch cod and haddock"
    return any(token.tag in ("TO", "MD", "VB") for token in tokens[max(0, index - 15) : index])


def doubled(tokens: list[Token]) -> bool:
    """Tell whether the second word, a form in -s, is a noun since the verb follows: `Term limits prevent it`."""
    second, behind = tokens[1], tokens[2].tag if len(tokens) > 2 else ""
    if second.tag != "VBZ" or second.lemma in word_class("bare-after"):
        return False  # "Study helps prevent fraud"
    return behind in ("MD", "VBD", "VBP") or (behind == "VB" and tokens[2].lower not in word_class("bare-after"))


def third_person(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s is a verb: *he*, *she* or *it* before it opens a clause, and no verb follows."""
    opens = index < 2 or tokens[index - 2].tag in (",", ":", "CC", "``") or tokens[index - 2].lower == "that"
    if not opens or tokens[index - 1].lower not in ("he", "she", "it") or tokens[index].tag != "NNS":
        return False
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    return tokens[index].lemma in words("words", "verb_bases") and behind[:2] not in ("VB", "MD")


def apposed(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s is a noun: a pronoun and a present tense follow, and it is often a noun."""
    behind = tokens[index + 1 : index + 3]
    clause = len(behind) == 2 and behind[0].tag == "PRP" and behind[1].tag in ("VBZ", "VBP", "MD")
    return clause and noun_subject(tokens[index].lemma).total >= 5


def has_object(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s behind *whose* and a noun is a verb: an object follows, and no verb."""
    behind = [token.tag for token in tokens[index + 1 : index + 3]]
    if tokens[index].tag != "NNS" or tokens[index].lemma not in words("words", "verb_bases") or not behind:
        return False
    return behind[0] in NOMINAL_TAGS | {"NNPS", "$"} and not any(tag[:2] in ("VB", "MD") for tag in behind)


def bears_names(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s is a noun for those who are named right behind it, before their verb.

    `Spin twins Reed and Holt applied the pressure`, `The cable giants Norvane and Acme might merge`.
    """
    if tokens[index].lemma not in word_class("bearing-names") and (noun_frame(tokens[index].lemma).who or 0) < 50:
        return False
    at, joined = index + 1, 0
    while at < len(tokens) and at < index + 12:
        if tokens[at].tag in ("NNP", "NNPS"):
            at += 1
        elif tokens[at].text in (",", "and", "&") and at > index + 1:
            joined = joined or (at if tokens[at].text != "," else 0)
            at += 1
        else:
            break
    return joined > index + 1 and joined < at - 1 and at < len(tokens) and tokens[at].tag in ("VBD", "VBP", "MD")


def acts_alone(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun by its tag is the verb of *something* or the like: `something needs to be done`.

    Or of one thing that says what stands before it: `The pill works, a new study reports.`
    """
    if tokens[index].tag != "NNS":
        return False
    if tokens[index - 1].lower not in word_class("indefinite"):
        ends = index + 1 == len(tokens) or tokens[index + 1].text == "."
        comma = next((at for at in range(index - 1, max(index - 8, 0), -1) if tokens[at].text == ","), len(tokens) - 1)
        one = tokens[comma + 1].lower in ("a", "an", "one", "this") if comma < index else False
        return one and ends and tokens[index - 1].tag == "NN" and verb_frame(tokens[index].lemma).that >= 40
    return tokens[index].lower[-1] == "s" and tokens[index].lemma in words("words", "verb_bases")


def names_source(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s behind a comma is a verb of saying: a name ends the sentence, `reports Ann Reed.`"""
    at = index + 1
    while at < len(tokens) and tokens[at].tag in ("NNP", "NNPS"):
        at += 1
    quoted = tokens[index - 1].text in ("”", '"', "’", "''")
    named = (
        index + 1 < at <= index + 4
        and at < len(tokens)
        and tokens[at].tag in ((".", "IN", ",") if quoted else (".", "IN"))
    )
    return named and verb_frame(tokens[index].lemma).that >= (12 if quoted else 40)


def told_when(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s is a noun: a verb that wants an object, and when that was, stand right before it.

    `announced this week plans to cut jobs`; but `said the firm last week plans to cut jobs`.
    """
    at = index - 1
    while at > 0 and at > index - 4 and tokens[at].tag in ("DT", "JJ", "NN", "NNP", "IN", "CD"):
        at -= 1
    verb, behind = tokens[at], tokens[index + 1].tag if index + 1 < len(tokens) else "."
    if verb.tag == "VBN" and tokens[at - 1].tag in ("NN", "NNS") and verb.lower in published("publishing"):
        return False  # "A poll released on Friday shows that prices fell"
    frame = verb_frame(verb.lemma)
    wants = verb.tag in ("VBD", "VBN") and frame.object >= 25 and frame.that < 60
    return wants and behind in ("IN", "TO") and noun_subject(tokens[index].lemma).total >= 5


def verb_begins(tokens: list[Token], index: int) -> bool:
    """Tell whether a finite verb stands there, or one adverb before it: `yet still provides`."""
    if index < len(tokens) and tokens[index].tag == "RB":
        index += 1
    return index < len(tokens) and tokens[index].tag in ("VBD", "VBP", "VBZ")


def verb_before(tokens: list[Token], index: int) -> bool:
    """Tell whether an adjective or noun by its tag is a verb: *the*, *two* or *its* follows, and what may govern it
    stands before: `to cut jobs and close two plants`, `a crime to film the police`; not `go to school the next day`.
    """
    token = tokens[index]
    if index + 1 >= len(tokens) or index < 2 or token.lower not in words("words", "verb_bases"):
        return False
    behind, before = tokens[index + 1], tokens[index - 2]
    if token.lower == "lower" and behind.tag == "NNS":
        return (
            before.lemma == "technology" or noun_frame(before.lemma).infinitive >= 10
        )  # "the technology to lower costs"
    if tokens[index - 1].tag == "TO" and behind.tag == "CC" and token.tag == "NN":
        return index + 2 < len(tokens) and tokens[index + 2].tag == "VB"  # "the decision to jail and deport them"
    if behind.tag not in ("CD", "DT", "PRP$") or token.text[0].isupper() or verb_frame(token.lemma).object < 30:
        return False
    if behind.tag == "CD" and (index + 2 >= len(tokens) or tokens[index + 2].tag[:2] != "NN"):
        return False  # "its target and net zero by 2050"
    if tokens[index - 1].tag == "CC":
        return token.tag == "JJ" and bare_before(tokens, index)
    if token.tag != "NN" or behind.tag == "CD":
        return False
    return before.tag in ("NN", "JJ", "PRP") and noun_takes(before.lemma, "to") < 20


def to_do(tokens: list[Token], index: int) -> bool:
    """Tell whether a singular behind *to* is a verb: it has an object, `sold land to service the debt`, or what stands
    before *to* takes an infinitive and no noun: `planned to bus in fans`, `is hard to finish`.

    Not in `returned to school the next day`, `agreed to talks`.
    """
    if (
        index < 2
        or tokens[index].tag not in ("NN", "VB")
        or tokens[index - 1].tag != "TO"
        or tokens[index].text[0].isupper()
    ):
        return False
    before, word, behind = tokens[index - 2], tokens[index], tokens[min(index + 1, len(tokens) - 1)].tag
    frame = verb_frame(before.lemma)
    if behind in ("DT", "PRP$") and (before.tag[:2] == "VB" or before.tag in ("RP", "NN", "NNS")):
        timed = any(token.lower in words("words", "time_nouns") for token in tokens[index + 2 : index + 5])
        takes = noun_takes if before.tag[:2] == "NN" else verb_takes
        return not timed and before.lemma not in ("due", "up") and takes(before.lemma, "to") < 10
    able = before.tag == "JJ" and behind in ("DT", "PRP$")  # "is unable to rent an office"
    if behind not in ("IN", "RP", "RB", ".", ",", "CC") and not able:
        return False
    if before.tag[:2] == "VB":
        known = before.tag != "VBN" or word.lower in words("words", "verb_bases")  # "was called to service by"
        return known and frame.infinitive >= 15 and verb_takes(before.lemma, "to") < 5
    hard = before.tag == "JJ" and kind(before.lower, "adjective:to") is not None
    return hard and before.lower != "due" and word.lower in words("words", "verb_bases")


def governed(tokens: list[Token], index: int) -> bool:
    """Tell whether a verb with object and infinitive stands before *to*: `expects inflation to peak at 4 percent`."""
    if index < 3 or tokens[index - 3].tag[:2] != "VB" or tokens[index - 2].tag not in ("NN", "NNS", "NNP"):
        return False
    return verb_frame(tokens[index - 3].lemma).object_infinitive >= 15


def owned_noun(tokens: list[Token], index: int) -> bool:
    """Tell whether *-ing* behind a preposition and a possessive stands before a subject: `In its ruling the court`."""
    if index < 2 or index + 1 >= len(tokens) or tokens[index - 2].tag != "IN" or tokens[index + 1].tag != "DT":
        return False
    clause = any(token.tag in ("VBD", "VBZ", "MD") for token in tokens[index + 2 : index + 7])
    return clause and noun_subject(tokens[index].lower).total >= 5


def that_begins(tokens: list[Token], index: int) -> bool:
    """Tell whether *that* behind a verb of saying stands before a plural, or a noun and its verb."""
    at = index - 1 - (index > 1 and tokens[index - 1].tag == "RB")  # "said recently that to win the seat"
    if index == 0 or verb_frame(tokens[at].lemma).that < 40:
        return False
    behind = [token.tag for token in tokens[index + 1 : index + 3]]
    if behind[:1] == [":"]:
        return tokens[index + 1].text not in ":;" and _verb_behind(
            tokens, index
        )  # "show that – for now – they like it"
    if tokens[index + 1 : index + 2] and tokens[index + 1].lower == "of":  # "found that of the three, two were"
        return any(token.text == "," for token in tokens[index + 2 : index + 9]) and _verb_behind(tokens, index)
    if behind == ["TO", "VB"]:  # "said that to win the seat, he would need money"
        return any(token.text == "," for token in tokens[index + 3 : index + 20]) and _verb_behind(tokens, index)
    if behind == ["NN", "IN"]:
        return _verb_behind(tokens[: index + 12], index)  # "do show that sediment from the bay contained lead"
    return behind[:1] == ["NNS"] or (behind[:1] == ["NN"] and behind[-1] in ("MD", "VBD", "VBZ", "VBP"))


def _verb_behind(tokens: list[Token], index: int) -> bool:
    return any(token.tag in FINITE_TAGS for token in tokens[index + 1 : index + 20])


def possessed(tokens: list[Token], index: int) -> bool:
    """Tell whether *her* stands before a noun and behind a verb that takes one object: `defended her plan`."""
    frame, behind = verb_frame(tokens[index - 1].lemma), tokens[index + 1 : index + 2]
    noun = bool(behind) and behind[0].tag in ("NN", "NNS") and behind[0].lower not in words("words", "time_nouns")
    told = tokens[index - 1].lemma in words("words", "telling_verbs")
    return noun and not told and frame.two_objects < 2 and frame.predicative < 8


def relative_goes_on(tokens: list[Token], index: int, before: str) -> bool:
    """Tell whether *that* behind *and* opens a second relative clause: one stands before it, and a verb follows."""
    if before != "C":
        return [token.lower for token in tokens[index + 1 : index + 3]] == ["'s", "been"]
    if index + 1 == len(tokens) or tokens[index + 1].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return any(token.tag == "WDT" for token in tokens[max(0, index - 20) : index])


def article_before(tokens: list[Token], index: int) -> bool:
    """Tell whether an article opens the name before the word and a verb follows."""
    opens = any(token.tag == "DT" for token in tokens[max(0, index - 5) : index - 1])
    return opens and index + 1 < len(tokens) and tokens[index + 1].tag in ("VBD", "VBZ")


def _introduces(tokens: list[Token], name: int) -> bool:
    """Tell whether a name is followed by what it says or did: `US Marines exercise director Ann Reed said`."""
    for token in tokens[name : name + 6]:
        if token.tag not in ("NNP", "NNPS"):
            return token.tag in ("VBD", "VBZ")
    return False


def compounded(tokens: list[Token], index: int) -> bool:
    """Tell whether a plural verb between two singular nouns and a finite verb is a noun: `cannabis use disorder is`."""
    near = [token.tag for token in tokens[index + 1 : index + 3]]
    before = tokens[index - 1]
    if near in (["NN", "NNP"], ["JJ", "NNP"]) and before.tag in ("NNP", "NNPS"):
        return _introduces(tokens, index + 2)
    one = before.tag == "NN" or before.lower.endswith(("is", "us")) or (before.tag == "NNP" and index == 1)
    if not one:
        return False
    noun = len(near) == 2 and near[0] == "NN" and near[1] in FINITE_TAGS
    return noun and noun_subject(tokens[index].lemma).total >= 5 and verb_frame(tokens[index].lemma).that < 5
