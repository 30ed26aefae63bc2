"""From a published model and a person's documents to a new model, or to a refusal when nothing got better.

parent_model -> vocabulary_growth    the networks to begin from, with room for the person's own words
plan, unfinished_run                 how long each network is trained, and the files from which a stopped run resumes
fine_tuner -> messages               the run, as a generator of events
yardstick, typing_test               bits per character and keystrokes saved, before and after
tuned_model                          what is published
"""
