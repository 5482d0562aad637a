"""From clauses to claims: roles, flat arguments, the frame's rule and the qualifiers."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.agents import may_act
from newsclaims.claims.amounts import kept_role, timed
from newsclaims.claims.circumstances import circumstances
from newsclaims.claims.frames import frame, verb_lemma
from newsclaims.claims.fronted import fronted_clauses, held_too, limited, limited_role, roughly
from newsclaims.claims.parties import (
    distant,
    lent,
    lent_phrase,
    makes_into,
    names,
    names_topic,
    says_enough,
    whose,
    with_gap,
)
from newsclaims.claims.polarity import ruled_out
from newsclaims.claims.scope import Scope
from newsclaims.claims.spans import Spans
from newsclaims.claims.stranding import left_behind, left_out
from newsclaims.claims.vocabulary import word_class
from newsclaims.model import Argument, Claim, Predicate, Reference, Span
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.paths import says_when, tells
from newsclaims.table import words
from newsclaims.words.complements import effect
from newsclaims.words.frames import verb_frame

_BARE: Final = frozenset({"adverb", "amount", "predicative", "that", "time", "to-inf"})
"""Roles of arguments that are no prepositions."""


class Builder(Spans):
    """Makes the claims of one sentence from its clauses."""

    def __init__(self, text: str, parse: Parse, shared: dict[str, str] | None = None) -> None:
        super().__init__(text, parse, shared)
        self.sentence = parse.sentence
        self.scope = Scope(parse)
        self.ahead = fronted_clauses(parse.clauses, parse.tokens)

    def claim(self, clause: Clause) -> Claim | None:
        """Return the claim of a clause, or None where it has nobody to be about."""
        verb = clause.verb
        if verb is None:
            return None
        self.clause, self.verb, self.opener = clause, verb, clause.opener
        self.told = clause.objects[:1] if clause.copular or clause.there else []
        if clause.silent or (clause.question and verb.shape in ("m", "D")):
            return None  # also a question whose content verb was not found: "Cast: Will Smith, Ann Lund"
        if verb.shape.lstrip("rw") in ("m", "mo", "Do") or names_topic(clause, self.tokens):
            return None  # "all they can", "others would not": what is left out cannot be claimed
        arguments = [*clause.arguments, *lent_phrase(clause, self.tokens), *held_too(clause, self.tokens)]
        if clause.there:
            subject, object_, extra = self.existential(clause)
        elif clause.passive:
            subject, object_, extra = self.passive(clause, arguments)
        else:
            subject, object_, extra = self.active(clause)
        if subject is None and not says_enough(clause, object_):
            return None
        about = [(one.start, one.end) for one in (subject, object_, *extra) if one is not None] if arguments else []
        for one in [self.argument(*pair) for pair in arguments if not ruled_out(pair[1].start, clause, self.tokens)]:
            if not any(start < one.start < end for start, end in about):  # inside, it is said of that already
                extra.append(one)
        extra += self.adverbs(clause, object_)
        extra += self.contents(clause, object_, [*extra, *((subject,) if subject is not None else ())])
        extra.sort(key=lambda argument: argument.start)
        extra = timed(extra, self.sentence, self.text, verb)
        extra.sort(key=lambda argument: argument.start < self.tokens[verb.first].start)
        predicate = self.predicate(clause)
        if object_ is None and not clause.there and left_out(clause, predicate.lemma, extra):
            return None  # "who he is", "Here's the thing", "it was and remains": of what is left out nothing is said
        extra = [*(self.given(r, self.whole(a, b)) for r, a, b in circumstances(clause, self.tokens)), *extra]
        roles = {argument.role for argument in extra} - {"adverb"}
        rule = clause.rule or frame(clause, predicate.lemma, object_ is not None, roles)
        items: list[Span | Argument] = [predicate, *(item for item in (subject, object_) if item is not None), *extra]
        start, end = min([self.opening(item) for item in items]), max([item.end for item in items])
        status = self.scope.status(clause)
        return Claim(
            id="",
            text=self.text[start:end],
            start=start,
            end=end,
            sentence=self.sentence.index,
            subject=subject,
            predicate=predicate,
            object=object_,
            arguments=tuple(extra),
            voice="passive" if clause.passive else "active",
            negated=status.negated,
            modality=status.modality,
            attributed_to=None,
            quote=None,
            dates=(),
            figures=(),
            place=None,
            standalone=None,  # when all its links are known: see ``wording/standalone.py``
            confidence=0.0,  # known when its links are: see ``confidence.py``
            rule=rule,
        )

    def opening(self, item: Span | Argument) -> int:
        """Return where a part of a claim begins, with its preposition if that stands right before it: `In April we`."""
        start = item.start
        if not isinstance(item, Argument) or item.role in _BARE or start >= self.tokens[self.verb.first].start:
            return start
        length = len(item.role) + 1
        return start - length if self.text[max(0, start - length) : start - 1].lower() == item.role else start

    # -- roles -------------------------------------------------------------------------------------------------

    def existential(self, clause: Clause) -> tuple[Reference | None, Reference | None, list[Argument]]:
        """*There were three explosions*: what there is, is the subject."""
        if not clause.objects:
            return None, None, []
        return self.phrase(clause.objects[0]), None, []

    def passive(
        self, clause: Clause, arguments: list[tuple[str, Phrase]]
    ) -> tuple[Reference | None, Reference | None, list[Argument]]:
        """Turn a passive round; its agent is taken out of the arguments."""
        assert clause.verb is not None
        surface, verb = whose(clause, clause.verb, self.tokens), clause.verb
        agents = [pair for pair in arguments if pair[0] == "by" and may_act(pair[1], verb, self.tokens)]
        nearest = [pair for pair in agents if pair[1].start == verb.last]  # "arrested by police on a road by the sea"
        agent = (nearest or agents)[-1] if agents else None
        if agent is not None:
            arguments.remove(agent)
        adjective = [Phrase(clause.adjective)] if clause.adjective is not None else []
        return (
            self.phrase(agent[1]) if agent is not None else None,
            self.phrase(surface) if surface is not None else None,
            [
                self.argument(kept_role(phrase, clause.verb, self.tokens), phrase)
                for phrase in (*self.kept(clause), *adjective)
            ],
        )

    def kept(self, clause: Clause) -> list[Phrase]:
        """Return the object that a passive keeps: `was given a car`, `the car he was given`."""
        antecedent, verb = clause.antecedent, clause.verb
        open_ = clause.opener == kinds.RELATIVE and clause.gap in ("open", "zero") and not clause.objects
        if not open_ or antecedent is None or verb is None or antecedent.time or clause.subject is None:
            return clause.objects
        return [antecedent] if verb_frame(self.tokens[verb.head].lemma).two_objects >= 5 else []

    def active(self, clause: Clause) -> tuple[Reference | None, Reference | None, list[Argument]]:
        """Give the bare phrases behind an active verb their roles."""
        surface = clause.surface()
        subject = self.phrase(surface) if surface is not None and names(clause, surface, self.tokens) else None
        objects = list(clause.objects)
        extra: list[Argument] = []
        assert clause.verb is not None
        frame_ = verb_frame(self.tokens[clause.verb.head].lemma)
        gap = clause.opener in (kinds.RELATIVE, kinds.WH) and clause.gap in ("open", "zero")
        makes = self.tokens[clause.verb.head].lemma in word_class("making")  # "which they want to make public"
        gap = gap and (clause.adjective is None or makes)
        if clause.question and clause.opener == kinds.WH and clause.gap == "open" and clause.antecedent is not None:
            gap = clause.antecedent.chunk.shape[0] != "d"  # "How many people did they arrest?"; but "what the hell"
        gap = gap or (self.what(clause) and (frame_.object >= 25 or frame_.that >= 40))
        if gap and clause.antecedent is not None and says_when(clause, self.tokens, clause.antecedent):
            gap = False
        if gap and clause.word == "that" and clause.antecedent is not None and frame_.object < 60:
            content = effect(self.tokens[clause.antecedent.head].lemma, "noun:that") is not None
            gap = not (content and (clause.governors or clause.verb.shape[0] == "m"))  # "the risk that it will spread"
        if gap and clause.opener == kinds.RELATIVE and clause.word in ("", "that") and clause.antecedent is not None:
            gap = not tells(clause, self.tokens, clause.antecedent.head)  # "claims the minister had lied"
        said = any(role in ("that", "reported") for role, _ in clause.content)
        telling = self.tokens[clause.verb.head].lemma in words("words", "telling_verbs")
        if said and clause.gap == "zero" and frame_.that >= 40:
            gap = gap and telling  # "the house I believe Reed bought"
        left = left_behind(clause, self.tokens) if not objects and (gap or self.what(clause)) else ""
        end = objects[-1].last if gap and objects else 0
        if end and not clause.arguments:
            left = left_behind(clause, self.tokens, end)  # "someone Reed has learned a lot from"
        if left and clause.antecedent is not None:
            extra.append(self.argument(left, clause.antecedent))
        elif (thing := clause.antecedent if gap else distant(clause, self.tokens)) is not None:
            objects = with_gap(clause, thing, objects, self.tokens[clause.verb.head].lemma)
        if not objects and clause.lends is not None and not clause.arguments and not clause.adverbs:
            objects = lent(clause)
            behind = self.tokens[clause.verb.last : clause.verb.last + 2]
            if objects and behind[0].tag == "IN" and behind[1].tag == "CC":  # "played with and taught the children"
                extra.append(self.argument(behind[0].lower, objects.pop()))
        if len(objects) == 1 and said and telling:
            extra.append(self.argument("to", objects.pop()))  # "told Reuters that ..."
        given = objects[0].pronoun and frame_.predicative < 8 if objects else False
        if given and self.tokens[objects[0].head].lower == "it":
            given = frame_.predicative < 2 and frame_.that < 20  # "allocate it more money"; but "would make it a crime"
        how = self.tokens[objects[1].head].lower if len(objects) > 1 else ""
        if how == "way" or (how in ("less", "more") and frame_.two_objects < 2):
            extra.append(self.argument("adverb", objects.pop()))  # "did it this way", "hates it less"
        elif len(objects) > 1 and kept_role(objects[1], clause.verb, self.tokens) == "amount":
            extra.append(self.argument("amount", objects.pop()))
        elif len(objects) > 1 and makes_into(clause.verb, objects[1], self.tokens):
            extra.append(self.argument("predicative", objects.pop()))  # "made him a target"
        elif len(objects) > 1 and (frame_.two_objects >= (1 if objects[1].chunk.shape[0] in "cp" else 2) or given):
            extra.append(self.argument("to", objects.pop(0)))
        elif len(objects) > 1:
            extra.append(self.argument("predicative", objects.pop()))
        object_ = self.phrase(objects[0]) if objects else None
        if object_ is None and clause.adjective is None:
            object_ = self.question(clause)
        if clause.adjective is not None:
            adjective = self.marked(clause.adjective.first, clause.adjective.last)
            if object_ is None:
                object_ = self.reference(adjective)
            else:
                extra.append(self.given("predicative", adjective))
        return subject, object_, extra

    def what(self, clause: Clause) -> bool:
        """Tell whether *what* is the object of a clause with a subject of its own: `regrets what they did`."""
        word = clause.antecedent
        if clause.gap != "wh" or word is None or clause.question or clause.subject is None or clause.content:
            return False
        said = ("what", "whatever") if word.last == clause.subject.first else ("what",)  # no "for whatever reason"
        return self.tokens[word.head].lower in said and clause.adjective is None and not clause.copular

    def question(self, clause: Clause) -> Reference | None:
        """Return the embedded question that is the verb's object: `suggest what it should mean`."""
        span = next((self.content(inner) for role, inner in clause.content if role == "wh"), None)
        return None if span is None else self.reference(span)

    def adverbs(self, clause: Clause, object_: Reference | None) -> list[Argument]:
        """Return how, how often and how much: the adverbs behind the verb that the object does not hold.

        Those inside the verb's own words (`quickly left`) are in the predicate's text; one that takes some of the deed
        back is told apart too: `rarely speaks`, `was little changed`.
        """
        verb = clause.verb
        assert verb is not None
        start = self.tokens[verb.head].start
        found = [self.argument("adverb", phrase) for phrase in clause.adverbs]
        within = range(object_.start, object_.end) if object_ is not None else ()
        found = [i for i in found if i.start > start and i.start not in within]
        less = [one for one in self.tokens[verb.first : verb.head] if one.lower in word_class("lessening")]
        return [Argument("adverb", one.text, one.start, one.end) for one in less if one.tag == "RB"] + found

    def contents(self, clause: Clause, object_: Reference | None, others: list[Argument | Reference]) -> list[Argument]:
        """Return the clauses that a clause governs as arguments, but for those that end another argument."""
        found = []
        for role, inner in (*self.ahead.get(id(clause), ()), *clause.content):
            span = self.content(inner, role)
            if span is None or (object_ is not None and span[0] == object_.start):
                continue
            if any(item.start <= span[0] < item.end for item in others):
                continue  # "on plans to sell"
            if inner.verb is not None and ruled_out(inner.verb.first - 1, clause, self.tokens):
                continue  # "not by selling shares but by borrowing"
            opening = self.text[span[0] : span[0] + 5].lower()
            if role == "so" and opening == "that ":
                role, span = "so that", (span[0] + 5, span[1])
            elif inner.opener in (kinds.SUB, kinds.GERUND) and role == inner.word:
                role = limited(inner, self.tokens)
            found.append(self.given("that" if role in ("reported", "wh") else role, span))
        return found

    # -- spans -------------------------------------------------------------------------------------------------

    def phrase(self, phrase: Phrase) -> Reference:
        inner = self.opener in (kinds.GERUND, kinds.NONFINITE) and phrase not in self.clause.objects  # named before
        own = phrase.modifier is not None and (phrase.modifier.verb is self.verb or inner)
        first = phrase.first
        if first > 0 and self.tokens[first].lower in ("few", "little", "many", "much"):
            before, opens = self.tokens[first - 1], first < self.verb.first  # "as many were hurt"
            adverb = before.tag in ("RB", "WRB") and not (opens and before.lower == "as")
            first -= adverb and before.lower in word_class("how-many")  # "asked how many were hurt": not that many were
            first -= 0 < first < phrase.first and self.tokens[first - 1].lower in ("just", "twice")
        return self.reference(self.whole(first, phrase.last if own else self.modified(phrase)))

    def argument(self, role: str, phrase: Phrase) -> Argument:
        first = roughly(role, phrase, self.tokens)
        return self.given(limited_role(role, phrase, self.tokens), self.whole(first, self.modified(phrase)))

    def predicate(self, clause: Clause) -> Predicate:
        """Return the verb chunk with the verbs that govern it, without the auxiliary of a question."""
        verb = clause.verb
        assert verb is not None
        first = verb.first
        governors = clause.governors[1:] if clause.question else clause.governors
        if clause.rule == "claims.coordinated-infinitive":
            governors = [one for one in governors if one.first >= clause.first]  # "should scrap these fees and | tie"
        for governor in reversed(governors):
            between = self.tokens[governor.last : first]
            tries = len(between) == 1 and self.tokens[governor.head].lower == "try"  # "will try and end it"
            if len(between) > 3 or (any(token.tag == "CC" for token in between) and not tries):
                break  # "would end the war and bring peace"
            first = min(first, governor.first)
        start, end = self.marked(first, verb.last)
        return Predicate(self.words(start, end), start, end, verb_lemma(verb, self.tokens))
