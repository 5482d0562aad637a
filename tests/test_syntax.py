"""The reading of a sentence: what hangs on what, who is the subject, where phrases and clauses end."""

from __future__ import annotations

import pytest

import newsclaims
from newsclaims.examples import examples
from newsclaims.syntax import word_classes
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.groups import noun_phrase, verb_group
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.parses import Parses
from newsclaims.syntax.paths import path
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse


def parse(text: str) -> Parse:
    document = read_document(text)
    sentences = analyse(document)
    return Parses(document, sentences)[len(sentences) - 1]


def clause(found: Parse, verb: str) -> Clause:
    """Return the clause that a word is a verb of."""
    return next(item for item in found.clauses if item.verb and found.tokens[item.verb.head].text == verb)


def words(found: Parse, first: int, last: int) -> str:
    return " ".join(token.text for token in found.tokens[first:last])


SUBJECTS = [
    ("“We won,” Ann Reed said.", "said", "Ann Reed"),
    ("“We won and they lost” Ann Reed wrote.", "wrote", "Ann Reed"),
    ("“We won,” said Ann Reed.", "said", "Ann Reed"),
    ("Ann Reed said, “They lost,” and left.", "left", "Ann Reed"),
    ("Rep. Ann Reed (D-Mass.) said the law was old.", "said", "Rep. Ann Reed"),
    ("Ann Reed, now 81 and living in Lowton, Mass., said it was old.", "said", "Ann Reed"),
    ("As many planners, including Ann Reed, have warned, the bridge is old.", "warned", "many planners"),
    ("At first, drivers and pilots did not know it.", "know", "drivers and pilots"),
    ("In talks this week in Lima, Ann Reed, the mayor, told him to go.", "told", "Ann Reed"),
    ("In a radio interview Ann Reed declared that it was over.", "declared", "Ann Reed"),
    ("The firm sold the plant and on Monday announced a loss.", "announced", "The firm"),
    ("Some planners fear that it has failed and warn that more will.", "warn", "Some planners"),
    ("She had doubts, but this time she praised the plan.", "praised", "she"),
    ("He lives where working mothers say homes are cheap.", "say", "working mothers"),
    ("Claiming the review was rigged, Ann Reed told him so.", "told", "Ann Reed"),
    ("The failures led the banker to fear a run.", "fear", "the banker"),
    ("Later Will wrote a book.", "wrote", "Will"),
    ("The union has, however, rejected the offer.", "rejected", "The union"),
    ("The man had, police said, fled.", "fled", "The man"),
    ("The firm - a small one that makes pumps - was fined.", "fined", "The firm"),
    ("He said the plan – which angered many – had failed.", "failed", "the plan"),
    ("The tower (it was built in 1907) fell.", "fell", "The tower"),
    ("Shaken by the vote – it was close – the mayor resigned.", "resigned", "the mayor"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_subjects(text: str, verb: str, subject: str) -> None:
    found = parse(text)
    surface = clause(found, verb).surface()
    assert surface is not None and words(found, surface.first, surface.last) == subject


PATHS = [
    ("There is no evidence that the valve failed.", "failed", [("noun", "evidence")]),
    ("She was unable to stop it.", "stop", [("adjective", "unable")]),
    ("He denied that she had hidden it.", "hidden", [("verb", "denied")]),
    ("They asked whether he had said that it works.", "works", [("verb", "said"), ("verb", "asked")]),
    ("The man who drove the car fled.", "drove", [("noun", "man")]),
    ("It fell after the rope broke.", "broke", [("clause", "fell")]),
    ("“We won,” Ann Reed said.", "won", [("verb", "said")]),
    ("Ann Reed said: “We won.”", "won", [("verb", "said")]),
    ("The rope broke.", "broke", []),
]


@pytest.mark.parametrize(("text", "verb", "expected"), PATHS)
def test_paths_lead_to_the_root(text: str, verb: str, expected: list[tuple[str, str]]) -> None:
    found = parse(text)
    links = path(clause(found, verb), found.tokens)
    assert [(link.under, found.tokens[link.head].text) for link in links] == expected


@pytest.mark.parametrize(
    ("text", "verb", "after", "end"),
    [
        ("Reed said it would reopen, but he gave no date.", "said", "said", "but"),
        ("Reed said the talks had failed and called on the army to act.", "said", "said", "called"),
        ("Reed said it lost sales, and the union demanded a refund.", "said", "said", "the"),
        ("Reed said it lost sales and cut jobs.", "said", "said", None),
    ],
)
def test_what_is_said_ends_where_the_reporter_goes_on(text: str, verb: str, after: str, end: str | None) -> None:
    found = parse(text)
    first = next(at for at, token in enumerate(found.tokens) if token.text == after) + 1
    last = found.extent(clause(found, verb), first)
    rest = [token.text for token in found.tokens[last:] if token.text not in ("but", "and", ",")]
    assert (rest[0] if rest else None) == (end if end != "but" else "he")


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("The head of the bank in Lima left.", "The", "The head of the bank"),
        ("Ann Reed (75) and Bo Lind left.", "Ann", "Ann Reed ( 75 ) and Bo Lind"),
        ("She left.", "She", "She"),
        ("He left on Monday.", "left", ""),
    ],
)
def test_noun_phrases_end(text: str, first: str, expected: str) -> None:
    found = parse(text)
    at = next(at for at, token in enumerate(found.tokens) if token.text == first)
    assert words(found, at, found.phrase_end(at)) == expected


