"""The command line: the same verbs as the window's, without Qt. `main.main` runs one call."""
