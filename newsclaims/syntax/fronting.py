"""Main clauses that another one stands before, and questions behind or beside it: `She is ill, and if she dies, we will
leave`, `If the dam breaks, what will the town do?`"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import plural
from newsclaims.syntax.cascade import CLAUSAL, Cascade, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token

_WANTS: Final = 10
"""Per cent of its uses with an object from which a verb without one may have lost it to a relative clause."""
_HOLDING: Final = frozenset({"because", "if", "unless", "until"})
"""Subordinators behind an inserted clause of saying whose clause goes on with what is said."""


def fronted_by(cascade: Cascade, chunk: Chunk, governor: Clause) -> Clause:
    """Begin the main clause that a subordinate one stands before, behind *and*; return the clause that governs it.

    `She is ill, and if she dies, we will leave`.
    """
    said = cascade.clause.content[-1] if cascade.comma and cascade.clause.content else ("", governor)
    if said[0] == "reported" and cascade.word(chunk) in _HOLDING and cascade.conjunction is None:
        cascade.clause, cascade.np = said[1], None  # "The shop closed, he said, because it lost money"
        return said[1]
    beside = cascade.enclosing(lambda c: c.opener == kinds.SUB and c.verb is not None and _parallel(cascade, chunk, c))
    if cascade.conjunction is not None and beside is not None and beside.parent is not None:
        cascade.clause, cascade.np = beside.parent, None  # "if they learn enough or if they are lucky"
        return beside.parent
    if _second_condition(cascade, chunk, governor) and governor.parent is not None:
        cascade.clause, cascade.np = governor.parent, None  # "If she is ill, if she is weak, she must go"
        return governor.parent
    if not _fronts(cascade, governor):
        return governor
    ahead = Clause(governor.opener, governor.parent, chunk.first)
    ahead.beside = governor if governor.opener == kinds.MAIN else None
    cascade.clause, cascade.conjunction, cascade.np = ahead, None, None
    return ahead


def _parallel(cascade: Cascade, chunk: Chunk, clause: Clause) -> bool:
    """Tell whether a subordinator behind *and* or *or* opens a clause beside another one with the same word.

    *Or if* goes on with *whether*: `is unclear whether it opens, or if it is sold`.
    """
    conjunction, word = cascade.conjunction, cascade.word(chunk)
    if conjunction is None or conjunction.last != chunk.first or cascade.word(conjunction) not in ("and", "or"):
        return False
    return clause.word == word or (clause.word == "whether" and word == "if")


def _second_condition(cascade: Cascade, chunk: Chunk, governor: Clause) -> bool:
    """Tell whether a second condition stands behind the comma of a fronted one, before the main clause."""
    front = governor.parent
    if cascade.word(chunk) != "if" or governor.word != "if" or not cascade.comma or cascade.conjunction is not None:
        return False
    return governor.verb is not None and front is not None and front.verb is None and front.subject is None


def _fronts(cascade: Cascade, governor: Clause) -> bool:
    """Tell whether a subordinator behind *and* or *but* stands before a new main clause: comma and subject follow.

    Up to the comma it has a verb of its own, and the clause before has its verb.
    """
    before, chunks = cascade.previous, cascade.chunks
    if before is None or before.kind != g.CONJUNCTION or governor.verb is None or not governor.finite:
        return False
    if governor.opener not in (kinds.MAIN, kinds.THAT) or cascade.word(before) not in ("and", "but"):
        return False
    ahead = [chunk.kind for chunk in chunks[cascade.at + 1 : cascade.at + 16]]
    comma = ahead.index(g.COMMA) if g.COMMA in ahead else 0
    main = ahead[comma + 1 : comma + 6]
    if not comma or g.FINITE not in ahead[:comma] or main[:1] not in ([g.NOUN], [g.PRONOUN], [g.THERE]):
        return False
    return g.FINITE in main and not {g.CONJUNCTION, g.COMMA, g.STOP} & set(main[: main.index(g.FINITE)])


def fronted_list(cascade: Cascade, subject: Phrase) -> bool:
    """Tell whether a list that was taken for the subject goes on with the phrase before it, and take it for that.

    `In Lowton, Marle and Harford, the number fell`, `In two states, Ohio and Utah, he won`: behind its comma stands
    a subject and, with no comma between, its verb; but `In Lowton, Reed and Holt, the mayors, met`.
    """
    front = subject.host
    if subject.link != "comma" or front is None or front.preposition is None or subject.last == subject.chunk.last:
        return False
    if subject.chunk.shape[0] == "c" or all(one.tag != "CC" for one in cascade.tokens[subject.first : subject.last]):
        return False  # "In May, the people of Ohio, Iowa and Utah voted"
    previous, before = cascade.previous, cascade.chunks[cascade.at - 1]
    if previous is None or before.kind != g.COMMA or before.first != subject.last or front.last + 1 != subject.first:
        return False
    ahead = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 20]]
    pause = next((at for at, kind in enumerate(ahead) if kind in (g.COMMA, g.STOP, g.DASH)), len(ahead))
    if g.FINITE not in ahead[:pause]:
        return False
    front.last = subject.last
    return True


def next_main(cascade: Cascade, chunk: Chunk) -> None:
    """Begin the clause behind *and* that a preposition's phrase opens: `They sang and in the morning | they left`."""
    joint = cascade.conjunction
    if joint is None or joint.last != chunk.first or cascade.word(joint) not in ("and", "but", "so", "yet"):
        return
    before = cascade.enclosing(lambda c: c.verb is not None and c.opener in (kinds.MAIN, kinds.THAT))
    if before is None or cascade.clause.verb is None or not opened_by_phrase(cascade, joint, cascade.at):
        return
    ahead = Clause(before.opener, before.parent, chunk.first)
    ahead.beside, ahead.rule = (before if before.opener == kinds.MAIN else None), "claims.next-clause"
    cascade.clause, cascade.conjunction, cascade.np = ahead, None, None


