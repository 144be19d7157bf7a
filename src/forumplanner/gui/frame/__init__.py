"""The frame around the pages: top bar, rail, page stack, status bar, commands, and the shell that pages talk to."""
