"""What "How it works" shows: surprise, the units of a network, bell curves."""
