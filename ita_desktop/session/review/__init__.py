"""Copies that go out and come back: sent, compared, merged, commented, with their history."""
