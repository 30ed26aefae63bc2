"""Where the platform wants one person's files of Foretype; nothing is made here."""

import os
from collections.abc import Callable
from pathlib import Path

import appdirs

_APP = "foretype"
_BASES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def config_folder() -> Path:
    """Return the folder of what the person has set."""
    return _folder(appdirs.user_config_dir)


def data_folder() -> Path:
    """Return the folder of what the person made, or taught."""
    return _folder(appdirs.user_data_dir)


def cache_folder() -> Path:
    """Return the folder of what can be made again."""
    return _folder(appdirs.user_cache_dir)


def log_folder() -> Path:
    """Return the folder of the logs."""
    return _folder(appdirs.user_log_dir)


def _folder(of: Callable[[str], str]) -> Path:
    # An empty or relative base counts as not set (XDG Base Directory Specification); `appdirs` takes it as it is,
    # and the person's text would lie wherever the program was started.
    for base in _BASES:
        if not Path(os.environ.get(base, "/")).is_absolute():
            del os.environ[base]
    return Path(of(_APP))