def test_a_sentence_is_read_once() -> None:
    document = read_document("Ann Reed said it would rain. It did.")
    parses = Parses(document, analyse(document))
    assert parses[0] is parses[0]
    assert parses.locate(0) == (parses[0], 0)
    assert parses.locate(1) is None
    with pytest.raises(LookupError):
        parses[0].index(1)


def test_every_chunk_stands_in_a_clause_and_every_token_in_a_chunk_or_mark() -> None:
    found = parse("“We won (again),” said Ann Reed, who — they say — left; “Nobody” “else” did.")
    covered = {at for chunk in found.chunks for at in range(chunk.first, chunk.last)}
    assert all(token.text in "“”" for at, token in enumerate(found.tokens) if at not in covered)
    assert found.chunk_at(len(found.tokens)) is None


def test_parts_of_a_noun_phrase() -> None:
    found = parse("The firm's former head of trade (55) and Ann Reed, the new mayor, who won, left.")
    phrase = noun_phrase(found, 0)
    assert phrase is not None and not phrase.negative
    assert phrase.determiner == 0 and phrase.possessor is not None
    shown = {
        "whole": words(found, phrase.first, phrase.last),
        "head": found.tokens[phrase.head].text,
        "possessor": words(found, *phrase.possessor),
        "modifiers": [found.tokens[at].text for at in phrase.modifiers],
    }
    for name in ("conjuncts", "attached", "brackets", "appositions"):
        shown[name] = [words(found, *span) for span in getattr(phrase, name)]
    assert shown == {
        "whole": "The firm 's former head of trade ( 55 ) and Ann Reed",
        "head": "head",
        "possessor": "The firm 's",
        "modifiers": ["former"],
        "conjuncts": ["Ann Reed"],
        "attached": ["of trade"],
        "brackets": ["( 55 )"],
        "appositions": ["the new mayor"],
    }


def test_negative_and_described_noun_phrases() -> None:
    found = parse("No driver who saw it spoke.")
    phrase = noun_phrase(found, 1)
    assert phrase is not None and phrase.negative
    assert [item.word for item in phrase.clauses] == ["who"]
    assert noun_phrase(found, 3) is None
    its = noun_phrase(parse("Its pumps failed."), 0)
    assert its is not None and its.possessor == (0, 1)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("He has not yet been told.", "told", ("present", "passive", None, ["has", "been"], ["not"], ["yet"], None)),
        ("They will never give up.", "give", ("future", "active", "will", [], ["never"], [], "up")),
        ("She left.", "left", ("past", "active", None, [], [], [], None)),
        ("He wants to leave.", "leave", (None, "active", None, [], [], [], None)),
        ("The car was quickly sold off.", "sold", ("past", "passive", None, ["was"], [], ["quickly"], "off")),
    ],
)
def test_parts_of_a_verb_group(text: str, verb: str, expected: tuple[object, ...]) -> None:
    found = parse(text)
    group = verb_group(found, clause(found, verb))
    assert group is not None

    def shown(tokens: tuple[int, ...]) -> list[str]:
        return [found.tokens[at].text for at in tokens]

    modal = found.tokens[group.modal].text if group.modal is not None else None
    particle = found.tokens[group.particle].text if group.particle is not None else None
    parts = (shown(group.auxiliaries), shown(group.negations), shown(group.adverbs))
    assert (group.tense, group.voice, modal, *parts, particle) == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Talks stalled on Friday after the two sides clashed over pay.", "Talks"),
        ("Efforts to end the strike stalled as the union rejected the offer.", "Efforts to end the strike"),
        ("Relations between the two towns soured after the envoy left.", "Relations between the two towns"),
        ("The bill stalled in the house, where Reed leads the majority.", "The bill"),
        ("Talks stalled since May resumed on Friday.", None),
        ("Efforts stalled for months have gained pace.", None),
        ("A film screened on Friday after the court ruled drew crowds.", None),
    ],
)
def test_a_participle_with_clauses_of_its_own_is_the_verb(text: str, subject: str | None) -> None:
    claims = newsclaims.extract(text).claims
    found = {claim.predicate.text: claim.subject and claim.subject.text for claim in claims}
    verb = next(word for word in ("stalled", "soured", "screened") if word in text)
    assert found[verb] == subject


@pytest.mark.parametrize(
    "text", ["The firm, which disputed that", "Reed disputed that", "“She said that", "Reed told that»"]
)
def test_sentences_that_break_off_are_read(text: str) -> None:
    assert parse(text).chunks


@pytest.mark.skipif(word_classes.__file__.endswith(".so"), reason="compiled constants stand fast")
def test_letters_that_skip_the_rules_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The prefilters of ``letters`` leave out no rule: the examples of claims read the same without them."""
    sentences = [sentence for one in examples("claims") for sentence in analyse(read_document(one.text))]
    found = [word_classes.letters(sentence.tokens, {}) for sentence in sentences]
    monkeypatch.setattr(word_classes, "FIRST_LETTERS", {letter for line, _ in found for letter in line} | {""})
    monkeypatch.setattr(word_classes, "SETTLED", frozenset())
    for sentence, line in zip(sentences, found, strict=True):
        assert word_classes.letters(sentence.tokens, {}) == line, sentence.tokens
