"""The entity that a noun phrase names, told by its head: `the ailing chain’s owner`, `Peru's new minister, Ann Lee`."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from newsclaims.entities.codes import party_member
from newsclaims.entities.gender import is_role
from newsclaims.entities.lexicon import kinds
from newsclaims.links.actors import behind_qualities, behind_titles, kind_of
from newsclaims.links.candidates import Found
from newsclaims.links.classes import word_class
from newsclaims.links.headlines import of_headline
from newsclaims.links.mentions import Place, described, token_behind
from newsclaims.model import Entity
from newsclaims.words.sentence import Sentence, Token

_HEADS: Final = frozenset({"WDT", "NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "FW", "WP", "PRP$"})
_BEFORE: Final = frozenset({"WP$", "JJ", "JJR", "JJS", "POS", "RB", "$", "HYPH", "PDT", "AFX", "ADD", "VBN", "VBG"})
_INSIDE: Final = _HEADS | _BEFORE | {"``", "''"}
_NO_PHRASE: Final = frozenset({"CC", "VBD", "VBZ", "VBP", "MD"})
_APART: Final = frozenset({"CC", "IN", "TO", ",", "VBD", "VBZ", "MD", "WP", "WDT"})
LONGEST: Final = 40  # tokens of a phrase that are looked at


class Heads:
    """Tells the entity of a phrase, an index into the article's entities; built once for an article."""

    def __init__(
        self,
        sentences: list[Sentence],
        entities: list[Entity],
        named: list[list[Place]],
        found: list[Found],
    ) -> None:
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._types = [entity.type for entity in entities]
        self._entities = entities
        self._ends: dict[int, tuple[int, int]] = {}  # end of a mention -> its start and entity
        self._begins: dict[int, tuple[int, int]] = {}  # start of a mention -> its end and entity
        self._names = {place.start: place.entity for row in named for place in row}
        for row in named:
            for place in row:
                self._ends[place.end] = (place.start, place.entity)
                self._begins[place.start] = (place.end, place.entity)
        self._described = described(entities)
        for item in found:
            self._ends.setdefault(item.end, (item.start, item.entity))
            self._begins.setdefault(item.start, (item.end, item.entity))

    def tokens(self, start: int, end: int) -> tuple[list[Token], int, int, Sentence]:
        """Return a sentence with its tokens, and where among them a phrase begins and ends."""
        sentence = self._sentences[max(0, bisect_right(self._starts, start) - 1)]
        tokens = sentence.tokens
        return tokens, sentence.at(start), sentence.at(end), sentence

    def entity(self, start: int, end: int) -> int | None:
        """Return the entity that the phrase ``start`` to ``end`` names, by its head."""
        exact = self._begins.get(start)
        if exact and exact[0] == end:
            return exact[1]
        closed = self._ends.get(end)
        if closed and closed[0] == start:
            return closed[1]  # `Norvane's president`, `Reed's wife and children`: the owner begins there too
        tokens, first, last, sentence = self.tokens(start, end)
        number = self.of_head(tokens, first, min(last, first + LONGEST))
        if number is None and first > 1 and tokens[first - 1].text in ",-–—":
            number = self._described_again(tokens, first, last)
        if number is None:
            number = self._named_behind(tokens, first, last)
        bracketed = any(token.text == ")" for token in tokens[first:last])  # "the Lowton Agency (LA) director Ann Reed"
        open_ = number is None or bracketed or not self.named(number)
        ends = self._ends.get(end) if start < end and open_ else None
        at = max(0, sentence.at(ends[0]) - 1) if ends is not None else 0
        before = tokens[at].text if ends is not None else ""
        if ends is not None and before == "," and self._kind_of_phrase(tokens, first, last) == self._types[ends[1]]:
            return ends[1]  # "The company that runs the fair, Acme, said"
        if ends is not None and (number is None or bracketed) and self._types[ends[1]] == "person" and at >= first:
            titled = is_role(tokens[at].lower) and not any(token.tag in _APART for token in tokens[first:at])
            if (before == ")" and number is None) or titled:
                return ends[1]  # "Deputy Commissioner (Central) Ann Reed", "Lowton exercise lead Colonel Ann Reed"
        if number is None and sentence.part == "headline" and first < last:
            number = of_headline(self._entities, tokens, first, last)
        return number

    def _kind_of_phrase(self, tokens: list[Token], first: int, last: int) -> str | None:
        """Return what a phrase with a relative clause behind its noun is of: `The company that runs the fair`."""
        head = first
        while head + 1 < last and tokens[head + 1].tag in ("NN", "JJ", "HYPH", "NNP"):
            head += 1
        relative = head + 1 < last and tokens[head + 1].lower in ("that", "which", "who")
        if not relative or tokens[first].tag != "DT":
            return None
        return "person" if is_role(tokens[head].lower) else kinds().get(tokens[head].lower)

    def _described_again(self, tokens: list[Token], first: int, last: int) -> int | None:
        """Return the entity that a phrase behind a comma says again: `Norvane, the ailing company that fell`."""
        named = self._ends.get(tokens[first - 2].end)
        if named is None or tokens[first].lower not in ("a", "an", "the"):
            return None
        head = first
        while head + 1 < last and tokens[head + 1].tag in _INSIDE and tokens[head + 1].tag not in ("WDT", "WP", "POS"):
            head += 1
        if last >= len(tokens) or tokens[last].tag not in ("WDT", "WP", "VBN", "VBG"):
            return None  # "Under the Access Act, the department was told"
        kind = "person" if is_role(tokens[head].lower) else kinds().get(tokens[head].lower)
        if kind is None and tokens[last].lower == "who" and (tokens[head].tag == "NN" or party_member(tokens[head])):
            kind = "person"  # "Ann Reed, the whiz who built it"
        return named[1] if kind is not None and self._types[named[1]] == kind else None

    def _named_behind(self, tokens: list[Token], first: int, last: int) -> int | None:
        """Return the person whose name a comma and qualities part from a description: `One of the men, Ann Reed, said`.

        Nobody in a list, `a doctor, Ann Reed, and a nurse`.
        """
        last += 3 * (last + 3 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")")
        if last + 1 >= len(tokens) or tokens[last].text != ",":
            return None  # but "The head of the union (LWU), Ann Reed, said"
        head = first
        while head + 1 < last and tokens[head + 1].tag in _INSIDE:
            head += 1
        of_many = tokens[first].lower in ("one", "another") and tokens[first + 1].lower == "of"
        held = tokens[last - 1].text == ")" and is_role(tokens[head].lower)
        if not (of_many and kind_of(tokens[last - 1]) == "group") and kind_of(tokens[head]) != "person" and not held:
            return None
        at = behind_titles(tokens, behind_qualities(tokens, last + 1))
        begun = self._begins.get(tokens[at].start) if at < len(tokens) else None
        if begun is None or self._types[begun[1]] != "person":
            return None
        after = token_behind(tokens, at, begun[0])
        listed = [token.text for token in tokens[after : after + 2]]
        closed = after < len(tokens) and (listed[0] in (",", ".", "(") or tokens[after].tag in ("VBD", "VBZ"))
        return begun[1] if closed and listed[1:] not in (["and"], ["or"]) else None

    def mention_end(self, token: Token) -> int | None:
        """Return the offset where the mention ends that begins with a token."""
        begun = self._begins.get(token.start)
        return None if begun is None else begun[0]

    def named(self, number: int) -> bool:
        """Return whether the article gives an entity a name."""
        return any(mention.kind == "name" for mention in self._entities[number].mentions)

    def kind(self, number: int) -> str:
        """Return the type of an entity."""
        return self._types[number]

    def of_head(self, tokens: list[Token], first: int, last: int) -> int | None:
        """Return the entity of the last mention of the base noun phrase, if it is that phrase's head.

        A deed is nobody: `Hitting a nurse was wrong`.
        """
        if first + 1 < last and tokens[first].tag == "VBG" and tokens[first + 1].tag in ("DT", "PRP", "PRP$"):
            return None
        position = first
        head = -1
        inside = -1  # entity of the mention that ends at the head
        slashed = False
        while position < last:
            begun = self._begins.get(tokens[position].start)
            token = tokens[position]
            if begun is not None and token.tag != "PRP$":
                end = token_behind(tokens, position, begun[0])
                if end <= last or position == first:
                    position = max(end, position + 1)
                    head, inside = position - 1, begun[1]
                    continue
            joint = token.tag == "CC" and (inside < 0 or self._types[inside] != "person")
            if joint and (self._two_roles(tokens, position, last) or self._office(tokens, position, last)):
                position += 1
                continue
            if token.text == "-" and inside >= 0 and position + 1 < last and tokens[position + 1].start == token.end:
                position += 1  # `the only COVID-19 shot`, whatever the tag
                continue
            if token.text == "/" and head == position - 1 >= first and tokens[head].end not in self._described:
                slashed = slashed or inside >= 0  # `the Acme/Norvane poll` is neither
                position += 1
                continue
            if token.tag not in _INSIDE or (token.tag in ("WDT", "WP", "WP$") and head >= first):
                break
            if inside >= 0 and token.tag == "POS" and position == last - 1:
                break  # `the chain Farrow’s said`
            if inside >= 0 and self._types[inside] == "person" and token.lower in word_class("letters-after-names"):
                position += 1  # `Ann Lee KC said`
                continue
            verbal = token.tag in ("VBG", "VBN") and head >= first and tokens[position - 1].tag != "HYPH"
            if verbal and (tokens[head].tag not in ("POS", "PRP$", "DT") or tokens[head].lower in ("these", "those")):
                break  # `those fleeing that state`
            if token.tag in _HEADS or token.tag == "POS":
                head, inside = position, -1
            position += 1
        if head < 0 or (position < last and tokens[position].tag in _NO_PHRASE):
            return None  # "Peru and Mexico" are two, "Peru severed ties" is a clause
        institution = self._described.get(tokens[head].end)
        if institution is not None and institution[0] >= tokens[first].start:
            return institution[1]
        if inside >= 0:
            several = slashed or self._begins_list(tokens, position, last, inside)
            return None if several or (head > first and party_member(tokens[head])) else inside
        return self._apposed(tokens, head, position, last)

    def _two_roles(self, tokens: list[Token], position: int, last: int) -> bool:
        """Return whether a name follows two roles of one person: `His friend and co-star Maggie Pell`."""
        if not 0 < position < last - 2 or not is_role(tokens[position - 1].lower):
            return False
        at = position + 1
        while at < last and tokens[at].tag in ("NN", "NNP", "JJ", "HYPH"):
            number = self._names.get(tokens[at].start)
            if number is not None and self._types[number] == "person":
                break
            at += 1  # "lead researcher and NASA scientist Ann Pell"
        return (
            position + 1 < at < last
            and tokens[at].start in self._names
            and (tokens[at - 1].tag == "NN" or is_role(tokens[at - 1].lower))
        )

    def _office(self, tokens: list[Token], position: int, last: int) -> bool:
        """Return whether *and* stands in the name of an office: `Lowton Fire and Emergency Services Chief Ann Reed`."""
        at = position + 1
        while at < last and tokens[at].text[:1].isupper():
            number = self._names.get(tokens[at].start)
            if number is not None and self._types[number] == "person":
                named = tokens[position - 1].tag in ("NNP", "NNPS", "NN") and tokens[position - 1].text[:1].isupper()
                own = self._ends.get(tokens[position - 1].end)  # `the Lowton Council and Mayor Ann Reed` are two
                office = at > position + 2 or own is None
                return named and office and is_role(tokens[at - 1].lower) and not is_role(tokens[position - 1].lower)
            at += 1
        return False

    def _begins_list(self, tokens: list[Token], position: int, last: int, first: int) -> bool:
        """Return whether another name follows after a comma: `WestLine, Tamar Trains and Severn Express`.

        Not where it begins an apposition: `Ann Lee, the first officer`, `Ann Lee, Acme's chairman`.
        """
        if position + 1 >= last or tokens[position].text != ",":
            return False
        other = self._names.get(tokens[position + 1].start)
        if other is None or other == first:
            return False
        at = token_behind(tokens, position + 1, self._begins[tokens[position + 1].start][0])
        while at + 1 < last and tokens[at + 1].tag in ("JJ", "NN", "HYPH") and tokens[at].tag in _INSIDE:
            at += 1
        office = at < last and self._types[first] == "person" and tokens[at].tag == "NN" and is_role(tokens[at].lower)
        return not office

    def _apposed(self, tokens: list[Token], head: int, position: int, last: int) -> int | None:
        """Return the person named after a role: `Peru's new Foreign Minister, Hugo de Zela`; or before `who`."""
        if tokens[head].lower == "that" and head and tokens[head - 1].text == ",":
            return None  # "I think, Mr. Chairman, that would help"
        if tokens[head].lower in ("who", "whom", "whose", "which") or tokens[head].tag == "WDT":
            return self._antecedent(tokens, head)
        if tokens[head].tag not in ("NN", "NNP"):
            return None
        held = self._ends.get(tokens[last - 1].end) if position < last and is_role(tokens[head].lower) else None
        if held is not None and self._types[held[1]] == "person":
            at = last - 1
            while at and tokens[at - 1].start >= held[0]:
                at -= 1
            one = is_role(tokens[at - 1].lower) or kind_of(tokens[at - 1]) == "person"
            if at > position + 1 and tokens[at - 1].tag in ("NNP", "NNPS", "NN") and not one:
                return held[1]  # `General secretary of the College of Nursing Pat Cullen`
        comma = position
        while comma < last and tokens[comma].text != ",":
            comma += 1
        if comma < last and (comma == position or tokens[position].lower in ("of", "for")):
            other = self.of_head(tokens, comma + 1, last)  # `Her counterpart, Estrel's minister Ann Lee`
            town = other is not None and self._types[other] == "place" and kinds().get(tokens[head].lower) != "place"
            return None if town else other  # `the sale of a mill in Leeds, Ohio`
        named = self._begins.get(tokens[position + 1].start) if position + 1 < last else None
        if named is not None and tokens[position].lower == "of" and kinds().get(tokens[head].lower) == "place":
            whole = named[0] == tokens[last - 1].end and self._types[named[1]] == "place"
            return named[1] if whole else None  # `the port city of Callao`
        wanted = "person" if is_role(tokens[head].lower) else kinds().get(tokens[head].lower)
        after = max(position, last) if position < last and tokens[position].lower in ("of", "for") else position
        if wanted is None or after + 1 >= len(tokens):
            return None
        begun = self._begins.get(tokens[after + 1 if tokens[after].text == "," else after].start)
        return begun[1] if begun is not None and self._types[begun[1]] == wanted else None

    def _antecedent(self, tokens: list[Token], pronoun: int) -> int | None:
        """Return what a relative pronoun stands for: the mention before it, in `aides in Leeds who said` the aides."""
        comma, who = pronoun > 0 and tokens[pronoun - 1].text == ",", tokens[pronoun].lower == "who"
        if comma and pronoun > 3 and tokens[pronoun - 2].tag == "CD" and tokens[pronoun - 3].text == ",":
            pronoun -= 2  # `Ann Lee, 60, who said`
        named = self._ends.get(tokens[pronoun - 1 - comma].end) if pronoun > comma else None
        if named is None:
            return None
        body = comma and who and self._types[named[1]] == "organization"  # `Ann Lee of the bank Acme, who said`
        if (comma and not body) or tokens[pronoun].lower == "which" or self._types[named[1]] in ("person", "group"):
            return named[1]
        before, inside = pronoun - 1, ("DT", "JJ", "NN") if body else ("DT",)
        while before and (tokens[before].start >= named[0] or tokens[before].tag in inside):
            before -= 1
        whose = self._ends.get(tokens[before - 1].end) if before > 0 and tokens[before].tag == "IN" else None
        held = whose is not None and self._types[whose[1]] in ("person", "group")
        return whose[1] if whose is not None and held else named[1] if body else None
