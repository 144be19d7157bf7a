"""Files in and out: the planning workbook."""
