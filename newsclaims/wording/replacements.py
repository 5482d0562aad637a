"""What stands for pronouns, short names and relative dates in a sentence that is read without its article."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from newsclaims.model import Date, Entity, Quote
from newsclaims.pattern import compiled
from newsclaims.table import word_classes
from newsclaims.wording.absolute import absolute
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Sentence, Token

word_class: Final = word_classes("wording")
_OF_NO_NAME: Final = ("able", "ful", "ible", "ive", "less", "ous")  # ends of adjectives that are of no country or name
_GIVING: Final = 2  # per cent of a verb's occurrences with two objects
_FARTHEST: Final = 3  # sentences from a pronoun back to whom it means
_TITLE: Final = compiled(r"\bM(?:rs?|s|x)\.? ")  # gives way to the full name
_TITLE_LENGTH: Final = 6
_LETTERS: Final = 3  # of a short form that is no surname: `AI`
_GENERIC: Final = compiled(r"the [a-z]+", re.I)  # a description of one noun: `the company`
_PRONOUNS: Final = frozenset(("PRP", "PRP$"))
_SMALL: Final = frozenset(
    ("CC", "CD", "DT", "EX", "IN", "JJR", "NN", "NNS", "PDT", "PRP", "PRP$", "RB", "RBR", "RBS", "TO", "VBG", "WRB")
)
_EXPLAINED: Final = ("WP", "WDT", "IN", "VBG", "VBN")  # behind `those`: who, in Oslo, living in Oslo


class Unsaid(Exception):
    """Words that cannot be said without their article."""


class Place:
    """A stretch that is replaced: a pronoun's token, a short name or a date."""

    __slots__ = ("date", "end", "entity", "start", "token")

    def __init__(self, start: int, end: int, token: Token | None, entity: Entity | None, date: Date | None) -> None:
        self.start = start
        self.end = end
        self.token = token
        self.entity = entity
        self.date = date


class Speaking:
    """Who has been named so far in one sentence, and whose words it quotes."""

    def __init__(self, speaker: str | None = None) -> None:
        self.named: list[Entity] = []
        self.speaker = speaker
        self.subject: str | None = None
        self.own = 0  # how many of those named are its source

    def rival(self, entity: Entity) -> bool:
        """Tell whether another person is named in the same words, whom a pronoun there could mean as well."""
        return entity.type == "person" and any(
            other is not entity and other.type == "person" for other in self.named[self.own :]
        )

    def clear(self, entity: Entity) -> bool:
        """Tell whether a pronoun can only mean this entity: the subject, or the only one of its kind that is named."""
        if entity.id == self.subject:
            return True
        person = entity.type == "person"
        rivals = [other for other in self.named if (other.type == "person") == person]
        return bool(rivals) and all(other is entity for other in rivals)


