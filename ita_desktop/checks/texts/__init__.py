"""What a careful reader would mark in free text: one file a kind of mistake."""
