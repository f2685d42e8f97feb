"""Checks of scores, of the catalogue of codes, of analyses, and of what texts state of scores."""
