"""Noun chunks that the chunk grammar ran together, and words beside them that are none: split or read anew.

Each function looks at one noun chunk and the few chunks around it before it is put into the clause.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import compounds, given, misread
from newsclaims.syntax.agreement import finite_later, plural
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import SUB, THAT, Phrase
from newsclaims.syntax.fronted_times import counted_subject, done_on, said_on, text_ends, time_ends
from newsclaims.syntax.lost_verbs import (
    before_but,
    before_particle,
    in_condition,
    lost_verb,
    named_object,
    split_finite,
    split_middle,
)
from newsclaims.syntax.split_names import contact, split_name, split_number
from newsclaims.syntax.splitting import (
    asked_amount,
    part_name,
    says_how,
    second_finite,
    split_absolute,
    split_occasion,
    split_states,
    split_time,
    split_way,
    two_numbers,
    verb_without_object,
)
from newsclaims.syntax.that_words import elided
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.complements import effect
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import noun_subject

_ACTS: Final = (misread.main_verb, misread.asked_and_done, misread.said_and_done)
_VERBAL: Final = (misread.resumes, misread.relates, misread.goes_on)


def reread(cascade: Cascade, chunk: Chunk) -> bool:
    """Split the chunk where it is two; return whether it is no noun chunk at all (``a lot`` in *a lot cheaper*)."""
    compounds.join(cascade, chunk)
    if chunk.shape[0] == "r" and cascade.tokens[chunk.first].lower == "then" and len(chunk.shape) > 1:
        chunk.first, chunk.shape = chunk.first + 1, chunk.shape[1:]  # "then good things happen"
    shape = chunk.shape
    if shape[0] == "j" and cascade.word(cascade.chunks[0]) == "what" and misread.asked_and_done(cascade, chunk):
        return _begins(cascade, chunk)
    if shape[0] == "e" and any(test(cascade, chunk) for test in _ACTS):
        return _begins(cascade, chunk)
    if shape == "n" and any(test(cascade, chunk) for test in _VERBAL):
        chunk.kind, chunk.shape = g.FINITE, "v"
        return any(apply(cascade, chunk) for apply in cascade.handlers[g.FINITE])
    if shape == "nn" and misread.advised(cascade, chunk):
        return _begins(cascade, chunk)
    if shape in ("jT", "jZ", "LT", "lT") and compounds.becomes(cascade, chunk):
        part_name(cascade, chunk, 0)
        chunk.kind, cascade.clause.adjective = g.ADJECTIVE, chunk
        return True
    if shape[0] in "jr" and "j" in shape and (_complement(cascade, chunk) or _asked_how(cascade, chunk)):
        part_name(cascade, chunk, shape.index("j"))
        chunk.kind, cascade.clause.adjective = g.ADJECTIVE, chunk
        return True
    if "C" in shape[1:4] and split_states(cascade, chunk):
        return True
    feared = shape[:1] == "n" and shape[1:2] in ("n", "N", "j") and compounds.feared(cascade, chunk)
    if feared or (shape[:2] in ("nj", "nn", "nN") and _indefinite(cascade, chunk)):
        part_name(cascade, chunk, 0)  # "fell on concern | consumers were spending less"
    elif shape in ("Nn", "NNn", "nn", "njn", "njnn", "njjn") and given.pair(cascade, chunk):
        part_name(cascade, chunk, 0 if shape[1] == "j" else len(shape) - 2)
    elif shape[-1] == "n" and given.something(cascade, chunk):
        part_name(cascade, chunk, len(shape) - 2)  # "gave the fans | something to cheer about"
    elif shape[-1] == "n" and (at := given.receiver(cascade, chunk)):
        part_name(cascade, chunk, at - 1)  # "gave the Reds | early hope"
    elif "c" in shape[1:] and (at := given.margin(cascade, chunk)):
        part_name(cascade, chunk, at - 1)  # "beat Holt | 54 to 46"
        cascade.chunks[cascade.at + 1].kind = g.ADVERB
    elif "nc" in shape and (at := given.counted(cascade, chunk)):
        part_name(cascade, chunk, at - 1)  # "sold the bank | 3 shares"
    elif shape[-1] == "n" and "c" in shape[:-1] and compounds.expected(cascade, chunk):
        part_name(cascade, chunk, len(shape) - 2)  # "above the $3 billion | analysts had expected"
    elif shape[-2:] in ("nn", "jn") and shape[0] in "dknp" and (at := contact(cascade, chunk)):
        part_name(cascade, chunk, at - 1)  # "explains the steps | voters can take"
    elif shape[0] == "k" and shape[-2:] == "nn" and asked_amount(cascade, chunk):
        part_name(cascade, chunk, len(shape) - 2)  # "how much money | victims lost"
    elif shape[0] in "dk" and split_occasion(cascade, chunk):
        return False
    elif shape[0] == "T" and len(shape) > 1 and (said_on(cascade, chunk) or done_on(cascade, chunk)):
        part_name(cascade, chunk, 0)  # "said on Thursday | heavy shelling killed ten"
    elif (len(shape) > 2 or shape[0] in "TZ") and (end := time_ends(cascade, chunk)):
        part_name(cascade, chunk, end - 1)  # "in the past week | trade officials met"
    elif "nc" in shape and (end := counted_subject(cascade, chunk)):
        part_name(cascade, chunk, end - 1)  # "During the raid | four rebels were hurt"
    elif shape[-1] == "N" and (end := text_ends(cascade, chunk)):
        part_name(cascade, chunk, end - 1)  # "In the letter | Minister Holt told the partners"
    elif shape[:4] == "Tccn" and cascade.tokens[chunk.first + 1].lower[-2:] in ("st", "nd", "rd", "th"):
        part_name(cascade, chunk, 1)  # "on July 12th | 30,000 nurses went on strike"
    elif shape[-3:] == "jkZ" and shape[0] == "d" and len(shape) == 4 and cascade.tokens[chunk.last - 2].lower != "few":
        part_name(cascade, chunk, 1)  # "by a fifth | last year"
    elif shape[-2:] == "ZT" and shape[0] in "dp" and len(shape) == chunk.last - chunk.first:
        part_name(cascade, chunk, len(shape) - 2)  # "had a bad day | Monday"
    elif shape[:4] == "chcT":
        part_name(cascade, chunk, 2)  # "voted 11-4 | Wednesday night"
    elif shape[:2] in ("dn", "kn") and len(shape) > 2 and says_how(cascade, chunk):
        split_way(cascade, chunk)
    elif shape[:2] == "dZ" and len(shape) > 2 and cascade.tokens[chunk.first + 1].lower in ("instant", "moment"):
        split_way(cascade, chunk)  # "was the moment | thousands in the hall were waiting for"
    elif shape[-3:] == "ncZ" and len(shape) == chunk.last - chunk.first:
        part_name(cascade, chunk, len(shape) - 3)  # "from the rubble | three days after it"
    elif shape[:4] == "dnnN" and named_object(cascade, chunk):
        split_middle(cascade, chunk)  # "The hire | signals | Marlow's interest"
    elif shape[-2:] == "nn" and shape[0] in "dkp" and compounds.told_of(cascade, chunk):
        part_name(cascade, chunk, len(shape) - 2)  # "a crash | police say occurred when he was backing up"
    elif shape[-2:] == "nn" and elided(cascade, cascade.at + 1) and cascade.tokens[chunk.head].tag == "NNS":
        part_name(cascade, chunk, len(shape) - 2)  # "in ways | photos cannot"
    elif "snN" in shape and (at := compounds.believed(cascade, chunk)):
        part_name(cascade, chunk, at)  # "Reed's belief | Holt's goal should stand"
    elif "nN" in shape and shape[-4:] != "Nchc":
        split_name(cascade, chunk)
    elif "Nc" in shape:
        split_number(cascade, chunk)
    elif "nn" in shape and cascade.previous is cascade.clause.verb is not None and _split_verb(cascade, chunk):
        pass  # "helps firms | share | data"
    elif shape[-2:] == "nn" and cascade.previous is not None and cascade.previous.kind == g.THAT:
        _split_subjunctive(cascade, chunk)
    elif shape[:2] == "kg" and cascade.comma and len(shape) > 2:
        split_absolute(cascade, chunk)
    elif shape[-2:] in ("nn", "nT", "nZ") and (before_particle(cascade, chunk) or before_but(cascade, chunk)):
        split_finite(cascade, chunk)
    elif shape in ("Tn", "kZn", "dZn") and cascade.tokens[chunk.last - 1].tag == "VBZ":
        part_name(cascade, chunk, len(shape) - 2)  # "announced this week plans to cut jobs"
    elif shape[-2:] in ("nZ", "NZ") and "c" not in shape and _governed(cascade):
        split_time(cascade, chunk)
    elif shape[-2:] == "nn" and shape[0] in "cdk" and (two_numbers(cascade, chunk) or _two_plurals(cascade, chunk)):
        last = chunk.last - 1
        cascade.chunks.insert(cascade.at + 1, Chunk(g.NOUN, last, chunk.last, chunk.head, "n"))
        chunk.last, chunk.head, chunk.shape = last, last - 1, shape[:-1]
    elif shape[-2:] in ("nn", "Nn") and (
        in_condition(cascade, chunk) or (cascade.preposition is not None and lost_verb(cascade, chunk))
    ):
        split_finite(cascade, chunk)
    elif shape == "dn" and cascade.word(chunk) in word_class("amounts-of"):
        behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
        more = behind and cascade.tokens[behind[0].head].tag in ("JJR", "RBR")
        if more or (behind and behind[0].kind == g.ADJECTIVE and cascade.previous is cascade.clause.verb):
            behind[0].first = chunk.first  # "a lot cheaper"
            chunk.kind = g.ADVERB
            return True
    return False


def _begins(cascade: Cascade, chunk: Chunk) -> bool:
    """Make the first word of a noun chunk a finite verb, the rest a noun chunk behind it; return whether it is one."""
    cascade.chunks.insert(cascade.at + 1, Chunk(g.NOUN, chunk.first + 1, chunk.last, chunk.head, chunk.shape[1:]))
    chunk.kind, chunk.last, chunk.head, chunk.shape = g.FINITE, chunk.first + 1, chunk.first, "v"
    return any(apply(cascade, chunk) for apply in cascade.handlers[g.FINITE])


def _indefinite(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether the chunk is *someone* or the like and a clause's subject: `someone | young voters can trust`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    some = cascade.tokens[chunk.first].lower in word_class("indefinite")
    return some and bool(behind) and behind[0].kind == g.FINITE and len(chunk.shape) == chunk.last - chunk.first


def _complement(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adjective behind *be* stands before the subject of a clause: `is possible Estrel will leave`.

    Also *sure* behind *make*: `make sure staff have what they need`.
    """
    clause, at = cascade.clause, cascade.at + 1
    sure = cascade.tokens[chunk.first].lower in ("certain", "sure") and cascade.tokens[chunk.first - 1].lemma == "make"
    if sure and cascade.previous is clause.verb and at < len(cascade.chunks):
        return cascade.chunks[at].kind == g.FINITE and chunk.last - chunk.first == len(chunk.shape) > 1
    it = clause.subject is not None and cascade.word(clause.subject.chunk) == "it" and clause.opener != SUB
    became = it and clause.verb is not None and cascade.lemma(clause.verb) == "become"
    copular = (clause.copular and not clause.there) or became
    if cascade.previous is not clause.verb or not copular or chunk.shape.strip("r")[1:] == "":
        return False
    behind = cascade.chunks[at : at + 3]
    if [one.shape for one in behind[:1]] == ["f"]:
        behind = behind[2:]  # "is clear that kind | of claim | is wrong"
    if chunk.last - chunk.first != len(chunk.shape) or not behind or behind[0].kind != g.FINITE:
        return False
    place = chunk.shape.index("j")
    named = chunk.shape[place + 1 : place + 2] == "N" and "r" not in chunk.shape
    clausal = cascade.tokens[chunk.first + place].lower in word_class("clausal-adjectives")
    return named or (chunk.shape[-1] in "nN" and clausal)


