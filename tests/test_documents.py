"""The READMEs name what there is: files, sections, commands with their options, targets of make, keys, variables."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.program.command_line import run as run_editor
from editor.settings.shortcuts import Command
from gan_gallery.__main__ import main as run_gallery
from lm.__main__ import main as run_lm

ROOT = Path(__file__).parents[1]
PACKAGES = ("editor", "lm", "gan_gallery", "resources", "tests")
READMES = ("README.md", *(f"{package}/README.md" for package in PACKAGES))
KEY_GUIDES = ("README.md", "editor/README.md")
MOST_LINES = 150

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)+|[\w-]+\.(?:py|md|toml)")
_COMMAND = re.compile(r"(?:^|[\s`\"])(?:python -m (lm|gan_gallery)|(foretype|lm))[ ]([a-z]+|--[a-z-]+)?([^`\n#]*)")
_OPTION = re.compile(r"--[a-z][a-z0-9-]*")
_WAYS_TO_WRITE = {"Enter": "Return", "Shift+Enter": "Shift+Return", "Ctrl+Enter": "Ctrl+Return"}
_PLAIN_KEYS = {"Tab", "Shift+Tab", "Return", "Shift+Return"}
"""What the text widget itself does with lines; no command has them."""


def _text(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _named_paths(readme: str) -> Iterator[str]:
    for code in _CODE.findall(_FENCE.sub("", _text(readme))):
        if _PATH.fullmatch(code) and (code.startswith(PACKAGES) or code.endswith((".py", ".md", ".toml"))):
            yield code


def _exists(name: str, beside: Path) -> bool:
    """Say whether a path is there: from the root, from the README's folder, or as a module without its ending."""
    return any((base / f"{name}{ending}").exists() for base in (ROOT, beside) for ending in ("", ".py"))


def _commands(readme: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield program, command and options of every command that is shown in code."""
    text = _text(readme)
    code = "\n".join(re.findall(r"`[^`\n]+`", _FENCE.sub("", text))) + "\n" + "\n".join(_FENCE.findall(text))
    for module, program, command, rest in _COMMAND.findall(re.sub(r"\\\n\s*", " ", code)):
        shown = re.split(r"\s{3,}", f"{command} {rest}")[0]
        is_option = not command or command.startswith("--")
        yield module or program, "" if is_option else command, tuple(_OPTION.findall(shown))


def _help(program: str, command: str, capsys: pytest.CaptureFixture[str]) -> str:
    arguments = [command, "--help"] if command else ["--help"]
    run = {"lm": run_lm, "gan_gallery": run_gallery, "foretype": run_editor}[program]
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 0, f"there is no command {program} {command}"
    return capsys.readouterr().out


def _key_cells(readme: str) -> Iterator[str]:
    """Yield the first column of every table of keys."""
    is_keys = False
    for line in _text(readme).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        is_keys = bool(cells) and (is_keys or cells[0] == "key")
        if is_keys and cells[0] != "key" and set(cells[0]) != {"-"}:
            yield cells[0].partition(" on ")[0]


def test_the_readme_is_short():
    assert len(_text("README.md").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("readme", READMES)
def test_every_link_leads_somewhere(readme):
    here = (ROOT / readme).parent
    broken = []
    for link in _LINK.findall(_text(readme)):
        path, _, anchor = link.partition("#")
        target = here / path if path else ROOT / readme
        if not link.startswith("https://") and not (target.exists() and (not anchor or anchor in _anchors(target))):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("readme", READMES[1:])
def test_every_guide_is_one_click_from_the_readme_and_one_back(readme):
    assert f"]({readme})" in _text("README.md")
    assert "](../README.md)" in _text(readme)


@pytest.mark.parametrize("readme", READMES)
def test_every_file_that_is_named_exists(readme):
    here = (ROOT / readme).parent
    assert [name for name in _named_paths(readme) if not _exists(name, here)] == []


@pytest.mark.parametrize("readme", READMES)
def test_every_command_that_is_shown_exists_with_its_options(readme, capsys):
    for program, command, options in set(_commands(readme)):
        known = _OPTION.findall(_help(program, command, capsys))
        assert set(options) <= {*known, "--json"}, f"{program} {command}"


def test_commands_were_found():
    found = {(program, command) for readme in READMES for program, command, _ in _commands(readme)}
    assert {("lm", "train"), ("lm", "serve"), ("gan_gallery", "generate"), ("foretype", "")} <= found


@pytest.mark.parametrize("readme", READMES)
def test_every_target_of_make_exists(readme):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    code = "\n".join(re.findall(r"`[^`\n]+`", _text(readme))) + "\n".join(_FENCE.findall(_text(readme)))
    named = {name for line in re.findall(r"\bmake ((?:[a-z-]+ ?)+)", code) for name in line.split()}
    assert named <= targets


@pytest.mark.parametrize("readme", KEY_GUIDES)
def test_every_key_is_one_that_a_command_has(readme):
    known = {
        key for shortcut in (command.value for command in Command) for key in (shortcut.key, *shortcut.also)
    } | _PLAIN_KEYS
    named = {
        _WAYS_TO_WRITE.get(key, key) for cell in _key_cells(readme) for key in re.split(r" or | and |, (?=[A-Z])", cell)
    }
    assert named - known == set()
    assert len(named) > 10


def test_the_guide_names_every_key_of_suggestions_and_learning():
    guide = {key for cell in _key_cells("editor/README.md") for key in re.split(r" or | and |, (?=[A-Z])", cell)}
    keys = {
        shortcut.key.replace("Return", "Enter")
        for shortcut in (command.value for command in Command)
        if shortcut.key and shortcut.menu in ("&Suggestion", "&Learning")
    }
    assert keys - guide == set()


@pytest.mark.parametrize("readme", READMES)
def test_every_variable_is_read_somewhere(readme):
    source = "\n".join(
        path.read_text(encoding="utf-8") for package in PACKAGES for path in (ROOT / package).rglob("*.py")
    )
    assert [name for name in set(re.findall(r"FORETYPE_[A-Z_]+", _text(readme))) if f'"{name}"' not in source] == []


def _all_commands(program: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    choices = re.search(r"\{([a-z-]+(?:,[a-z-]+)+)\}", _help(program, "", capsys))
    assert choices is not None
    return choices.group(1).split(",")


@pytest.mark.parametrize("program", ["lm", "gan_gallery"])
def test_every_commands_help_ends_with_an_example_of_its_own_options(program, capsys):
    for command in _all_commands(program, capsys):
        text = _help(program, command, capsys)
        options, _, example = text.partition("\nexample: ")
        assert f"python -m {program} {command}" in example
        assert set(_OPTION.findall(example)) <= set(_OPTION.findall(options)), command


@pytest.mark.parametrize(
    ("command", "default"),
    [("train", "(default: 512)"), ("finetune", "(default: 5)"), ("generate", "(default: 400)")],
)
def test_help_shows_what_an_option_is_without_being_given(command, default, capsys):
    assert default in _help("lm", command, capsys)


@pytest.mark.parametrize("command", ["train", "finetune", "pair", "evaluate", "generate", "serve"])
def test_every_option_of_the_models_commands_is_explained(command, capsys):
    """A line of help that names an option goes on with words, or the next line does."""
    lines = _help("lm", command, capsys).partition("\noptions:\n")[2].splitlines()
    silent = [
        line.strip()
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if line.startswith("  --")
        and len(re.split(r"\s{2,}", line.strip())) == 1
        and not following.startswith(" " * 12)
    ]
    assert silent == []
