"""Spelling with the system's dictionaries: looked up on a thread, marked on the page, a menu for a word."""
