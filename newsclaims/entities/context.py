"""What stands beside a name and tells its type: its kind, what it owns, what is published in it, who plays."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.lexicon import first_names, gazetteer, kinds, titles, word_class
from newsclaims.entities.names import Name
from newsclaims.entities.roles import LONGEST, is_inside
from newsclaims.rule import rule


def kind_beside(name: Name) -> str | None:
    """A noun right before a name or in apposition after it says what it is: `the carmaker Veloce`, `Homs, a city`.

    Not the noun of another phrase: a comma or a verb between them ends it.
    """
    tokens = name.sentence.tokens
    before = name.first - 1
    if before > 0 and tokens[before].lower in word_class("naming"):
        before -= 2 if tokens[before - 1].tag == "RB" else 1  # `a startup named Ondara`
    if before >= 0 and tokens[before].tag in ("NN", "NNP"):
        found = kinds().get(tokens[before].lower)
        if found:
            return found
    listed = _listed(name)
    if listed:
        return listed
    position = name.last
    closed = position < len(tokens) and (tokens[position].text == "," or tokens[position].tag in ("VBD", "VBZ", "."))
    if closed and name.first > 1 and tokens[name.first - 1].text == "," and tokens[name.first - 2].tag == "NN":
        return kinds().get(tokens[name.first - 2].lower)  # `the union, Unity Rail,`
    if closed and name.first > 3 and tokens[name.first - 1].text == ",":
        return _told_apart(name)
    if position + 2 >= len(tokens) or tokens[position].text != "," or tokens[position + 1].tag != "DT":
        return None
    position += 2
    limit = min(len(tokens), position + LONGEST)
    while position < limit and is_inside(tokens[position]) and tokens[position].tag != ":":
        position += 1
    return kinds().get(tokens[position - 1].lower)


rule("entities.kind-noun")(kind_beside)


def _told_apart(name: Name) -> str | None:
    """Return the kind that stands before a relative clause and the name: `The group that owns it, Acme, said`."""
    tokens = name.sentence.tokens
    for at in range(name.first - 3, max(0, name.first - 2 * LONGEST), -1):
        if tokens[at].lower in ("that", "which") and tokens[at - 1].tag == "NN":
            return kinds().get(tokens[at - 1].lower) if at > 1 and tokens[at - 2].tag in ("DT", "JJ") else None
        if tokens[at].text == ",":
            return None
    return None


def _listed(name: Name) -> str | None:
    """Return the kind that a list tells: `Costmart and other retail giants`, `carmakers such as Veloce`."""
    tokens = name.sentence.tokens
    first, last = name.first, name.last
    if last + 2 < len(tokens) and tokens[last].text in ("and", "or") and tokens[last + 1].text == "other":
        at = last + 2
        limit = min(len(tokens), at + LONGEST)
        while at < limit and is_inside(tokens[at]):
            at += 1
        return kinds().get(tokens[at - 1].lemma) if tokens[at - 1].tag == "NNS" else None
    at = first - 1
    while at > max(2, first - 2 * LONGEST) and (tokens[at].text in _ENUMERATING or tokens[at].tag in ("NNP", "NNPS")):
        at -= 1  # `firms such as Veloce, Ondara and Teel`
    at -= tokens[at].text == "as"
    if (
        at < 1
        or tokens[at].text not in ("such", "including")
        or (tokens[at].text == "such") != (tokens[at + 1].text == "as")
    ):
        return None
    at -= 2 if tokens[at - 1].text == "," else 1
    return kinds().get(tokens[at].lemma) if at >= 0 and tokens[at].tag == "NNS" else None


_ENUMERATING: Final = frozenset({",", "and", "or", "&", "-"})
_CLOSING: Final = frozenset({'"', "”", "’", "'", "''", "»"})
_OPENING: Final = frozenset({'"', "“", "‘", "'", "``", "«"})


def work(name: Name) -> bool:
    """A name of several words alone in quotation marks is that of a work: `her novel “The Glass Orchard”`."""
    tokens = name.sentence.tokens
    before, last = name.first - 1, name.last
    if len(name.words) < 2 or tokens[name.first].text in first_names() or name.key in gazetteer():
        return False
    if before > 0 and tokens[before].lower in ("the", "a", "an"):
        before -= 1
    if before < 0 or tokens[before].text not in _OPENING or last >= len(tokens):
        return False
    if tokens[last].text in (",", ".") and last + 1 < len(tokens):
        last += 1
    return tokens[last].text in _CLOSING


rule("entities.quoted-title")(work)


def state_owner(name: Name) -> str | None:
    """What has a foreign minister, an army, a border or a capital is a place: `Kalvenia's army`, `capital of Tarsk`.

    So are two that sign a treaty, `Velmora and Norvik signed a treaty`, and a valley, `the Kelm valley`.  Not somebody
    with a first name: `Peter Novak's army`; `'s president` and `'s government` tell nothing, for a company has the one
    and a person the other.
    """
    tokens = name.sentence.tokens
    if tokens[name.first].text in first_names():
        return None
    if name.first > 1 and tokens[name.first - 1].lower == "of" and tokens[name.first - 2].lower == "capital":
        return "place"
    if _signs(name) or _governed(name):
        return "place"
    position = name.last
    landform = position < len(tokens) and tokens[position].text in word_class("landforms")
    if landform and name.first and len(name.words) < 3:
        before = tokens[name.first - 1]
        if before.lower == "the" or before.tag in ("JJ", "VBN"):
            return "place"
    if position + 1 >= len(tokens) or tokens[position].tag != "POS":
        return None
    owned = tokens[position + 1]
    after = tokens[position + 2].lower if position + 2 < len(tokens) else ""
    if owned.lower in word_class("state-offices") and after in ("minister", "ministry"):
        return "place"
    return "place" if owned.lower in word_class("state-things") else None


rule("entities.state-owner")(state_owner)


def _governed(name: Name) -> bool:
    """Return whether a name is one of several with a government each: `the governments of Velmora and Norvik`."""
    tokens = name.sentence.tokens
    of = name.first - 1
    if of > 2 and tokens[of].text == "and" and tokens[of - 1].tag == "NNP":
        of -= 2
        while of > 1 and tokens[of].tag == "NNP":
            of -= 1
    return of > 0 and tokens[of].text == "of" and tokens[of - 1].lower in word_class("parts-of-lands")


def _signs(name: Name) -> bool:
    """Return whether two names sign a treaty: `Velmora and Norvik signed a treaty`, `a treaty with Norvik`."""
    tokens = name.sentence.tokens
    first, last = name.first, name.last
    if first > 1 and tokens[first - 1].text in ("with", "between") and tokens[first - 2].lower in word_class("pacts"):
        return True
    if first > 1 and tokens[first - 1].text == "and" and tokens[first - 2].tag in ("NNP", "NNPS"):
        verb = last
    elif last + 2 < len(tokens) and tokens[last].text == "and" and tokens[last + 1].tag in ("NNP", "NNPS"):
        verb = last + 2
    else:
        return False
    if verb >= len(tokens) or tokens[verb].lower not in word_class("signing"):
        return False
    return any(token.lower in word_class("pacts") for token in tokens[verb + 1 : verb + 6])


def _closed(name: Name) -> bool:
    """Return whether a name ends its clause or an apposition follows."""
    tokens = name.sentence.tokens
    return name.last >= len(tokens) or tokens[name.last].text in (",", ".", ";")


_COPULAS: Final = frozenset({"is", "was", "became", "remains", "remained"})


def kind_predicated(name: Name) -> str | None:
    """What a name is said to be: `Brenz is the capital of Ostrava`, `Talva is one of the longest rivers`.

    Not somebody with a first name, and not a noun that only qualifies another: `Brenz is a town official`.
    """
    tokens = name.sentence.tokens
    position = name.last
    before = name.first - 1
    if before > 1 and tokens[before].lower in _COPULAS and tokens[before - 1].tag == "NN":
        if tokens[name.first].text not in first_names() and _closed(name):
            return kinds().get(tokens[before - 1].lower)  # `His first firm was Quillio`
        return None
    if position + 2 >= len(tokens) or tokens[position].lower not in _COPULAS:
        return None
    if tokens[name.first].text in first_names() or (name.first and tokens[name.first - 1].tag in ("IN", "CC", "POS")):
        return None
    position += 1
    if tokens[position].text == "one" and tokens[position + 1].text == "of":
        position += 2
    if position + 1 >= len(tokens) or tokens[position].tag not in ("DT", "PRP$"):
        return None
    position += 1
    limit = min(len(tokens), position + LONGEST)
    first = position
    while position < limit and is_inside(tokens[position]) and tokens[position].tag != ":":
        position += 1
    if position == first:
        return None
    head = tokens[position - 1]
    return None if head.lower in word_class("loose-kinds") else kinds().get(head.lower) or kinds().get(head.lemma)


rule("entities.kind-predicate")(kind_predicated)


def journal(name: Name) -> str | None:
    """What a study is published in is a journal, a body, unless it is a known place: `published in Nature`."""
    tokens = name.sentence.tokens
    before = name.first - 1
    if before > 0 and tokens[before].lower == "the":
        before -= 1
    if before < 1 or tokens[before].text != "in" or name.key in gazetteer():
        return None
    verb = tokens[before - 1]
    if verb.tag in ("RB", "NNP", "NN") and before > 1:
        verb = tokens[before - 2]
    return "organization" if verb.lower == "published" else None


rule("entities.published-in")(journal)


def employer(name: Name) -> str | None:
    """What somebody works at is a body, unless it is a known place: `Ann Reed, a strategist at Halvern Dale`."""
    tokens = name.sentence.tokens
    at = name.first - 1
    if at < 1 or tokens[at].text != "at" or name.key in gazetteer():
        return None
    return "organization" if tokens[at - 1].tag == "NN" and tokens[at - 1].lower in titles() else None


rule("entities.employer")(employer)


def employs(name: Name) -> bool:
    """Return whether a player or manager is named right after a name: `Redport Town captain Ryan Marston`."""
    tokens = name.sentence.tokens
    at = name.last
    player = at + 1 < len(tokens) and tokens[at].lower in word_class("players")
    return player and tokens[at + 1].tag == "NNP" and not name.titled


_HIGHEST: Final = 9  # goals of one side at most; higher counts are points, votes or sets of something else
_FAR: Final = 60  # tokens of a sentence that are searched for a score


def club(name: Name) -> bool:
    """A single word that has a striker, draws with somebody, or wins or loses by one score is a club.

    `Everton drew with Arsenal`, `Harwick beat Delmore 2-1`; several scores in one sentence are sets of tennis.
    """
    tokens = name.sentence.tokens
    position = name.last
    after = tokens[position].lower if position < len(tokens) else ""
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    if after in word_class("players") or (after in ("'s", "’s") and following in word_class("players")):
        return True
    if after == "drew" and (following in ("with", "at") or following.isdigit()):
        return True
    before = tokens[name.first - 1].lower if name.first else ""
    if before == "with" and name.first > 1 and tokens[name.first - 2].lower in ("drew", "draw"):
        return True
    results = word_class("match-results")
    if after not in results and before not in results and before not in ("against", "over"):
        return False
    scores = [
        max(int(tokens[dash - 1].text), int(tokens[dash + 1].text))
        for dash in range(1, min(_FAR, len(tokens) - 1))
        if tokens[dash].text in ("-", "–") and tokens[dash - 1].text.isdecimal() and tokens[dash + 1].text.isdecimal()
    ]
    return len(scores) == 1 and scores[0] <= _HIGHEST


rule("entities.playing-club")(club)
