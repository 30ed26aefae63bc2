"""The program: composition root, command line, demo, installation. It knows every room; no room knows it."""
