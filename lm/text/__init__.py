"""What a model learns from.

corpus       text files, read whole and split into what is learned and what is held out
documents    a person's files and folders, of which some may be unreadable
secret_text  leaves out passwords and keys before anything is kept or learned
own_words    counts the words of a text, and takes words out of it
"""
