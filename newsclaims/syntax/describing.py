"""Forms whose tags leave two readings: -ing forms that describe a noun, participles and nouns that are verbs."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.sentence import Token

_SELDOM: Final = 20
"""Per cent of its uses with an object up to which a verb is taken to have none."""
_COUNTING: Final = frozenset({"CD", "DT", "JJ", "NN", "NNS", "PRP$"})
_OBJECT: Final = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNS", "PRP$", "VBN"})
_ATTENDING: Final = frozenset({"CC", "CD", "DT", "HYPH", "JJ", "NN", "NNP", "NNS", "PDT", "PRP$", ","})
_SHARES: Final = frozenset({"all", "both", "half", "many", "most", "much", "some"})
_RARELY: Final = 5
"""Per cent of its uses with a clause up to which a verb is taken to govern none (`believing assertions`)."""


def describing(tokens: list[Token], index: int, governed: bool) -> bool:
    """Tell whether a form in -ing describes the noun behind it: `hit by falling rocks`, `hid in surrounding villages`.

    Its verb seldom has an object and a plural follows, or the form is listed (only that where a verb governs it:
    ``governed``); not in `charged with selling drugs`,
    `of becoming stars`.
    """
    token, behind = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is not None and behind.tag == "NNP":
        return token.lower in ("departing", "retiring")  # "the seat of retiring Sen. Ann Reed"
    if behind is None or behind.tag not in ("JJ", "NN", "NNS"):
        return False
    if behind.tag == "JJ":
        return token.lower in word_class("describing") and (not index or not tokens[index - 1].tag.startswith("VB"))
    if governed and verb_frame(tokens[index - 1].lemma).ing >= 15:
        return False  # "continues testing staff"
    if token.lower in word_class("describing"):
        return True
    if governed:
        return False
    links = token.lemma == "go" or token.lemma in words("words", "linking_verbs")
    frame = verb_frame(token.lemma)
    alone = frame.object < _SELDOM and frame.infinitive < _RARELY and (frame.that < _RARELY or not index)
    return behind.tag == "NNS" and not links and alone


def described_as(tokens: list[Token], index: int) -> bool:
    """Tell whether a participle behind *be* describes the plural behind it, which is all that somebody can be.

    `They are licensed drivers`; but "They were given medals", "were elected mayors", whose verb has two objects.
    """
    frame, plural = verb_frame(tokens[index].lemma), tokens[index + 1].lower
    if tokens[index].lower[-2:] != "ed" or plural in words("words", "time_nouns"):
        return False
    people, things = (noun_frame(tokens[at].lemma).who or 0 for at in (index - 2, index + 1))
    if people >= 50 > 10 >= things:
        return False  # "Four drivers were issued tickets"
    return frame.two_objects < 1 and frame.predicative < 2 and frame.object >= 40 * (frame.total > 0)


def past_or_participle(word: str) -> bool:
    """Tell whether a participle's form is a past tense too, as far as its last letter tells."""
    return word[-1] in "dt" or word in word_class("past")


