"""What a person can choose: preferences, keys and their commands, colours, fonts."""
