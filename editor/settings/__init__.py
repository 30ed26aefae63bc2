"""What a person can choose.

`preferences` is one frozen value in which each field names its rule; `preferences_keeper` alone holds, changes and
writes it, and tells who follows. `shortcuts` has every command with its menu, name and key; `theme` the colours,
`style_sheet` their use; `indentation`, `typography` and `numerals` are facts about text.
"""
