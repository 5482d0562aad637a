"""Several reports of one event side by side: what they share, where they differ."""
