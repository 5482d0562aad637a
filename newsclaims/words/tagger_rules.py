"""Tags that no treebank has taught: of words too rare to be learned, and of words that their neighbours decide."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.table import rows, words
from newsclaims.words import tagger_features as features
from newsclaims.words.classes import word_class
from newsclaims.words.tagger_neighbours import FINITE, settle

BE: Final = frozenset(("am", "are", "be", "been", "is", "was", "were"))
_NOUNS: Final = frozenset(
    {"dove", "drunk", "mistaken", "rung", "slew", "stole", "sung"}
)  # irregular forms that are nouns or names
_SUBJECTS: Final = frozenset(("he", "i", "she", "they", "we"))


@cache
def past_forms() -> dict[str, str]:
    """Return the tags of irregular past forms that are no other word (`hid`, `overcame`; `slept`; `shrunk`)."""
    found = {}
    bases = words("words", "verb_bases")
    past = features.letter("VBD")
    either = past + features.letter("VBN") + features.letter("JJ")
    for _, pasts, participles in rows("words", "irregular_verbs"):
        for form in pasts.split():
            if form != "-" and form not in bases and form not in _NOUNS:
                found[form] = either if form in participles.split() else past
        for form in participles.split():
            if form != "-" and form not in bases and form not in _NOUNS and form not in found:
                found[form] = features.letter("VBN") + features.letter("JJ")
    return found


@cache
def grammatical() -> dict[str, str]:
    """Return the tags of grammatical words that are too rare to be learned: `whereby`, `lest`."""
    return {word: features.letter(tag) for word, tag in rows("words", "grammatical_words")}


def settled(near: list[str], tags: list[str]) -> bool:
    """Tell whether the last of three words is a verb, whatever was learned: `said she related`, `was last trading`."""
    first, before, word = near
    if before in _SUBJECTS and word.endswith("ed"):
        return first not in BE and tags[-1] == "PRP"
    if before != "last" or first not in BE or not word.endswith("ing"):
        return False
    tags[-1] = "RB"
    return True


def paid(behind: list[str], tags: list[str]) -> bool:
    """Tell whether *cost* is a past tense: `The flood cost 40 lives`, `hit the town and cost billions`."""
    before = tags[-1] if tags else ""
    amount = behind[0][:1].isdigit() or behind[0] in ("$", "£", "€", "billions", "him", "it", "millions", "them", "us")
    plural = behind[0].endswith("s") and behind[1] in (".", "and")
    told = before == "CC" and any(tag in ("VBD", "VBN") for tag in tags)
    return (before[:2] == "NN" and (amount or plural)) or (told and (amount or behind[0].endswith("s")))


def introduced(opening: list[str]) -> bool:
    """Tell whether a word and an age between commas open a sentence, by their keys: `Okonjo, 91, died`."""
    aged = len(opening) == 4 and opening[1] == opening[3] == "," and opening[2].isdigit() and len(opening[2]) < 4
    return aged and opening[0][1:].isalpha() and (opening[0][0] == "^" or opening[0][0].isupper())


def close_speech(forms: list[str], tags: list[str]) -> None:
    """Make a noun by its tag the verb of saying that it is behind a closing mark: `“We are late,” the report states.`

    Between mark and verb stands nothing but a subject, and the sentence or a clause ends behind it.
    """
    for at in range(len(forms) - 1, max(0, len(forms) - 40), -1):
        if forms[at] in ("”", '"') and forms[at - 1] in (",", "!", "?"):
            end = at + 1
            while end < min(len(forms), at + 8) and tags[end] in _NAMING:
                end += 1
            said = end - 1 > at + 1 and end < len(forms) and (tags[end] in (".", ",") or forms[end] in ("in", "on"))
            if said and forms[end - 1] in word_class("closing-speech"):
                tags[end - 1] = "VBD" if forms[end - 1] == "read" else "VBZ"
            return


def name_author(forms: list[str], tags: list[str]) -> None:
    """Make a bare form right behind *said* a noun before another one: `said study co-author Ann Reed`."""
    for at in range(2, len(forms)):
        if tags[at - 1] == "VB" and forms[at - 2] in ("added", "said", "says") and tags[at] in ("NN", "NNP"):
            tags[at - 1] = "NN"


def open_speech(forms: list[str], tags: list[str]) -> None:
    """Make a participle before the marks of what is said a past tense: `The mother of three replied, “It rained.”`"""
    for at in range(1, len(forms) - 2):
        opens = tags[at] == "VBN" and forms[at + 1] in (",", ":") and forms[at + 2] in ("“", '"')
        if opens and tags[at - 1] in ("CD", "NNP") and forms[at] in word_class("opening-speech"):
            tags[at] = "VBD"


def state_that(forms: list[str], tags: list[str]) -> None:
    """Make *states* behind a noun without any verb before it a verb: `A paper on the site states that couples pay`."""
    at = forms.index("states")
    told = 0 < at < len(forms) - 3 and forms[at + 1] == "that" and tags[at] == "NNS"
    told = told and tags[at - 1] in ("JJ", "NN", "NNS") and forms[at - 1] not in ("city", "member", "nation")
    if told and tags[at + 2] not in FINITE and not FINITE.intersection(tags[:at]):
        tags[at : at + 2] = "VBZ", "IN"


def end_with_source(forms: list[str], tags: list[str]) -> None:
    """Make the last noun of a sentence the verb of who is named before it: `It rained in May, a new study reports.`"""
    verb = len(forms) - 2
    comma = next((at for at in range(verb - 2, max(0, verb - 9), -1) if forms[at] == ","), 0)
    source = comma and tags[verb] == "NNS" and tags[verb - 1][:2] == "NN" and tags[comma + 1] in ("DT", "PRP$")
    plain = "CC" not in tags[comma:verb] and not FINITE.intersection(tags[comma:verb])
    if source and plain and FINITE.intersection(tags[:comma]):
        tags[verb] = "VBZ"


def name_group(forms: list[str], tags: list[str]) -> None:
    """Make *IS* in capitals among small letters a name where no subject stands before it.

    `fighters of IS`, `joined the IS branch`; but `The bank IS shut`, `What IS it`, `THE BANK IS SHUT`.
    """
    for at, form in enumerate(forms):
        if form != "IS":
            continue
        near = [other for other in forms[max(0, at - 1) : at + 2] if len(other) > 1 and other != form]
        before = tags[at - 1] if at else "IN"
        opens = before in ("CC", "HYPH", "IN", ",") or before[:2] == "VB" or forms[at - 1] in ("a", "an", "the", "The")
        if opens and near and not any(other.isupper() for other in near):
            tags[at] = "NNP"


def assure_reader(forms: list[str], tags: list[str]) -> None:
    """Make a bare form behind *ensure you* a present tense: `checks it to ensure you get it`; nobody is ensured."""
    for at in range(len(forms) - 2):
        if forms[at] == "ensure" and forms[at + 1] == "you" and tags[at + 2] == "VB":
            tags[at + 2] = "VBP"


def tell_published(forms: list[str], tags: list[str]) -> None:
    """Make a noun by its tag the verb of what was published on a day right before it: `A poll released Friday shows`.

    What is shown or claimed follows it, and the verb of publishing is a participle then: nothing else is its object.
    """
    for at in range(1, len(forms) - 3):
        if forms[at] not in word_class("publishing") or tags[at - 1] not in ("NN", "NNS"):
            continue
        day = at + 1 + (forms[at + 1] in ("on", "last", "this", "late", "early"))
        told = day + 1
        if forms[day] not in word_class("published-when") or told + 1 >= len(forms):
            continue
        if forms[told] not in word_class("published-tells") or tags[told + 1] not in _TOLD:
            continue
        tags[at] = "VBN"
        tags[told] = "VBZ" if forms[told][-1] == "s" else "VBP"


_TOLD: Final = frozenset({"CD", "DT", "IN", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$", "$", "WRB"})
_NAMING: Final = frozenset({"DT", "HYPH", "JJ", "NN", "NNP", "NNS", "POS", "PRP$", "VBN"})


def amend(forms: list[str], tags: list[str]) -> None:
    """Change the tags of a sentence where words that stand far apart decide them."""
    settle(forms, tags)
    if "”" in forms or '"' in forms:
        close_speech(forms, tags)
        open_speech(forms, tags)
    if "VB" in tags:
        name_author(forms, tags)
    if len(forms) > 4 and forms[-1] == "." and forms[-2] in word_class("closing-speech"):
        end_with_source(forms, tags)
    if "states" in forms:
        state_that(forms, tags)
    if "IS" in forms:
        name_group(forms, tags)
    if "ensure" in forms and "you" in forms:
        assure_reader(forms, tags)
    if not word_class("publishing").isdisjoint(forms):
        tell_published(forms, tags)