def keeps_doing(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -ing behind *continue*, *begin*, *stop* ... has an object: `continues testing staff`."""
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    frame, own = verb_frame(tokens[index - 1].lemma), verb_frame(lemma(tokens[index].lower, "VBG"))
    return frame.ing >= 8 and frame.object < 50 and own.object >= 50 and behind in ("NN", "NNS", "DT", "PRP$")


def went_on(tokens: list[Token], index: int) -> bool:
    """Tell whether a participle behind *and* and an adverb of time is a past tense: `and previously held senior roles`.

    A past tense stands before *and*, a noun right before it, and an object follows.
    """
    token = tokens[index]
    if index < 4 or token.tag != "VBN":
        return False
    if tokens[index - 1].lower not in word_class("then-words"):
        return past_or_participle(token.lower) and (_listed(tokens, index) or _beside_verb(tokens, index))
    if tokens[index - 2].tag != "CC":
        return False
    noun = tokens[index - 3].tag in ("NN", "NNS", "NNP")
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    told = any(before.tag == "VBD" for before in tokens[max(0, index - 16) : index - 2])
    return noun and told and behind in _OBJECT and past_or_participle(token.lower)


def _beside_verb(tokens: list[Token], index: int) -> bool:
    """Tell whether a verb, *and* or *or* and an adverb in -ly stand before, and a determined object behind.

    `did not back or flatly denied half of it`; not `They teach and newly arrived pupils learn`.
    """
    adverb = tokens[index - 1].tag == "RB" and tokens[index - 1].lower[-2:] == "ly"
    joined = adverb and tokens[index - 2].tag == "CC" and tokens[index - 3].tag in ("VB", "VBD", "VBP", "VBZ")
    behind = tokens[index + 1] if joined and index + 1 < len(tokens) else None
    return behind is not None and (behind.tag in ("DT", "PRP", "PRP$") or behind.lower in _SHARES)


def third_past(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -ed, an adjective by its tag, is the second of three pasts: `cut jobs, closed plants and
    fired staff`. A past tense and its bare object stand before the comma, a noun and *and* with a past tense behind.
    """
    if index < 4 or index + 3 >= len(tokens) or tokens[index - 2].tag not in ("NN", "NNS"):
        return False
    if tokens[index - 3].tag != "VBD" and tokens[index - 4].tag != "VBD":
        return False
    behind = [token.tag for token in tokens[index + 1 : index + 5]]
    if behind[0] not in ("NN", "NNS"):
        return False
    at = 1 if behind[1] == "CC" else 2 if behind[1:3] == [",", "CC"] else 0
    base = lemma(tokens[index].lower, "VBD")
    return at > 0 and behind[at + 1 : at + 2] == ["VBD"] and base in words("words", "verb_bases")


def _listed(tokens: list[Token], index: int) -> bool:
    """Tell whether a participle goes on with a list of pasts: `attacked the base, killed soldiers and seized weapons`.

    It ends the list behind *and*, or else *used* stands between two of them: `hired students, used worn tools and hid
    its files`.
    """
    joint, behind = tokens[index - 1].text, tokens[min(index + 1, len(tokens) - 1)].tag
    if behind not in _OBJECT or tokens[index - 2].tag not in ("NN", "NNS", "NNP"):
        return False
    if joint == "and":
        start = next((at for at in range(index - 2, max(1, index - 8), -1) if tokens[at].tag == "VBD"), 0)
        listed = start > 0 and tokens[start - 1].text == ","
        return listed and any(before.tag == "VBD" for before in tokens[max(0, start - 16) : start])
    if joint != "," or tokens[index].lower != "used" or tokens[index - 3].tag == "JJ":
        return False
    told = any(before.tag == "VBD" for before in tokens[max(0, index - 16) : index - 1])
    rest = [one.tag for one in tokens[index + 1 : index + 10]]
    return told and any(pair == ("CC", "VBD") for pair in pairwise(rest))


def made_to(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun behind *make* or *let* and a name is a verb: `made Reed turn over his phone`.

    Also behind *help* and a plural: `to help 3 million refugees access new homes`.
    """
    token = tokens[index]
    if index < 2 or index + 1 >= len(tokens):
        return False
    if tokens[index - 1].tag == "NNS" and tokens[index + 1].tag in ("DT", "JJ", "NN", "NNS", "PRP$"):
        first = next((at for at in range(index - 2, max(index - 7, 0), -1) if tokens[at].tag not in _COUNTING), 0)
        return token.lower in words("words", "verb_bases") and tokens[first].lemma in ("help", "let")
    if tokens[index - 1].tag == "NN" and tokens[index - 2].tag in ("DT", "PRP$") and token.tag == "NN":
        return _does(tokens, index)
    if tokens[index - 1].lemma == "help" and tokens[index - 1].tag[:2] == "VB" and tokens[index + 1].tag == "$":
        return token.lower in words("words", "verb_bases")  # "helps manage $1.5 billion"
    if token.tag == "VBD":  # "helped him split wood"
        led = tokens[index - 1].lower in ("him", "me", "them", "us")
        return led and tokens[index - 2].lemma in ("help", "let", "make")
    if tokens[index - 2].lemma not in ("help", "let", "make"):
        return False
    acts = token.tag == "NN" and token.lower in words("words", "verb_bases")
    if tokens[index - 2].lemma == "let" and tokens[index + 1].tag in ("NN", "NNS", "NNP"):
        return acts and verb_frame(token.lower).total >= 20  # "lets Reed use land"
    return acts and tokens[index + 1].tag in ("DT", "IN", "PRP$", "RB", "RP")


def _does(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun behind a noun with its article is what that does: `let the ambulance pass`.

    Behind *let* whatever follows; behind *help*, *hear*, *make*, *watch* only with an object: `made the river flood the
    town`.
    """
    token, governor = tokens[index], tokens[index - 3].lemma if index > 2 else ""
    if token.lower not in words("words", "verb_bases") or governor not in ("hear", "help", "let", "make", "watch"):
        return False
    if governor == "let":
        own = tokens[index + 1].tag == "NNS" and tokens[min(index + 2, len(tokens) - 1)].tag in ("TO", "IN", ".", "WDT")
        own = own and verb_frame(token.lower).object >= 50  # "lets the state force firms to pay"
        alone = tokens[index + 1].tag not in ("NN", "NNS", "HYPH", "POS", "TO")
        return (own or alone) and verb_frame(token.lower).total >= 20
    behind = tokens[index + 1].tag in ("DT", "PRP$")
    return behind and verb_frame(token.lower).object >= 40 and verb_frame(token.lower).total >= 20


def helped(tokens: list[Token], index: int) -> bool:
    """Tell whether an adjective right behind *help* and before an object is a verb: `helped free the hostages`."""
    told = tokens[index - 1].lemma == "help" and tokens[index - 1].tag[:2] == "VB" and index + 1 < len(tokens)
    return told and tokens[index + 1].tag in ("DT", "PRP$") and tokens[index].lower in words("words", "verb_bases")


def attended(tokens: list[Token], index: int) -> bool:
    """Tell whether a past tense before *to* ends what goes with something: `, with rain predicted to stop`."""
    if tokens[index].lower[-2:] != "ed" or index + 1 >= len(tokens) or tokens[index + 1].tag != "TO":
        return False
    start = next((at for at in range(index - 1, max(index - 10, 0), -1) if tokens[at].lower == "with"), 0)
    apart = start > 0 and tokens[start - 1].tag in (",", ":")
    return apart and all(token.tag in _ATTENDING for token in tokens[start + 1 : index])


def setback(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun for what went wrong stands one or two behind a word: `due to supply chain disruption`."""
    behind = [token.lemma for token in tokens[index + 1 : index + 3]]
    return tokens[index - 3].tag[:2] != "VB" and not word_class("setbacks").isdisjoint(behind)


def ranging(tokens: list[Token], index: int) -> bool:
    """Tell whether *to* joins two adjectives before a noun: `mild to severe burns`; not `free to open shops`."""
    behind = tokens[index + 1 : index + 3]
    if len(behind) < 2 or tokens[index - 1].tag != "JJ" or behind[0].tag != "JJ" or behind[1].tag not in ("NN", "NNS"):
        return False
    before = tokens[index - 2] if index > 1 else tokens[0]
    links = before.lemma == "be" or before.lemma in words("words", "linking_verbs")  # "is important to big firms"
    opens = before.tag[:2] == "VB" or before.tag in ("CC", "DT", "IN", "PRP$")
    return opens and not links and behind[0].lower not in words("words", "verb_bases")


def bound_to(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun behind *is set to*, *are bound to* is the verb of what will be: `set to peak in May`."""
    if index < 3 or tokens[index - 2].lower not in ("bound", "poised", "set") or tokens[index - 3].lemma != "be":
        return False
    return tokens[index].lower in words("words", "verb_bases") and tokens[min(index + 1, len(tokens) - 1)].tag not in (
        "NN",
        "NNS",
    )


def aged(tokens: list[Token], index: int) -> bool:
    """Tell whether a bare number behind *over* or *under* is the age of the persons before it: `people over 70`."""
    behind = tokens[index + 1 : index + 3]
    bare = len(behind) == 2 and behind[0].tag == "CD" and behind[1].tag not in ("NN", "NNS", "CD", "JJ")
    who = tokens[index - 1]
    return bare and who.tag == "NNS" and (noun_frame(who.lemma).who or 0) >= 50


def many_tell(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun by its tag before *that* is what a plural before two commas says: `Staff, many ill, fear`."""
    comma = next((at for at, token in enumerate(tokens[:index]) if token.text == ","), index - 1)
    plural = 0 < comma < index - 2 and tokens[comma - 1].tag == "NNS"
    alone = plural and all(token.tag not in ("VBD", "VBZ", "VBP", "MD") for token in tokens[:comma])
    return alone and verb_frame(tokens[index].lower).that >= 40


def acting(tokens: list[Token], index: int, opener: list[str]) -> bool:
    """Tell whether a participle by its tag right behind a pronoun that can only be a subject is a past tense.

    *It* is one right behind a word that opens a clause: `after it named Reed`, but `found it damaged`.
    """
    before = tokens[index - 1].lower
    subject = before in ("he", "she", "they", "we") or (before == "it" and opener in (["A"], ["S"], ["Q"]))
    return subject and past_or_participle(tokens[index].lower)


def named_actor(tokens: list[Token], index: int) -> bool:
    """Tell whether a verb of saying and a past tense stand round a word in capitals, so that it is a name."""
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    return behind == "VBD" and tokens[index - 1].tag in ("VBD", "VBP", "VBZ", "IN", "CC")


def bidding(tokens: list[Token], index: int) -> bool:
    """Tell whether a verb without an ending is a noun, behind a verb and what somebody owns: `lost his city bid`."""
    if index < 3 or tokens[index].lower != tokens[index].lemma:
        return False
    owner, verb = tokens[index - 2], tokens[index - 3]
    return owner.tag == "PRP$" and verb.tag[:2] == "VB" and verb.lower not in ("said", "says")


def moved(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s names what moves markets, what something follows, or what somebody denies.

    `rose on hopes the bank would act`, `following claims he lied`, `He denied claims the firm had lied`.
    """
    token, before = tokens[index], tokens[index - 1]
    if before.tag != "VBD":
        return token.lower in word_class("moods") or before.lower == "following"
    opens = index < 3 or tokens[index - 3].tag in (",", "CC", "IN")
    told = opens and tokens[index - 2].tag == "PRP" and verb_frame(before.lemma).object >= 60
    return told and verb_frame(token.lemma).that >= 40


def noun_follows(tokens: list[Token], index: int) -> bool:
    """Tell whether what stands behind a participle and an article is or opens a noun: `the accused man`.

    With *other* before it only a verb can follow: `the other accused were held`.
    """
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    if tokens[index - 1].tag != "DT":
        return tokens[index - 1].lower != "other" or behind not in ("VBD", "MD", "VBP")
    return behind[:2] in ("NN", "JJ") or behind in ("CD", "DT", "PRP$", "VBN", "VBG", "HYPH", "``")
