"""Rounds of reports: how far each is, results asked of divisions, and what they send back."""
