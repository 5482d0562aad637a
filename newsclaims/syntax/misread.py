"""Nouns and participles by their tag that are the verbs of relative clauses, or of what their antecedents wait for."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import finite_later
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import RELATIVE, WH, Phrase
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.preferences import noun_subject, noun_takes, verb_takes


def resumes(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a plural behind a relative clause's verb is the verb that its antecedent waits for.

    `Nothing the mayor said amounts to an apology`.
    """
    clause, token = cascade.clause, cascade.tokens[chunk.head]
    if clause.opener != RELATIVE or clause.gap not in ("open", "zero") or cascade.previous is not clause.verb:
        return False
    if token.tag != "NNS" or token.lemma not in words("words", "verb_bases") or cascade.awaiting() is None:
        return False
    return not finite_later(cascade)


def goes_on(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a bare plural behind *and* is a second verb: `puts it at odds with the law and breaks with custom`.

    The verb before has the same form, and the word is a verb oftener than a noun, above all before this preposition.
    """
    clause, token, np = cascade.clause, cascade.tokens[chunk.head], cascade.np
    if token.tag != "NNS" or cascade.conjunction is None or np is None or np.chunk.shape == "n" or clause.verb is None:
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    first = cascade.tokens[clause.verb.first].tag
    if behind and behind[0].kind == g.INFINITIVE and first == "VBZ" and _dated(cascade, np):
        return verb_frame(token.lemma).infinitive >= 40  # "has led it since 2019 and plans to run again"
    if cascade.tokens[clause.verb.head].tag != "VBZ" or not behind or behind[0].kind != g.PREPOSITION:
        return False
    takes = verb_takes(token.lemma, cascade.word(behind[0]))
    often = verb_frame(token.lemma).total
    oftener = often > 2 * noun_subject(token.lemma).total
    if "c" in np.chunk.shape and np.last + 1 == chunk.first:
        oftener = often > 0 and token.lemma in words("words", "verb_bases")  # "employs 300 people and exports to Peru"
    return oftener and takes >= 5 and takes > noun_takes(token.lemma, cascade.word(behind[0]))


def advised(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a compound behind *you* is a verb of what is advised and its object: `recommend you drink tea`."""
    clause, previous, token = cascade.clause, cascade.previous, cascade.tokens[chunk.first]
    if previous is None or clause.verb is None or cascade.word(previous) != "you" or token.tag != "NN":
        return False
    advises = cascade.lemma(clause.verb) in word_class("advising") and clause.verb.last == previous.first
    return advises and token.lower in words("words", "verb_bases")


def relates(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a bare noun behind *that* or *which* is the verb of a plural: `lakes that form at the foot`."""
    clause, token = cascade.clause, cascade.tokens[chunk.head]
    if clause.opener != RELATIVE or clause.gap != "open" or clause.subject is not None or clause.verb is not None:
        return False
    before, behind = clause.antecedent, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if (
        before is None
        or cascade.tokens[before.head].tag != "NNS"
        or token.tag != "NN"
        or cascade.preposition is not None
    ):
        return False
    return token.lower in words("words", "verb_bases") and bool(behind) and behind[0].kind == g.PREPOSITION


def _dated(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase is a time or a bare number, which no plural is joined to."""
    return np.time or not np.chunk.shape.strip("c") or np.chunk.shape[-1] in "TZ"


def main_verb(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a participle behind a comma is the verb of a subject that waits: `The gown, which is red, had`."""
    word = cascade.tokens[chunk.first]
    clause = cascade.clause
    behind = clause.opener == RELATIVE and clause.passive and cascade.previous is clause.verb
    if not cascade.comma and not behind:  # "Those who were hired faced delays"
        return False
    if cascade.awaiting() is None or cascade.conjunction is not None or cascade.preposition is not None:
        return False
    if not past_or_participle(word.lower) or verb_frame(word.lemma).object < 50 or cascade.clause.verb is None:
        return False
    return not finite_later(cascade)


def said_and_done(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a participle is the verb behind a relative clause of saying: `a talk they said yielded results`."""
    clause, word = cascade.clause, cascade.tokens[chunk.first]
    if clause.opener != RELATIVE or clause.gap != "open" or clause.subject is None:
        return False
    says = clause.verb is not None and cascade.previous is clause.verb
    says = says and clause.verb is not None and verb_frame(cascade.lemma(clause.verb)).that >= 40
    return says and len(chunk.shape) > 1 and past_or_participle(word.lower)


def asked_and_done(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a participle is the verb whose subject is a clause with *what*: `What he said angered voters`."""
    clause, word = cascade.clause, cascade.tokens[chunk.first]
    if clause.opener != WH or clause.word != "what" or clause.first != cascade.chunks[0].first or clause.verb is None:
        return False
    said = cascade.previous is clause.verb and clause.verb.shape[-1] == "v" and len(chunk.shape) > 1
    if not said or not past_or_participle(word.lower) or verb_frame(lemma(word.lower, "VBD")).object < 50:
        return False
    return not finite_later(cascade)
