"""The generator and discriminator: architecture, Gluon networks, ONNX export, model folder, inference."""
