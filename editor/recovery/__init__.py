"""What a crash left, shown: a strip under each restored text, and a view that lists and compares all of them."""