def opened_by_phrase(cascade: Cascade, opener: Chunk, begins: int) -> bool:
    """Tell whether a phrase with its preposition, the chunk at ``begins``, stands before a subject and its whole verb.

    `and in that case | he will go`, `although in 1992 | Reed lost it`; but `and in the house | he built`.
    """
    chunks, at = cascade.chunks, begins
    while at + 1 < len(chunks) and chunks[at + 1].kind in (g.NOUN, g.PRONOUN):
        if chunks[at].kind != g.PREPOSITION and chunks[at].shape != "A":
            break
        at += 2
    joined = opener.kind == g.CONJUNCTION
    comma = at < len(chunks) and chunks[at].kind == g.COMMA
    if at == begins or (comma and (joined or cascade.word(opener) in ("as", "than"))):
        return False
    subject = at + comma
    if subject >= len(chunks) or chunks[subject].kind not in (g.NOUN, g.PRONOUN, g.THERE):
        return False
    verb = subject + 1
    while [chunk.kind for chunk in chunks[verb : verb + 2]] == [g.PREPOSITION, g.NOUN]:
        verb += 2
    verb += chunks[verb : verb + 1] != [] and chunks[verb].kind == g.ADVERB
    if verb >= len(chunks) or chunks[verb].kind != g.FINITE:
        return False
    return comma or (_complete(cascade, subject, verb) and not _main_behind(cascade, verb))


def _complete(cascade: Cascade, subject: int, verb: int) -> bool:
    """Tell whether a verb lacks nothing that the noun before its subject could be: no `and in the house | he built`."""
    chunk, front = cascade.chunks[verb], cascade.chunks[subject - 1]
    if front.shape[0] == "d" and front.shape[-1] not in "TZ" and cascade.chunks[subject].kind != g.THERE:
        return False  # "and because of the money they paid him"
    behind = next((one for one in cascade.chunks[verb + 1 :] if one.kind != g.ADVERB), chunk)
    told = behind.kind in g.NOUNS | {g.ADJECTIVE, g.THAT, g.INFINITIVE} and behind.shape[-1] not in "TZ"
    if told or passive(chunk):
        return True
    return verb_frame(cascade.lemma(chunk)).object < _WANTS


def _main_behind(cascade: Cascade, verb: int) -> bool:
    """Tell whether another subject with its verb follows in the same stretch: `and in the year he left, | she won`."""
    rest = cascade.chunks[verb + 1 : verb + 16]
    ends = next((at for at, one in enumerate(rest) if one.kind in (g.STOP, g.CONJUNCTION)), len(rest))
    said = verb_frame(cascade.lemma(cascade.chunks[verb])).that >= CLAUSAL
    for at in range(1, ends - 1):
        if rest[at].kind in g.NOUNS | {g.THERE} and rest[at + 1].kind == g.FINITE and not (said and at < 3):
            before = rest[at - 1].kind
            if before in g.NOUNS | {g.COMMA}:
                return True
    return False


