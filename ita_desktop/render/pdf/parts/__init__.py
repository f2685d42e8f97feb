"""Measured blocks that are more than text: what each needs of a page, and how it gets there."""
