"""Finding words in the whole file, replacing them, and names that texts still bear."""
