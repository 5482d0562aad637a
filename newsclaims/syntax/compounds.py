"""Noun chunks that the chunk grammar cut at a word of theirs which looks like a verb."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import FINITE, Chunk
from newsclaims.syntax.clause import MAIN
from newsclaims.syntax.splitting import second_finite
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import noun_subject


def join(cascade: Cascade, chunk: Chunk) -> None:
    """Join to a noun chunk the one or two chunks behind it where they are one with it."""
    _more(cascade, chunk)
    if len(cascade.chunks) > cascade.at + 2:
        _modifier(cascade, chunk)
        _position(cascade, chunk)
        _department(cascade, chunk)
        _based(cascade, chunk)
        _located(cascade, chunk)
        _time(cascade, chunk)


def _more(cascade: Cascade, chunk: Chunk) -> None:
    """Join a number and what it is more of: `six | more soldiers`, `20 percent | more students`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if not behind or cascade.tokens[behind[0].first].lower != "more" or behind[0].first != chunk.last:
        return
    counted = not chunk.shape.strip("cw") or (chunk.shape.strip("cw") == "n" and cascade.word(chunk) == "percent")
    if counted and "c" in chunk.shape and behind[0].kind in g.NOUNS:
        chunk.last, chunk.head, chunk.shape = behind[0].last, behind[0].head, chunk.shape + behind[0].shape
        del cascade.chunks[cascade.at + 1]


def _time(cascade: Cascade, chunk: Chunk) -> None:
    """Join *a couple | of | weeks*, a time as *two weeks* is one, where it says when: before *ago*, *later* ..."""
    lemma = cascade.lemma(chunk)
    if chunk.kind != g.NOUN or (lemma not in ("couple", "number") and lemma not in word_class("multitudes")):
        return
    of, time, *rest = cascade.chunks[cascade.at + 1 : cascade.at + 4]
    if of.shape != "f" or time.shape != "Z" or not rest:
        return
    if cascade.tokens[rest[0].first].lower in word_class("from-then") | {"after", "before"}:
        chunk.last, chunk.head, chunk.shape = time.last, time.head, chunk.shape[:-1] + "cZ"
        del cascade.chunks[cascade.at + 1 : cascade.at + 3]


def _located(cascade: Cascade, chunk: Chunk) -> None:
    """Join *The Memphis | , | Tenn. | , | shipping company*: where somebody is, before who it is."""
    shape = chunk.shape
    if shape[0] != "d" or len(shape) < 2 or shape[1:].strip("N"):
        return
    if cascade.tokens[chunk.first].lower not in ("a", "the"):
        return
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 6]
    if len(behind) < 4 or behind[0].kind != g.COMMA or behind[2].kind != g.COMMA or behind[1].shape.strip("N"):
        return
    noun = behind[4] if behind[3].kind == g.ING and len(behind) > 4 else behind[3]
    bare = noun.kind == g.NOUN and noun.shape[0] in "jlLn" and noun.shape[-1] == "n"
    if not bare or cascade.tokens[noun.head].tag != "NN" or behind[1].kind != g.NOUN:
        return
    chunk.last, chunk.head, chunk.shape = noun.last, noun.head, chunk.shape + "n"
    del cascade.chunks[cascade.at + 1 : cascade.at + 2 + behind.index(noun)]


def _based(cascade: Cascade, chunk: Chunk) -> None:
    """Join *the Lowton | , | Ohio-based firm* and *Acme's Lowton | , | Ohio factory*: what is in a place.

    A bare singular cannot stand alone, so that it shares the article.
    """
    if chunk.shape[-1] != "N" or chunk.shape.strip("N") not in ("d", "p", "s") or len(cascade.chunks) < cascade.at + 3:
        return
    comma, noun = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if comma.kind != g.COMMA or noun.kind != g.NOUN:
        return
    bare = noun.shape.strip("N").strip("n") == "" and noun.shape[0] == "N" and cascade.tokens[noun.head].tag == "NN"
    behind = cascade.chunks[cascade.at + 3 : cascade.at + 4]
    if bare and (cascade.at == 0 or not behind or behind[0].kind != g.FINITE):
        chunk.last, chunk.head, chunk.shape = noun.last, noun.head, chunk.shape + noun.shape
        del cascade.chunks[cascade.at + 1 : cascade.at + 3]
        return
    if chunk.shape[0] != "d":
        return
    hyphen = noun.shape.find("h")
    if hyphen < 1 or noun.shape[:hyphen].strip("N") or noun.shape[hyphen + 1 : hyphen + 2] not in ("e", "v", "j", "l"):
        return
    chunk.last, chunk.head, chunk.shape = noun.last, noun.head, chunk.shape + noun.shape
    del cascade.chunks[cascade.at + 1 : cascade.at + 3]


