"""What the page ตรวจทาน is made of: lines in a tree, and the bar that says which are wanted."""
