"""Checks of one document: what it lacks, who signs it, its dates, years and rounds."""
