"""What goes out to people: calendar files."""
