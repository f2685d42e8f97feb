"""Issues, their questions, and what to do with them."""
