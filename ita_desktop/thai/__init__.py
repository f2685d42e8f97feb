"""The Thai language: digits, dates, timelines, and where a line may break."""
