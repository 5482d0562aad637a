"""Adjectives: what is said of a subject or an object, or a part of the noun phrase before."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import interrupted, nominals
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import QUOTES, Clause, Phrase, lengthen
from newsclaims.syntax.described import aware
from newsclaims.syntax.lost_verbs import shocked
from newsclaims.syntax.splitting import as_old_as
from newsclaims.syntax.verbless import verbless
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import verb_takes

_LINKS: Final = frozenset({"be", "feel", "get", "look"})


def adjective(cascade: Cascade, chunk: Chunk) -> bool:
    """An adjective chunk: complement of a copula or of an object; with an article it is a noun phrase (*the poor*)."""
    if chunk.shape[0] in "dk":
        felt = cascade.chunks[cascade.at + 1 : cascade.at + 2]
        little = cascade.word(chunk) == "little" and cascade.tokens[chunk.first].lower == "a" and cascade.clause.verb
        if not little or not felt or felt[0].kind != g.PARTICIPLE or cascade.lemma(little) not in _LINKS:
            return nominals.noun(cascade, chunk)
        felt[0].first, felt[0].kind = chunk.first, g.ADJECTIVE  # "got a little choked up"
        felt[0].shape = "rr" + felt[0].shape
        return True
    if verbless(cascade, chunk):
        return True
    if shocked(cascade, chunk):
        chunk.kind, chunk.shape = g.FINITE, "v"
        return any(apply(cascade, chunk) for apply in cascade.handlers[g.FINITE])
    if interrupted.complement(cascade, chunk):
        return True
    clause = cascade.clause
    if clause.there and _joined(cascade, chunk):
        return True
    if _than_usual(cascade, chunk):
        return True
    if clause.awaiting and cascade.comma and aware(cascade.tokens, cascade.chunks, cascade.at):
        cascade.push(kinds.THAT, chunk.last)
        cascade.np = None
        return True
    np = cascade.np
    adjacent = np is not None and np.chunk is cascade.previous and np.last == chunk.first
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    if cascade.word(chunk) == "worth" and behind is not None and behind.kind == g.ING:
        behind.kind = g.OTHER
        if adjacent and np is not None:
            lengthen(np, behind.last)  # "a price worth paying"
            return True
        chunk.last = behind.last  # "is worth seeing"
    if (
        adjacent
        and np is not None
        and (clause.verb is None or clause.adjective is None)
        and _postponed(cascade, np, chunk)
    ):
        lengthen(np, chunk.last)  # "denied doing anything wrong", "those responsible"
        return True
    if adjacent and np is not None and as_old_as(cascade, chunk):
        lengthen(np, chunk.last)  # "children as young as six work there"
        return True
    if adjacent and np is not None and _with_its_preposition(cascade, np, chunk):
        lengthen(np, chunk.last)  # "cited sources familiar with the matter"
        return True
    if np is not None and np.preposition == "with" and _absolute(cascade, np, chunk):
        lengthen(np, chunk.last)  # ", with 30 people still missing"
        return True
    if _second_predicate(cascade, chunk):
        clause.adjective = chunk
        return True
    if clause.verb is None or clause.adjective is not None or cascade.preposition is not None:
        if clause.verb is not None and _state(cascade, chunk):
            return True
        if clause.verb is not None and cascade.preposition is not None and _described(cascade, cascade.preposition[0]):
            outer = clause.parent  # "hailed the vote to leave as “great”"
            far = clause.verb.kind == g.INFINITIVE and not clause.governors and not _called(cascade, clause)
            host = outer if far and outer is not None and _called(cascade, outer) else clause
            denied, more = cascade.chunks[cascade.at - 1], cascade.chunks[cascade.at + 1 : cascade.at + 2]
            chunk.first = denied.first if denied.shape == "o" else chunk.first  # "described as not fair"
            if more and more[0].kind == g.ADVERB and cascade.word(more[0]) == "enough":
                chunk.last, more[0].kind = more[0].last, g.OTHER  # "described as good enough"
            host.arguments.append(("as", Phrase(chunk, "as", cascade.preposition[1].first)))
        return True
    compared = cascade.tokens[chunk.head].tag == "JJR"
    links = clause.copular or cascade.lemma(clause.verb) in words("words", "linking_verbs")
    if take_measure(cascade, chunk):
        compared = compared and not links
        if compared:
            clause.adverbs.append(Phrase(chunk))  # "closed 0.7 % higher"
            return True
    if not links and not clause.objects and chunk is not clause.adjective and _flat(cascade, chunk):
        clause.adverbs.append(Phrase(chunk))  # "were hiding deep in tunnels"
        return True
    if not clause.objects and not cascade.after_verb(clause):
        denied = cascade.chunks[cascade.at - 1]
        if denied.kind == g.ADVERB and denied.shape == "o" and denied.last == chunk.first:
            chunk.first, chunk.shape = denied.first, "r" + chunk.shape  # "has pleaded not guilty"
        if compared and not links:
            clause.adverbs.append(Phrase(chunk))  # "closed higher"
        else:
            clause.adjective = chunk
    elif clause.objects and cascade.previous is not None and cascade.previous.kind in g.NOUNS:
        takes = compared or verb_frame(cascade.lemma(clause.verb)).predicative >= 4 or _has_it(cascade, chunk)
        takes = takes or cascade.lemma(clause.verb) in word_class("rating")  # "rated the claim false"
        made = cascade.word(chunk) in word_class("outcomes") and chunk.first == clause.objects[-1].last
        takes = takes or made  # "set it free", but not "heirs tax-free"
        takes = takes or (cascade.lemma(clause.verb) == "say" and not cascade.stops())  # "Mayor says Holt 'wrong'"
        before = cascade.chunks[cascade.at - 1]
        if takes and before.kind == g.ADVERB and before.shape == "o":
            chunk.first, chunk.shape = before.first, "r" + chunk.shape  # "found her not guilty"
        clause.adjective = chunk if takes else None
        ahead = [one.kind for one in cascade.chunks[cascade.at + 1 : cascade.at + 3]]
        told = takes and cascade.word(clause.objects[-1].chunk) == "it" and not clause.content
        told = told and cascade.word(chunk) in word_class("clausal-adjectives")
        if told and ahead in ([g.NOUN, g.FINITE], [g.PRONOUN, g.FINITE]):
            clause.content.append(("that", cascade.push(kinds.THAT, chunk.last)))  # "made it clear he had doubts"
            cascade.np = None
    return True


def _joined(cascade: Cascade, chunk: Chunk) -> bool:
    """Take an adjective into the noun phrase behind *and* or *but*: `There are less known but no less good reasons`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if [one.kind for one in behind] != [g.CONJUNCTION, g.NOUN] or chunk is not cascade.chunks[cascade.at]:
        return False
    if cascade.chunks[cascade.at - 1] is not cascade.clause.verb:
        return False
    first = next((at for at in range(chunk.first, chunk.last) if cascade.tokens[at].lower != "also"), chunk.first)
    behind[1].first, behind[1].shape = first, chunk.shape[first - chunk.first :] + "C" + behind[1].shape
    del cascade.chunks[cascade.at + 1]
    return True


