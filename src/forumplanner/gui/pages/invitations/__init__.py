"""The page Invitations: what each person has been told, what the plan says now, and the mail between the two."""
