"""Layer 5: what a desk editor would mark.  Inconsistencies inside an article, between articles, and what to check."""
