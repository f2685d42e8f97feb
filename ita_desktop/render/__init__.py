"""Blocks become ink: PDF, and text for comparing."""
