"""Find and replace.

`find_form` is the strip, `find_bar` what it does to a page; `searcher` has a search done, at once or in a child process
(`search_child`) that no regular expression can hold up; `search` is the search itself, and knows no Qt.
"""
