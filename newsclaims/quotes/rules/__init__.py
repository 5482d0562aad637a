"""The rules for quotes, by the order of content, cue and source."""
