"""The process the window runs in: its log, error reports, single instance, and children that speak JSON lines."""
