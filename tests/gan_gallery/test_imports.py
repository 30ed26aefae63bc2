"""What the window imports of the gallery must not bring OpenCV or MXNet along."""

import ast
import subprocess
import sys
from pathlib import Path

import gan_gallery

_PACKAGE = Path(gan_gallery.__file__).parent


def _imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_rendering_needs_neither_opencv_nor_mxnet_nor_the_exporter():
    words = "import sys, gan_gallery.generator, gan_gallery.export, gan_gallery.training, gan_gallery.__main__\n"
    words += "found = {'cv2', 'mxnet', 'onnx'} & set(sys.modules)\nassert not found, found"
    subprocess.run([sys.executable, "-c", words], check=True, cwd=_PACKAGE.parent)


def test_only_the_panel_knows_qt_and_nothing_knows_lm_or_editor():
    for path in _PACKAGE.glob("*.py"):
        imported = set(_imported(path))
        assert not imported & {"lm", "editor"}, path.name
        assert "PySide6" not in imported or path.name.startswith("panel"), path.name


def test_every_module_says_in_its_first_line_what_lives_there():
    for path in _PACKAGE.glob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path.name
