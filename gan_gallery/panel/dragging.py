"""How a face that is dragged is known from any other file: for the panel, and for the page it may be dropped on."""

FACE_MIME_TYPE = "application/x-foretype-face"
