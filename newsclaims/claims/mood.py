"""The modalities that a clause has by words of its own: modals, adverbs, questions and inverted conditions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsclaims.claims.polarity import phrase_negated
from newsclaims.claims.vocabulary import word_class
from newsclaims.model import Modality
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import QUOTES, Clause
from newsclaims.syntax.clauses_of_saying import if_and_how
from newsclaims.syntax.parse import Parse
from newsclaims.words.complements import NOT, kind, reading
from newsclaims.words.frames import noun_frame
from newsclaims.words.sentence import Token

WEAK: Final[dict[str, Modality]] = {"modal planned": "planned", "modal conditional": "conditional"}
"""*Will* and *would* give way to what else is said: `will have to`, `would try to`."""
_FAR: Final = 200
"""Tokens within which a sentence's question mark is looked for."""
_NOUN: Final = 6
"""Tokens of a noun phrase behind *what* in an exclamation."""
_NEAR: Final = 40
"""Tokens within which *either* stands before its verb."""
_SUPPOSING: Final = frozenset({"had", "should", "were"})


def modals(verb: Chunk, clause: Clause, tokens: list[Token]) -> Iterator[str]:
    """Yield the readings of the modals and adverbs in and beside a verb chunk of a clause, from left to right."""
    supposed = supposes(clause, tokens)
    if tokens[verb.head].lemma == "help" and verb.last < len(tokens) and tokens[verb.last].lower == "but":
        return  # "could not help but smile"
    for at in range(max(0, verb.first - 1), _last(verb, clause, tokens)):
        token = tokens[at]
        has = token.tag == "MD" or (token.lower == "need" and at + 1 < len(tokens) and tokens[at + 1].tag == "RB")
        if has and at >= verb.first and not supposed and "m" in verb.shape:
            says = reading(token.lower, "modal") or "possible"
            if says in ("planned", "conditional"):
                yield f"modal {says}"
            elif token.lower in ("must", "should") and _concludes(token.lower, verb, clause, tokens):
                yield "possible"
            elif token.lower != "could" or not _perceives(clause, tokens):
                yield says
        elif token.tag[:2] == "RB":
            found = reading(token.lower, "adverb")
            if found is not None and found != NOT:
                yield found


def _last(verb: Chunk, clause: Clause, tokens: list[Token]) -> int:
    """Return where the adverbs behind a verb end: `is probably dead`."""
    last = verb.last
    while last < len(tokens) and last < verb.last + 3 and tokens[last].tag == "RB" and clause.copular:
        last += 1
    return last


def opening(clause: Clause, tokens: list[Token], above: Clause | None) -> Iterator[str]:
    """Yield the readings of adverbs before the subject, and before who did it: `Perhaps he left`, `perhaps by him`.

    ``above`` is the clause that reports this one, if any.
    """
    before = [tokens[one.start - 1] for role, one in clause.arguments if role == "by" and clause.passive and one.start]
    above = above or clause.parent
    source = above if above is not None and _inserted(above, tokens) else clause
    if source is not clause or not _inserted(clause, tokens):  # "Perhaps, he said, it works": not perhaps said
        subject = source.subject
        if source.finite and subject is not None and source.first < subject.first <= source.first + 3:
            before += tokens[source.first : subject.first]
    for token in before:
        found = reading(token.lower, "adverb")
        if found is not None and found != NOT:
            yield found


