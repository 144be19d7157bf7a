"""Records to snapshots; each query states its loading and costs as many statements for one row as for a thousand."""
