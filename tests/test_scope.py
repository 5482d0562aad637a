"""How real a claim is: polarity and modality along its path, in sentences made for each construction."""

from __future__ import annotations

import pytest

import newsclaims
from newsclaims.table import rows

DOUBTED = [
    ("Inspectors found no sign that the pump had leaked.", "leak"),
    ("There is no proof that Okoro sold the maps.", "sell"),
    ("There was no suggestion that the driver drank.", "drink"),
    ("Nothing shows that the ferry hit the pier.", "hit"),
    ("The report does not prove that the alarm failed.", "fail"),
    ("It is not certain that the mill burned.", "burn"),
    ("It is far from clear that the council owns the field.", "own"),
    ("It is doubtful that the choir sang.", "sing"),
    ("Nobody knows whether the guards fired.", "fire"),
    ("The clinic could not say whether the nurse left.", "leave"),
    ("It is unclear whether the mayor paid.", "pay"),
    ("The firm disputes that it broke the rules.", "break"),
    ("The witness could not confirm that the man carried a gun.", "carry"),
    ("The mayor did not say that the bridge was safe.", "be safe"),
    ("Few believe that the plan will work.", "work"),
    ("Nobody believes that the bank failed.", "fail"),
    ("Critics doubt that the drug works.", "work"),
    ("He is unlikely to win the seat.", "win"),
    ("The claim that the mayor sold the park is disputed.", "sell"),
    ("It is not known who sold the car.", "sell"),
    ("It was not clear who had sold the car.", "sell"),
    ("It is unclear which team will win.", "win"),
    ("The firm has no reason to believe that guards lied.", "lie"),
    ("The firm declined to say if it had paid a fine.", "pay"),
    ("The pump has not been proven to work.", "work"),
    ("Investigators found little evidence that the fire spread north.", "spread"),
]
DENIED = [
    ("The theory that the mayor hid the letters is baseless.", "hide"),
    ("The rumour that the bank owned the mill proved false.", "own"),
    ("Suggestions that Mensah bribed the judge were rejected.", "bribe"),
    ("Allegations that the farm poisoned the river were dismissed.", "poison"),
    ("The union denied that it had called a strike.", "call"),
    ("Lawyers refuted the claim that the nurse forged the note.", "forge"),
    ("The jury cleared Lund of stealing the ring.", "steal"),
    ("He was acquitted of burning the barn.", "burn"),
    ("It is not true that Holt lied.", "lie"),
    ("Police have ruled out that the fire was set on purpose.", "set"),
    ("He falsely claimed that the vote was rigged.", "rig"),
    ("It is a myth that owls are blind.", "be blind"),
    ("The judge threw out claims that the guards lied.", "lie"),
    ("The mayor rejected a charge from the union that the guards lied.", "lie"),
]
NEGATED = [
    ("The guards kept the crowd from crossing the bridge.", "cross"),
    ("A fence stops deer from eating the crops.", "eat"),
    ("A storm prevented the firm from selling the land.", "sell"),
    ("She avoided naming the buyer.", "name"),
    ("He refused to sign the deal or pay a fine.", "pay"),
    ("She failed to lock the gate or warn the guards.", "warn"),
    ("She was unable to stand or walk.", "walk"),
    ("She was too weak to stand.", "stand"),
    ("The board gave no reason.", "give"),
    ("The suspect said nothing.", "say"),
    ("The clerk told nobody.", "tell"),
    ("Neither team won.", "win"),
    ("Hardly anyone voted.", "vote"),
    ("The bridge is still not safe.", "be safe"),
    ("The bridge is now no longer safe.", "be safe"),
    ("At no time did the pilot warn the crew.", "warn"),
    ("The letter has yet to arrive.", "arrive"),
    ("The results are yet to be published.", "publish"),
    ("Police said no one was hurt.", "hurt"),
    ("No one stood up and left.", "leave"),
    ("He did little to help.", "help"),
    ("Little did Okoro know that the bank had failed.", "know"),
    ("The ban prevents firms importing the fruit.", "import"),
    ("The army had not fired a shot or entered the town.", "enter"),
    ("They decided against selling the shop.", "sell"),
    ("The firm did not pay, nor has it apologised.", "apologise"),
    ("The firm did not say who had paid, nor did it name the buyer.", "name"),
    ("She would not say why the guard left.", "say"),
    ("Neither side would say who had paid.", "say"),
]
ASSERTED = [
    ("He did not regret that he had sold the farm.", "sell"),
    ("She did not realise that the shop had closed.", "close"),
    ("He forgot that the shop had closed.", "close"),
    ("He did not know that the road was closed.", "close"),
    ("There is no doubt that the dam broke.", "break"),
    ("There is no denying that the dam broke.", "break"),
    ("He had no idea that the money was stolen.", "steal"),
    ("Police stopped a man carrying a knife.", "carry"),
    ("Holt said the series had absorbed some new words.", "absorb"),
    ("I think that change had some effect.", "have"),
    ("He was not sure that it would apply but signed it.", "sign"),
    ("He was forced to sell the farm.", "sell"),
    ("The coach persuaded him to sign the contract.", "sign"),
    ("The council not only closed the pool but sold the land.", "close"),
    ("The firm did not just lose money, but also fired its boss.", "lose"),
    ("Nkosi scored late to give Harford a draw.", "give"),
    ("Rovers fought back to beat Lowton.", "beat"),
    ("Rovers rallied to beat Lowton.", "beat"),
    ("Shares rose 2 percent to close at 410 crowns.", "close"),
    ("Residents could hear shots.", "hear"),
    ("The man who refused to leave shot a guard.", "shoot"),
    ("The storm killed no fewer than 40 people.", "kill"),
    ("I must say the plan is good.", "be good"),
    ("It is unclear why the guard left.", "leave"),
    ("He asked what it cost, and the clerk left.", "leave"),
    ("Lawyers will argue that the guard slept.", "sleep"),
    ("He could not believe that the shop had closed.", "close"),
    ("They do not just rent the hall, they own it.", "rent"),
    ("The wreck was revealed to be a ferry.", "be a ferry"),
]
OTHER = [
    ("The minister said the tunnel would open in May.", "open", "planned"),
    ("The tunnel would open in May, the minister said.", "open", "planned"),
    ("Brandt broke a vow that the pool would reopen.", "reopen", "planned"),
    ("If the tunnel opened, trade would grow.", "grow", "conditional"),
    ("She will sue unless it pays.", "sue", "conditional"),
    ("Had the alarm worked, the crew would have left.", "work", "conditional"),
    ("Had the crew turned back, it would have lived.", "turn", "conditional"),
    ("The judge said that had the crew turned back, it would have lived.", "turn", "conditional"),
    ("Should the talks fail, the army will move in.", "fail", "conditional"),
    ("Reed wants to prove that the tax hurts towns.", "hurt", "alleged"),
    ("The trial will show that Holt lied.", "lie", "alleged"),
    ("Police confirmed that the plant closed.", "close", "asserted"),
    ("They have an interest in buying the club.", "buy", "planned"),
    ("If convicted, Lund could lose his licence.", "convict", "conditional"),
    ("The governor threatened to close the border.", "close", "planned"),
    ("She would like to thank the nurses.", "thank", "planned"),
    ("Voters want to scrap the tax and close the office.", "close", "planned"),
    ("Bell is expected to resign and leave the party.", "leave", "planned"),
    ("Police fired gas to clear the square.", "clear", "planned"),
    ("The nurse trained hard to win the prize.", "win", "planned"),
    ("The bank will close the branch, cutting 40 jobs.", "cut", "planned"),
    ("You've got to read the contract.", "read", "obliged"),
    ("The town would have to sell the hall.", "sell", "obliged"),
    ("The firm needs to hire drivers and buy trucks.", "buy", "obliged"),
    ("Reed said the town would have to sell the hall.", "sell", "obliged"),
    ("Reed said the sale would likely fail.", "fail", "possible"),
    ("The pool is old and would soon be shut, Reed said.", "shut", "planned"),
    ("The board must find out who sold the hall.", "sell", "asked"),
    ("Doctors recommend you drink more water.", "drink", "asked"),
    ("The judge asked whether the nurse had kept the key.", "keep", "asked"),
    ("Prosecutors accused Lund of selling the ring.", "sell", "alleged"),
    ("The inquiry will examine claims that the guards beat the boy.", "beat", "alleged"),
    ("Either the pilot misread the map or the tower gave the wrong height.", "give", "possible"),
    ("He allegedly stole a car and burned it.", "burn", "alleged"),
    ("The clinic suggested he see a doctor.", "see", "asked"),
    ("It cannot be ruled out that Brandt lied.", "lie", "possible"),
    ("The bank did not rule out raising rates.", "raise", "possible"),
    ("It has been claimed that the firm lied.", "lie", "alleged"),
    ("“Who paid for it?” Reed said.", "pay", "asked"),
    ("Fears of the river flooding the town grew.", "flood", "possible"),
    ("Police had reports of a man carrying a knife.", "carry", "alleged"),
    ("“I would sign the deal,” Reed said.", "sign", "conditional"),
    ("The mayor did not rule out people losing homes.", "lose", "possible"),
    ("Police have reason to think that the guard fled.", "flee", "possible"),
    ("The union made claims in May that the guards drank.", "drink", "alleged"),
    ("He fears that the river will flood the town.", "flood", "possible"),
]
BOTH = [
    ("The court barred the firm from selling the land.", "sell", "possible"),
    ("The pill is not believed to cause harm.", "cause", "alleged"),
    ("They have not been able to repair the roof.", "repair", "possible"),
    ("She did not plan to sell the boat.", "sell", "planned"),
    ("The mayor's bid to oust Lund failed.", "oust", "planned"),
    ("The firm's plan to build a plant was scrapped.", "build", "planned"),
    ("The club has ruled out selling the ground.", "sell", "planned"),
    ("He ruled out guards being sent to the port.", "send", "planned"),
    ("He said he would not name the buyer.", "name", "planned"),
    ("The firm denied failing to tell staff.", "tell", "denied"),
    ("The minister may not, she said, declare that the treaty is valid.", "declare", "possible"),
]


