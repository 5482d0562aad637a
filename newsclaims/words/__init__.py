"""Layer 2: English words.  Tokens get their tag and lemma; noun groups and verb groups are found."""
