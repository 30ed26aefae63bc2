"""What a language model is: the protocol, its architecture, its vocabulary, and what a word and its case are."""
