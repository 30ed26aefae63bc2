"""The language models: trained on text, stepped by ONNX Runtime, asked for what comes next. Qt is never imported.

    training     text -> training -> model folder; finetuning the same, from a model and a person's documents
    writing      model folder -> predicting -> suggestion; keeping teaches any model what a person wrote
    measuring    predicting -> evaluating, lessons

A room knows only those before it:

    model        what a language model is: the protocol, architecture, vocabulary, what a word and its case are
    text         what is learned from: corpora and documents, without secrets
    html         which elements are open at the caret
    predicting   from what stands before the caret to suggestions
    keeping      what was learned, on disk
    evaluating   what a model is worth: keystrokes saved, bits per character, closing tags
    lessons      what "How it works" shows
    training     from a text to a model folder, in MXNet
    finetuning   from a model folder and documents to another model folder
    commands     one module for each `python -m lm COMMAND`
"""
