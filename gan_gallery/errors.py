"""The exceptions of `gan_gallery`: each carries one sentence for the user (what failed, which file, what to do).

GalleryError
├── PictureError     one picture that cannot be used
│   ├── TruncatedPictureError  its end is missing
│   └── SmallPictureError      it has too few pixels
├── DatasetError     a folder or ZIP that holds no usable pictures
├── ModelError       a model folder or `.params` file that is missing, broken or of another kind
├── TrainingError    a training run that cannot start or continue
│   └── TrainingStopped  one that was asked to stop
└── ExportError      faces that cannot be written
"""

from resources.user_error import STOPPED, UserError


class GalleryError(UserError):
    """Something the user can act on; `str()` is the sentence to show."""


class PictureError(GalleryError):
    """One picture cannot be used; `str()` is the reason, for a list that names the file."""


class TruncatedPictureError(PictureError):
    """The end of a picture's file is missing."""


class SmallPictureError(PictureError):
    """A picture has too few pixels to learn from."""


class DatasetError(GalleryError):
    """A folder or ZIP holds no usable pictures."""


class ModelError(GalleryError):
    """A model folder or `.params` file is missing, broken or of another kind."""


class TrainingError(GalleryError):
    """A training run cannot start or continue."""


class TrainingStopped(TrainingError):  # noqa: N818  # it says what happened, nothing is wrong
    """A training run was asked to stop and did."""

    ending = STOPPED


class ExportError(GalleryError):
    """Faces cannot be written."""
