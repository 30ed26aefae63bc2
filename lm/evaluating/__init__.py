"""What a model is worth on a text.

ideal_typist      types a text and takes every right suggestion: keystrokes saved, accuracy, latency; bits per character
tag_evaluation    how often the right closing tag is offered, with the guard and by the network alone
"""
