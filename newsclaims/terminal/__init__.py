"""What is shown in a terminal: articles with their facts marked, tables, comparisons and answers."""
