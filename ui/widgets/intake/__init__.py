"""Dialogs in which what comes in is seen before it is taken."""
