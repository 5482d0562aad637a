"""One reading of a sentence: chunks, phrases and the tree of clauses, which every kind of fact asks."""
