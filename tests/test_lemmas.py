"""Lemmas by tag: short forms, irregular forms, spelling rules."""

from __future__ import annotations

import pytest

from newsclaims.words.lemmas import lemma

CASES = """
'm/VBP be|'re/VBP be|'s/VBZ be|'s/POS 's|'ve/VBP have|'ve/VB have|'ll/MD will|'d/MD would|'d/VBD have
n't/RB not|ca/MD can|wo/MD will|sha/MD shall|is/VBZ be|were/VBD be|has/VBZ have|did/VBD do|went/VBD go|goes/VBZ go
said/VBD say|sought/VBD seek|broke/VBD break|broken/VBN break|left/VBD leave|found/VBD find|found/VB found
lay/VBD lie|lay/VB lay|felt/VBD feel|fell/VBD fall|shot/VBN shoot|put/VBD put|overthrown/VBN overthrow
severed/VBD sever|hoping/VBG hope|hopping/VBG hop|planned/VBN plan|called/VBD call|passed/VBD pass|dying/VBG die
insisting/VBG insist|reviewing/VBG review|released/VBN release|denies/VBZ deny|denied/VBD deny|agreed/VBD agree
freed/VBN free|fleeing/VBG flee|seeing/VBG see|controlled/VBN control|visited/VBD visit|quizzed/VBN quiz
privatized/VBN privatize|vaped/VBD vape|blogged/VBD blog|tweeting/VBG tweet|faxes/VBZ fax|watches/VBZ watch
holed/VBN hole|situated/VBN situate|handcuffed/VBN handcuff|outshone/VBD outshine|retaken/VBN retake
relying/VBG rely|handled/VBD handle
panicked/VBD panic|uses/VBZ use|issued/VBD issue|breathing/VBG breathe|singing/VBG sing|being/VBG be|having/VBG have
ties/NNS tie|charges/NNS charge|embassies/NNS embassy|children/NNS child|wives/NNS wife|policemen/NNS policeman
women/NNS woman|crises/NNS crisis|viruses/NNS virus|buses/NNS bus|heroes/NNS hero|shoes/NNS shoe|boxes/NNS box
matches/NNS match|cases/NNS case|people/NNS people|police/NNS police|series/NNS series|movies/NNS movie
states/NNPS state|israelis/NNPS israeli|headquarters/NN headquarters|news/NN news|visit/NN visit
better/JJR good|better/RBR well|worst/JJS bad|larger/JJR large|biggest/JJS big|earlier/RBR early|higher/JJR high
the/DT the|quickly/RB quickly|lima/NNP lima|./. .
"""


@pytest.mark.parametrize("case", CASES.strip().replace("\n", "|").split("|"))
def test_lemma(case: str) -> None:
    word, wanted = case.split(" ")
    form, tag = word.rsplit("/", 1)
    assert lemma(form, tag) == wanted


@pytest.mark.parametrize("tag", ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS", "NNPS", "JJR", "RBS", "XX"])
def test_any_form_with_any_tag_gives_a_lemma(tag: str) -> None:
    for form in ("s", "es", "ed", "ing", "er", "est", "ies", "ied", "'", "’s", "ß", "eed", "xing", "bbed", "ss", "men"):
        assert lemma(form, tag)
