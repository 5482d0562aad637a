"""One article as a page of HTML that stands alone."""
