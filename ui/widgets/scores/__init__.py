"""The sheet of scores and what stands around it."""
