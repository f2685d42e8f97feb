"""A document in hand: list, head, options, buttons, signed copies."""
