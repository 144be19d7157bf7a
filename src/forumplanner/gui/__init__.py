"""The window: frame, widget kit and pages; the only room besides app that knows Qt."""
