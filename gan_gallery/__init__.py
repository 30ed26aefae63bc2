"""The face generators: a DCGAN that is trained on a folder of pictures, and the panel that shows what it draws.

The rooms; each knows only those above it in this list:

    network      what a generator is: architecture, model folder, ONNX session; Gluon's side of it for training
    pictures     a folder or ZIP of pictures becomes one array [N, 64, 64, 3], with a report of what cannot be used
    faces        a face is a seed, a place and variations; favourites; faces as PNG and GIF files
    judging      how much generated faces resemble real ones: FID and KID on a feature of our own
    publishing   weights become a model folder; `.params` files of others are imported
    training     a run as a generator of events; MXNet, in a child process
    commands     one module for each `python -m gan_gallery ...`
    panel        the gallery in the window, and the only room with Qt

From pictures to a model: `pictures.sources` -> `pictures.images` -> `pictures.dataset` -> `training.trainer`, which
plays `training.game` (two networks against each other), averages the generator's weights, measures them by
`judging.metric`; `publishing` writes the best.

From a seed to the screen: `faces.face` -> `network.generator` (NumPy and ONNX Runtime alone) on the thread of
`panel.rendering` -> `panel.face_model` -> `panel.face_view`.

The panel never trains: it starts `python -m gan_gallery train --json` in a process of its own and shows its events.
"""
