"""A picture beside a document, and the text by which the document names it."""

import html
from pathlib import Path

from lm.model.document_kind import HTML_SUFFIXES, MARKDOWN_SUFFIXES
from resources.files.atomic_file import write_atomically

_TAGGED = HTML_SUFFIXES | {".svg"}
_MOST_NAMES = 10_000


def place_picture(picture: Path, folder: Path) -> Path:
    """Copy `picture` into `folder` without touching another file there; return where it is. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    data = picture.read_bytes()
    for number in range(_MOST_NAMES):
        name = picture.name if not number else f"{picture.stem}-{number}{picture.suffix}"
        target = folder / name
        if target.exists() and target.read_bytes() == data:
            return target
        if not target.exists():
            write_atomically(target, data)
            return target
    raise FileExistsError(17, "too many pictures of this name", str(folder / picture.name))


def reference(picture: Path, document: Path | None) -> str:
    """Return what to write: an image tag, Markdown's image, or the bare name; the whole path where no folder is."""
    is_beside = document is not None and picture.parent == document.parent
    where = picture.name if is_beside else picture.as_posix()
    words = picture.stem.replace("_", " ")
    suffix = document.suffix.lower() if document else ""
    if suffix in _TAGGED:
        return f'<img src="{html.escape(where)}" alt="{html.escape(words)}">'
    if suffix in MARKDOWN_SUFFIXES:
        return f"![{words}]({where.replace(' ', '%20')})"
    return where
