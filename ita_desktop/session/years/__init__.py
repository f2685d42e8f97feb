"""The years of one file: the next one begun from this one, two compared, one split off."""
