"""The grammar of chunks: regular expressions over the letters of a sentence (see ``word_classes.py``)."""

from __future__ import annotations

import re
from functools import cache

from newsclaims.pattern import compiled


@cache
def grammar() -> re.Pattern[str]:
    """Return the chunk grammar over letters (see ``word_classes.py`` for what each letter stands for)."""
    hyphened = r"(?:[A-Za-z$]h){1,4}"
    chained = r"(?:[a-zA-Z]h){2,4}[rRi](?=n)"  # "there-you-go-again lines"
    adverbs = r"(?:rCr|[orw]{0,3})"  # "was slowly but surely sold"
    sign = r"\$(?!\$\$)"  # three in a row are no price: a run of them would be tried at every length
    # behind a modifier, another one after comma or "and", or a noun
    end = "(?:[,C](?=[rwjlL]|[nj]h[jel])|C(?=nn)|(?=[a-zA-Z$]))"
    term = "(?<![dkpOjlLnNsch])jhn,(?=jn)"  # "long-term, heavy use"
    before = (
        rf"(?:{term}|w?r?(?:{hyphened}[jceglLbuvx]|{chained}|c(?!,)|(?<=c)k(?=n(?!Z))|[jlL]|{sign}"
        rf"|(?<![nNqscTZ])e(?=[jnN])){end})"
    )
    after_determiner = (
        rf"(?:[rw]{{0,3}}(?:(?:{hyphened}[jceglLbuvx]|{chained}|[jcleLgki]|{sign}|(?:(?<=[dp])|(?<=[dp]r))v(?=[jnN])){end}"
        rf"|(?<=[dpk,])[jlL],C(?=[jlL]n)|(?<=[dp])[el]C(?=[evlL][nN])|(?<=[el]C)v(?=[nN])|(?<=d)j,[ev](?=n)|[jeL],(?=[a-zA-MO-Z]h[egv])|(?:(?<![PfASy]d)[jeL]|{hyphened}[jegL]),(?={hyphened}[egv])"
        rf"|ch[nZ],(?={hyphened}[jeglnv])|ch[nZ](?=\$)|j,(?=\$ch)))"  # "the two-year $44 billion budget"
    )
    noun = rf"(?:Nh[gbveL]|nhg(?![nNjLlcg$dpkO])|(?:{hyphened})?(?:n(?!h[jel](?![nNcjlLZTh$]))|N|c(?!-c)|Z|T))"
    # a name behind a time, a day behind a noun begin a chunk of their own: "last week | Obama", "the match | Monday"
    further = rf"(?:Nh[gbveL]|(?:{hyphened})?(?:n|(?:(?<![ZT])(?<![TZ]c)|(?<=chZ))N|c(?!-c|Z)|Z|(?<![nN])T))"
    nouns = rf"{noun}(?:(?:(?:(?!rhv){hyphened}[jceglv]|[jl])(?![ZT])){{0,2}}{further}){{0,12}}"
    possessed = rf"(?:s{after_determiner}{{0,6}}(?:{nouns})){{0,4}}"
    none = "(?:(?<![a-zA-BD-PR-Z])o(?=[cdk]|n[mvBDH]))?"  # "Not all members agreed", "Not everyone came"
    determined = rf"(?:{none}w{{0,4}}[dk]{{1,2}}w?c?|[dk]?p|[dk]?O){after_determiner}{{0,8}}(?:r(?=[a-z]h))?(?:{nouns})"
    undetermined = rf"{none}w{{0,4}}(?:r(?=j))?{before}{{0,8}}(?:{nouns})"
    prefix = "(?:[abd-zA-MO-Z]h)?"  # "re-elected", but "Lee Cheuk-yan", "five-spoke wheels"
    be = rf"(?:{adverbs}(?:z{adverbs})?{prefix}(?:[eglL](?!h)|G(?!{adverbs}[ex])))"
    perfect = rf"(?:(?:rCr|[orwA]{{0,3}})(?:x{be}?o?|{prefix}[evlHD](?!h)))"
    mistaken = rf"(?<=[nNqkW])m{adverbs}[nj](?![nNshH])"  # "lakes can empty": what follows a modal is a verb
    unnamed = r"(?<=[nNq])Don(?![nNshHj])"  # "whom police did not name"
    parts = (
        (
            "finite",
            rf"(?:(?:{mistaken}|{unnamed}|m(?:{adverbs}(?:[aH]{perfect}|u{be}|{prefix}[uabvHDB]))?)|B(?:{be}|x{be}?|o)?"
            rf"|H(?:{perfect}|o)?|D(?:{adverbs}{prefix}[abu]|o)?|o?[rw]?o?{prefix}v)R?",
        ),
        ("infinitive", rf"o?t{adverbs}(?:[aH]{perfect}|u{be}|{prefix}[ubaD]|[a-zA-MO-Z]h[jnN])R?"),
        (
            "noun",
            rf"(?:(?:(?<=^P)|(?<=[,C]P))T(?=[jl])|{determined}|{undetermined}|[dp][bv](?=[^nNjc])|d[el](?=[PfyvmBHDW,.])|dg(?=;)|Oj(?=[vmBHD])|pj(?=[,.;PfymBHDC])){possessed}",
        ),
        ("pronoun", r"[qkp]|O"),
        ("there", "E"),
        ("ing", rf"o?(?:G{perfect}?|z{be}?|{prefix}[gL])R?"),
        ("participle", rf"o?{prefix}[xel]R?"),
        ("bare", rf"(?:b?o[rw]{{0,2}})?(?:u{be}?|{prefix}[ab])R?"),
        (
            "adjective",
            r"(?:(?:(?<=[vel])o(?!r?[jl][jn]))?d?[rw]{0,3}(?:[a-zA-Z$]h){0,3}j\+{0,3}(?:(?!,C[rw]?j[nN]),?C?[rw]{0,2}(?:j(?!h)|(?:[a-zA-Z]h){1,3}j(?![nNcT]))){0,4}|[dk](?=[^a-zA-Z$]|[PfymBHDv]))",
        ),
        ("adverb", "[rwoiRh]{1,5}"),
        ("prep", r"[Pfyt]\+{0,5}"),
        ("sub", "[SA]"),
        ("that", "Q"),
        ("rel", "W"),
        ("wh", "[KY]"),
        ("and", "C"),
        ("comma", ","),
        ("dash", "[-;:()]"),
        ("stop", r"\."),
        ("other", "."),
    )
    return compiled("|".join(f"(?P<{name}>{pattern})" for name, pattern in parts))


@cache
def subject() -> re.Pattern[str]:
    """Return the pattern of a noun phrase before its finite verb."""
    noun = r"[jel]{0,2}[nN]{1,4}"
    return compiled(rf"(?:[jel]C)?{noun}(?:P[dkp]?{noun}){{0,2}}[rwo]{{0,2}}(?:[vmBHD]|e(?=PT|\.))")
