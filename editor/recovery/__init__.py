"""What a crash left: told beside the text that is there again, listed, compared."""
