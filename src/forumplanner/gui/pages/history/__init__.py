"""The page History: who did what and when, what can be taken back, and what was removed."""
