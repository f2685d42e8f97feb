"""Two years side by side, as lists to read."""
