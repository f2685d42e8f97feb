"""Finding words in every text of the open file, and putting others in their place."""