def _inserted(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether an adverb stands before a clause between the commas of what it governs: `Perhaps, he said, …`."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or not subject.first or not any(role == "that" for role, _ in clause.content):
        return False
    told = any(reading(token.lower, "adverb") is not None for token in tokens[clause.first : subject.first])
    return told and verb.last < len(tokens) and tokens[subject.first - 1].text == tokens[verb.last].text == ","


def _perceives(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *could* says what was so: `could hear shots`, `could be seen leaving`, `could tell she was ill`."""
    verb = clause.verb
    assert verb is not None
    lemma = tokens[verb.head].lemma
    if verb.shape[1:2] in ("a", "H") or clause.governors:
        return False  # "could have been seen"
    if lemma in word_class("perceiving") and (lemma == "hear" or clause.passive):
        return True
    subject = clause.subject
    if subject is None or "o" in verb.shape or phrase_negated(subject, tokens):
        return False
    if lemma == "sense":
        return True
    known = any(role in ("that", "wh") for role, _ in clause.content)
    if lemma not in ("see", "tell") or tokens[subject.head].lower not in ("he", "i", "one", "she", "they", "we", "you"):
        return False
    if lemma == "tell" or not clause.objects:
        return known and not clause.objects
    thing = clause.objects[0]  # "could see the fear in her eyes", but "could see prices rise", "could see it closed"
    still = all(role in word_class("temporal") for role, _ in clause.content) and thing.modifier is None
    still = still and not any(phrase.time for _, phrase in clause.arguments)
    return still and tokens[thing.first].lower in word_class("known-things")


def _concludes(word: str, verb: Chunk, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *must* or *should* says what is likely, not what is due: `She must have seen it`.

    `The van should deliver 200 miles`, `The lift should prove useful`, `He must be joking`; not `Staff must have left`.
    """
    subject = clause.subject
    if subject is None or "o" in verb.shape:
        return False
    head, last = tokens[subject.head], tokens[verb.head]
    if word == "should":
        lemma = "be able" if _enabled(clause, tokens) else last.lemma
        known = head.lower in ("it", "that", "this") or (head.tag in ("NN", "NNS") and not _person(head.lemma))
        return known and verb.shape[:2] in ("mb", "mu") and lemma in word_class("expected-of-things")
    if ("u" in verb.shape or "ax" in verb.shape) and last.tag == "VBG":
        return True
    if verb.shape.endswith("ax") and head.tag == "NN" and clause.adjective is not None:
        return True  # "The driver must have been tired"
    if len(verb.shape) < 3 or "a" not in verb.shape[1:3] or last.tag != "VBN":
        return False
    return head.tag in ("NNP", "EX") or head.lower in ("he", "i", "it", "she", "somebody", "someone", "something", "we")


def _enabled(clause: Clause, tokens: list[Token]) -> bool:
    return clause.copular and clause.adjective is not None and tokens[clause.adjective.head].lower == "able"


def _person(lemma: str) -> bool:
    """Tell whether a noun is mostly somebody rather than something."""
    return (noun_frame(lemma).who or 0) >= 30


def supposes(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether an auxiliary before the subject opens a condition: `Should it fail, he will go`."""
    if not clause.question or clause.verb is None or (clause.opener == kinds.WH and clause.word != "that"):
        return False  # but "said that had he stayed, she would have left"
    first = (clause.governors[0] if clause.governors else clause.verb).first
    if first and tokens[first - 1].lower in ("again", "before", "never", "nor", "rarely", "seldom", "sooner"):
        return False  # "Never before had the town seen it"
    if first > 1 and (tokens[first].lower == "were" or (tokens[first].lower == "had" and not clause.governors)):
        return False  # "most telling were the shows", "that had an effect"
    return tokens[first].lower in _SUPPOSING and not _ends_as_question(clause, tokens)


def decrees(lemma: str) -> bool:
    """Tell whether a vote itself does what the verb says: `voted to censure him`, but `voted to close the school`."""
    return lemma in word_class("decrees")


def modal(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a modal opens the verb group of a clause."""
    return any(tokens[chunk.first].tag == "MD" for chunk in (*clause.governors, clause.verb) if chunk is not None)


def commands(clause: Clause) -> bool:
    """Tell whether a clause is an imperative: what hangs on it is asked for, `Make sure that the door is locked`."""
    if clause.verb is None or clause.verb.kind != g.BARE or clause.governors:
        return False
    if clause.rule == "claims.coordinated-infinitive" and clause.shares is not None:
        return commands(clause.shares)  # "When you drive, go slow and be sure that you have a map"
    outer = clause.parent
    if outer is not None and _bids(clause, outer):
        return True
    if clause.subject is not None or clause.shares is not None:
        return False
    return outer is None or (outer.verb is None and outer.subject is None) or commands(outer)


def _bids(clause: Clause, outer: Clause) -> bool:
    """Tell whether a bare verb is a command behind a clause that says when: `If you drink, make sure you eat`."""
    apart = outer.parent is None or outer.parent.verb is None
    when = outer.opener == kinds.SUB and apart and outer.word in ("if", "unless", "when", "whenever")
    return when and outer.verb is not None and clause.rule == "claims.subject-control" and clause.silent


def _ends_as_question(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether the next sign that ends a sentence is a question mark; not one inside it, `a goodbye? hug`."""
    verb = clause.verb
    assert verb is not None
    for at in range(verb.last, min(len(tokens), verb.last + _FAR)):
        token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        inside = token.text not in ":;" and behind is not None and behind.text.isalpha() and behind.text.islower()
        if token.text in (".", "?", "!", ":", ";") and not inside:
            return token.text == "?"
    return False


def asked(clause: Clause, tokens: list[Token], quoted: bool) -> bool:
    """Tell whether the clause is a question of its own, in a sentence with a question mark.

    ``quoted`` says that somebody asks in it: what stands before is none then, `I thought, why would he go?`
    """
    if not clause.question and clause.opener == kinds.MAIN and (quoted or _introduces(clause, tokens)):
        return clause.owner().question and _ends_as_question(clause, tokens)
    asks = clause.question or clause.opener in (kinds.MAIN, kinds.WH)
    if asks and not clause.question and _exclaims(clause, tokens):
        return False
    return asks and _ends_as_question(clause, tokens)


def _introduces(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a verb has a comma or colon and a mark behind it: `He added, “You want that?”`"""
    assert clause.verb is not None
    behind = tokens[clause.verb.last : clause.verb.last + 2]
    return len(behind) == 2 and behind[0].text in ",:" and behind[1].text in QUOTES


def awaits(clause: Clause, parent: Clause, tokens: list[Token]) -> bool:
    """Tell whether how something goes is the subject of what will be: `How they react will be the test`.

    Also whether it goes at all is open: `asked if and how it works`.
    """
    if clause.first > 1 and if_and_how(tokens, clause.first - 1):
        return True
    verb, outer = clause.verb, parent.verb
    assert verb is not None and outer is not None
    ahead = verb.last <= outer.first and tokens[clause.first - 1].lower != "matter" and tokens[outer.first].tag == "MD"
    return ahead and tokens[(clause.governors[0] if clause.governors else verb).first].tag in ("VBP", "VBZ")


def _exclaims(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *what a* stands close before the subject: `What a mess we are in`."""
    subject = clause.subject
    if subject is None or subject.first < 3:
        return False
    near = [token.lower for token in tokens[max(0, subject.first - _NOUN) : subject.first]]
    return any(one == "what" and two in ("a", "an") for one, two in pairwise(near))


def reporting(parse: Parse) -> dict[int, Clause]:
    """Return the clause of saying behind what is said, by the identity of each clause that it covers.

    It covers those that *and* joins: `Reed was charged, and Holt was fined, police said`.
    """
    told = [(role, inner, clause) for clause in parse.clauses for role, inner in clause.content]
    found = {id(inner): clause for role, inner, clause in told if role == "reported"}
    for role, inner, clause in told:
        if role == "that" and inner.opener == kinds.MAIN and _inserted(clause, parse.tokens):
            found[id(inner)] = clause  # "Perhaps, he said, it works"
    for clause in parse.clauses:
        above = found.get(id(clause.beside)) if clause.beside is not None else None
        if above is None or above.verb is None or clause.verb is None:
            continue
        if clause.verb.first < above.verb.first:
            found.setdefault(id(clause), above)
    return found


def alternatives(parse: Parse) -> frozenset[int]:
    """Return the clauses of which one or the other is so: `Either the pilot lied or the tower did`."""
    tokens, found = parse.tokens, set[int]()
    first: Clause | None = None
    for clause in parse.clauses:
        assert clause.verb is not None
        joined = any(tokens[max(0, at - 1)].lower == "or" for at in (clause.first, clause.verb.first))
        if first is not None and joined:
            found |= {id(first), id(clause)}
        if any(token.lower == "either" for token in tokens[clause.first : clause.verb.head][:_NEAR]):
            first = clause
    return frozenset(found)


def is_quoted_question(clause: Clause) -> bool:
    """Tell whether a question is what somebody says or thinks: `I thought, why would he go?`"""
    return (
        clause.question and clause.opener == kinds.WH and clause.parent is not None and clause.parent.verb is not None
    )


def sent(strong: tuple[str, ...], noun: str, verb: Chunk) -> tuple[str, ...]:
    """Return the modalities that reach what a message says: `urged them to send a message that the city cares`."""
    told = verb.kind == g.INFINITIVE and kind(noun, "noun:that") == "reporting"
    return tuple(one for one in strong if one != "asked") if told else strong


def bare(clause: Clause) -> bool:
    """Tell whether a clause has a bare infinitive: `had the cook leave`."""
    first = clause.governors[0] if clause.governors else clause.verb
    return first is not None and first.kind == g.BARE
