"""Verbs: one function a thing that a secretary does; one call is one step, one transaction, one undo entry."""
