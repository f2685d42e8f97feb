"""Tests of what comes in: understood, completed, made one edit."""
