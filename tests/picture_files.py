"""Picture files for the tests, as another program would write them."""

import io

import numpy as np
from PIL import Image


def png_bytes(picture: np.ndarray) -> bytes:
    """Return an RGB picture [H, W, 3] as the content of a PNG file."""
    content = io.BytesIO()
    Image.fromarray(picture).save(content, "PNG")
    return content.getvalue()


def gif_bytes(frames: np.ndarray, **options: object) -> bytes:
    """Return RGB frames [T, H, W, 3] as the content of a GIF file."""
    content = io.BytesIO()
    first, *others = (Image.fromarray(frame).quantize() for frame in frames)
    first.save(content, "GIF", save_all=True, append_images=others, **options)
    return content.getvalue()