def _flat(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adjective right behind a verb says where or how far: `hid deep in the woods`, `flew low over`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    placed = cascade.word(chunk) in word_class("flat-adverbs") and cascade.previous is cascade.clause.verb
    return placed and len(chunk.shape.strip("rw")) == 1 and bool(behind) and behind[0].kind == g.PREPOSITION


def _has_it(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adjective says how somebody has *it*: `Holt has it wrong`, `had it easy`."""
    verb, objects = cascade.clause.verb, cascade.clause.objects
    it = verb is not None and cascade.word(objects[-1].chunk) == "it" and cascade.lemma(verb) in ("get", "have")
    return it and len(chunk.shape) == 1


def _state(cascade: Cascade, chunk: Chunk) -> bool:
    """Take an adjective alone behind *to* as what something comes to: `returned to normal`, `from bad to worse`."""
    opener, behind = cascade.preposition, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if opener is None or opener[0] not in ("from", "to") or cascade.chunks[cascade.at - 1] is not opener[1]:
        return False
    if chunk.shape != "j" or (
        behind and behind[0].kind not in (g.STOP, g.COMMA, g.PREPOSITION, g.SUBORDINATOR, g.CONJUNCTION)
    ):
        return False
    cascade.clause.arguments.append((opener[0], Phrase(chunk, opener[0], opener[1].first)))
    cascade.preposition = None
    return True


def _second_predicate(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adjective behind *and* goes on with what somebody is: `was 15 and not eligible to vote`."""
    clause, conjunction = cascade.clause, cascade.conjunction
    if conjunction is None or clause.verb is None or not clause.copular or clause.adjective is not None:
        return False
    if not clause.objects or clause.there or cascade.word(conjunction) == "but":
        return False
    before = cascade.chunks[cascade.at - 1]
    if before.kind == g.ADVERB and before.shape == "o":
        chunk.first, chunk.shape = before.first, "r" + chunk.shape
    return chunk.first == conjunction.last


def take_measure(cascade: Cascade, chunk: Chunk) -> bool:
    """Take an amount that measures the comparison behind it out of the objects: `is 2.3 percent | higher`."""
    objects = cascade.clause.objects
    if len(objects) != 1 or objects[0].chunk is not cascade.previous or not _measure(cascade, objects[0], chunk):
        return False
    chunk.first = objects.pop().first  # "was two metres deep", "closed 0.7 % higher"
    cascade.np = None
    return True


def _postponed(cascade: Cascade, np: Phrase, chunk: Chunk) -> bool:
    """Tell whether an adjective stands behind its noun: `anything wrong`, `those responsible`, `the only man able`."""
    if cascade.word(np.chunk) in word_class("indefinite"):
        return True
    plural = cascade.tokens[np.head].tag in ("NNS", "NN") and not np.time
    return plural and chunk.shape == "j" and cascade.word(chunk) in word_class("postponed")


def _with_its_preposition(cascade: Cascade, np: Phrase, chunk: Chunk) -> bool:
    """Tell whether an adjective and the preposition that it takes stand behind a noun: `data related to photos`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if np.pronoun or np.time or not behind or behind[0].kind != g.PREPOSITION or len(chunk.shape) != 1:
        return False
    verb = cascade.clause.verb
    if verb is None or (verb_frame(cascade.lemma(verb)).predicative >= 4 and np.preposition != "according to"):
        return False
    if cascade.clause.passive and np.preposition is None:
        return False
    return f"{cascade.word(chunk)} {cascade.word(behind[0])}" in word_class("takes-preposition")


def _absolute(cascade: Cascade, np: Phrase, chunk: Chunk) -> bool:
    """Tell whether an adjective behind *with* and a noun phrase says what that is: `with two still missing`."""
    if np.chunk is not cascade.previous or np.pronoun or cascade.clause.verb is None:
        return False
    own = np.chunk.shape[0] in "dp" and chunk.first == np.last and chunk.shape[-1] == "j"
    behind = cascade.following()
    if own and (behind is None or behind.kind in (g.COMMA, g.PREPOSITION, g.STOP, g.CONJUNCTION)):
        return True  # "pitched with his sock bloody"
    if np.start <= cascade.clause.verb.last or cascade.tokens[np.start - 1].text != ",":
        return False
    return all(token.tag == "RB" for token in cascade.tokens[np.last : chunk.first])


def _described(cascade: Cascade, role: str) -> bool:
    """Tell whether *as* says how something is called or seen: `is described as white`; no *as early as June*."""
    verb, at = cascade.clause.verb, cascade.at + 1
    if role != "as" or verb is None:
        return False
    marked = cascade.tokens[cascade.chunks[cascade.at].first - 1].text in QUOTES  # "was classified as “sensitive”"
    if not marked and not _called(cascade, cascade.clause):
        return False
    return at >= len(cascade.chunks) or cascade.word(cascade.chunks[at]) != "as"


def _called(cascade: Cascade, clause: Clause) -> bool:
    return clause.verb is not None and verb_takes(cascade.lemma(clause.verb), "as") >= 12


def _measure(cascade: Cascade, phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a number with its unit says how much more or how high, deep, long ... something is."""
    word = cascade.tokens[chunk.head]
    some = cascade.tokens[phrase.first].lower == "a"
    if some and cascade.tokens[phrase.head].lower in ("bit", "little", "lot", "tad"):
        return phrase.last == chunk.first  # "is a little bit insulting"
    share = cascade.tokens[phrase.head].lower in ("%", "percent") and phrase.chunk.shape.strip("w") == "cn"
    if share and chunk.shape == "j":
        return True  # "is 94% effective"
    degree = cascade.tokens[chunk.first].lower in ("less", "more")
    compared = degree or word.tag in ("JJR", "RBR") or word.lower in word_class("dimensions")
    counted = "c" in phrase.chunk.shape and "ch" not in phrase.chunk.shape  # but "hit a four-year high earlier"
    return counted and compared and not phrase.pronoun


def _than_usual(cascade: Cascade, chunk: Chunk) -> bool:
    """Let *than usual* go with the verb: `closed earlier than usual`."""
    opener, clause = cascade.preposition, cascade.clause
    if opener is None or opener[0] != "than" or clause.verb is None or cascade.word(chunk) not in word_class("norms"):
        return False
    clause.arguments.append(("than", Phrase(chunk, "than", opener[1].first)))
    cascade.preposition = None
    return True
