"""What a careful supervisor would catch: pure functions from records to findings."""
