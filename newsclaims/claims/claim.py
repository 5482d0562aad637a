"""From clauses to claims: roles, flat arguments, the frame's rule and the qualifiers."""

from __future__ import annotations

from newsclaims.claims import clause as kinds
from newsclaims.claims.clause import Clause, Phrase
from newsclaims.model import Argument, Claim, Predicate, Reference
from newsclaims.words.frames import verb_frame
from newsclaims.words.groups import Group
from newsclaims.words.sentence import Sentence, Token

MEANS = frozenset({"accident", "air", "boat", "bus", "car", "chance", "default", "email", "example", "force", "hand", "law", "lot", "mail", "mistake", "name", "phone", "plane", "post", "rail", "road", "sea", "surprise", "telephone", "train", "video", "way"})
"""Nouns that say by what means when they stand alone behind *by*."""


class Builder:
    """Makes the claims of one sentence from its clauses."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens: list[Token] = sentence.tokens

    def reference(self, first: int, last: int) -> Reference:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Reference(self.text[start:end], start, end)

    def phrase(self, phrase: Phrase) -> Reference:
        return self.reference(phrase.first, phrase.last)

    def claim(self, clause: Clause) -> Claim | None:
        """Return the claim of a clause, or None where it has nobody to be about."""
        verb = clause.verb
        if verb is None or clause.silent:
            return None
        subject = clause.surface()
        if subject is not None and subject.group.kind == "there":
            subject = None
        objects = list(clause.objects)
        arguments = list(clause.arguments)
        rule = clause.rule
        found_object: Reference | None = None
        found_subject = self.phrase(subject) if subject is not None else None
        extra: list[Argument] = []
        if clause.there:
            if not objects:
                return None
            found_subject, found_object = self.phrase(objects[0]), None
            rule = rule or "claims.existential"
        elif clause.passive:
            found_object, found_subject = found_subject, None
            agents = [p for role, p in arguments if role == "by" and p.first > verb.first and self.may_act(p)]
            agent = agents[-1] if agents else None
            if agent is not None:
                found_subject = self.phrase(agent)
                arguments = [pair for pair in arguments if pair[1] is not agent]
            rule = rule or "claims.passive"
            extra += [self.argument("predicative", p) for p in objects]
        else:
            if clause.gap in ("open", "zero") and clause.antecedent is not None and not objects and clause.opener == kinds.RELATIVE:
                objects = [clause.antecedent]
            if not objects and clause.lends is not None and not arguments:
                objects = clause.lends.objects[:1]
            if len(objects) > 1:
                frame = verb_frame(self.tokens[verb.head].lemma)
                if frame.two_objects >= 2:
                    extra.append(self.argument("to", objects[0]))
                    objects = objects[1:]
                else:
                    extra.append(self.argument("predicative", objects[1]))
                    objects = objects[:1]
            if objects:
                found_object = self.phrase(objects[0])
            elif (question := next((inner for role, inner in clause.content if role == "wh"), None)) is not None:
                found_object = self.content(question)
            if clause.adjective is not None:
                adjective = self.reference(clause.adjective.first, clause.adjective.last)
                if found_object is None:
                    found_object = adjective
                else:
                    extra.append(Argument("predicative", adjective.text, adjective.start, adjective.end))
        if found_subject is None and found_object is None:
            return None
        content = []
        for role, inner in clause.content:
            reference = self.content(inner)
            if reference is not None:
                content.append(Argument(role if role not in ("reported", "wh") else "that", reference.text, reference.start, reference.end))
        said = extra + [self.argument(role, p) for role, p in arguments] + content
        said.sort(key=lambda a: a.start)
        predicate = self.predicate(clause)
        rule = rule or self.frame(clause, found_object, said)
        spans = [(predicate.start, predicate.end)] + [(x.start, x.end) for x in (found_subject, found_object) if x is not None]
        spans += [(a.start, a.end) for a in said]
        start, end = min(s for s, _ in spans), max(e for _, e in spans)
        return Claim(
            id="", text=self.text[start:end], start=start, end=end, sentence=self.sentence.index, subject=found_subject,
            predicate=predicate, object=found_object, arguments=tuple(said), voice="passive" if clause.passive else "active",
            negated=negated(clause), modality="asserted", attributed_to=None, quote=None, dates=(), figures=(), place=None,
            confidence=0.7, rule=rule,
        )  # fmt: skip

    def may_act(self, phrase: Phrase) -> bool:
        """Tell whether a phrase behind *by* can be an agent: no time, no amount, no bare means (`by mail`)."""
        if phrase.time or "$" in phrase.group.shape:
            return False
        head = self.tokens[phrase.head]
        return not (head.tag == "NN" and phrase.group.shape == "n" and head.lower in MEANS or head.lower in ("percent", "%"))

    def content(self, inner: Clause) -> Reference | None:
        """Return the span of a governed clause, from its first word to the last word of what it holds."""
        if inner.verb is None:
            return None
        last = max([inner.verb.last] + [p.last for p in inner.objects] + [p.last for _, p in inner.arguments] + [inner.last])
        first = inner.first
        if inner.opener == kinds.THAT and inner.word == "that":
            first += 1
        elif inner.opener in (kinds.SUB, kinds.GERUND) and inner.word:
            first = min(first + 1, inner.verb.first)
        return self.reference(min(first, inner.verb.first), last) if first < last else None

    def argument(self, role: str, phrase: Phrase) -> Argument:
        reference = self.phrase(phrase)
        return Argument(role, reference.text, reference.start, reference.end)

    def predicate(self, clause: Clause) -> Predicate:
        verb = clause.verb
        assert verb is not None
        first = verb.first
        governors = clause.governors[1:] if clause.question else clause.governors
        if governors and governors[0].last <= verb.first + 3:
            first = min(first, governors[0].first)
        start, end = self.tokens[first].start, self.tokens[verb.last - 1].end
        return Predicate(self.text[start:end], start, end, self.tokens[verb.head].lemma)

    def frame(self, clause: Clause, found_object: Reference | None, arguments: list[Argument]) -> str:
        """Return the rule by which an active clause with a subject of its own is called."""
        assert clause.verb is not None
        if clause.verb.shape.rstrip("oR")[-1] in "Bux":
            return "claims.copula"
        if any(argument.role == "that" for argument in arguments):
            return "claims.that-clause"
        if found_object is not None:
            return "claims.transitive"
        return "claims.preposition" if arguments else "claims.intransitive"


def negated(clause: Clause) -> bool:
    verbs: list[Group] = [*clause.governors]
    if clause.verb is not None:
        verbs.append(clause.verb)
    return any("o" in verb.shape for verb in verbs)
