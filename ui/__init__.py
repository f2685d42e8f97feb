"""The windows: they show what the session holds and pass on what the hand did."""
