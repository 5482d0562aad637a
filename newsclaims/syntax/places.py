"""The letters of words that their place decides, whatever their tag: `two more bodies`, `class A drugs`.

``word_classes.py`` says what the letters are, and asks here only for words and places that may be meant.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.adjective_places import day_follows
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.idiom_letters import idiomatic
from newsclaims.syntax.neighbours import FINITE_TAGS, after_modal, tags
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import noun_subject, verb_takes
from newsclaims.words.sentence import Token

_NOUNS: Final = ("NN", "NNS")
_FROM_THEN: Final = frozenset({"after", "ago", "before", "earlier", "later"})
_CLOCKS: Final = frozenset({"a.m.", "am", "noon", "p.m.", "pm"})


def in_place(tokens: list[Token], index: int, letter: str, found: list[str]) -> str:
    """Return the letter of a word by the letters before it and the tags behind it."""
    token, before = tokens[index], found[-1] if found else ","
    lower = token.lower
    if before == "h":
        if lower == "century" and letter == "Z":
            return "n"  # "the first to score a half-century"
        if lower == "there" or lower == "ago":
            return "j"  # "a barely-there top", "the year-ago quarter"
        if lower == "how" or (lower == "all" and found[-3:-2] == ["h"]):
            found[-2] = "n"
            return "n"  # "the know-how of the firm", "a winner-take-all race"
        unit = letter in "Zn" and found[-2:-1] == ["c"] and tags(tokens, index + 1, "VBN", "VBD")
        return "j" if unit and tags(tokens, index + 2, *_NOUNS) else letter  # "four-month suspended sentences"
    if letter == "v":
        listed = (
            before == "," and token.tag == "VBZ" and found[-2:-1] in (["n"], ["N"]) and tags(tokens, index + 1, "CC")
        )
        if listed and index + 2 < len(tokens) and noun_subject(token.lemma).total >= 3:
            item = tokens[index + 2]
            odd = item.tag == "VB" and item.lower not in words("words", "verb_bases")
            if odd or (item.tag in _NOUNS and not tags(tokens, index + 3, *_NOUNS, "DT")):
                return "n"  # "returned with furniture, crafts and jewelry"
        plural = token.tag == "VBZ" and before in "nN" and tags(tokens, index + 2, "VBP", "VBD", "MD")
        if before in "nN" and token.tag == "VBZ" and tags(tokens, index + 1, "VBG"):
            verb, noun = verb_frame(tokens[index].lemma), noun_subject(tokens[index].lemma).total >= 5
            noun = noun and (_other_finite(tokens, index) or tokens[-1].tag != ".")  # "The city faces growing debts."
            return "n" if verb.ing < 5 and noun else letter  # "said court costs rising by half hurt them"
        if before == "," and token.tag == "VBP" and lower == token.lemma and _resumes(tokens, index):
            return "n"  # "After years of delay, work on the tunnel is to start"
        if before == "n" and token.tag in ("VB", "VBP") and tags(tokens, index + 1, "NNP") and _titled(tokens, index):
            return "n"  # "solicitor advocate Ann Reed"
        if plural and tokens[index + 1].lower == "themselves":
            return "n"  # "Health trusts themselves are looking at it"
        if before == "C" and tags(tokens, index + 1, "VBD", "VBN") and lower == token.lemma and token.tag == "VBD":
            return "n"  # "The results and forecast sent shares up"
        described = before == "C" and lower[-2:] == "ed" and tags(tokens, index - 2, *_NOUNS)
        described = described and not any(one.tag in ("WDT", "WP") for one in tokens[max(0, index - 6) : index])
        if described and tags(tokens, index + 1, *_NOUNS) and tags(tokens, index + 2, "VBD", "VBZ", "VBP", "MD"):
            return "l"  # "in livestock and cultivated land have"
        if before == "C" and lower in word_class("unchanged") and after_modal(tokens, index - 2):
            return "b"  # "will close shops and cut jobs"
        if before == "j" and found[-3:-1] == ["c", "h"] and tags(tokens, index + 1, *_NOUNS):
            return "e"  # "handed four-month suspended sentences"
        adverb = before == "r" and found[-2:-1] == ["B"] and tokens[index - 2].lemma == "be"
        return "e" if adverb and lower[-2:] == "ed" else letter  # "was later awarded the deal"
    if letter == "g":
        if lower == "managing" and index + 1 < len(tokens) and tokens[index + 1].lower in word_class("managing"):
            return "L"  # "Ann Reed, managing director at Acme, left"
        if lower == "running" and before in "TZ" and tags(tokens, index + 1, ".", ",", "CC", "IN"):
            return "r"  # "for the third day running"
        if lower == "running" and tokens[index + 1 : index + 2] and tokens[index + 1].lower == "back":
            player = before in "nNd" and tags(tokens, index + 2, "NNP", "VBD")
            return "n" if player else letter  # "running back Ben Holt"
        if lower in ("beginning", "starting") and before in "vebRZTP" and day_follows(tokens, index + 1):
            return "P"  # "will walk out starting next week"
        if before == "Z" and index > 1 and tokens[index - 2].lower in ("a", "an", "his", "the"):
            noun = tags(tokens, index + 1, "IN", ",") and lower not in word_class("bounding")
            return "n" if noun else letter  # "a summer signing from Lowton"
        if before == "n" and index > 1 and found[-2:-1] in (["d"], ["p"], ["j"]) and _named_act(tokens, index):
            return "n"  # "a weather warning for snow remains in place"
        trade = before in "Pfy" and tags(tokens, index + 1, *_NOUNS) and lower in word_class("trades")
        return "n" if trade else letter  # "his role in accounting fraud"
    if letter == "d":
        named = token.text == "A" and index > 0 and tokens[index - 1].lower in word_class("lettered")
        return "N" if named else letter  # "possessing class A drugs"
    if before == "T" and lower[0].isdigit() and lower[-2:] in ("st", "nd", "rd", "th"):
        return "c"  # "April 15th"
    if letter == "N":
        zone = index > 0 and tokens[index - 1].lower in _CLOCKS and token.text in word_class("zones")
        return "n" if zone else letter  # "at 2 p.m. EDT Monday"
    return _word(tokens, index, letter, found)


def _named_act(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -ing behind a noun is the head of both: news has it as a subject, and its verb does not go
    with the preposition that follows: `a weather warning for snow`; but "a man warning of snow".
    """
    behind = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    if behind.tag != "IN" or tokens[index - 1].tag != "NN" or noun_subject(tokens[index].lower).total < 5:
        return False
    if tokens[index].lower in word_class("bounding"):
        return False  # "with the third match beginning on Monday"
    return verb_takes(tokens[index].lemma, behind.lower) < 3 and not can_act(tokens[index - 1].lemma)