def status(text: str, verb: str) -> tuple[bool, str]:
    lemma, _, complement = verb.partition(" ")
    found = [
        (claim.negated, claim.modality)
        for claim in newsclaims.extract(text).claims
        if claim.predicate.lemma == lemma and (not complement or complement in claim.text)
    ]
    assert found, f"no claim of {verb}"
    return found[-1] if complement else found[0]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [(text, verb, (False, "doubted")) for text, verb in DOUBTED]
    + [(text, verb, (False, "denied")) for text, verb in DENIED]
    + [(text, verb, (True, "asserted")) for text, verb in NEGATED]
    + [(text, verb, (False, "asserted")) for text, verb in ASSERTED]
    + [(text, verb, (False, modality)) for text, verb, modality in OTHER]
    + [(text, verb, (True, modality)) for text, verb, modality in BOTH],
)
def test_scope(text: str, verb: str, expected: tuple[bool, str]) -> None:
    assert status(text, verb) == expected


def test_every_class_of_words_has_an_effect_and_is_used() -> None:
    effects = {row[0] for row in rows("words", "complement_effects")}
    assert {row[2] for row in rows("words", "complements")} == effects


def test_no_word_stands_in_two_classes_of_one_frame() -> None:
    keys = [(row[0], row[1]) for row in rows("words", "complements")]
    assert len(keys) == len(set(keys)) >= 400


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("It was not the mayor who signed the deal.", "sign", True),
        ("It isn't foreign firms that pay the levy.", "pay", True),
        ("It was never the union that called the strike.", "call", True),
        ("It's not just the mayor who signed the deal.", "sign", False),
        ("It is not the first time that police have raided the club.", "raid", False),
        ("It was not the treaty he had signed.", "sign", False),
        ("This is not the man who robbed the bank.", "rob", False),
        ("It was the mayor who signed the deal.", "sign", False),
    ],
)
def test_what_a_cleft_sentence_denies(text: str, verb: str, negated: bool) -> None:
    found = [claim.negated for claim in newsclaims.extract(text).claims if claim.predicate.lemma == verb]
    assert found == [negated]
