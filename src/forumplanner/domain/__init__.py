"""Pure values and rules of the field: no Qt, no SQL, nothing else of ours but words and files."""
