"""Adverbs and adjectives: what says how, how much and how often, and what somebody or something is said to be."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import continued
from newsclaims.syntax.adjectives import take_measure
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Phrase, lengthen
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame


def adverb(cascade: Cascade, chunk: Chunk) -> bool:
    """*From there*, *until now*: the adverb is what the preposition governs; *so* before a subject opens a clause."""
    if chunk.shape == "w" and continued.paired(cascade, chunk):
        return True
    if cascade.comma and cascade.word(chunk) == "yet" and cascade.conjunction is None and _subject_follows(cascade):
        chunk.kind = g.CONJUNCTION  # "It is late, yet we are working"
        return True
    if cascade.comma and cascade.word(chunk) == "then" and cascade.clause.word == "if":
        cascade.clause, cascade.np = cascade.fronted() or cascade.clause, None  # "If you hate it, then why buy it?"
    if chunk.shape == "R" and cascade.word(chunk) == "else" and cascade.np is not None:
        lengthen(cascade.np, chunk.last)  # "had nothing else lined up"
        return True
    if chunk.shape == "r" and cascade.word(chunk) == "alone" and _by_itself(cascade, chunk):
        return True
    if cascade.word(chunk) == "beyond" and cascade.conjunction is not None and cascade.np is not None:
        lengthen(cascade.np, chunk.last)  # "in Lowton and beyond"
        cascade.conjunction = None
        return True
    if cascade.word(chunk) in word_class("left-over") and _with(cascade, chunk):
        return True
    following = (
        cascade.following() if cascade.clause.verb is not None and cascade.word(chunk) in ("so", "too") else None
    )
    if following is not None and cascade.tokens[following.first].lower in ("few", "little", "many", "much"):
        following.first = chunk.first  # "showed so much support", "gives them too much power"
        return True
    beside = following is not None and following is cascade.chunks[cascade.at + 1] and following.kind in g.NOUNS
    if beside and cascade.word(chunk) == "so" and cascade.tokens[chunk.head - 1].lower != "or":  # "50 or so men"
        meant = cascade.clause.content if not cascade.comma else []  # "build ladders so every child can climb"
        meant.append(("so", cascade.push(kinds.SUB, chunk.head, "so")))
        cascade.np = None
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    last = cascade.tokens[chunk.last - 1].lower
    if behind is not None and behind.kind == g.NOUN and behind.shape[0] in "c$" and _of_amount(cascade, chunk, last):
        behind.first, behind.shape = chunk.first, "r" + behind.shape  # "was trading | up 0.4 %", "down well over 60 %"
    elif cascade.preposition is not None:
        if cascade.preposition[0] == "than" and cascade.clause.verb is not None:
            if behind is not None and behind.kind == g.PARTICIPLE and behind.shape in ("e", "l"):
                chunk.last, behind.kind = behind.last, g.OTHER  # "is larger than first reported"
            cascade.clause.arguments.append(("than", Phrase(chunk, "than", cascade.preposition[1].first)))
            cascade.preposition = None  # "is better than ever"
        elif _particle(cascade, chunk):
            cascade.preposition = None
            cascade.clause.adverbs.append(Phrase(chunk))  # "claims are coming in | more slowly"
        elif cascade.word(chunk) in word_class("places") or _governed(cascade) or _at_first(cascade, chunk):
            _told(cascade, chunk, *cascade.preposition)
            cascade.preposition = None  # "from there", "At first, ..."
    elif behind is not None and _times(cascade, chunk, behind, last):
        behind.first, behind.shape = chunk.first, "r" + behind.shape  # "carried 340 people, almost twice its capacity"
    elif _elsewhere(cascade, chunk):
        lengthen(cascade.np or Phrase(chunk), chunk.last)  # "called on voters abroad to take part"
    elif (much := _how_much(cascade, chunk, last)) or (not _measured(cascade, chunk) and _of_verb(cascade, chunk)):
        if much:
            cascade.clause.objects.append(Phrase(chunk))  # "must do more"
        else:
            take_measure(cascade, chunk)
            cascade.clause.adverbs.append(Phrase(chunk))
        if last == "enough" and behind is not None and behind.kind == g.INFINITIVE:
            chunk.kind = g.OTHER  # "held firmly enough to convince them"
    return True


def _how_much(cascade: Cascade, chunk: Chunk, last: str) -> bool:
    """Tell whether an adverb of degree right behind *do* or the like is what one does, needs or has: `need more`."""
    clause, said = cascade.clause, [token.lower for token in cascade.tokens[chunk.first : chunk.last - 1]]
    if clause.verb is None or cascade.previous is not clause.verb or clause.objects or clause.passive:
        return False
    if clause.gap in ("open", "zero") or not word_class("how-very").issuperset(said):
        return False  # "did well enough", "the peace they want so much"
    behind = next((one.kind for one in cascade.chunks[cascade.at + 1 : cascade.at + 2]), g.STOP)
    alone = clause.verb.last == chunk.first and behind in (g.STOP, g.PREPOSITION, g.SUBORDINATOR, g.COMMA)
    return alone and last in word_class("how-much") and cascade.lemma(clause.verb) in word_class("having-much")


def _by_itself(cascade: Cascade, chunk: Chunk) -> bool:
    """Take *alone* into the subject or prepositional phrase right before it: `Police alone`, `in France alone`."""
    np = cascade.np
    if np is None or np.last != chunk.first or np.pronoun or (cascade.clause.verb is not None and not np.preposition):
        return False
    lengthen(np, chunk.last)
    return True


def _with(cascade: Cascade, chunk: Chunk) -> bool:
    """Take *left*, *away* and the like into the phrase with *with* before: `with the vote a week away`."""
    np, arguments = cascade.np, cascade.clause.arguments
    if np is not None and len(arguments) > 1 and arguments[-1][1] is np and np.time and np.preposition is None:
        host = arguments[-2][1]
        apart = cascade.tokens[host.last : np.first]
        if host.preposition == "with" and len(apart) < 2 and all(token.tag == "RB" for token in apart):
            np = cascade.np = host
            arguments.pop()
    elif np is None or np.last != chunk.first:
        return False
    if np.preposition != "with":
        return False
    lengthen(np, chunk.last)
    return True


def _subject_follows(cascade: Cascade) -> bool:
    """Tell whether a noun phrase and its finite verb stand right behind an adverb between clauses."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    return len(behind) == 2 and behind[0].kind in g.NOUNS and behind[1].kind == g.FINITE


