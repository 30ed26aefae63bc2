"""Spelling with the system's dictionaries.

`spelled_words` finds the words of a line; `spell_checker` knows which are wrong, and asks `spelling_worker` on its
thread, which asks the dictionaries (`spelling`). `misspellings` marks them on a page, `misspelling_menu` offers others,
`next_misspelling` goes from one to the next; `word_list` is the person's own.
"""
