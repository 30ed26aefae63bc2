"""Which elements are open at a place in an HTML page, and so which closing tag is due there.

elements -> element_stack    the standard's rules: what a start tag and an end tag do to the open elements
reader                       reads a page up to the caret and keeps that stack
tag_guard                    completes `</` with the innermost open element's name
pages                        whole pages to measure the guard on
"""
