"""The checker held against a careful supervisor, who knows nothing of its rules."""