def _department(cascade: Cascade, chunk: Chunk) -> None:
    """Join *Center | for | Disease Control | and | Prevention*: two things that one body is for, in capitals.

    Both must be common nouns, so that `the Ministry of Defence and NATO` stays two.
    """
    at, tokens = cascade.at, cascade.tokens
    if chunk.shape[-1] != "N" or tokens[chunk.head].lower not in word_class("bodies") or at + 4 >= len(cascade.chunks):
        return
    link, first, joint, second = cascade.chunks[at + 1 : at + 5]
    for name in (first, second):
        known = tokens[link.first].lower == "for" or noun_subject(tokens[name.head].lower.rstrip("s")).total
        if name.kind != g.NOUN or name.shape.strip("N") or not known:
            return
    if tokens[link.first].lower in ("for", "of") and joint.kind == g.CONJUNCTION and tokens[joint.first].lower == "and":
        chunk.last, chunk.shape = second.last, chunk.shape + "N" * (second.last - chunk.last)
        del cascade.chunks[at + 1 : at + 5]


def _modifier(cascade: Cascade, chunk: Chunk) -> None:
    """Join *a marine | protected | area*: a participle between a noun and a bare one is part of a compound.

    Only behind a verb or preposition that the noun belongs to, and unless the participle can have the second noun.
    """
    participle, noun = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if participle.shape not in ("e", "v") or noun.shape not in ("n", "nn"):
        return
    tag = cascade.tokens[participle.head].tag
    if chunk.shape == "c":  # "two | infected | workers", but "the fire of 2019 killed people"
        one = cascade.word(chunk) == "one" and noun.shape == "n"  # "found one fired round"
        counted = tag == "VBN" and (one or cascade.tokens[noun.head].tag == "NNS")
        if counted and not (len(cascade.tokens[chunk.head].text) == 4 and cascade.tokens[chunk.head].text.isdigit()):
            _merge(cascade, chunk, participle, noun)
        return
    if chunk.shape[0] not in "dp" or chunk.shape[-1] not in "nN":
        return
    if participle.kind == FINITE and all(other.kind != FINITE or other is participle for other in cascade.chunks):
        return  # "Raising the school fees angered parents"
    said = cascade.clause.verb is not None and cascade.awaiting() is None and cascade.preposition is not None
    of = cascade.preposition is not None and cascade.preposition[0] == "of" and noun.shape == "nn"
    if tag != "VBN" and not of and not (said and cascade.tokens[chunk.first].lower in ("a", "an")):
        return  # "in a South Carolina shared workspace", "a member of the Lowton organised crime group"
    waits = cascade.awaiting() is not None
    if waits and all(later.kind != FINITE for later in cascade.chunks[cascade.at + 3 : cascade.at + 40]):
        return  # "Six people who attended the party experienced symptoms"
    if cascade.preposition is not None:
        governed = cascade.preposition[0] not in ("after", "as", "before", "since", "until")
    else:
        verb = cascade.clause.verb
        governed = verb is not None and cascade.previous is verb and verb_frame(cascade.lemma(verb)).that < 12
    frame = verb_frame(cascade.lemma(participle))
    if governed and frame.two_objects < 5 and frame.predicative < 10:
        _merge(cascade, chunk, participle, noun)


def _merge(cascade: Cascade, chunk: Chunk, participle: Chunk, noun: Chunk) -> None:
    chunk.last, chunk.head, chunk.shape = noun.last, noun.head, chunk.shape + "e" + noun.shape
    del cascade.chunks[cascade.at + 1 : cascade.at + 3]


