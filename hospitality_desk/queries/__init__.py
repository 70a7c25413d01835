"""The reading side: frozen rows, each defined beside the query that returns it. Nothing here changes anything."""