class Words:
    """Reads stretches of one article's text with everything replaced that needs the rest of the article."""

    def __init__(
        self,
        text: str,
        sentences: list[Sentence],
        entities: list[Entity],
        dates: list[Date],
        quotes: list[Quote],
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.entities = {entity.id: entity for entity in entities}
        self._starts = [sentence.start for sentence in sentences]
        self._now = 0
        self._pronouns: dict[int, Entity] = {}
        self._names: dict[int, list[Place]] = {}
        self._articled: dict[str, bool] = {}
        self._first: dict[str, int] = {}
        for entity in entities:
            told: list[int] = []  # sentences in which it is told by more than a pronoun
            named = entity.named  # asks all its mentions, of which there may be thousands
            for mention in entity.mentions:
                number = self.sentence_at(mention.start)
                if mention.kind == "pronoun":
                    if told and number - told[-1] <= _FARTHEST:
                        self._pronouns[mention.start] = entity
                    continue
                told.append(number)
                if mention.kind == "name" or (named and _GENERIC.fullmatch(mention.text)):
                    titled = _TITLE.search(text, max(0, mention.start - _TITLE_LENGTH), mention.start)
                    whole = titled and titled.end() == mention.start and entity.type == "person"
                    start = titled.start() if titled and whole else mention.start
                    place = Place(start, mention.end, None, entity, None)
                    self._names.setdefault(number, []).append(place)
        self._dates: dict[int, list[Date]] = {}
        for date in dates:
            self._dates.setdefault(date.sentence, []).append(date)
        self._spoken = sorted(
            (start, end, quote.speaker.entity or "")
            for quote in quotes
            if quote.kind != "indirect" and quote.speaker is not None
            for start, end in quote.spans
        )
        self._held: tuple[int, list[Place]] = (-1, [])

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset."""
        held = self.sentences[self._now] if self.sentences else None
        if held is None or not held.start <= offset < held.end:
            self._now = max(0, bisect_left(self._starts, offset + 1) - 1)
        return self._now

    def token_at(self, offset: int) -> Token | None:
        """Return the token that begins at an offset."""
        sentence = self.sentences[self.sentence_at(offset)]
        at = sentence.at(offset)
        return sentence.tokens[at] if at < len(sentence.tokens) and sentence.tokens[at].start == offset else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a stretch inside one sentence."""
        sentence = self.sentences[self.sentence_at(start)]
        return sentence.tokens[sentence.at(start) : sentence.at(end)]

    def ending(self, end: int) -> tuple[Token | None, Token | None]:
        """Return the last token before an offset, and the one behind it in its sentence."""
        return self._beside(end - 1, end, end)

    def _beside(self, place: int, start: int, end: int) -> tuple[Token | None, Token | None]:
        """Return the last token before ``start`` and the first from ``end`` on, of the sentence that holds a place."""
        sentence = self.sentences[self.sentence_at(place)]
        tokens, first, last = sentence.tokens, sentence.at(start), sentence.at(end)
        return tokens[first - 1] if first else None, tokens[last] if last < len(tokens) else None

    def speaker_at(self, offset: int) -> str | None:
        """Return the id of whose words in quotation marks hold an offset ("" for one without an id), if any do."""
        at = bisect_left(self._spoken, (offset + 1,)) - 1
        return self._spoken[at][2] if at >= 0 and self._spoken[at][1] > offset else None

    def told_before(self, word: str, offset: int) -> bool:
        """Tell whether a word (lower case) stands somewhere before an offset."""
        if not self._first:
            for sentence in self.sentences:
                for token in sentence.tokens:
                    self._first.setdefault(token.lower, token.start)
        return self._first.get(word, offset) < offset

    def name(self, entity: Entity) -> str:
        """Return the name by which an entity is told, with its article: `the United States`, `a 43-year-old man`.

        Raises:
            Unsaid: where that has a pronoun itself: `his brother`.
        """
        first, _, _ = entity.name.partition(" ")
        if first.lower() in word_class("possessives") or first.lower() in word_class("pronouns"):
            raise Unsaid
        if not entity.named:
            return self._lowered(entity)
        if entity.type == "person":
            return entity.name
        if entity.id not in self._articled:
            names = [m.start for m in entity.mentions if m.kind == "name" and m.text == entity.name]
            the = sum(self.text[max(0, start - 4) : start].lower() == "the " for start in names)
            self._articled[entity.id] = bool(the) and 2 * the >= len(names)
        return f"the {entity.name}" if self._articled[entity.id] else entity.name

    def _lowered(self, entity: Entity) -> str:
        """Return a description as it stands inside a sentence: `businesses`, `Mexico's government`."""
        first = next((self.token_at(m.start) for m in entity.mentions if m.text.lower() == entity.name.lower()), None)
        proper = first is None or first.tag.startswith("NNP") or first.text[1:] != first.lower[1:]
        return entity.name if proper else entity.name[:1].lower() + entity.name[1:]

    def said(self, start: int, end: int, so_far: Speaking, phrase: bool = False) -> str:
        """Return a stretch of one sentence as it is said alone, with a small letter where it began the sentence.

        ``phrase`` says that it is a noun phrase, so that a date at its start has no preposition.

        Raises:
            Unsaid: where it holds a pronoun of nobody known.
            UnknownDay: where it holds a relative date without a day.
        """
        pieces = []
        last = start
        places = self._places(self.sentence_at(start))
        at = bisect_left(places, start, key=lambda place: place.start)
        if at and places[at - 1].date is not None and places[at - 1].end > start:
            raise Unsaid
        for place in places[at:]:
            if place.start >= end:
                break
            if place.end > end and place.date is not None:
                raise Unsaid  # `this year` of `earlier this year`
            if place.start < last or place.end > end:
                continue
            pieces += [self.text[last : place.start], self._instead(place, so_far, phrase and place.start == start)]
            last = place.end
        return self._uncapitalised(start, "".join([*pieces, self.text[last:end]]))

    def _uncapitalised(self, start: int, said: str) -> str:
        """Return words without the capital that they have only because they began a sentence."""
        token = self.token_at(start)
        if token is None or token.text == "I" or not said.startswith(token.text) or token.text[1:] != token.lower[1:]:
            return said
        plain = token.tag == "JJ" and (token.lower in word_class("openers") or token.lower.endswith(_OF_NO_NAME))
        return said[:1].lower() + said[1:] if plain or token.tag in _SMALL else said

    def _places(self, at: int) -> list[Place]:
        """Return what is replaced in a sentence, in its order."""
        if self._held[0] != at:
            dated = [Place(d.start, d.end, None, None, d) for d in self._dates.get(at, ())]
            found = [*self._names.get(at, ()), *dated]
            tokens = self.sentences[at].tokens
            for number, token in enumerate(tokens):
                behind = tokens[number + 1] if number + 1 < len(tokens) else None
                if token.text == "He" and number and tokens[number - 1].tag == "NNP":
                    continue  # a surname
                if token.tag == "RB" and token.lower in word_class("pointers"):
                    found.append(Place(token.start, token.end, token, None, None))
                points = token.tag == "DT" and token.lower in word_class("demonstratives")
                if token.tag in _PRONOUNS or (
                    points and (behind is None or behind.tag not in _EXPLAINED or token.lower == "this")
                ):
                    found.append(Place(token.start, token.end, token, self._pronouns.get(token.start), None))
            self._held = at, sorted(found, key=lambda place: (place.start, -place.end))
        return self._held[1]

    def _instead(self, place: Place, so_far: Speaking, bare: bool) -> str:
        words = self.text[place.start : place.end]
        if place.date is not None:
            return absolute(place.date, *self._beside(place.start, place.start, place.end), bare)
        entity = place.entity
        if place.token is None:
            assert entity is not None
            known = entity in so_far.named
            so_far.named.append(entity)
            if _GENERIC.fullmatch(words):
                behind = self._beside(place.start, place.start, place.end)[1]
                restricted = behind is not None and behind.lower in ("of", "that", "who", "which", "for")
                return words if known or restricted else self.name(entity)
            short = _TITLE.sub("", words).lower()
            whole = not known and entity.type == "person" and entity.name.lower().endswith(f" {short}")
            whole = whole and not (words.isupper() and len(words) <= _LETTERS)
            return entity.name if whole and not self._held_short(place.start) else words
        return self._pronoun(place.token, entity, so_far)

    def _pronoun(self, token: Token, entity: Entity | None, so_far: Speaking) -> str:
        if token.lower.endswith(("self", "selves")):
            return token.text
        if token.lower in word_class("first-persons"):
            speaker = self.speaker_at(token.start)
            if so_far.speaker is None or speaker is None or speaker != so_far.speaker:
                raise Unsaid
            return token.text
        if entity is None or (token.lower == "her" and self._is_given(token)) or self._other_nearer(token, entity):
            raise Unsaid
        if so_far.clear(entity):
            return token.text
        if so_far.rival(entity):
            raise Unsaid
        so_far.named.append(entity)
        name = self.name(entity)
        if token.tag == "PRP$":
            name += "'" if name.endswith("s") and not entity.named else "'s"
        return f"[{name}]" if self.speaker_at(token.start) == so_far.speaker is not None else name

    def _other_nearer(self, token: Token, entity: Entity) -> bool:
        """Tell whether a nameless person stands nearer to `he` or `she` than the name: `a man who fled when he …`."""
        if not entity.named or token.lower not in ("he", "she", "him", "his", "her"):
            return False
        number = self.sentence_at(token.start)
        named = [
            place.end for place in self._names.get(number, ()) if place.entity is entity and place.end <= token.start
        ]
        between = self.tokens(max(named, default=self.sentences[number].start), token.start)
        own = between[1:2] if between and between[0].text == "," else between[:1]  # `Reed, who …, said that he`
        return any(one.lower == "who" and one not in own for one in between)

    def _is_given(self, token: Token) -> bool:
        """Tell whether `her` may be who gets something and not whose it is: `allow her safe passage`."""
        before = self._beside(token.start, token.start, token.end)[0]
        if before is None or before.tag[0] != "V":
            return False
        return verb_frame(before.lemma).two_objects >= _GIVING or before.lemma in word_class("givers")

    def _held_short(self, offset: int) -> bool:
        """Tell whether a word before a name wants the surname alone: `the embattled Reed`."""
        before = self._beside(offset, offset, offset)[0]
        return before is not None and before.tag in ("DT", "JJ")