def can_act(noun: str) -> bool:
    """Tell whether a noun names who can act or a text: one that warns, asks or says."""
    if any(noun in word_class(name) for name in ("bodies", "humans", "texts")):
        return True
    return (noun_frame(noun).who or 0) >= 50 or noun_subject(noun).named >= 5


def _other_finite(tokens: list[Token], index: int) -> bool:
    """Tell whether the sentence has another finite verb than the one at a place."""
    return any(token.tag in FINITE_TAGS for at, token in enumerate(tokens) if at != index)


def _resumes(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun that could be a verb begins the main clause behind a fronted phrase: `In May, work on it`."""
    if tokens[0].tag != "IN" or not tags(tokens, index + 1, "IN") or noun_subject(tokens[index].lemma).total < 20:
        return False
    if any(token.text == "," or token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens[: index - 1]):
        return False
    return _has_verb(tokens, index + 1)


def _titled(tokens: list[Token], index: int) -> bool:
    """Tell whether a form that no singular has as its verb ends a title before a name: `solicitor advocate Reed`."""
    one = tokens[index - 1].tag == "NN" and tokens[index - 1].lower not in word_class("bodies")
    return one and tokens[index].lower in word_class("humans")


def behind_speech(tokens: list[Token], index: int) -> str:
    """Return the letter of a participle by its tag behind quotation marks: `“We cannot cope” argued Ann Holt`."""
    return "v" if tags(tokens, index + 1, "NNP") and past_or_participle(tokens[index].lower) else "e"


def _has_verb(tokens: list[Token], start: int) -> bool:
    """Tell whether a finite verb comes before the next comma or stop."""
    for token in tokens[start:]:
        if token.tag in (",", ".", ":"):
            break
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
    return False


def _word(tokens: list[Token], index: int, letter: str, found: list[str]) -> str:
    """Return the letter of one of the words of the class ``placed``."""
    before = found[-1] if found else ","
    lower, last = tokens[index].lower, tokens[index - 1].lower if index else ""
    if lower in word_class("whereto"):
        room = before in "dpC," and tags(tokens, index + 1, *_NOUNS)
        went = letter in "njg" and before in "vbgeR" and not tags(tokens, index + 1, *_NOUNS)
        return "j" if room else "r" if went else letter  # "the upstairs bedroom", "went downstairs at three"
    if lower in ("centuries", "century"):
        scored = not word_class("scoring").isdisjoint(one.lemma for one in tokens[index - 4 : index])
        return "n" if letter == "Z" and scored else letter  # "hit a century against India"
    if lower == "beforehand":
        return "i" if before == "Z" else "r"  # "had left two hours beforehand"
    if lower == "thought":
        held = letter == "v" and before in ",C" and [one.lower for one in tokens[index + 1 : index + 3]] == ["to", "be"]
        return "e" if held else letter  # "a girl in uniform and thought to be in her teens"
    if lower == "out":
        moves = tokens[index - 1].lemma in word_class("going-out") and tags(tokens, index + 1, "DT", "PRP$")
        return "P" if moves and before in "vbge" else idiomatic(tokens, index, letter, found)  # "came out the shop"
    if lower == "forwards":
        return "n" if before in "jlLn" and found[-2:-1] in (["d"], ["p"]) else letter  # "praised his young forwards"
    if lower == "round":
        return "P" if before in "vbgeR" and tags(tokens, index + 1, "DT", "PRP$") else letter  # "went round the back"
    if lower == "home":
        if (
            letter == "r"
            and before in "eljL"
            and (found[-2:-1] in (["d"], ["p"]) or found[-3:-1] in (["d", "r"], ["p", "r"]))
        ):
            found[-1], letter = "l", "n"  # "in his newly renovated home"
        return letter
    if lower in word_class("adverbial-prepositions"):
        next_ = tokens[index + 1].lower if index + 1 < len(tokens) else "."
        loose = next_ in (",", ".", "when", "while", "as", "until") and before not in "Wq"
        return "r" if letter == "P" and loose else letter  # "was walking around when", "a mile across, but"
    if lower == "in":
        called = index and letter == "P" and before in "vbge" and tokens[index - 1].lemma in word_class("calling-in")
        people = called and tags(tokens, index + 1, "NNS") and (noun_frame(tokens[index + 1].lemma).who or 0) >= 30
        flown = before in "vbge" and index + 1 < len(tokens) and tokens[index + 1].lower == "from"
        return "R" if last == "sworn" or people or flown else letter  # "is to be sworn in next week", "sent in troops"
    if lower == "spring":
        return "b" if before == "m" else letter  # "could spring open"
    if lower == "date":
        since = letter == "n" and index + 1 < len(tokens) and tokens[index + 1].lower in ("back", "from", "to")
        behind = last == "that" or (last == "which" and index > 1 and tokens[index - 2].lower in ("of", ","))
        return "v" if since and behind else letter  # "parts of which date from 1200"
    if lower == "face":
        return "v" if letter == "n" and last == "guilty" else letter  # "Those found guilty face fines"
    if lower == "cut":
        opens = letter == "n" and index == 2 and found[0] == "d" and tags(tokens, index + 1, "NNS")
        return "v" if opens and not _has_verb(tokens, index + 1) else letter  # "The vaccine cut deaths, it found"
    if lower == "last":
        seen = letter in "kj" and index and tokens[index - 1].lemma == "be" and tags(tokens, index + 1, "VBN")
        did = letter in "kj" and before in "nNq" and tags(tokens, index + 1, "VBD")
        return "r" if seen or did else letter  # "was last seen alive", "The town last saw floods in May"
    if lower == "moments":
        when = index + 1 < len(tokens) and tokens[index + 1].lower in _FROM_THEN and before not in "dpj"
        return "Z" if when and last not in ("the", "these", "those") else letter  # "left moments before it fell"
    if lower == "spread":
        told = (
            letter == "n" and before == "n" and found[-2:-1] == ["d"] and tags(tokens, index - 3, "VBP", "VBD", "VBZ")
        )
        leads = index + 1 < len(tokens) and tokens[index + 1].lower in ("across", "from", "into", "through", "to")
        return (
            "v" if told and leads and not _has_verb(tokens, index + 1) else letter
        )  # "say the virus spread from bats"
    if lower == "back":
        return "n" if last == "running" and before == "n" else letter  # "running back Ben Holt"
    if lower == "well":
        return "r" if letter == "w" and before == "Y" else letter  # "explained how well a stock is doing"
    if lower == "fall":
        return "Z" if letter == "n" and last in ("last", "next", "this") else letter
    if lower == "&":
        return "N" if before == "N" and tags(tokens, index + 1, "NNP") else letter  # "Marks & Spencer"
    if lower == "inside":
        return "j" if letter == "P" and before in "PRfy" and tags(tokens, index + 1, "NN", "JJ") else letter
    if lower in ("ill", "late"):
        return "j" if letter == "r" and before in "Bux" else letter  # "She'd been ill"
    if lower == "guilty":
        if found and before == "j" and letter in "jn" and tags(tokens, index + 1, "IN"):
            found[-1] = "n"  # "found a corporate executive guilty of fraud"
        return "j" if letter == "n" else letter
    if lower == "away":
        return "j" if before in "cdps" and tags(tokens, index + 1, *_NOUNS) else letter  # "the 2-1 away win"
    if lower == "more" and letter == "k" and before == "c":
        return "j" if tags(tokens, index + 1, *_NOUNS) else letter  # "two more bodies"
    return idiomatic(tokens, index, letter, found)


def governs(tokens: list[Token], index: int) -> bool:
    """Tell whether what is no verb by its tag has an object behind *to* or a modal: `voted to fine the firm`."""
    lower, behind = tokens[index].lower, tokens[index + 1].tag if index + 1 < len(tokens) else ""
    if behind == "NNS" and tokens[index - 1].tag == "RB":
        return tokens[index].tag == "JJ" and lower in words("words", "verb_bases")  # "plans to fully open schools"
    if behind == "NNS" and lower == "even":
        return any(token.lower == "up" for token in tokens[index + 2 : index + 4])  # "tried to even things up"
    if behind == "NNS":
        return lower == "fine" and tokens[index - 1].tag == "MD"  # "can fine firms up to $5m"
    if lower == "even" and behind == "DT":
        return index + 2 < len(tokens) and tokens[index + 2].lower in word_class("evened")  # "to even the score"
    known = lower in words("words", "verb_bases") or lower in words("words", "judging_verbs")
    return known and behind in ("DT", "PRP", "PRP$", "NNP", "$") and tokens[index].tag not in ("JJR", "RBR")
