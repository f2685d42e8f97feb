"""The years of one file in the window: the next one begun, two compared, one split off."""
