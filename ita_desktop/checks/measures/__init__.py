"""Checks of measures: what is empty, unread, repeated or not reported, and who is responsible."""
