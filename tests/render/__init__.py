"""Tests of finished PDF and Word files, read and measured with other people's tools."""
