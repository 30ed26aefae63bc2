"""What a tab is in a file: data or code, or nothing that a sentence holds. No Qt."""

_TABLES = ".csv .tab .tsv"
_CODE = (
    ".ada .asm .awk .bas .bash .bat .c .cc .cfg .cl .clj .cmake .cmd .conf .cpp .cs .css .cu .cxx .d .dart .diff .el"
    " .erl .ex .exs .f .f90 .fish .for .fs .gd .go .gradle .groovy .h .hh .hpp .hs .hxx .inc .ini .ino .ipynb .java .jl"
    " .js .json .json5 .jsonc .jsonl .jsx .kt .kts .less .lisp .lua .m .mak .mjs .mk .ml .mm .nim .nix .pas .patch .php"
    " .pl .pm .po .properties .proto .ps1 .pxd .py .pyi .pyx .r .rb .rkt .rs .s .sass .scala .scm .scss .sh .sql .sv"
    " .svelte .svg .swift .tcl .tf .toml .ts .tsx .v .vb .vhd .vim .vue .xml .xsl .yaml .yml .zig .zsh"
)
_SUFFIXES = frozenset(f"{_TABLES} {_CODE}".split())
# Names without a suffix, and beginnings of names that have one.
_NAMES = frozenset(
    [
        "bsdmakefile",
        "cmakelists",
        "crontab",
        "dockerfile",
        "fstab",
        "gemfile",
        "gnumakefile",
        "hosts",
        "jenkinsfile",
        "makefile",
        "meson",
        "rakefile",
        "sconstruct",
        "vagrantfile",
    ]
)


def holds_tabs(name: str) -> bool:
    """Tell whether tabs are data or code in a file of this name, "" for a document that has none."""
    name = name.lower()
    bare, dot, suffix = name.rpartition(".")
    first = (bare or name).partition(".")[0]
    return (dot + suffix) in _SUFFIXES or first in _NAMES


def asks(before: str) -> bool:
    """Tell whether Tab asks for a suggestion after `before`, the line of a prose text up to the caret.

    At the line's beginning it indents; where the line is a row of a table, it goes to the next column.
    """
    is_row = "\t" in before.lstrip(" \t") or before.lstrip().startswith("|")
    return bool(before.strip()) and not is_row
