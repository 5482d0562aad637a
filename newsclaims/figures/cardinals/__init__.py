"""Numbers of a sentence with their exact values, in digits and in words; rules compose them with units and nouns."""
