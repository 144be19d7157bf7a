"""Papers: one file each; a snapshot and options in, a PDF and what to know before printing out."""
