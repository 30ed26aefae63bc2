"""The root of all errors that a person reads."""


class UserError(Exception):
    """Something the person can act on; `str()` is the sentence to show: what failed, which file, what to do.

    Each package draws its own tree below it: `lm.errors`, `gan_gallery.errors`, `editor.errors`.
    """
