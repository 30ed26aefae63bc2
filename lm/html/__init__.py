"""HTML as the model sees it: elements, a reader of what is open, a guard of closing tags, a page's text."""
