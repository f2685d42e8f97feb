"""The documents: how they are set up, worded and laid out, made, exported, signed."""
