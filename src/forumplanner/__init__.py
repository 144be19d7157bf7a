"""Forum Planner: plan an international forum and make its bilingual papers from one local file."""

__version__ = "0.3.0"
