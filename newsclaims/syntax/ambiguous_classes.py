"""The letters of words whose reading depends on their neighbours (``word_classes.py`` says what the letters are)."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.amount_letters import counts, one_in, span_at
from newsclaims.syntax.compound_names import in_sentence_case
from newsclaims.syntax.conditions import condition_opens, given_clause, given_noun
from newsclaims.syntax.describing import attended, many_tell, setback
from newsclaims.syntax.neighbours import compares
from newsclaims.syntax.neighbours import tags as tagged
from newsclaims.syntax.noun_or_verb import (
    NOMINAL_TAGS,
    NOMINATIVE,
    apposed,
    article_before,
    bare_before,
    bears_names,
    governed,
    has_object,
    leads_to,
    names_source,
    noun_only,
    owned_noun,
    possessed,
    relative_goes_on,
    that_begins,
    third_person,
    told_when,
    verb_before,
    verb_begins,
)
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Token

_TAKEN: Final = frozenset({"DT", "PRP$", "NNP", "NNS", "JJ"})
_OPENING_TAGS: Final = NOMINAL_TAGS - {"PRP"} | {"NNPS", "NNS", "WRB"}
_COMMON: Final = frozenset({"DT", "PDT", "PRP$", "CD", "JJ", "NN", "NNS", "HYPH"})
_PAPERS: Final = frozenset({"daily", "monthly", "weekly"})
_FLOATING: Final = frozenset({"all", "both", "each"})
_RECIPROCAL: Final = frozenset({("each", "other"), ("one", "another")})
READINGS: Final = frozenset("ABbegjkmnPqRrsTvWwZ")
"""Letters that are looked at again."""


def in_context(tokens: list[Token], index: int, letter: str, before: str) -> str:
    """Return the letter of a word whose reading depends on its neighbours."""
    word = tokens[index].lower
    if word in word_class("resultative"):
        flung = index > 0 and tokens[index - 1].lemma in word_class("flinging")  # "sprang open", "force open the door"
        return "j" if before in "vbge" and (flung or tagged(tokens, index + 1, "DT", "PRP$", "CD")) else letter
    if word in word_class("records") and index > 1 and tokens[index - 1].lemma.lower() in word_class("record-spans"):
        behind = tokens[index + 1].tag if index + 1 < len(tokens) else "."
        later = index + 1 < len(tokens) and tokens[index + 1].lower in ("last", "this")  # "a one-month low last week"
        return letter if behind in ("NN", "NNS", "JJ", "CD", "HYPH") and not later else "n"  # "rose to a session high"
    if index and (tokens[index - 1].lower, word) in _RECIPROCAL:
        return "n"  # "out of each other's waters"
    if word == "aged":
        amount = any(one.tag == "CD" or one.lower in ("between", "over", "under") for one in tokens[index + 1 :][:1])
        return "P" if amount and letter in "ev" and before not in "Bx" else letter  # "men aged 18 to 30"
    if letter in "egv" and word in ("assuming", "provided", "supposing") and condition_opens(tokens, index):
        return "S"
    if letter == "e" or (letter == "g" and word in word_class("participial")):
        before_given = {"assuming": ",C", "given": ",CrwjnNeglR", "provided": ",Crwbvj"}.get(word, ",Crw")
        given = word in word_class("providing") and before in before_given
        opens = [token.lower for token in tokens[index + 1 : index + 2]]
        if given and (opens == ["that"] or (word == "provided" and not NOMINATIVE.isdisjoint(opens))):
            return "S"  # "given that the race is open", ", provided they pay"
        if word == "given" and before in ",AS" and given_clause(tokens, index):
            return "S"
        if word == "based":
            opens = opens if not index or (index == 1 and tokens[0].tag == "``") else []
            return "r" if opens in (["on"], ["upon"]) else letter  # "Based on polls, she leads"
        return "P" if word in word_class("prepositional") and _governs_noun(tokens, index, before) else letter
    if word == "am":
        named = before == "N" and index + 1 < len(tokens) and tokens[index + 1].tag in ("NNP", "NNPS")
        return "N" if named else letter  # "in Frankfurt am Main"
    if word == "'s":
        done = next((token.lower for token in tokens[index + 1 : index + 3] if token.tag != "RB"), "")
        return "H" if done == "had" or (letter == "s" and done == "been") else letter  # "My nan's been calling"
    if letter == "j" and before in "dp" and index + 1 < len(tokens) and tokens[index + 1].tag == "$":
        return "n" if noun_subject(tokens[index].lemma).total >= 5 else letter  # "cost the firm $3 million"
    if word == "her":
        tags = [token.tag for token in tokens[index + 1 : index + 3]]
        counted = before in "tPfyA" and (tags[:1] in (["CD"], ["JJ"], ["NNS"]) or tags in (["RB", "JJ"], ["RB", "VBN"]))
        owns = counted or (before == "v" and possessed(tokens, index))
        return "p" if letter == "q" and owns else letter  # "told her followers", "to her 124,000 followers"
    if letter in "TZ":
        year = before == "d" or (index > 1 and len(tokens[index - 1].text) == 4 and tokens[index - 2].tag == "DT")
        named = year and index + 1 < len(tokens) and tokens[index + 1].tag[:3] == "NNP"
        day = before == "d" and [token.tag for token in tokens[index + 1 : index + 4]] == ["CD", "NNP", "NN"]
        named = named or day or (before == "N" and in_sentence_case(tokens))  # "a June 10 Facebook post"
        return "N" if named else letter  # "the Sunday Mirror", "told USA Today"
    if before == "h" and letter in "PR":
        behind = tokens[index + 1].tag if index + 1 < len(tokens) else ""
        if behind != "DT" and behind in NOMINAL_TAGS:
            return "j"  # "a hands-on role"
        tag, article = tokens[index - 2].tag, index > 2 and tokens[index - 3].tag in ("DT", "PRP$")
        whole = tag in ("NN", "VB", "VBP", "JJ") or (article and tag in ("VBD", "VBN"))
        return "n" if whole and behind not in ("HYPH", "VBG") else letter  # "the build-up", "a let-off"
    if word == "in":
        unit = before == "c" and tokens[index].start == tokens[index - 1].end  # "is 5ft 10in tall"
        return "n" if unit else "h" if one_in(tokens, index) else letter  # "one in four patients"
    if letter == "v" and before == "B" and tokens[index - 1].lower == "'s":
        return "e"  # "He's cost us the game"
    if letter == "v" and before in "TZ" and tokens[index].tag == "VBZ":
        return "n" if told_when(tokens, index) else letter  # "announced this week plans to cut jobs"
    if letter == "v" and before == "," and tokens[index].tag == "VBZ":
        return "n" if apposed(tokens, index) else letter  # "will close two plants, moves it expects to cost"
    if letter in "gL" and before == "p" and owned_noun(tokens, index):
        return "n"  # "In its ruling the court stated"
    if before == "g" and letter == "v" and tokens[index].tag == "VBZ":
        frame = verb_frame(tokens[index - 1].lemma)
        noun = index > 1 and tokens[index - 2].text == "," and frame.total >= 20 and frame.object >= 50
        return "n" if noun else letter  # "..., causing sparks that set fires"
    if letter == "n" and before == "," and tokens[index].tag == "NN":
        return "v" if many_tell(tokens, index) else letter  # "Workers, many of whom are ill, fear that"
    if letter == "n" and before in ",»" and tokens[index].tag == "NNS":
        return "v" if names_source(tokens, index) else letter  # "The sites were cleaned, reports Reed."
    if letter in "jn" and before in "Ct" and verb_before(tokens, index):
        return "b"  # "plans to cut jobs and close two plants", "a crime to film the police"
    if letter == "b" and before == "C" and word not in words("words", "verb_bases") and not verb_frame(word).total:
        return letter if bare_before(tokens, index) else "n"  # "a member and signatory"
    if letter == "b" and before == "t":
        prior = index > 1 and tokens[index - 2].lower in word_class("before-to")
        taken = word in word_class("places-to-go") and any(
            token.lemma in ("bring", "go", "return", "take") for token in tokens[max(0, index - 5) : index - 1]
        )
        caused = index > 1 and tokens[index - 2].lower == "due" and setback(tokens, index)
        laid = word in word_class("put-to") and _put(tokens, index)
        noun = prior or taken or caused or laid or noun_only(tokens[index]) or leads_to(tokens, index)
        return "n" if noun and not governed(tokens, index) else letter  # "moved from vitamin C to vitamin E"
    if letter == "b":
        return "e" if before == "H" and word.endswith(("en", "ed", "wn")) else letter  # "have retaken"
    if word in ("'d", "need") and letter in "mv":
        if word == "need":
            return "m" if [token.tag for token in tokens[index + 1 : index + 3]] == ["RB", "VB"] else letter
        tags = [token.tag for token in tokens[index + 1 : index + 5] if token.tag not in ("RB", "DT")]
        return "H" if tags[:1] in (["VBN"], ["VBD"]) else letter  # "she'd never had one", "they'd all been sold"
    if letter == "m" and before in "dp":
        return "n"  # "to impose its will", "the will of the people", "A helmet is a must"
    if letter == "m":
        named = tokens[index].text == "Will" and index + 1 < len(tokens) and tokens[index + 1].tag in ("VBD", "VBZ")
        return "N" if named else letter  # "Will wrote"
    if word in _FLOATING and (before in "Bm" or (before == "H" and word != "each")) and _done_next(tokens, index + 1):
        return "r"  # "were both indicted", "were both medically cleared", "would each pay"
    if (
        word == "that"
        and letter in "kW"
        and before in "C,"
        and index + 1 < len(tokens)
        and tokens[index + 1].tag == "NNS"
        and (letter == "k" or all(token.tag != "WDT" for token in tokens[max(0, index - 20) : index]))
    ):
        return "Q"  # "said prices fell and that leaks cost a fifth"
    if word == "that" and letter == "k" and before in "nNC" and relative_goes_on(tokens, index, before):
        return "W"  # "a union that backed her and that has 9,000 members", "a firm that's been accused"
    if word == "that" and letter == "k" and before in "vbger" and that_begins(tokens, index):
        return "Q"  # "heard that staff had failed"
    if letter == "v" and tokens[index].tag == "VBD" and before in "nN" and tokens[0].lower != "with":
        return "e" if attended(tokens, index) else letter
    if letter == "v" and tokens[index].tag == "VBD" and before not in "Pfy,":
        noun = all(token.tag in _COMMON for token in tokens[1:index])
        ends = index + 1 < len(tokens) and tokens[index + 1].text == ","
        return "e" if noun and ends else letter  # "With all ballots counted, the party won"
    if letter == "n" and before == "W":
        verb = word in words("words", "verb_bases") and index > 1 and tokens[index - 2].tag == "NNS"
        governs = index + 1 < len(tokens) and tokens[index + 1].tag in ("IN", "TO", "DT", "PRP$", "EX")
        return "v" if verb and governs else letter  # "lakes that form at its foot"
    if letter == "v" and before in "Pfy":
        bare = index + 1 < len(tokens) and tokens[index + 1].tag in ("NN", "NNS")
        return "l" if bare else letter  # "behind closed doors"
    if letter == "s":
        return "B" if index + 1 < len(tokens) and tokens[index + 1].lower == "been" else letter  # "My nan's been ill"
    if word == "lower":
        object_follows = index + 1 < len(tokens) and tokens[index + 1].tag in NOMINAL_TAGS | {"NNS", "$"}
        return letter if object_follows or letter not in "bv" else "r"  # "drag shares lower as copper slides"
    if word == "as":
        alone = before in "xo" and tagged(tokens, index + 1, "JJ") and tagged(tokens, index + 2, ".", ",", "IN", "CC")
        return "r" if letter == "A" and (alone or _equals(tokens, index)) else letter  # "has not been as bad"
    if letter == "k":
        return "o" if word == "neither" and before in "qnNmHB" else letter  # "he neither spoke nor moved"
    if word == "old" and before == "h" and not any(t.tag in NOMINAL_TAGS for t in tokens[index + 1 : index + 2]):
        return "n"  # "the 42-year-old was arrested"
    if letter == "n" and before in "jn" and tokens[index - 2].lower == "whose":
        return "v" if has_object(tokens, index) else letter  # "a firm whose software answers questions"
    if letter == "n" and before == "r":
        most = word[-3:] == "ing" and tokens[index - 1].lower in ("least", "most")  # "the most polarizing figure"
        noun = not most and any(token.tag in NOMINAL_TAGS for token in tokens[index + 1 : index + 2])
        return letter if noun else "j"  # "the most virulent of the three"
    if letter == "n" and before == "q" and third_person(tokens, index):
        return "v"  # "It names the captain"
    if letter == "v" and before in "nNj" and tokens[index].tag == "VBZ" and bears_names(tokens, index):
        return "n"  # "Spin twins Reed and Holt applied the pressure"
    if letter == "n" and before == "N" and [token.lower for token in tokens[index + 1 : index + 2]] == ["that"]:
        says = tokens[index].tag == "NNS" and verb_frame(tokens[index].lemma).that >= 40
        return "v" if says else letter  # "Smith claims that he"
    if letter == "n" and before == "n" and tokens[index - 1].tag == "NNS" and tokens[index].tag == "NN":
        told = [token.lower for token in tokens[index + 1 : index + 2]] == ["that"] and verb_frame(word).that >= 40
        return "v" if told else letter  # "Experts caution that it may fail"
    if letter == "n" and index > 1 and tokens[index - 1].lower == "longer" and tokens[index - 2].lower == "no":
        return "v" if word in words("words", "verb_bases") else letter  # "the two no longer trade"
    if letter == "n" and word in ("co", "re") and [t.tag for t in tokens[index + 1 : index + 2]] == ["HYPH"]:
        return "r"  # "co-authoring"
    if word == "missing" and all(t.tag not in NOMINAL_TAGS and t.lower != "out" for t in tokens[index + 1 : index + 2]):
        return "j"  # "left 16 missing"
    if letter == "g" and "-" in word:
        return "L"  # "high-ranking officials"
    if letter == "g":  # "Lima's backtracking on the law"
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        noun = after is None or after.tag in ("IN", "CC", ",", ".", "MD", "VBD", "VBZ", "TO", "WDT")
        denied = after is not None and after.lower == "that" and tokens[index - 1].lower == "no"
        return "n" if noun and not denied else letter  # but "There is no denying that"
    if word == "times" and (before in "ck" or tokens[index - 1].lower in ("multiple", "numerous")):
        return "Z"  # "three times"
    if word in ("over", "under") and before == "P" and span_at(tokens, index + 1):
        return "w"  # "the smallest rise in over a decade"
    if word in ("about", "around", "over", "under") and counts(tokens, index + 1, before):
        return "w"  # "wiped about $2 billion off its value", "Over a third of the staff have left"
    if letter == "r" and word in word_class("raising-degree"):
        return "w" if compares(tokens, index + 1) else letter  # "even more serious problems"
    if word == "about" and before == "B" and index + 1 < len(tokens) and tokens[index + 1].tag == "TO":
        return "r"  # "is about to leave"
    if word == "off" and index + 1 < len(tokens) and tokens[index + 1].text[0].isupper():
        return letter if tokens[index - 1].lemma in word_class("off") else "P"  # "sank off Malta", "fought off Reed"
    if word == "over" and before == "c" and tokens[index - 1].tag == "CD":
        return "P"  # "$9 billion over ten years"
    if word == "over" and before in "Bux" and (index + 1 == len(tokens) or tokens[index + 1].tag in (".", ",", "CC")):
        return "j"  # "the war is over"
    if word == "over" and before in "vbge" and _time_follows(tokens, index):
        return "P"  # "taken over the past two weeks"
    if word == "on":  # "takes on Estrel"
        taken = tokens[index - 1].lemma == "take" and index + 1 < len(tokens) and tokens[index + 1].tag in _TAKEN
        return "R" if taken and tokens[index + 1].lower[-3:] != "day" else letter
    if word == "over" and before in "vbge" and tokens[index - 1].lemma not in word_class("over"):
        nominal = index + 1 < len(tokens) and tokens[index + 1].tag in NOMINAL_TAGS
        return "P" if nominal else letter if letter in "Rrw" else "R"  # "rallied over issues"
    if word in word_class("directions") and before in "vbge":
        return "R"  # "go ahead", "look forward": what the verb means depends on it
    if word in _PAPERS and before in "nN" and index > 1 and article_before(tokens, index):
        return "n"  # "The Lakeside daily said"
    if word == "own" and (before in "Wq" or (before == "n" and tokens[index - 1].tag == "NNS")):
        return "v"  # "people who own houses": the adjective stands behind a possessive
    if word == "subject" and letter in "nj" and before in "BuxvCr,w":
        ends = index + 1 < len(tokens) and tokens[index + 1].tag == "TO"
        return "j" if ends else letter  # "are vague, broad and subject to abuse"
    if word == "yet":
        return "C" if before in "nNZT" and verb_begins(tokens, index + 1) else letter  # "sips power yet still shines"
    return letter


def _put(tokens: list[Token], index: int) -> bool:
    """Tell whether something is put or laid to what follows, which has no object: `putting it to rest`."""
    put = any(token.lemma in ("lay", "put") for token in tokens[max(0, index - 6) : index - 1])
    return put and (index + 1 == len(tokens) or tokens[index + 1].tag in (".", ",", "IN", "CC", "RB"))


def _done_next(tokens: list[Token], index: int) -> bool:
    """Tell whether a participle stands there, or an adverb and one: `were both (medically) cleared`."""
    return tagged(tokens, index + tagged(tokens, index, "RB"), "VB", "VBN", "VBG")


def _equals(tokens: list[Token], index: int) -> bool:
    """Tell whether *as* stands before an adverb or two and a second *as*."""
    behind = tokens[index + 1 : index + 4]
    second = next((at for at, token in enumerate(behind) if token.lower == "as"), 0)
    return second > 0 and all(token.tag in ("RB", "JJ") for token in behind[:second])


def _time_follows(tokens: list[Token], index: int) -> bool:
    """Tell whether *the past weeks*, *the next year*, *the weekend* follow; but "took over last week"."""
    behind = [token.lower for token in tokens[index + 1 : index + 4]]
    return behind[:1] == ["the"] and (not word_class("times").isdisjoint(behind[1:2]) or "weekend" in behind)


def _governs_noun(tokens: list[Token], index: int, before: str) -> bool:
    """Tell whether a participle is a preposition: `rose following the vote`, `odd given its size`, `pending a trial`.

    A noun phrase follows and no form of *be*, determiner or verb that takes an -ing form stands before; *given* also
    follows nouns as a participle (`patients given the drug`), and `given a choice` is one.
    """
    word, behind = tokens[index].lower, tokens[min(index + 1, len(tokens) - 1)]
    opens = behind.tag in _OPENING_TAGS or (word == "following" and behind.tag == "VBZ")  # "following claims he lied"
    if not opens or before in "BuxzHGdkpst":
        return False
    if word == "given":
        return given_noun(tokens, index, before)
    if word == "pending" and before in "ve,":
        return behind.tag in ("DT", "PRP$", "NN", "JJ", "NNP")  # "was held pending trial"
    if word in ("considering", "pending"):
        return behind.tag in ("DT", "PRP$") and (word == "pending" or before == ",")
    near, still = range(index - 1, max(-1, index - 4), -1), word_class("directions")
    last = next((at for at in near if tokens[at].tag != "RB" or tokens[at].lower in still), index - 1)
    governed = before in "vbger" and verb_frame(tokens[last].lemma).ing >= 4
    return not governed and tokens[last].lemma != "be" and (behind.tag != "NN" or before in ",nNZTvjr")
