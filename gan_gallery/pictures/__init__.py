"""Pictures in: folder or ZIP -> images -> dataset, with a report of what cannot be used."""
