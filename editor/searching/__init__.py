"""Find and replace: the strip, the rules, and the child process that no pattern can hold up."""
