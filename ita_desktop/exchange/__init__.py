"""Other programs' files and clipboards, in and out."""
