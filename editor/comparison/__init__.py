"""How two texts differ, and the view that shows it.

`sequence_difference` finds what changed between two sequences in bounded time; `text_comparison` does so for the lines
and words of two texts; `disk_comparison` reads the file that one of them comes from; `comparison_rows` are what is
shown. `disk_comparer` does this on a thread for long texts. `comparison_view`, `comparison_panel` and
`comparison_dialog` show it.
"""
