"""Rounds of reports in the window: the bar that chooses one, its form, how far each is."""
