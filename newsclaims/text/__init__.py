"""Layer 1: bytes to text, text to paragraphs, sentences and tokens.

Nothing English but its tables of abbreviations and of the words round an article.
"""
