"""The rules of the house: who may import whom, read from the source and checked in a process of its own."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("editor", "lm", "gan_gallery", "resources")

NETWORK = (
    *("aiohttp", "ftplib", "http.client", "http.server", "httpx", "imaplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc"),
)
LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}
"""Of Qt's network module, what stays on this machine: a second start hands its files to the first window."""
UNSAFE_LOADERS = ("pickle", "cPickle", "_pickle", "shelve", "marshal", "dill", "cloudpickle", "joblib")

SHIM = ROOT / "resources" / "runs" / "mxnet_shim.py"
TRAINING_SIDE = {
    "resources/runs": {"adam"},
    "lm/training": {"trainer", "network", "held_out_loss"},
    "gan_gallery/training": {"averaging", "game", "trainer"},
    "gan_gallery/network": {"gluon_networks"},
}
"""The modules that know MXNet when they are loaded. What starts a training imports them inside a function."""

ROOMS = {
    "resources": ("files", "runs"),
    "lm": (
        *("model", "text", "html", "predicting", "keeping", "evaluating", "lessons", "training", "finetuning"),
        "commands",
    ),
    "gan_gallery": ("network", "pictures", "faces", "judging", "publishing", "training", "commands", "panel"),
    "editor": (
        *("process", "widgets", "settings", "page", "files", "suggestions", "learning", "searching", "spelling"),
        *("profiles", "tuning", "comparison", "recovery", "window", "desks", "how_it_works", "program"),
    ),
}
"""The rooms of each package. A room knows those before it, inside functions too; the modules beside the rooms are the
hall, known to all, and know no room but by `__main__`."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import statement: what it names, where, and whether it runs when the module is loaded."""

    path: Path
    module: str
    name: str
    when_loaded: bool

    @property
    def package(self) -> str:
        return self.path.relative_to(ROOT).parts[0]

    def is_of(self, *modules: str) -> bool:
        """Say whether it brings in one of `modules`, or something inside it."""
        full = f"{self.module}.{self.name}".rstrip(".")
        return any(full == module or full.startswith(module + ".") for module in modules)

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}: {self.module} {self.name}".rstrip()


def _imports() -> Iterator[Import]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            later = {
                inner
                for outer in ast.walk(tree)
                if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
                for inner in ast.walk(outer)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    for alias in node.names:
                        yield Import(path, alias.name, "", node not in later)
                elif isinstance(node, ast.ImportFrom):
                    for alias in node.names:
                        yield Import(path, node.module or "", alias.name, node not in later)


IMPORTS = list(_imports())


def _offences(*modules: str, within: tuple[str, ...] = PACKAGES) -> list[str]:
    return [str(each) for each in IMPORTS if each.package in within and each.is_of(*modules)]


def _children_modules(script: str) -> set[str]:
    """Return the names of all modules that a Python process has loaded at the end of `script`."""
    child = subprocess.run(
        [sys.executable, "-c", f"{script}\nimport sys; print(' '.join(sys.modules))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    return set(child.stdout.split())


def test_source_was_found():
    assert {each.package for each in IMPORTS} == set(PACKAGES)


def test_no_package_imports_one_that_stands_above_it():
    assert _offences("editor", within=("lm", "gan_gallery", "resources")) == []
    assert _offences("lm", "gan_gallery", within=("resources",)) == []


def test_language_model_and_gallery_do_not_know_each_other():
    assert _offences("gan_gallery", within=("lm",)) == []
    assert _offences("lm", within=("gan_gallery",)) == []


def _room(package: str, parts: tuple[str, ...]) -> int:
    """Return the place of a room in its package's order, -1 for the hall."""
    return ROOMS[package].index(parts[0]) if parts and parts[0] in ROOMS[package] else -1


@pytest.mark.parametrize("package", PACKAGES)
def test_a_room_knows_only_those_before_it(package):
    offences = []
    for each in IMPORTS:
        if each.package == package and each.path.stem != "__main__" and each.is_of(package):
            inside = each.path.relative_to(ROOT / package).parts[:-1]
            imported = tuple(each.module.split(".")[1:]) or (each.name,)
            if _room(package, imported) > _room(package, inside):
                offences.append(str(each))
    assert offences == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_room_has_its_place(package):
    assert {path.parent.name for path in (ROOT / package).glob("*/__init__.py")} == set(ROOMS[package])


def test_qt_is_known_to_the_editor_and_the_gallerys_panel_alone():
    offences = [
        str(each)
        for each in IMPORTS
        if each.is_of("PySide6", "shiboken6")
        and each.package != "editor"
        and each.path.parent != ROOT / "gan_gallery" / "panel"
    ]
    assert offences == []


def test_nothing_but_tests_imports_tests():
    assert _offences("tests", "pytest", "hypothesis") == []


def test_no_network_module_is_imported_anywhere():
    assert _offences(*NETWORK) == []
    qt = [
        each for each in IMPORTS if each.is_of("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets")
    ]
    assert [str(each) for each in qt if each.name not in LOCAL_SOCKETS] == []


def test_onnx_runtime_is_taken_from_where_its_reports_are_switched_off():
    offences = [str(each) for each in IMPORTS if each.is_of("onnxruntime") and each.path.stem != "onnx_runtime"]
    assert offences == []


def test_nothing_that_can_carry_code_is_loaded():
    assert _offences(*UNSAFE_LOADERS) == []


def test_mxnet_is_taken_from_where_it_finds_what_newer_pythons_dropped():
    assert [str(each) for each in IMPORTS if each.is_of("mxnet") and each.path != SHIM] == []


def test_mxnet_is_loaded_by_the_training_side_alone():
    offences = [
        str(each)
        for each in IMPORTS
        if each.is_of("resources.runs.mxnet_shim")
        and each.when_loaded
        and each.path.stem not in TRAINING_SIDE.get(str(each.path.parent.relative_to(ROOT)), set())
    ]
    assert offences == []


@pytest.mark.parametrize(
    "script",
    [
        "import lm.predicting.suggester, lm.commands.serve, lm.__main__",
        "import gan_gallery.network.generator, gan_gallery.faces.export",
        "import gan_gallery.panel.gallery_panel",
        "import pkgutil, importlib, editor\n"
        "for module in pkgutil.walk_packages(editor.__path__, 'editor.'):\n"
        "    importlib.import_module(module.name)",
    ],
    ids=["lm", "gan_gallery", "panel", "editor"],
)
def test_window_and_inference_start_without_mxnet_opencv_pillow_and_the_export_library(script):
    loaded = {name.partition(".")[0] for name in _children_modules(script)}
    assert loaded & {"mxnet", "cv2", "onnx", "torch", "PIL"} == set()
    if "editor" not in script and "panel" not in script:
        assert "PySide6" not in loaded


def test_every_module_says_in_its_first_line_what_lives_there():
    silent = [
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize("name", ["utils", "helpers", "misc", "common", "manager"])
def test_no_module_has_a_name_that_says_nothing(name):
    assert [path for package in PACKAGES for path in (ROOT / package).rglob(f"*{name}*.py")] == []
