"""Where the words of a claim's parts begin and end: phrases, and clauses that are given as arguments."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.attached import NESTED, before_act, continued, participles, relatives
from newsclaims.claims.spoken import further, spoken
from newsclaims.claims.stranding import stranded
from newsclaims.claims.vocabulary import word_class
from newsclaims.model import Argument, Reference
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import CLAUSAL
from newsclaims.syntax.chunks import INFINITIVE, Chunk
from newsclaims.syntax.clause import QUOTES, Clause, Phrase, hangs
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.paths import tells
from newsclaims.table import words
from newsclaims.words.complements import effect
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import verb_takes

LONGEST: Final = 10
TRUTH: Final = frozenset({"because", "if", "like", "unless", "whether"})
"""Subordinators without whose clause the one before says something else."""
TAKEN: Final = 25
"""Per cent of a verb's uses with a preposition from which a phrase with it belongs to what it says."""
DEEPEST: Final = 8
"""How many clauses one that is given as an argument holds at most."""

_OPENING: Final = frozenset(("[", "“", '"'))
_CLOSING: Final = frozenset(("”", '"', "+", "]"))
_SHORT: Final = 24  # code points: what is longer is seldom said twice
_OF_OBJECTS: Final = frozenset(("for", "from", "into", "of"))


class Spans:
    """The spans of one sentence; ``clause`` is the one whose claim is made, ``verb`` and ``opener`` are its.

    ``told`` is what the clause says that somebody is or that there is: a relative clause says which, `I am the one who
    called`.
    """

    clause: Clause
    verb: Chunk
    opener: str

    def __init__(self, text: str, parse: Parse, shared: dict[str, str] | None = None) -> None:
        tokens, clauses = parse.tokens, parse.clauses
        self.text = text
        self.shared = {} if shared is None else shared
        self.tokens = tokens
        self.parse = parse
        self.told: list[Phrase] = []
        self.depth = 0
        self.brief = False  # without the -ing forms that a verb's preposition has
        self.saying = False  # with aims and times: somebody says all of it
        self.further = continued(clauses)
        self.relatives = relatives(clauses, tokens)
        self.participles = participles(clauses)
        held = {id(inner) for clause in clauses for _, inner in clause.content}
        named = (clause for clause in clauses if clause.opener == kinds.GERUND and clause.word == "of")
        self.aims = {c.first: c for c in clauses if c.verb is not None and c.verb.kind == INFINITIVE and not c.finite}
        self.said = {
            clause.first: clause for clause in clauses if clause.opener == kinds.THAT and clause.word == "that"
        }
        self.acts = {before_act(clause, tokens): clause for clause in named if id(clause) not in held}

    def words(self, start: int, end: int) -> str:
        """Return the words of a span; short ones once for all claims, for a long article says *he* and *said* often."""
        found = self.text[start:end]
        return self.shared.setdefault(found, found) if end - start < _SHORT else found

    def reference(self, span: tuple[int, int]) -> Reference:
        """Return a span as a part of a claim."""
        return Reference(self.words(span[0], span[1]), span[0], span[1])

    def given(self, role: str, span: tuple[int, int]) -> Argument:
        """Return a span as an argument."""
        return Argument(role, self.words(span[0], span[1]), span[0], span[1])

    def marked(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of tokens, with the marks that belong to it: `“Marsh” and “Lund”`, `[Reed]`, `Canal+`."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        before, mark = self.text[max(start - 1, 0) : start], self.text[end : end + 1]
        if mark not in _CLOSING and before not in _OPENING:
            return start, end
        text = self.text[start:end]
        closes = text.find("”") >= 0 and not 0 <= text.find("“") < text.find("”")
        if (
            (before == "[" and text.count("]") > text.count("["))
            or (before == "“" and closes)
            or (before == '"' and text.count('"') % 2)
        ):
            start -= 1  # "said “[Reed] is late”"
            text = self.text[start:end]
        opened = text.count("“") > text.count("”") if mark == "”" else mark == '"' and text.count('"') % 2 == 1
        if opened or mark == "+" or (mark == "]" and text.count("[") > text.count("]")):
            end += 1  # "committing an “unfriendly act” by granting asylum", "the [company] failed"
        return start, end

    def whole(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of a phrase; a quotation that opens inside it goes on to its closing mark."""
        span = self.marked(first, last)
        text = self.text[span[0] : span[1]]
        if "“" not in text and '"' not in text:
            return span
        within = any(one.start < span[0] < one.inner_end < span[1] for one in self.parse.stretches)
        if text.count("“") > text.count("”") or (text.count('"') % 2 and not within):
            end = self.verb.first if first < self.verb.first else len(self.tokens)
            for at in range(last, min(last + 2 * LONGEST, end)):
                if self.tokens[at].text in ("”", '"', "''"):
                    return self.marked(first, at + 1)
        return span

    def modified(self, phrase: Phrase) -> int:
        """Return where a noun phrase ends: `a newspaper based in Beirut`, `those who oppose it`.

        A short participle clause right behind it belongs to it, and a relative clause without which it means more.
        """
        if self.tokens[phrase.last - 1].tag == "CD":
            behind = [token.lower for token in self.tokens[phrase.last : phrase.last + 2]]
            if behind[:1] in (["and"], ["or"]) and behind[-1] in word_class("or-more"):
                return phrase.last + 2  # "is 20 or under"
        act = self.acts.get(phrase.last)
        said = self.said.get(phrase.last)
        if said is not None and said.verb is not None and self.of_noun(phrase, said.verb):
            return self.reach(phrase, said)  # "The claim that it was rigged | has been dismissed"
        aim = self.aims.get(phrase.last)
        if aim is not None:
            finite = self.opener not in (kinds.GERUND, kinds.NONFINITE)
            subject = finite and phrase.preposition is None and phrase.last <= self.verb.first
            governed = phrase.preposition is not None and noun_frame(self.tokens[phrase.last - 1].lemma).infinitive >= 4
            if subject or governed or (phrase.preposition == "for" and aim.subject is phrase):
                return self.reach(phrase, aim)  # "attempts to reach her failed", "with the aim to win"
        if act is not None:
            return self.reach(phrase, act)  # "the risk of losing"
        inner = phrase.modifier or self.participles.get(id(phrase))
        if inner is not None and inner.verb is not None and self.beside(phrase.last, inner.verb.first):
            return self.reach(phrase, inner, LONGEST)  # "a licence allowing firms to sell chips"
        relative = self.relatives.get(id(phrase))
        if relative is None:
            return phrase.last
        one = relative.subject if relative.gap == "subject" else relative.antecedent  # "changes in apps that cost much"
        general = self.general(phrase) or (one is not None and one is not phrase and self.general(one))
        whole = general or tells(relative, self.tokens, phrase.head)  # "a claim he had lied"
        return self.reach(phrase, relative, 2 * LONGEST) if whole else phrase.last

    def of_noun(self, phrase: Phrase, verb: Chunk) -> bool:
        """Tell whether a that-clause right behind a noun is what that says, not what the verb of the claim does.

        Such a noun is a subject, or stands behind a preposition: `angered by the fact that he lied`.
        """
        noun = self.tokens[phrase.last - 1]
        if phrase.preposition is None:
            return verb.last <= self.verb.first and noun_frame(noun.lemma).that >= 10
        tells_none = noun.tag[:3] == "NNP" or effect(noun.lemma, "noun:that") is None
        return not tells_none and verb_frame(self.tokens[self.verb.head].lemma).that < CLAUSAL

    def beside(self, last: int, first: int) -> bool:
        """Tell whether nothing stands between two tokens, or how something is: `sections | still smoldering`.

        So in `staff | very willing | to move`.
        """
        return first - last < 3 and all(token.tag in ("RB", "RBR", "JJ") for token in self.tokens[last:first])

    def reach(self, phrase: Phrase, clause: Clause, short: int = 0) -> int:
        """Return where a phrase ends with a clause that belongs to it; the claim of that clause itself goes without.

        Adjuncts that begin ``short`` tokens or more behind the clause's first word are left to its own claim, 0: none.
        """
        if self.depth == NESTED:
            return phrase.last
        self.depth += 1
        last = self.extent(clause, short)
        if last - phrase.first > 2 * LONGEST and not self.brief:
            self.brief, last = True, self.extent(clause, short)
            self.brief = False
        self.depth -= 1
        between = self.tokens[last : self.verb.first]
        if len(between) == 1 and between[0].tag in ("IN", "RP") and last != self.clause.first:
            last = self.verb.first  # "His refusal to say which side he was on | was met"
        inside = clause.first <= self.verb.first < last or hangs(self.clause, clause)
        if last - phrase.first > 2 * LONGEST and clause.verb is not None and not inside:
            last = self.shortest(phrase, clause, clause.verb)
        verb = self.tokens[clause.verb.head] if clause.verb is not None and clause.verb.last == last else None
        silent = verb is not None and verb.lemma == "say" and clause.gap in ("", "subject")  # "a sign saying | “Go”"
        return phrase.last if inside or silent or last - phrase.first > 2 * LONGEST else last

    def shortest(self, phrase: Phrase, clause: Clause, verb: Chunk) -> int:
        """Return where a phrase ends with the verb of a long clause and its object, of which no more is told."""
        aims = verb.kind == INFINITIVE and phrase.preposition == "for" and clause.subject is phrase
        told = any(inner.opener != kinds.SUB for _, inner in clause.content) or clause.adjective is not None
        told = told or any(role in ("as", "into") for role, _ in clause.arguments)  # "turned the firm | into a giant"
        told = told or clause.opener == kinds.THAT or not clause.objects
        if not aims and (told or (verb.kind == INFINITIVE and phrase.first > self.verb.first)):
            return phrase.last  # "a law which urged the firms | to leave", "plans | to sell it"
        return max([verb.last, *(part.last for part in clause.objects)])

    def general(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names everybody or everything of a kind, so that a relative clause says which."""
        first, head = self.tokens[phrase.first], self.tokens[phrase.head]
        if phrase in self.told or not words("claims", "general_words").isdisjoint((first.lower, head.lower)):
            return True
        if phrase.chunk.last - phrase.first == 1 and head.lower in word_class("some-of-all"):
            return True  # "including many who had left"
        if first.lower in ("the", "any", "every", "no", "only") and head.tag != "NNP":
            return True
        plural = head.tag == "NNS" or (head.tag in ("NNP", "NNPS") and head.lower[-1] == "s")  # "Ex-Rovers who joined"
        now = self.tokens[min(phrase.last + 1, len(self.tokens) - 1)].tag in ("VBP", "VBZ")  # "six firms that claim"
        return plural and phrase.chunk.shape[0] in "njlLN" + "c" * now and phrase.last == phrase.chunk.last

    def content(self, inner: Clause, role: str = "") -> tuple[int, int] | None:
        """Return the span of a governed clause, whole: from its first word to the end of what belongs to its verb.

        The word that opens it is its ``role`` and left out, but for questions: `about where he was`.
        """
        verb = inner.verb
        if verb is None:
            return None
        first = inner.first
        opened = inner.word and self.tokens[first].lower == inner.word
        asked = inner.word in ("when", "where") and role not in ("", "reported", "that", inner.word)
        said = inner.opener in (kinds.THAT, kinds.SUB) and inner.word and not asked
        if said or (opened and inner.opener == kinds.GERUND):
            first = min(first + 1, verb.first)
        while inner.opener == kinds.GERUND and first > 1 and self.tokens[first - 1].tag == "RB" and not opened:
            first -= 1  # "seen as “seriously weakening” it"
        self.saying = role in ("reported", "that")
        last, self.saying = self.extent(inner), False
        if role in ("reported", "that", "wh"):
            first, last = spoken(self.clause, first, last, self.parse)
            if first < self.verb.first < last:  # "We went," she said, "and found nothing": up to where she says so
                marks = (at for at in range(first, self.verb.first) if self.tokens[at].text in QUOTES)
                last = max(marks, default=last)
                if last <= verb.first:
                    return None  # "They," said Reed, "lied"
        elif inner.opener == kinds.SUB and inner.first > self.verb.first and last > first:
            last = further(self.tokens, last, self.parse.extent(inner, last - 1))
        while first < last and (self.tokens[first].text in QUOTES or self.tokens[first].text == ","):
            first += 1
        while first < last and self.tokens[last - 1].text == ",":
            last -= 1
        return self.whole(first, last) if first < last else None

    def extent(self, clause: Clause, short: int = 0) -> int:
        """Return where the last phrase or clause that belongs to a clause ends, its subject only in questions."""
        last = 0
        waiting = [clause]
        for _ in range(DEEPEST):
            if not waiting:
                break
            inner = waiting.pop()
            verb = inner.verb
            if verb is None:
                continue
            last = max(last, verb.last, inner.adjective.last if inner.adjective is not None else 0)
            for part in (*inner.objects, *inner.adverbs):
                last = max(last, self.modified(part))
            if inner.question and inner.subject is not None:
                last = max(last, self.modified(inner.subject))
            bare = not short or (not inner.objects and inner.adjective is None)
            for role, part in inner.arguments:
                near = part.last - inner.first <= short or verb_takes(self.tokens[verb.head].lemma, role) >= TAKEN
                if role != "according to" and (bare or near):
                    last, bare = max(last, self.modified(part)), bare and (not short or part.first < verb.first)
            more = self.further.get(id(inner), ())
            waiting += [one for one in more if one.beside is None or not inner.first < self.verb.first <= one.first]
            waiting += [deeper for role, deeper in inner.content if self.complement(inner, role, deeper)]
        return last + stranded(last, self.tokens)

    def complement(self, clause: Clause, role: str, inner: Clause) -> bool:
        """Tell whether a clause is what the verb or object of another is about, not why, when or what for."""
        if clause.verb is None or inner.verb is None or inner.first < clause.verb.first:
            return False
        if inner.opener in (kinds.SUB, kinds.WH) and role == self.tokens[inner.first - 1].lower != "so":
            return True  # "end up campaigning for whoever wins", "has an idea of where they stand"
        even = inner.word == "as" and self.tokens[inner.first - 1].lower in ("even", "just")  # ", even as he fell"
        at = inner.first - 1 - even
        apart = at >= 0 and self.tokens[at].tag in (",", ":")
        late = self.depth or (apart and role not in TRUTH)
        if inner.opener == kinds.SUB and role not in ("like", "whether") and late:
            return False
        if not clause.objects or role in ("like", "predicative") or inner.rule == "claims.object-control":
            return True
        if self.saying and not (apart or self.depth) and (inner.opener == kinds.SUB or inner.verb.kind == INFINITIVE):
            return True  # "thinks she has the nerve to do it", "said he sold the mill before it burned"
        if inner.opener == kinds.SUB and role in ("because", "if", "unless") and clause.opener != kinds.GERUND:
            return True  # "told them to leave the house if it rained"
        if inner.opener == kinds.THAT and self.tokens[clause.verb.head].lemma in words("words", "telling_verbs"):
            return True  # "asked them to tell Reed that it was late"
        verb = self.tokens[clause.verb.head].lemma
        if inner.opener == kinds.GERUND and (role in ("from", "of") or verb_takes(verb, role) >= TAKEN // 3):
            return not self.brief  # "a law that bars people from using phones"
        noun = clause.objects[-1]  # "cancel plans to sell arms"
        if inner.opener == kinds.THAT and role == "that" and noun.last == inner.first:
            return noun_frame(self.tokens[noun.head].lemma).that >= 10  # "deny the fact that it failed"
        if inner.opener == kinds.GERUND and inner.subject in clause.objects and role in _OF_OBJECTS:
            return True  # "in an effort to stop crews from leaving"
        return noun.last == inner.verb.first and noun_frame(self.tokens[noun.head].lemma).infinitive >= 4
