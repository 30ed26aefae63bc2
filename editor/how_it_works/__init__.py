"""The panel "How it works": the models, seen at work on the text at the caret.

`dock` puts the one panel beside the page of the window that asked for it; `panel` holds the pages and makes each when
it is first looked at; `watched_text` tells them of the document. What takes time runs on `lesson_worker`'s thread,
one job at a time, the newest wins. Nothing is computed here that `lm` and `gan_gallery` do not compute: pages show.
"""
