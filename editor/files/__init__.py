"""A document and its file.

`document` reads and writes bytes safely, `file_format` knows encodings and line endings; `session` is one document's
tie to its file, and asks the person through `dialogs`. `recovery` keeps unsaved text in a journal, with the help of
`edit_log`; `file_watch` notices what other programs do, and `disk_bar` asks what to do about it.
"""
