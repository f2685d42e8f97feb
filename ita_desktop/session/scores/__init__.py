"""Scores, their catalogue and the analyses made of them, as the windows edit and show them."""
