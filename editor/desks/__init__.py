"""What serves all windows: the open documents, the session, learning, models, spelling, recovery, the docks."""
