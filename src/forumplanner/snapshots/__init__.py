"""What is read or proposed: frozen dataclasses, each shaped like the page or paper that shows it."""
