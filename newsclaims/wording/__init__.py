"""Facts in words, as a reader says them: shared by the terminal, HTML and the comparisons."""
