"""What whole sentences do: ``types.sentence_type`` says whether one asks, promises, judges, foresees, counts, tells."""
