"""The person's case: text in capitals is predicted as its lower-case twin, whose words the networks know."""

_LEAST_CAPITALS = 2


def capitals_start(context: str) -> int:
    """Return where the run of words in capitals begins that `context` ends in, its length if there is none.

    A run holds two capital letters at the least in a word of two or more, so that `I` and an initial are none; words
    without letters, such as numbers, belong to it.
    """
    start = end = len(context)
    has_word = False
    while end > 0:
        end = len(context[:end].rstrip(" "))
        word_start = max(context.rfind(" ", 0, end), context.rfind("\n", 0, end)) + 1
        word = context[word_start:end]
        if word != word.upper() or not word:
            break
        has_word |= sum(character.isupper() for character in word) >= _LEAST_CAPITALS
        if has_word or word.isupper():
            start = word_start
        end = word_start
        if end and context[end - 1] == "\n":
            break
    return start if has_word else len(context)


def lowered(context: str, start: int) -> str:
    """Return `context` with its run of capitals from `start` on in lower case."""
    return context[:start] + context[start:].lower()
