"""The ITA catalogue of a year, in lists."""
