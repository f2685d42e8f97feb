"""Thai text in windows: boxes, labels, breaks."""
