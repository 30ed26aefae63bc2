"""The window: Qt, and the inference side of `lm` and `gan_gallery`. Never MXNet, never OpenCV."""