def _position(cascade: Cascade, chunk: Chunk) -> None:
    """Join *Rovers | quarterback | Ann Reed*: what is hardly ever a verb, or stands beside names and before a verb.

    But "critics say Reed lied", and the verb of a clause that another one follows, `if rebels guard Lowton will fall`.
    """
    if chunk.shape[-1] not in "nNs" or len(cascade.chunks) < cascade.at + 3:
        return
    verb, name, *rest = cascade.chunks[cascade.at + 1 : cascade.at + 4]
    token = cascade.tokens[verb.head]
    if verb.shape not in ("v", "b") or token.tag not in ("VB", "VBP") or name.kind != g.NOUN or name.shape.strip("N"):
        return
    before_verb = bool(rest) and rest[0].kind == g.FINITE and cascade.clause.opener == MAIN
    if verb_frame(token.lemma).total and not (before_verb and noun_subject(token.lemma).named >= 5):
        return
    chunk.last, chunk.head, chunk.shape = name.last, name.head, chunk.shape + "n" + name.shape
    del cascade.chunks[cascade.at + 1 : cascade.at + 3]


def becomes(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adjective before a day is what somebody becomes, and the day when: `became final Tuesday`."""
    verb, adjective = cascade.clause.verb, cascade.tokens[chunk.first]
    if verb is None or adjective.lower in word_class("within") or adjective.text[0].isupper():
        return False
    beside = [phrase.chunk for phrase in cascade.clause.objects[-1:]]  # "found Reed guilty Friday", "was found guilty"
    if cascade.previous in beside or (cascade.previous is verb and cascade.clause.passive):
        day = cascade.tokens[chunk.head].tag in ("NNP", "NN") and chunk.shape[-1] == "T"
        return day and verb_frame(cascade.lemma(verb)).predicative >= 4 and cascade.clause.adjective is None
    if cascade.previous is not verb:
        return False
    links = cascade.clause.copular or cascade.lemma(verb) in words("words", "linking_verbs")
    when = cascade.tokens[chunk.head]
    named = when.text[0].isupper() or when.lower in word_class("pointing-days")  # "was ill yesterday"
    return links and named and adjective.text[0].islower()


def expected(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether those who expected an amount stand right behind it: `the $3 billion analysts had expected`."""
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    if behind is None or behind.kind != g.FINITE or cascade.lemma(behind) not in word_class("expecting"):
        return False
    amount = "$" in chunk.shape or cascade.tokens[chunk.last - 2].lower in ("%", "percent")
    return amount and chunk.head == chunk.last - 1 and cascade.word(chunk) in word_class("forecasters")


def feared(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a noun for what is thought or told opens a clause without *that*: `fell on concern they left`.

    A plural is no modifier, so that any noun behind it is a subject (`raised fears inflation would rise`), at the head
    of a sentence where a second verb follows (`Signs Reed would run grew`; but `Claims adjusters were busy`).
    """
    first, behind = cascade.tokens[chunk.first], cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if first.lower not in word_class("moods") or not behind or behind[0].kind != g.FINITE:
        return False
    role, clause, last = cascade.preposition, cascade.clause, cascade.tokens[chunk.last - 1]
    if first.tag == "NNS" and len(chunk.shape) == chunk.last - chunk.first:
        opens = clause.verb is None and role is None
        return not opens or second_finite(cascade)
    there = role is None and clause.there
    aloud = role is None and cascade.previous is clause.verb is not None and behind[0].shape[0] == "m"
    if aloud and last.tag[:2] == "NN":
        return True  # "voiced concern inflation would rise"
    return (there or (role is not None and role[0] in ("amid", "on"))) and last.tag in ("NNS", "NNP")


def believed(cascade: Cascade, chunk: Chunk) -> int:
    """Return the place of a noun that somebody has and that tells what the rest of the chunk does, 0 where none is."""
    at, behind = chunk.shape.index("snN") + 1, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if not behind or behind[0].kind != g.FINITE or len(chunk.shape) != chunk.last - chunk.first:
        return 0
    return at if noun_frame(cascade.tokens[chunk.first + at].lemma).that >= 10 else 0


def told_of(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether the last word says what the rest did, with two verbs behind it: `a gun | police say was stolen`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if [later.kind for later in behind] != [FINITE, FINITE] or len(chunk.shape) != chunk.last - chunk.first:
        return False
    says = verb_frame(cascade.lemma(behind[0])).that >= 60 and behind[0].last == behind[1].first
    many = cascade.tokens[chunk.last - 1].tag == "NNS" or cascade.tokens[chunk.last - 1].lower == "police"
    return says and many
