"""Questions to articles and results: who did what, who said what, which figures."""
