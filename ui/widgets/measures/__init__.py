"""The list of measures and what stands around it."""
