"""Engines that spread the shards of a batch over machines; each is an optional package and imported when asked for."""
