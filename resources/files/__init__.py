"""How files are written so that nothing is lost: atomically, as state with a version, as a log of records."""