def asks_behind(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a question word opens the main clause behind a fronted one: comma and auxiliary stand round it.

    `If the dam breaks, what will the town do?`, `If you hate it, then why did you come?`; no `asked, if it broke, what
    would happen`.
    """
    clause, tokens = cascade.clause, cascade.tokens
    at = chunk.first - 1 - (tokens[chunk.first - 1].lower == "then")
    if clause.opener not in (kinds.SUB, kinds.WH) or clause.verb is None or at < 1 or tokens[at].text != ",":
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if len(behind) < 2 or behind[0].kind != g.FINITE or behind[0].shape.rstrip("o") not in ("m", "D", "H", "B"):
        return False
    return behind[1].kind in g.NOUNS


def asks_at_once(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an auxiliary opens the question that a condition stands before: `If you lose will you pay?`"""
    clause, tokens = cascade.clause, cascade.tokens
    fronted = clause.opener in (kinds.SUB, kinds.WH) and clause.word == "if" and clause.first == 0
    if not fronted or clause.verb is None or verb.shape.rstrip("o") not in ("m", "D") or cascade.comma:
        return False
    following = cascade.following()
    if following is None or following.kind not in g.NOUNS or all(token.text != "?" for token in tokens[-3:]):
        return False
    return any(chunk.kind in g.VERBS for chunk in cascade.chunks[cascade.at + 2 : cascade.at + 5])


def alternative(cascade: Cascade, phrase: Phrase) -> bool:
    """Open the second clause of a fronted *whether*: `Whether you are a farmer or you are a banker, you pay tax`."""
    clause, before = cascade.clause, cascade.conjunction
    if clause.word != "whether" or clause.verb is None or before is None or cascade.word(before) != "or":
        return False
    front, following = clause.parent, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    pronoun = phrase.chunk.kind == g.PRONOUN and phrase.first == before.last
    if front is None or front.verb is not None or not pronoun or not following or following[0].kind != g.FINITE:
        return False
    cascade.clause, cascade.conjunction = front, None
    cascade.push(clause.opener, phrase.first, "whether").subject = phrase
    cascade.np = phrase
    return True


def participial(cascade: Cascade, verb: Chunk) -> bool:
    """A participle before *be* and its subject: `Also killed were two children`, `Gone is the old bridge`."""
    if verb.shape != "B":
        return False
    clause, following = cascade.clause, cascade.following()
    outer = clause.parent
    if clause.verb is None or clause.verb.kind not in (g.PARTICIPLE, g.ING) or outer is None or cascade.comma:
        return False
    if outer.verb is not None or outer.subject is not None or outer.parent is not None:
        return False
    if clause.objects if clause.verb.kind == g.PARTICIPLE else not _does(cascade, verb):
        return False
    opens = [chunk.kind for chunk in cascade.chunks[: cascade.chunks.index(clause.verb)]]
    if opens not in ([], [g.ADVERB], [g.CONJUNCTION]) or following is None or following.kind != g.NOUN:
        return False
    clause.opener, clause.parent, clause.shares, clause.subject = kinds.MAIN, None, None, None
    clause.governors.append(verb)
    clause.passive = clause.verb.kind == g.PARTICIPLE and cascade.lemma(clause.verb) != "go"
    clause.question, clause.silent, clause.rule = True, False, "claims.inverted-subject"
    cascade.np = None
    return True


def _does(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether what follows *be* did what stands before it: several did, or a name; an act is one thing."""
    following, clause = cascade.following(), cascade.clause
    if not clause.objects and cascade.chunks[0].kind != g.ADVERB:
        return False  # "Following are two letters"
    several = plural(cascade, verb) and following is not None and cascade.tokens[following.head].tag == "NNS"
    return several or (following is not None and cascade.tokens[following.head].tag == "NNP")


def take_deeds(tokens: list[Token], before: Clause, clause: Clause) -> None:
    """Give a new clause the deeds between commas behind *and* before it: `He rose and, after washing, he left`."""
    verb = before.verb
    for pair in before.content if verb is not None else ():
        first = pair[1].first - (tokens[pair[1].first - 1].lower == pair[0])
        deed = pair[1].opener == kinds.GERUND and verb is not None and verb.last < first - 1
        if deed and tokens[first - 1].text == "," and tokens[first - 2].tag == "CC":
            pair[1].shares = clause if pair[1].shares is before else pair[1].shares
            pair[1].parent = clause
            clause.content.append(pair)
    before.content = [pair for pair in before.content if pair not in clause.content]
