"""What the window does with rounds: asking divisions for results, taking them back, due dates."""
