"""What a rule is, and why an item was found: rules with their examples, words matched, candidates that lost."""
