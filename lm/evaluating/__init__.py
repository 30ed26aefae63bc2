"""What a model is worth: the ideal typist's keys saved, bits per character, closing tags."""
