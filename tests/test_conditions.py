"""How real a claim is under conditions without *if*, refusals that wait, and modals of what is likely."""

from __future__ import annotations

import pytest

import newsclaims

CONDITIONAL = [
    ("The choir will sing provided the hall opens its doors.", "open"),
    ("Brandt will lend the boat provided that Okoro mends the sail.", "mend"),
    ("Provided the weather holds, the ferry sails on Friday.", "hold"),
    ("Seats were free, provided they brought a child.", "bring"),
    ("Assuming the judge approves the sale, Acme will buy the quay.", "approve"),
    ("The bakery will break even, assuming prices hold.", "hold"),
    ("The club may keep the field as long as it pays the rent.", "pay"),
    ("Pupils can stay so long as they follow the rules.", "follow"),
    ("The driver agreed to talk on condition that the paper hides his name.", "hide"),
    ("In the event that the dam fails, the farms will flood.", "fail"),
    ("In the event the dam fails, the farms will flood.", "fail"),
    ("The farms will flood in the event that the dam fails.", "fail"),
    ("The museum will pay in case the fans sue.", "sue"),
    ("The firm will not pay until an inspector certifies that the lift is safe.", "certify"),
    ("The firm will not pay until an inspector certifies that the lift is safe.", "be"),
    ("The lender refused to pay until Okoro proved that he owned the barn.", "own"),
    ("Lund would not speak until the guards left the room.", "leave"),
]
ASSERTED = [
    ("The guards waited as long as the crowd stayed.", "stay"),
    ("Lund has led the club as long as the league has existed.", "exist"),
    ("The report provided details of the sale.", "provide"),
    ("Brandt says the list the firm provided the court shows the sale.", "show"),
    ("The figures provided by the union show a loss.", "show"),
    ("Okoro left, assuming the guards were near.", "be"),
    ("The ferry did not leave until the pilot arrived.", "arrive"),
    ("The crew could not help but admire the bridge.", "admire"),
    ("The crew were lucky to survive the storm.", "survive"),
    ("Reports that the mayor had fled angered voters.", "anger"),
    ("Fears that the bank would fail hit shares on Friday.", "hit"),
    ("News that the mine will be closed shocked the town.", "shock"),
    ("Claims that the vote was rigged led to protests.", "lead"),
    ("Okoro left as soon as the judge signed the order.", "sign"),
    ("It was the last time the club won the cup.", "win"),
]
OTHER = [
    ("The Rovers will be lucky to win a point.", "win", "doubted"),
    ("It is time the board sold the ground.", "sell", "obliged"),
    ("It is high time the board sold the ground.", "sell", "obliged"),
    ("For the bakery to survive, sales must rise.", "survive", "planned"),
    ("In order for the bakery to survive, it must cut costs.", "survive", "planned"),
    ("Plans for the firm to leave Lowton angered workers.", "leave", "planned"),
    ("As soon as the judge signs the order, Okoro will leave.", "sign", "planned"),
    ("Okoro must have seen the letter.", "see", "possible"),
    ("The bakery must be doing something right.", "do", "possible"),
    ("Nurses must have completed a course.", "complete", "obliged"),
    ("The firm must pay the fine.", "pay", "obliged"),
    ("The van should deliver 200 miles on a charge.", "deliver", "possible"),
    ("The new lift should prove useful.", "prove", "possible"),
    ("The mayor should prove that he paid.", "prove", "obliged"),
    ("It is unclear whether the firm paid, or if Lund signed the deal.", "sign", "doubted"),
    ("Lund lied that he had paid the fine.", "pay", "denied"),
    ("Reports that the mayor had fled angered voters.", "flee", "alleged"),
]


def status(text: str, verb: str) -> str:
    found = [claim.modality for claim in newsclaims.extract(text).claims if claim.predicate.lemma == verb]
    assert found, f"no claim of {verb}"
    return found[-1]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [(text, verb, "conditional") for text, verb in CONDITIONAL]
    + [(text, verb, "asserted") for text, verb in ASSERTED]
    + OTHER,
)
def test_modality(text: str, verb: str, expected: str) -> None:
    assert status(text, verb) == expected


def test_what_is_forbidden_is_not_done_by_the_one_who_forbids() -> None:
    claims = newsclaims.extract("The judge forbade Okoro to leave Lowton.").claims
    leaves = next(claim for claim in claims if claim.predicate.lemma == "leave")
    assert leaves.subject is not None
    assert (leaves.subject.text, leaves.negated, leaves.modality) == ("Okoro", True, "possible")
