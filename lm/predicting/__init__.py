"""From what stands before the caret to suggestions.

phrase_table, word_counts, trust -> ngram        what is said often and what the person wrote, beside the word network
engine, ngram -> word_projection -> mixture      experts that speak one protocol, mixed into one next-byte model
context_reader -> completion -> offers           the state at the caret, the words that may come, which are shown
suggester                                        the front door: suggest, learn, forget, write on
"""