def _elsewhere(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adverb of place goes with the people right before it: their verb moves nobody."""
    np, verb = cascade.np, cascade.clause.verb
    if np is None or verb is None or cascade.word(chunk) not in word_class("elsewhere") or np.last != chunk.first:
        return False
    moves = cascade.lemma(verb) in word_class("sending") or cascade.lemma(verb) in word_class("moving")
    plural = cascade.tokens[np.head].tag == "NNS" and animate(cascade, np) > 0
    return plural and not moves and cascade.lemma(verb) in word_class("addressing")


def _times(cascade: Cascade, chunk: Chunk, behind: Chunk, last: str) -> bool:
    """Tell whether an adverb behind a comma multiplies the noun phrase behind it: `, twice its size`, `, more than`."""
    previous = cascade.previous
    apart = previous is not None and previous.kind == g.COMMA and cascade.conjunction is None
    if not apart or behind.kind != g.NOUN or behind.shape[0] not in "dkp" or behind.first != chunk.last:
        return False
    return last in ("double", "half", "than", "thrice", "twice") and cascade.clause.verb is not None


def _of_amount(cascade: Cascade, chunk: Chunk, last: str) -> bool:
    """Tell whether an adverb chunk says something of the amount behind it: `down nearly`, `up more than`."""
    than = last == "than" and cascade.tokens[chunk.last - 2].lower in ("less", "more")
    first = cascade.tokens[chunk.first].lower  # "were down close to 2%"
    return last in word_class("of-amounts") or first in word_class("of-amounts") or than


def _told(cascade: Cascade, chunk: Chunk, role: str, opener: Chunk) -> None:
    """Tell when or from where with an adverb behind its preposition: `has grown since | then`, `left from | here`."""
    np, clause, tokens = cascade.np, cascade.clause, cascade.tokens
    if role not in word_class("before-adverbs") or tokens[opener.first - 1].tag == "HYPH":
        return  # "at best", "a come-from-behind win"
    if role in ("at", "for") and tokens[chunk.last - 1].lower != ("first" if role == "at" else "long"):
        return  # "For once, it rained"
    behind = cascade.chunks[cascade.at + 1].kind if cascade.at + 1 < len(cascade.chunks) else g.STOP
    if behind == g.CONJUNCTION or (behind in g.VERBS and clause.verb is not None and clause.verb.last == opener.first):
        return  # "from home and abroad"; "has by then sold it" tells it in the verb
    if np is not None and np.last == opener.first and (clause.verb is None or np.time):
        lengthen(np, chunk.last)  # "two years from now"
        return
    phrase = Phrase(chunk, role, opener.first)
    phrase.first = opener.first if role == "by" else phrase.first
    clause.arguments.append(("time" if role == "by" else role, phrase))  # no agent: "was sold by then"


def _governed(cascade: Cascade) -> bool:
    """Tell whether an adverb right behind a preposition is all that it governs: nothing else follows."""
    opener = cascade.preposition
    if opener is None or cascade.chunks[cascade.at - 1] is not opener[1] or cascade.at + 1 == len(cascade.chunks):
        return False
    return cascade.chunks[cascade.at + 1].kind in (g.COMMA, g.STOP)


def _particle(cascade: Cascade, chunk: Chunk) -> bool:
    """Let a preposition between a verb and an adverb that ends the clause be the verb's particle, `came in slowly`."""
    opener, verb = cascade.preposition, cascade.clause.verb
    if opener is None or verb is None or opener[1].first != verb.last or not _governed(cascade):
        return False
    particle = opener[0] in ("along", "down", "in", "off", "on", "out", "over", "up") and verb.shape[-1] != "R"
    if not particle or cascade.tokens[chunk.last - 1].lower[-2:] != "ly":
        return False
    verb.last, verb.shape = opener[1].last, verb.shape + "R"
    return True


def _at_first(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether *at* and an adverb are one adverb: `At first the board refused`, `at best`."""
    opener = cascade.preposition
    return opener is not None and opener[0] == "at" and cascade.word(chunk) in word_class("behind-at")


def _measured(cascade: Cascade, chunk: Chunk) -> bool:
    """Let a time right before *ago*, *later*, *earlier* go with it: `two years later`."""
    if cascade.word(chunk) not in word_class("from-then"):
        return False
    arguments = cascade.clause.arguments
    for phrase in (cascade.np, arguments[-1][1] if arguments else None):
        if phrase is not None and phrase.time and phrase.last == chunk.first:
            phrase.last = chunk.last
            return True
    return False


def _before_noun(cascade: Cascade) -> bool:
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    return behind is not None and behind.kind == g.NOUN and behind.shape[-1] not in "TZ"


def _of_verb(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adverb behind the verb says how, how often, how much, where: `does not work well`.

    What only links or comments (*also*, *however*, *allegedly*: table sentence_adverbs) and what stands before another
    verb is none.
    """
    if cascade.clause.verb is None or chunk.shape[0] in "oi":
        return False
    joined = cascade.conjunction is not None
    if not joined and cascade.comma and cascade.at + 1 < len(cascade.chunks):
        joined = cascade.word(cascade.chunks[cascade.at + 1]) in NOMINATIVE
    apart = cascade.comma and [one.kind for one in cascade.chunks[cascade.at + 1 : cascade.at + 2]] == [g.COMMA]
    if apart and not joined and not cascade.clause.finite and cascade.awaiting() is not None:
        return False  # "The guards placed there, oddly enough, cheered"
    if joined and _subject_follows(cascade):
        return False  # "took small loans, but now we do not", "If it fails, legally he must go"
    np = cascade.np
    if (
        np is not None
        and np.chunk is cascade.previous
        and (np.link == "comma" or (np.host and np.host.link == "comma"))
    ):
        return False  # "17 people were hurt, three of them seriously"
    said = [token.lower for token in cascade.tokens[chunk.first : chunk.last]]
    if cascade.comma and said[0] in word_class("states") and _before_noun(cascade):
        return False  # "replaced by Ann Lund, currently head of its American arm"
    comments = words("syntax", "sentence_adverbs")
    if said == ["otherwise"] and verb_frame(cascade.lemma(cascade.clause.verb)).that >= 12:
        return True  # "suggested otherwise"
    if said == ["so"] and cascade.lemma(cascade.clause.verb) == "do":
        return True  # "was kept from doing so"
    if said == ["even"] and cascade.lemma(cascade.clause.verb) == "break":
        return True  # "expected it to break even"
    if not said[0][0].isalnum() or " ".join(said) in comments or comments.issuperset(said):
        return False
    adjective = cascade.clause.adjective
    if said == ["enough"] and adjective is not None and adjective.last == chunk.first:
        adjective.last = chunk.last
        return False
    behind = cascade.chunks[cascade.at + 1].kind if cascade.at + 1 < len(cascade.chunks) else g.STOP
    if said == ["yet"] and behind == g.INFINITIVE:
        return False  # "has yet to arrive"
    placed = said == ["next", "door"] or said[-1] in word_class("whereabouts")
    if behind == g.FINITE and not cascade.conjunction and not cascade.comma and cascade.awaiting() is not None:
        aside = cascade.clause.opener == kinds.RELATIVE and said[0].endswith("ly")
        within = cascade.previous is cascade.clause.verb and said[-1] not in word_class("before-verbs")
        apart = cascade.chunks[cascade.at + 1].shape[0] in "mBHD" or placed
        return apart and (aside or within)  # "Those who cross it illegally will be sent", "who paid twice is"
    placed = placed and behind == g.PARTICIPLE and cascade.previous is cascade.clause.verb
    return placed or behind not in (g.FINITE, g.BARE, g.PARTICIPLE, g.ING)