def _asked_how(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adjective behind *how* is what somebody *is*: `how likely | Reed is to win`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if cascade.previous is None or cascade.word(cascade.previous) != "how" or not behind or len(chunk.shape) < 2:
        return False
    be = behind[0].kind == g.FINITE and behind[0].shape.rstrip("o")[-1] in "Bu"
    alone = len(behind) < 2 or behind[1].kind in (g.STOP, g.COMMA, g.PREPOSITION, g.INFINITIVE, g.SUBORDINATOR, g.DASH)
    return be and alone and len(chunk.shape) == chunk.last - chunk.first and chunk.shape.lstrip("r")[:1] == "j"


def _governed(cascade: Cascade) -> bool:
    """Tell whether a preposition or a verb that has objects, and no clause, stands right before."""
    verb = cascade.clause.verb
    if cascade.preposition is not None:
        return True
    return verb is not None and cascade.previous is verb and verb_frame(cascade.lemma(verb)).object >= 60


def _split_subjunctive(cascade: Cascade, chunk: Chunk) -> None:
    """Split *the government scrap* before *a tax*, in what is demanded: a subject and a verb read as one compound."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    last = chunk.last - 1
    if cascade.clause.opener != THAT or cascade.tokens[last].lower not in words("words", "verb_bases"):
        return
    down = bool(behind) and behind[0].shape == "R"  # "that the minister step down"
    governor = cascade.clause.parent.verb if cascade.clause.parent is not None else None
    asked = governor is not None and (effect(cascade.lemma(governor), "verb:that") or ("",))[0] in ("asked", "planned")
    down = down or (asked and bool(behind) and behind[0].kind == g.PREPOSITION)  # "proposed that the council appeal to"
    if not down and (not behind or behind[0].kind not in g.NOUNS or behind[0].shape[0] not in "dkpqc"):
        return
    if finite_later(cascade, 12):
        return
    split_finite(cascade, chunk, g.BARE, "b")


def _two_plurals(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether two nouns are two things, as two verbs follow: `The conditions | children endured were bad`.

    Both are plurals, or the second verb agrees with the first noun alone: `The problem | banks will face is new`.
    """
    first, second = cascade.tokens[chunk.last - 2 : chunk.last]
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if second.tag != "NNS" or not behind or behind[0].kind != g.FINITE or not second_finite(cascade):
        return False
    if first.tag == "NNS":
        return first.lower not in word_class("attributive-plurals")  # "arms dealers"
    verbs = [chunk for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 9] if chunk.kind == g.FINITE]
    one = first.tag == "NN" and chunk.shape[0] == "d" and "c" not in chunk.shape and len(verbs) > 1
    return one and plural(cascade, verbs[1]) is False and verb_without_object(cascade)


