"""Widgets: each knows values, no page."""