def _split_verb(cascade: Cascade, chunk: Chunk) -> bool:
    """Split *each side catch 200 tonnes* behind *let*, *doctors share data* behind *help*: a verb read as a noun.

    Return whether it was.
    """
    verb = cascade.clause.verb
    shape = chunk.shape
    at = shape.index("nn") + 1
    if verb is None or cascade.lemma(verb) not in ("help", "let", "see") or len(shape) != chunk.last - chunk.first:
        return False
    place = chunk.first + at
    token = cascade.tokens[place]
    helped, seen = cascade.lemma(verb) != "let", cascade.lemma(verb) == "see"
    if token.lower not in words("words", "verb_bases") or (not helped and shape[at + 1 : at + 2] not in ("", "c")):
        return False
    verbal = 2 * verb_frame(token.lemma).total >= noun_subject(token.lemma).total
    if helped and (cascade.tokens[place - 1].tag != "NNS" or not verbal):
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    joined = [one.kind for one in behind] == [g.CONJUNCTION, g.BARE]  # "helps firms supplement and improve it"
    if shape[at + 1 :]:
        rest = Chunk(g.NOUN, place + 1, chunk.last, chunk.head, shape[at + 1 :])
        cascade.chunks.insert(cascade.at + 1, rest)
    elif seen and behind and behind[0].shape != "f" and behind[0].kind in (g.PREPOSITION, g.STOP, g.COMMA, g.ADVERB):
        pass  # "would see fares rise by 4%"
    elif not joined and (not behind or behind[0].kind not in g.NOUNS):
        return False
    cascade.chunks.insert(cascade.at + 1, Chunk(g.BARE, place, place + 1, place, "b"))
    chunk.last, chunk.head, chunk.shape = place, place - 1, shape[:at]
    return True


def floats(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a chunk between a relative pronoun and its verb is a time or *each*, *both*, *all*."""
    following = cascade.following()
    if following is None or following.kind != g.FINITE:
        return False
    return phrase.time or cascade.word(phrase.chunk) in ("all", "both", "each")
